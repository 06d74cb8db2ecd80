export { pedirSiguiente } from './cola.api.ts'
export { default as ColaRevisionPage } from './ColaRevisionPage.vue'
export { useAsignacion } from './useAsignacion.ts'
