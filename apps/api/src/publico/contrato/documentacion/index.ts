export { paginaErrores } from './errores.ts'
export { POLITICA } from './pagina.ts'
export { paginaReferencia, type Especificacion } from './referencia.ts'
