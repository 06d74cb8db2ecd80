export { default as ProteccionPage } from './ProteccionPage.vue'
