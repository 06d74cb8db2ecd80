export { default as ImportacionPage } from './ImportacionPage.vue'
export { default as ImportacionesPage } from './ImportacionesPage.vue'
