/** Content of the side panel: one question or section, or the form of one that is not there yet. */
export interface Elegida {
  que: 'pregunta' | 'seccion' | 'nueva-pregunta' | 'nueva-seccion'
  /** Key of the question; of the section otherwise. */
  clave: string
}

/** Place of a question: counted without the question itself. */
export interface Lugar {
  seccion: string
  at: number
}

export const PANEL = 'panel-titulo'
export const DESHACER = 'deshacer'

export function filaId(clave: string): string {
  return `fila-${clave}`
}

export function seccionId(clave: string): string {
  return `seccion-${clave}`
}
