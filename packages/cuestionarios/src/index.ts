export {
  carryOver,
  completarTraslados,
  MODOS_TRASLADO,
  modosPosibles,
  trasladoFaults,
  type ModoTraslado,
  type Traslado,
  type Traslados,
} from './versiones/carry-over.ts'
export { seccionesIntactas, seccionesOpcionales } from './respuestas/intactas.ts'
export { carrySections, type SeccionTrasladada } from './versiones/carry-sections.ts'
export { checkRespuestas } from './respuestas/check.ts'
export type { RespuestaError } from './respuestas/check.ts'
export { acceptRespuestas } from './respuestas/accept.ts'
export { cleanRespuestas, writtenLine } from './respuestas/clean.ts'
export { ASPECTOS, compare, type Aspecto, type Diferencia } from './versiones/compare.ts'
export { compileCuestionario, faults, preguntaDe, readCuestionario, seccionesDe } from './compile.ts'
export { cumpleCondicion } from './condition.ts'
export { condicionEnPalabras } from './condition-words.ts'
export type { Condition } from './condition.ts'
export { PRESENTACIONES } from './document.ts'
export type {
  AlMenosUno,
  CompiledCuestionario,
  CuestionarioDocument,
  Edades,
  Presentacion,
  Question,
  Respuestas,
  Seccion,
  TextRules,
} from './document.ts'
export {
  addQuestion,
  addSection,
  emptyGuion,
  moveQuestion,
  moveSection,
  removeQuestion,
  removeSection,
  setAlMenosUno,
  shownWhen,
  showWhen,
  updateQuestion,
  updateSection,
  type DatosSeccion,
  type Guion,
  type Mostrar,
} from './versiones/edit.ts'
export type { Falla } from './falla.ts'
export { fueraDeEdad, nadaPorEdad, paraEdad, sinPreguntas } from './respuestas/edades.ts'
export { declineFaltantes, PREFIERO_NO_CONTESTAR } from './respuestas/decline.ts'
export { faltantesDe } from './respuestas/faltantes.ts'
export type { Faltante } from './respuestas/faltantes.ts'
export { textosConMinimo, type TextosConMinimo } from './least-texts.ts'
export { textosDeOtra, type TextoDeOtra } from './versiones/other-texts.ts'
export { patronesDe } from './patterns.ts'
export { shapeFaults } from './shape.ts'
export { contarSinBlancos } from './text.ts'
export { esVisible, sinOcultas } from './respuestas/visibility.ts'
