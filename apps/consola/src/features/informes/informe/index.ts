export { default as InformePage } from './InformePage.vue'
export { default as InformesPage } from './InformesPage.vue'
