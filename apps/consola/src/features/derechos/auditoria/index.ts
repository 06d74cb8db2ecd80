export { default as AuditoriaPage } from './AuditoriaPage.vue'
