import { searchWords } from '../../base/text.ts'
import type { Milestone } from '../actividad.ts'
import type { EstatusPlazo } from './estatus-plazo.ts'
import { entregableName, MILESTONE_VERBS } from './calendario.ts'
import { keysOf } from '../../base/typed.ts'

/** A moment of a duty, with the words by which it can be searched. */
export interface PlazoBuscable {
  entregable: { numero: string; actividad: string; nombre: string; mes: string | null; evento: { titulo: string } | null }
  hito: {
    milestone: Milestone
    estatus: string
    responsables: readonly { clave: string; nombre: string }[]
    conflictos: number
    cumplimiento: { referencia: string } | null
  }
}

/** Filters of the calendar; every part that is there has to be met. */
export interface FiltroPlazos {
  /** Words; each must begin one of the duty's. */
  q?: string
  /** Clave of an area that answers for it. */
  area?: string
  estatus?: EstatusPlazo
  milestone?: Milestone
  actividad?: string
  /** Only what sources contradict and nobody decided. */
  contradicciones?: 'si'
}

/** Whether a moment passes the filters: the consola and the exported workbook filter alike. */
export function coincideFiltro(plazo: PlazoBuscable, filtro: FiltroPlazos): boolean {
  return keysOf(TESTS).every((key) => {
    const asked = filtro[key]
    return asked === undefined || TESTS[key](plazo, asked)
  })
}

const TESTS: Record<keyof FiltroPlazos, (plazo: PlazoBuscable, asked: string) => boolean> = {
  q: hasWords,
  area: ({ hito }, asked) => hito.responsables.some(({ clave }) => clave === asked),
  estatus: ({ hito }, asked) => hito.estatus === asked,
  milestone: ({ hito }, asked) => hito.milestone === asked,
  actividad: ({ entregable }, asked) => entregable.actividad === asked,
  contradicciones: ({ hito }) => hito.conflictos > 0,
}

function hasWords({ entregable, hito }: PlazoBuscable, asked: string): boolean {
  const areas = hito.responsables.map(({ nombre }) => nombre)
  const said = [
    entregable.numero,
    entregableName(entregable),
    MILESTONE_VERBS[hito.milestone],
    ...areas,
    hito.cumplimiento?.referencia ?? '',
  ]
  const words = searchWords(said.join(' '))
  return searchWords(asked).every((part) => words.some((word) => word.startsWith(part)))
}
