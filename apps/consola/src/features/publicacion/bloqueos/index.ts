export { default as BloqueosPage } from './BloqueosPage.vue'
export { default as ProponerBloqueoPage } from './ProponerBloqueoPage.vue'
