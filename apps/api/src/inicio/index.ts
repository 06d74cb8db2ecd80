export { createInicio } from './pagina-inicio.ts'
export { faltantes, faltantesLines, type Hallado } from './primer-inicio.ts'
