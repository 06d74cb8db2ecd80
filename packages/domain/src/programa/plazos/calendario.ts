import { longDate } from '../../base/fecha.ts'
import type { ActividadPack, HechoPack, Milestone, ProgramaPack } from '../actividad.ts'
import { createDiasHabiles, descansosDe, type MotivoInhabil, type ReglasLaborales } from '../../base/dias-habiles.ts'
import type { ScheduledMilestone } from './programar.ts'

/** Section of the programme that is its own calendar, a table with one row for each actividad. */
export const SECCION_CALENDARIO = 'calendario'

/** Verb of each milestone, as a sentence begins. */
export const MILESTONE_VERBS: Record<Milestone, string> = {
  inicio: 'Empezar',
  comision: 'Aprobar en la Comisión',
  integracion: 'Integrar el documento',
  pleno: 'Aprobar en el Pleno',
  comite: 'Aprobar en el Comité de Transparencia',
  presentacion: 'Presentar al Pleno',
  remision: 'Remitir al INE',
  publicacion: 'Publicar',
  termino: 'Fin del periodo',
}

interface Named {
  nombre: string
  /** `YYYY-MM`. */
  mes: string | null
  evento: { titulo: string } | null
}

/** Name of a duty: the actividad, with the month that it reports or what opened it. */
export function entregableName({ nombre, mes, evento }: Named): string {
  if (evento) return `${nombre}. ${evento.titulo}`
  return mes === null ? nombre : `${nombre}: ${longDate(`${mes}-01`).replace('1 de ', '')}`
}

/** Sentence of a duty; a name that says it already is not said twice. */
export function plazoSentence(entregable: Named, milestone: Milestone): string {
  const [verb, name] = [MILESTONE_VERBS[milestone], entregableName(entregable)]
  return firstWord(name) === firstWord(verb) ? name : `${verb}: ${name}`
}

function firstWord(text: string): string | undefined {
  return text.split(' ')[0]
}

/** A row of the calendar that the programme prints. Days are ISO 8601. */
export interface FilaImpresa {
  actividad: string
  /** Which milestone its dates are of. */
  milestone: Milestone
  inicio: string
  fin: string
  /** Its column "Cumplida". */
  cumplida: string | null
}

/** The calendar as the programme prints it, row by row; nothing of it is computed. */
export function filasImpresas({ actividades, hechos }: Pick<ProgramaPack, 'actividades' | 'hechos'>): FilaImpresa[] {
  return actividades.flatMap((actividad) => filaOf(actividad, hechos))
}

function filaOf({ clave, statements }: ActividadPack, hechos: readonly HechoPack[]): FilaImpresa[] {
  const printed = statements.find(({ cita }) => cita.seccion === SECCION_CALENDARIO)
  if (printed?.regla.tipo !== 'ventana') return []
  const { inicio, fin } = printed.regla
  const done = hechos.find(({ actividad, cita }) => actividad === clave && cita.seccion === SECCION_CALENDARIO)
  return [{ actividad: clave, milestone: printed.milestone, inicio, fin, cumplida: done?.fecha ?? null }]
}

/** A milestone that counts from another. */
export interface Dependencia {
  /** `fecha`: the day from which it counts, once there is one. */
  de: { occurrence: string; milestone: Milestone; fecha: string | null }
  a: { occurrence: string; milestone: Milestone }
  dias: number
  tipoDias: 'naturales' | 'habiles'
  /** Whether the date that governs comes from it. */
  rige: boolean
}

/** Dependencies between milestones: one for each pair, however many sources say it. */
export function dependencias(scheduled: readonly ScheduledMilestone[]): Dependencia[] {
  const found = new Map<string, Dependencia>()
  for (const each of scheduled) {
    for (const dependencia of dependenciasOf(each)) {
      const key = JSON.stringify([dependencia.de, dependencia.a, dependencia.dias, dependencia.tipoDias])
      found.set(key, { ...dependencia, rige: dependencia.rige || found.get(key)?.rige === true })
    }
  }
  return [...found.values()]
}

function dependenciasOf({ occurrence, milestone, statements, rige }: ScheduledMilestone): Dependencia[] {
  return statements.flatMap((each) => {
    const { regla } = each.statement
    if (regla.tipo !== 'despues') return []
    const { de, dias, tipoDias } = regla
    const from = { occurrence: de.actividad ?? occurrence.clave, milestone: de.milestone, fecha: each.inicio }
    return [{ de: from, a: { occurrence: occurrence.clave, milestone }, dias, tipoDias, rige: each === rige }]
  })
}

/** A day on which nobody works, and why. */
export interface DiaInhabil {
  fecha: string
  motivo: MotivoInhabil
  /** Name of the rest day; null on a mere Saturday or Sunday. */
  nombre: string | null
}

/** The days of a range on which nobody works, both ends included. */
export function diasInhabiles({ desde, hasta }: { desde: string; hasta: string }, laborales: ReglasLaborales): DiaInhabil[] {
  const habiles = createDiasHabiles(laborales)
  const names = restDayNames({ desde, hasta }, laborales)
  const found: DiaInhabil[] = []
  for (let fecha = desde; fecha <= hasta; fecha = habiles.sumar(fecha, { dias: 1, tipoDias: 'naturales' })) {
    const motivo = habiles.motivoInhabil(fecha)
    if (motivo !== null) found.push({ fecha, motivo, nombre: names.get(fecha) ?? null })
  }
  return found
}

const NO_REST = { descansos: [], jornadas: [], propios: [], todosHabiles: [] }

function restDayNames({ desde, hasta }: { desde: string; hasta: string }, laborales: ReglasLaborales): Map<string, string> {
  const names = new Map<string, string>()
  for (let anio = yearOf(desde); anio <= yearOf(hasta); anio += 1) {
    for (const regla of laborales.descansos) {
      for (const fecha of descansosDe(anio, { ...NO_REST, descansos: [regla] })) names.set(fecha, regla.nombre)
    }
  }
  for (const fecha of laborales.propios) names.set(fecha, 'Día inhábil del instituto')
  for (const fecha of laborales.jornadas) names.set(fecha, 'Jornada electoral')
  return names
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}
