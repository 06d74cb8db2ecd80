export { default as AvisosPage } from './AvisosPage.vue'
export { default as BorradorAvisoPage } from './BorradorAvisoPage.vue'
export { default as VersionAvisoPage } from './VersionAvisoPage.vue'
