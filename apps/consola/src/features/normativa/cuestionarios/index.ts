export { default as BorradorPage } from './BorradorPage.vue'
export { default as CuestionariosPage } from './CuestionariosPage.vue'
