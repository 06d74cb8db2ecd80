export { default as CampoValor } from './CampoValor.vue'
export { inReadingOrder } from './secciones.ts'
