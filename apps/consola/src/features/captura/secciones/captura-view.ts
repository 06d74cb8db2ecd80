import {
  cleanRespuestas,
  declineFaltantes,
  esVisible,
  faltantesDe,
  type CompiledCuestionario,
  type Faltante,
} from '@conoceles/cuestionarios'
import { merged } from '@conoceles/domain/typed'
import type { Captura, EstatusSeccion, Respuestas, SeccionCaptura } from '../../../api-types.ts'
import { isBlank } from '../../../shared/captura/respuestas.ts'
import { nameOf, type Draft, type Entry, type Phase } from '../../../shared/guardado/save-queue.ts'
import type { Cuestionarios } from '../../../shared/captura/cuestionarios.ts'

export interface CapturaSources {
  captura(): Captura | null
  cuestionarios(): Cuestionarios
  entries: ReadonlyMap<string, Entry>
}

export const UNFINISHED: readonly EstatusSeccion[] = ['vacia', 'en_captura']
const HELD: readonly Phase[] = ['sin_conexion', 'conflicto', 'rechazado', 'sin_acceso']

/** Answers that decline what is missing in a section. */
export interface SinContestar {
  seccion: SeccionCaptura
  respuestas: Respuestas
}

export type CapturaView = ReturnType<typeof createCapturaView>

/** The captura as it stands on this screen: the answers of the server, with the written ones on top. */
export function createCapturaView({ captura, cuestionarios, entries }: CapturaSources) {
  const entryOf = (seccion: SeccionCaptura): Entry | undefined => entries.get(nameFor(seccion))

  function nameFor({ cuestionario, clave }: SeccionCaptura): string {
    return nameOf({ candidaturaId: captura()?.candidaturaId ?? '', cuestionario, seccion: clave })
  }

  const respuestasOf = (seccion: SeccionCaptura): Respuestas => entryOf(seccion)?.draft.respuestas ?? seccion.respuestas

  /** Respuestas of every section of a cuestionario. */
  function todasOf(cuestionario: string): Respuestas {
    const sections = captura()?.secciones.filter((seccion) => seccion.cuestionario === cuestionario) ?? []
    return merged(sections.map(respuestasOf))
  }

  function faltantesOf(seccion: SeccionCaptura): Faltante[] {
    const compiled = cuestionarios().get(seccion.cuestionario)?.compiled
    if (compiled === undefined) return seccion.faltantes
    return faltantesDe(compiled, seccion.clave, respuestasOf(seccion), todasOf(seccion.cuestionario))
  }

  /** Whether the section has any question left, given the respuestas elsewhere. */
  function asks({ cuestionario, clave }: SeccionCaptura): boolean {
    const compiled = cuestionarios().get(cuestionario)?.compiled
    return compiled === undefined || camposDe(compiled, clave).some((campo) => esVisible(compiled, campo, todasOf(cuestionario)))
  }

  function estatusOf(seccion: SeccionCaptura): EstatusSeccion {
    const entry = entryOf(seccion)
    if (entry === undefined) return seccion.estatus
    if (entry.phase === 'guardado') return entry.saved?.estatus ?? seccion.estatus
    if (Object.values(entry.draft.respuestas).every(isBlank)) return 'vacia'
    return faltantesOf(seccion).length === 0 ? 'completa' : 'en_captura'
  }

  /** Whether the server only waits to be told that this is all of it: nothing is missing, and nothing was written that would be sent. */
  function isPassable(seccion: SeccionCaptura): boolean {
    const { editable, estatus } = seccion
    const open = editable && entryOf(seccion) === undefined && UNFINISHED.includes(estatus)
    return open && faltantesOf(seccion).length === 0
  }

  /** Whether something written here has trouble reaching the server. */
  const isHeld = (seccion: SeccionCaptura): boolean => HELD.some((phase) => phase === entryOf(seccion)?.phase)

  /** Draft that would be sent for a section, cleaned as the server will clean it. */
  function draftOf(seccion: SeccionCaptura, written: Respuestas): Draft | null {
    const compiled = cuestionarios().get(seccion.cuestionario)?.compiled
    const { candidaturaId } = captura() ?? {}
    if (compiled === undefined || candidaturaId === undefined) return null
    const respuestas = cleanRespuestas(compiled, seccion.clave, written, todasOf(seccion.cuestionario))
    const { cuestionario, clave, version, respuestas: base } = seccion
    return { candidaturaId, cuestionario, seccion: clave, version, base, respuestas, attempt: null }
  }

  /** Open sections whose missing questions may be declined, with the answers that decline them. */
  function sinContestar(): SinContestar[] {
    const open = captura()?.secciones.filter((seccion) => seccion.editable && entryOf(seccion)?.actual == null) ?? []
    return open.flatMap((seccion) => {
      const compiled = cuestionarios().get(seccion.cuestionario)?.compiled
      const respuestas = compiled === undefined ? {} : declinedIn(compiled, seccion.clave, todasOf(seccion.cuestionario))
      return Object.keys(respuestas).length > 0 ? [{ seccion, respuestas }] : []
    })
  }

  return { entryOf, nameFor, respuestasOf, todasOf, faltantesOf, asks, estatusOf, isPassable, isHeld, draftOf, sinContestar }
}

/** The questions of a section, whether the respuestas elsewhere leave them to be asked or not. */
export function camposDe(compiled: CompiledCuestionario | undefined, clave: string): readonly string[] {
  return compiled?.secciones.find((section) => section.clave === clave)?.campos ?? []
}

function declinedIn(compiled: CompiledCuestionario, clave: string, todas: Respuestas): Respuestas {
  const own = camposDe(compiled, clave)
  return Object.fromEntries(Object.entries(declineFaltantes(compiled, todas)).filter(([campo]) => own.includes(campo)))
}
