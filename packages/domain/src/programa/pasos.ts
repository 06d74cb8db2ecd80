import type { Milestone, StepPack, TipoPaso } from './actividad.ts'

/** When something was done, as a local day, and the number or the words that prove it. */
export interface Hecho {
  fecha: string
  referencia: string
}

/** Known work on one entregable; only what stands, nothing that was withdrawn or annulled. */
export interface Trabajo {
  primeraVersion: { numero: number; fecha: string } | null
  /** Records of the steps that have their own evidence, by clave of the step. */
  registros: ReadonlyMap<string, Hecho & { sinObservaciones: boolean }>
  observaciones: { total: number; sinAtender: number }
  /** Minimum contents that were found in a version that stands. */
  contenidos: readonly string[]
}

/** An entregable on which nobody worked yet. */
export const SIN_TRABAJO: Trabajo = {
  primeraVersion: null,
  registros: new Map(),
  observaciones: { total: 0, sinAtender: 0 },
  contenidos: [],
}

/** Milestones that were reached; `aplica` false when a person said that one is not owed. */
export type Alcanzados = ReadonlyMap<Milestone, Hecho & { aplica: boolean }>

export const ESTATUS_PASO = ['hecho', 'no_aplica', 'en_curso', 'pendiente'] as const
export type EstatusPaso = (typeof ESTATUS_PASO)[number]

export interface PasoEvaluado {
  paso: StepPack
  estatus: EstatusPaso
  /** Null while it is not done. */
  hecho: Hecho | null
  /** Claves of earlier steps that it got ahead of: not done yet, or done on a later day. */
  antesDe: string[]
  /** True if it was left behind: a later moment was reached without it. */
  rebasado: boolean
}

/** Whether a step is done by a record of its own: the others are done by a version or by their milestone. */
export function seRegistra(tipo: TipoPaso): boolean {
  return tipo !== 'proyecto' && tipo !== 'hito'
}

/**
 * How each step of a chain stands, from facts alone. A step is in course when the ones before it are done, or a part of it is. The order
 * is told and binds nobody: a step done ahead of its turn is told, not refused.
 */
export function evaluarPasos(cadena: readonly StepPack[], trabajo: Trabajo, alcanzados: Alcanzados): PasoEvaluado[] {
  const hechos = cadena.map((paso) => hechoDe(paso, trabajo, alcanzados))
  const reached = cadena.findLastIndex(({ tipo }, at) => tipo === 'hito' && hechos[at] !== null)
  return cadena.map((paso, at) => {
    const hecho = hechos[at] ?? null
    const rebasado = hecho === null && at < reached
    const turn = !rebasado && at > 0 && hechos[at - 1] !== null
    return {
      paso,
      hecho,
      rebasado,
      estatus: hecho === null ? openEstatus(turn || hasBegun(paso, trabajo)) : doneEstatus(paso, alcanzados),
      antesDe: hecho === null ? [] : cadena.slice(0, at).flatMap(({ clave }, before) => (isAhead(hecho, hechos[before]) ? [clave] : [])),
    }
  })
}

/** The first step that waits, behind the last moment that was reached; null when none does. */
export function siguientePaso(pasos: readonly PasoEvaluado[]): StepPack | null {
  return pasos.find(({ hecho, rebasado }) => hecho === null && !rebasado)?.paso ?? null
}

function hechoDe(paso: StepPack, trabajo: Trabajo, alcanzados: Alcanzados): Hecho | null {
  if (paso.tipo === 'hito') return (paso.milestone && alcanzados.get(paso.milestone)) ?? null
  if (paso.tipo === 'proyecto') return versionHecha(trabajo)
  const registro = trabajo.registros.get(paso.clave)
  return registro && (paso.tipo !== 'observaciones' || areAttended(registro, trabajo)) ? registro : null
}

function versionHecha({ primeraVersion }: Trabajo): Hecho | null {
  return primeraVersion && { fecha: primeraVersion.fecha, referencia: `Versión ${primeraVersion.numero}` }
}

/** Every observación has its answer; that there were none is something that somebody says, not what silence means. */
function areAttended({ sinObservaciones }: { sinObservaciones: boolean }, { observaciones: { total, sinAtender } }: Trabajo): boolean {
  return total > 0 ? sinAtender === 0 : sinObservaciones
}

function hasBegun({ tipo, clave }: StepPack, { registros, observaciones }: Trabajo): boolean {
  return tipo === 'observaciones' && (registros.has(clave) || observaciones.total > 0)
}

function openEstatus(begun: boolean): EstatusPaso {
  return begun ? 'en_curso' : 'pendiente'
}

function doneEstatus({ milestone }: StepPack, alcanzados: Alcanzados): EstatusPaso {
  return milestone !== null && alcanzados.get(milestone)?.aplica === false ? 'no_aplica' : 'hecho'
}

function isAhead(hecho: Hecho, earlier: Hecho | null | undefined): boolean {
  return earlier == null || earlier.fecha > hecho.fecha
}
