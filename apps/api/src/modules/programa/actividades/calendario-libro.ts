import { entriesOf, isOneOf, keysOf } from '@conoceles/domain/typed'
import {
  coincideFiltro,
  entregableName,
  lugarDeCita,
  MILESTONE_VERBS,
  type EstatusPlazo,
  type FiltroPlazos,
  MILESTONES,
  type PlazoBuscable,
} from '@conoceles/domain'
import { Temporal } from 'temporal-polyfill'
import { instanteEnPalabras } from '../../../shared/documentos/fechas.ts'
import type { Cell, Sheet, Workbook } from '../../../shared/documentos/xlsx/model.ts'
import type { EntregableDto, HitoDto, TableroDto } from './actividades.dto.ts'

export interface CalendarioLibro {
  tablero: TableroDto
  filtro: FiltroPlazos
  instituto: string
  proceso: string
  simulacro: boolean
  zona: string
}

interface Plazo {
  entregable: EntregableDto
  hito: HitoDto
}

/** The calendar to be worked with: the programme's own table, each requested moment, and an explanation of both. */
export function toWorkbook(libro: CalendarioLibro): Workbook {
  const { tablero, filtro } = libro
  const todos = tablero.elementos.flatMap((entregable) => entregable.hitos.map((hito) => ({ entregable, hito })))
  const plazos = todos.filter((plazo) => coincideFiltro(plazo as PlazoBuscable, filtro))
  return {
    title: 'Calendario con el INE',
    author: libro.instituto,
    createdAt: tablero.en,
    sheets: [programaSheet(libro, plazos), plazosSheet(libro, plazos), about(libro, { total: todos.length, plazos: plazos.length })],
  }
}

/** As the programme prints it, beside the dates that govern now: the rows of the actividades that hold a requested moment. */
function programaSheet({ tablero, zona }: CalendarioLibro, plazos: readonly Plazo[]): Sheet {
  const asked = new Set(plazos.map(({ entregable }) => entregable.actividad))
  const rows = tablero.filas
    .filter(({ actividad }) => asked.has(actividad))
    .map((fila): Cell[] => {
      const entregable = tablero.elementos.find(({ clave }) => clave === fila.actividad)
      const hito = entregable?.hitos.find(({ milestone }) => milestone === fila.milestone)
      const printed = [day(fila.inicio), day(fila.fin), day(fila.cumplida)]
      return [entregable?.nombre ?? '', entregable?.numero ?? '', ...printed, verbOf(fila.milestone), ...(hito ? stateOf(hito, zona) : [])]
    })
  const headings = ['Actividad', 'ID', 'Fecha de inicio', 'Fecha de término', 'Cumplida, según el programa', 'Qué se debe', ...STATE]
  return { name: 'Programa', widths: [70, 10, 16, 16, 16, 34, ...STATE_WIDTHS], headerRows: 1, rows: [headings, ...rows] }
}

function plazosSheet({ zona }: CalendarioLibro, plazos: readonly Plazo[]): Sheet {
  const rows = plazos.map(({ entregable, hito }): Cell[] => [
    entregable.numero,
    entregableName(entregable),
    verbOf(hito.milestone),
    hito.responsables.map(({ nombre }) => nombre).join('; '),
    day(hito.inicio),
    ...stateOf(hito, zona),
    hito.conflictos,
    hito.cita && `${lugarDeCita(hito.cita)}: «${hito.cita.dice}»`,
  ])
  const headings = [
    'ID',
    'Entregable',
    'Qué se debe',
    'Responsables',
    'Desde',
    ...STATE,
    'Contradicciones sin resolver',
    'Fuente de la fecha',
  ]
  return { name: 'Plazos', widths: [10, 70, 34, 40, 12, ...STATE_WIDTHS, 16, 50], headerRows: 1, rows: [headings, ...rows] }
}

const STATE = ['Vence', 'Cómo va', 'Días de retraso', 'Hecha el', 'Hora', 'Evidencia']
const STATE_WIDTHS = [12, 20, 12, 12, 8, 34]

/** A term and its evidence; an instant is a day and an hour of the zone of the proceso. */
function stateOf({ vence, estatus, retrasoMinutos, cumplimiento }: HitoDto, zona: string): Cell[] {
  const done = cumplimiento?.aplica ? Temporal.Instant.from(cumplimiento.ocurridoEn).toZonedDateTimeISO(zona) : null
  return [
    day(vence),
    ESTATUS[estatus],
    retrasoMinutos === null ? null : Math.ceil(retrasoMinutos / DAY),
    day(done && done.toPlainDate().toString()),
    done && done.toPlainTime().toString({ smallestUnit: 'minute' }),
    cumplimiento?.referencia ?? null,
  ]
}

const DAY = 24 * 60

const ESTATUS: Record<EstatusPlazo, string> = {
  no_aplica: 'No aplica',
  sin_fecha: 'Sin fecha',
  pendiente: 'Todavía no',
  en_curso: 'En curso',
  por_vencer: 'Por vencer',
  cumplida_en_tiempo: 'Cumplida en tiempo',
  cumplida_tarde: 'Cumplida tarde',
  concluido: 'Periodo concluido',
  vencida: 'Vencida',
}

function about(
  { tablero, filtro, instituto, proceso, simulacro, zona }: CalendarioLibro,
  counts: { total: number; plazos: number },
): Sheet {
  const fuentes = [...new Set(tablero.elementos.flatMap(({ hitos }) => hitos.flatMap(({ cita }) => cita?.seccion ?? [])))]
  const rows: Cell[][] = [
    ...(simulacro ? [['Aviso', 'Simulacro: la evidencia de lo hecho es ficticia.']] : []),
    ['Libro', 'Calendario de lo que el instituto debe al INE'],
    ['Instituto', instituto],
    ['Proceso', proceso],
    ['Corte', instanteEnPalabras(tablero.en, zona)],
    ['Plazos', `${counts.plazos} de ${counts.total}`],
    ...entriesOf(filtro).flatMap(([key, value]) => (value === undefined ? [] : [[FILTROS[key], filterText(tablero, key, value)]])),
    ['Vencimiento', 'Cada plazo vence a las 23:59:59 de su día, hora de la zona del proceso.'],
    ['Hoja «Programa»', 'Fechas de inicio y de término como las imprime el programa de trabajo; junto a ellas, lo que rige ahora.'],
    ['Contradicciones', 'Mientras nadie decida entre fuentes que se contradicen, se toma la fecha que vence primero.'],
    ['Fuentes', `Apartados citados: ${fuentes.join('; ')}.`],
  ]
  return { name: 'Acerca del calendario', widths: [26, 120], headerRows: 0, rows }
}

const FILTROS: Record<keyof FiltroPlazos, string> = {
  q: 'Filtro: palabras',
  area: 'Filtro: área responsable',
  estatus: 'Filtro: cómo va',
  milestone: 'Filtro: qué se debe',
  actividad: 'Filtro: actividad',
  contradicciones: 'Filtro: contradicciones',
}

function filterText({ elementos }: TableroDto, key: string, value: string): string {
  const areas = elementos.flatMap(({ hitos }) => hitos.flatMap(({ responsables }) => responsables))
  if (key === 'area') return areas.find(({ clave }) => clave === value)?.nombre ?? value
  if (key === 'estatus' && isOneOf(keysOf(ESTATUS), value)) return ESTATUS[value]
  if (key === 'milestone') return verbOf(value)
  if (key === 'contradicciones') return 'Sólo lo que tiene fuentes que se contradicen'
  return value
}

function verbOf(milestone: string): string {
  return isOneOf(MILESTONES, milestone) ? MILESTONE_VERBS[milestone] : milestone
}

function day(date: string | null): Cell {
  return date === null ? null : { day: date }
}
