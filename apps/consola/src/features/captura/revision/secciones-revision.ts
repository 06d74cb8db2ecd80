import { esVisible, type CompiledCuestionario } from '@conoceles/cuestionarios'
import { merged } from '@conoceles/domain/typed'
import type { Captura, Observacion, Respuestas, SeccionCaptura } from '../../../api-types.ts'
import type { Cuestionarios } from '../../../shared/captura/cuestionarios.ts'
import { respuestaText } from '../../../shared/captura/respuestas.ts'

export interface CampoRevision {
  campo: string
  titulo: string
  publico: boolean
  /** Respuesta that was last verified; null when the section never was. */
  antes: string | null
  ahora: string
}

export interface SeccionRevision {
  key: string
  seccion: SeccionCaptura
  identidad: boolean
  campos: CampoRevision[]
  changed: boolean
}

/** Sections as a reviewer reads them: every visible question with its respuesta and the one that was last verified. */
export function seccionesRevision(captura: Captura, cuestionarios: Cuestionarios): SeccionRevision[] {
  return captura.secciones.map((seccion) => {
    const compiled = cuestionarios.get(seccion.cuestionario)?.compiled
    const todas = respuestasOf(captura, seccion.cuestionario)
    const campos = compiled === undefined ? [] : camposOf(compiled, seccion, todas)
    return {
      key: `${seccion.cuestionario}/${seccion.clave}`,
      seccion,
      identidad: seccion.cuestionario === 'identidad',
      campos,
      changed: campos.some(({ antes, ahora }) => antes !== null && antes !== ahora),
    }
  })
}

/** Key of the photograph among the sections: it returns together with the first one of the curricular. */
export const FOTOGRAFIA = 'fotografia'

/** The rounds that wait for something. */
export function openIn({ observaciones }: SeccionCaptura): Observacion[] {
  return observaciones.filter(({ cierre }) => cierre === null)
}

function camposOf(compiled: CompiledCuestionario, seccion: SeccionCaptura, todas: Respuestas): CampoRevision[] {
  const campos = compiled.secciones.find(({ clave }) => clave === seccion.clave)?.campos ?? []
  return campos
    .filter((campo) => esVisible(compiled, campo, todas) || (seccion.verificadas ?? {})[campo] !== undefined)
    .map((campo) => ({
      campo,
      titulo: compiled.questions.get(campo)?.title ?? campo,
      publico: compiled.questions.get(campo)?.['x-publico'] === true,
      antes: seccion.verificadas === null ? null : respuestaText(seccion.verificadas[campo]),
      ahora: respuestaText(seccion.respuestas[campo]),
    }))
}

function respuestasOf(captura: Captura, cuestionario: string): Respuestas {
  const sections = captura.secciones.filter((seccion) => seccion.cuestionario === cuestionario)
  return merged(sections.map(({ respuestas }) => respuestas))
}
