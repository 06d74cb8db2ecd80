export { default as VulneracionFormPage } from './VulneracionFormPage.vue'
export { default as VulneracionPage } from './VulneracionPage.vue'
export { default as VulneracionesPage } from './VulneracionesPage.vue'
