import { Temporal } from 'temporal-polyfill'
import type { DiasHabiles } from '../base/dias-habiles.ts'
import type { Milestone, StepPack } from './actividad.ts'
import type { PasoEvaluado } from './pasos.ts'
import { TIPOS_SESION, type ReglasSesionPack, type TipoSesion } from './sesiones/reglas.ts'

/** A step that is left, with the last day on which it leaves time for those after it. */
export interface PasoPlaneado {
  paso: StepPack
  fecha: string
  /** Last day to convene the organ that approves; null in steps that are no sesión, or whose sesión was convened. */
  convocar: string | null
}

/** Dates of the work that is left, counted back from its terms. */
export interface PlanTrabajo {
  /** Kind of the sesiones: the one with the longest convocatoria for which the time is enough. */
  tipo: TipoSesion
  /** False: not even the shortest convocatorias leave time for every step. */
  alcanza: boolean
  /** Day by which the first of its steps must be done. */
  empezar: string
  /** With the longest convocatorias its first step is due today or was. */
  urge: boolean
  pasos: PasoPlaneado[]
}

export interface PorPlanear {
  pasos: readonly PasoEvaluado[]
  /** Last day of each milestone that is owed and dated. */
  vencimientos: ReadonlyMap<Milestone, string>
  /** Terms of the convocatoria of the organ that gives each approval. */
  convocatorias: ReadonlyMap<Milestone, ReglasSesionPack['convocatoriaHoras']>
  habiles: DiasHabiles
  hoy: string
}

/** Feasible dates of what is left; null when nothing is left, nothing dates it, or a term is over already. */
export function planearTrabajo(entrada: PorPlanear): PlanTrabajo | null {
  const { hoy } = entrada
  const left = entrada.pasos.filter(({ hecho, rebasado }) => hecho === null && !rebasado).map(({ paso }) => paso)
  const terms = left.flatMap((paso) => termDe(paso, entrada) ?? [])
  if (terms.length === 0 || terms.some((term) => term < hoy)) return null
  const plans = TIPOS_SESION.map((tipo) => new Planner(entrada, tipo).plan(left))
  const chosen = plans.find((plan) => plan?.alcanza === true) ?? plans.at(-1)
  return chosen ? { ...chosen, urge: (plans[0]?.empezar ?? hoy) <= hoy } : null
}

class Planner {
  /** Last day for the step before; null while no term is known. */
  private limite: string | null = null

  constructor(
    private readonly entrada: PorPlanear,
    private readonly tipo: TipoSesion,
  ) {}

  plan(left: readonly StepPack[]): Omit<PlanTrabajo, 'urge'> | null {
    const pasos = left.toReversed().flatMap((paso) => this.place(paso) ?? []).toReversed() // prettier-ignore
    const [first] = pasos
    return first ? { tipo: this.tipo, alcanza: (first.convocar ?? first.fecha) >= this.entrada.hoy, empezar: first.fecha, pasos } : null
  }

  private place(paso: StepPack): PasoPlaneado | null {
    this.limite = earliest(this.limite, termDe(paso, this.entrada))
    if (this.limite === null) return null
    const fecha = this.habil(this.limite)
    const convocar = this.convocarDe(paso, fecha)
    this.limite = convocar ?? (STAYS.includes(paso.tipo) ? fecha : this.habil(dayBefore(fecha, 1)))
    return { paso, fecha, convocar }
  }

  private convocarDe(paso: StepPack, fecha: string): string | null {
    const horas = paso.milestone && !this.isConvened(paso) && this.entrada.convocatorias.get(paso.milestone)
    return horas ? this.habil(dayBefore(fecha, Math.ceil((horas[this.tipo] ?? 0) / HOURS))) : null
  }

  private isConvened(paso: StepPack): boolean {
    const { pasos } = this.entrada
    const before = pasos[pasos.findIndex((each) => each.paso === paso) - 1]
    return before?.paso.tipo === 'convocatoria_sesion' && before.hecho !== null
  }

  private habil(dia: string): string {
    let day = dia
    while (this.entrada.habiles.motivoInhabil(day) !== null) day = dayBefore(day, 1)
    return day
  }
}

const HOURS = 24
/** Steps that may be done on the day of the one after them. */
const STAYS: readonly StepPack['tipo'][] = ['convocatoria_reunion', 'hito']

/** A vote of the Pleno also shows that it was presented: its sesión is in time for both, while both can be met. */
function termDe({ milestone }: StepPack, { vencimientos, hoy }: PorPlanear): string | null {
  const own = (milestone && vencimientos.get(milestone)) ?? null
  const presentacion = (milestone === 'pleno' && vencimientos.get('presentacion')) || null
  return presentacion !== null && presentacion >= hoy ? earliest(own, presentacion) : own
}

function earliest(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other
  return one < other ? one : other
}

function dayBefore(dia: string, days: number): string {
  return Temporal.PlainDate.from(dia).subtract({ days }).toString()
}
