export { default as CampoValor } from './CampoValor.vue'
export { isShown } from './salida.ts'
export { inReadingOrder } from '@conoceles/domain/lectura'
