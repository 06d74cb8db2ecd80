export { default as ConsentimientoPage } from './ConsentimientoPage.vue'
