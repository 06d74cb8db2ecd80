export { default as CodificacionesPage } from './CodificacionesPage.vue'
export { default as CodificacionPage } from './CodificacionPage.vue'
export { default as CodificarPage } from './CodificarPage.vue'
export { default as DesacuerdosPage } from './DesacuerdosPage.vue'
