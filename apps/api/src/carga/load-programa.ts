import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { Temporal } from 'temporal-polyfill'
import {
  esPeriodo,
  factKey,
  localDay,
  programar,
  type Milestone,
  type ProcesoPack,
  type ProgramaPack,
  type ScheduledMilestone,
} from '@conoceles/domain'
import { Cumplimiento, Evento, Programa, SIN_REGISTRO } from '../modules/programa/actividades/index.ts'
import type { Simulacro } from '../simulacro/index.ts'
import { loadRemisionesDelPrograma, loadRemisionesSimuladas } from './load-remisiones.ts'
import { asDate, insertInBatches, must } from './rows.ts'
import { insertRow } from '../database/rows.ts'

/** Loads the programme of work of a pack, and the fulfilments that it tells. */
export async function loadPrograma(tx: EntityManager, pack: ProcesoPack, procesoId: string): Promise<void> {
  const { programa, zona } = pack
  await insertRow(tx, Programa, { procesoId, contenido: programa })
  const rows = hechosOf(programa).map(({ actividad, milestone, fecha, documento, cita, aplica = true }) => ({
    ...toCumplimiento(
      { entregable: actividad, milestone, en: at(fecha, { zona, hora: '12:00' }) },
      { procesoId, referencia: documento ?? cita.dice, folio: 'PROGRAMA' },
    ),
    aplica,
  }))
  await insertInBatches(tx, Cumplimiento, rows)
  await loadRemisionesDelPrograma(tx, { pack, procesoId, done: rows.filter(({ aplica }) => aplica) })
}

/** Keeps the facts whose milestone has a date: a fact of the table's last column repeats one of the text. */
function hechosOf({ hechos, actividades }: ProgramaPack): ProgramaPack['hechos'] {
  const dated = new Set(actividades.flatMap(({ clave, statements }) => statements.map(({ milestone }) => factKey(clave, milestone))))
  return hechos.filter(({ actividad, milestone }) => dated.has(factKey(actividad, milestone)))
}

interface Loading {
  pack: ProcesoPack
  procesoId: string
  simulacro: Simulacro
  /** By number. */
  acuerdos: Map<string, string>
  ahora: string
}

/** Synthetic evidence of all that fell due before the simulacro begins; some of it late, one duty overdue. */
export async function loadEvidencias(tx: EntityManager, loading: Loading): Promise<void> {
  const { pack, procesoId, ahora } = loading
  const eventos = eventosOf(loading)
  await insertInBatches(tx, Evento, eventos)
  const hoy = localDay(ahora, pack.zona)
  const known = new Set(hechosOf(pack.programa).map(({ actividad, milestone }) => factKey(actividad, milestone)))
  const due = programar({ ...pack.programa, eventos, resoluciones: [], facts: new Map() }).filter(
    ({ occurrence, milestone, rige }) =>
      !esPeriodo(milestone) && rige?.fin != null && rige.fin < hoy && !known.has(factKey(occurrence.clave, milestone)),
  )
  const rows = due.flatMap((each, index) => {
    const en = doneAt(each, pack.zona)
    const { milestone } = each
    const referencia = `SIMULACRO/${milestone.toUpperCase()}/${String(index + 1).padStart(3, '0')}`
    return en ? [toCumplimiento({ entregable: each.occurrence.clave, milestone, en }, { procesoId, referencia, folio: 'SIMULACRO' })] : []
  })
  await insertInBatches(tx, Cumplimiento, rows)
  await loadRemisionesSimuladas(tx, { pack, procesoId, done: rows })
}

const LATE_DAYS: Record<string, number> = { '11.5/2023-12#remision': 1, '11.6#pleno': 2 }
const OVERDUE = '11.12#remision'

function doneAt({ occurrence, milestone, rige }: ScheduledMilestone, zona: string): Date | null {
  const key = factKey(occurrence.clave, milestone)
  if (key === OVERDUE || !rige?.fin) return null
  const day = Temporal.PlainDate.from(rige.fin).add({ days: LATE_DAYS[key] ?? 0 })
  return at(day.toString(), { zona, hora: '14:00' })
}

/** The acuerdos that approved the candidaturas of the simulacro opened their duties of the next day. */
function eventosOf({ pack, procesoId, simulacro, acuerdos }: Loading): Evento[] {
  const cargoOf = new Map(pack.contiendas.map(({ clave, cargo }) => [clave, cargo]))
  const byNumero = new Map<string, { fecha: string; cargos: Set<string> }>()
  for (const { acuerdoNumero, acuerdoFecha, contienda } of simulacro.candidaturas) {
    const entry = byNumero.get(acuerdoNumero) ?? { fecha: acuerdoFecha, cargos: new Set<string>() }
    entry.cargos.add(must(cargoOf.get(contienda), contienda))
    byNumero.set(acuerdoNumero, entry)
  }
  return [...byNumero].map(([numero, { fecha, cargos }]) => ({
    id: randomUUID(),
    procesoId,
    tipo: 'acuerdo_candidaturas',
    actividades: pack.listados.filter((listado) => listado.cargos.some((cargo) => cargos.has(cargo))).map(({ clave }) => clave),
    fecha,
    ocurridoEn: at(fecha, { zona: pack.zona, hora: '12:00' }),
    acuerdoId: must(acuerdos.get(numero), numero),
    titulo: `Acuerdo ${numero}`,
    ...SIN_REGISTRO,
  }))
}

interface Done {
  entregable: string
  milestone: Milestone
  en: Date
}

function toCumplimiento({ entregable, milestone, en }: Done, rest: Pick<Cumplimiento, 'procesoId' | 'referencia' | 'folio'>): Cumplimiento {
  const nobody = { registradoPor: null, anuladoEn: null, anuladoPor: null, anuladoMotivo: null }
  return { id: randomUUID(), entregable, milestone, aplica: true, ocurridoEn: en, documentoId: null, registradoEn: en, ...nobody, ...rest }
}

/** Only the day is known: the hour is a convention. */
function at(day: string, { zona, hora }: { zona: string; hora: string }): Date {
  const instant = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zona, plainTime: hora }).toInstant()
  return must(asDate(instant.toString()), day)
}
