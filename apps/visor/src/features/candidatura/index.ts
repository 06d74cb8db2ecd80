export { default as CampoValor } from './CampoValor.vue'
export { isShown } from './salida.ts'
export { inReadingOrder } from './secciones.ts'
