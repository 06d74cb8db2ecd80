import { MOMENTOS, type Milestone, type TipoAdvertencia } from './actividad.ts'
import type { PasoEvaluado } from './pasos.ts'

export interface AdvertenciaCadena {
  tipo: TipoAdvertencia
  /** Approvals that are missing; only of `sin_aprobacion`. */
  momentos: Milestone[]
  texto: string
}

/** State of an entregable when one of its moments is about to be recorded. */
export interface EnCadena {
  pasos: readonly PasoEvaluado[]
  /** Minimum contents that nobody found in a version that stands. */
  contenidosAbiertos: readonly string[]
  /** Moments of other actividades from which its remisión counts. */
  ajenos: readonly { numero: string; milestone: Milestone; cumplido: boolean }[]
  /** Its remisión is still owed, and its term is over. */
  remisionVencida: boolean
}

/** Warnings before a moment is recorded: the same in every actividad, by its own chain. They stop nothing unless the pack says so. */
export function advertirCadena(milestone: Milestone, cadena: EnCadena): AdvertenciaCadena[] {
  const antes = faltanAntes(milestone, cadena.pasos)
  const trabajo = antes.filter(({ tipo }) => tipo !== 'hito' && tipo !== 'proyecto').map(({ texto }) => texto)
  return [
    ...sinAprobacion(milestone, cadena),
    ...alert('sin_documento', antes.some(({ tipo }) => tipo === 'proyecto') && 'No consta ninguna versión de su documento.'),
    ...alert('sin_contenidos', list('Nadie ha señalado dónde está: ', cadena.contenidosAbiertos)),
    ...alert('sin_pasos', list('Sin registro: ', trabajo)),
    ...alert(
      'remision_vencida',
      milestone === 'integracion' && cadena.remisionVencida && 'Se integra cuando su remisión al INE ya venció.',
    ),
  ]
}

/** Steps before the one of a moment that nobody did. What is presented to the Pleno stands where the Pleno approves it. */
function faltanAntes(milestone: Milestone, pasos: readonly PasoEvaluado[]): PasoEvaluado['paso'][] {
  const own = milestone === 'presentacion' ? 'pleno' : milestone
  const at = pasos.findIndex(({ paso }) => paso.milestone === own)
  return pasos.slice(0, Math.max(at, 0)).flatMap(({ paso, hecho }) => (hecho === null ? [paso] : []))
}

function sinAprobacion(milestone: Milestone, { pasos, ajenos }: EnCadena): AdvertenciaCadena[] {
  const own = faltanAntes(milestone, pasos).flatMap((paso) => paso.milestone ?? [])
  const others = milestone === 'remision' ? ajenos.filter(({ cumplido }) => !cumplido) : []
  const momentos = [...new Set([...own, ...others.map((each) => each.milestone)])]
  const nombres = [
    ...new Set(own.map((each) => MOMENTOS[each])),
    ...others.map(({ numero, milestone: other }) => `${MOMENTOS[other]} de ${numero}`),
  ]
  return alert('sin_aprobacion', list('No consta: ', nombres)).map((told) => ({ ...told, momentos }))
}

function list(opening: string, parts: readonly string[]): string | false {
  return parts.length > 0 && `${opening}${parts.join('; ')}.`
}

function alert(tipo: TipoAdvertencia, texto: string | false): AdvertenciaCadena[] {
  return texto === false ? [] : [{ tipo, momentos: [], texto }]
}
