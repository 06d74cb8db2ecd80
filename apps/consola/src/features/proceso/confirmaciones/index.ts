export { default as ConfirmacionesPage } from './ConfirmacionesPage.vue'
