export { default as CambioPage } from './CambioPage.vue'
export { default as CancelarSeleccionadasPage } from './CancelarSeleccionadasPage.vue'
