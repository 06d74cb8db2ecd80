import { entregableName, lugarDeCita, MILESTONE_VERBS } from '@conoceles/domain'
import type { Emisor } from '../../intercambio/exportaciones/index.ts'
import { instanteEnPalabras } from '../../../shared/documentos/fechas.ts'
import type { Cell, Sheet, Workbook } from '../../../shared/documentos/xlsx/model.ts'
import type { EscenarioDto, FuenteEscenarioDto, HitoEscenarioDto } from './escenarios.dto.ts'

export interface EscenarioLibro {
  escenario: EscenarioDto
  emisor: Emisor
}

/** Both calendars side by side, each statement behind them, and an explanation of the book. */
export function toWorkbook(libro: EscenarioLibro): Workbook {
  const { escenario, emisor } = libro
  return {
    title: `Escenario: ${escenario.nombre}`,
    author: emisor.instituto.nombre,
    createdAt: escenario.cambiadoEn,
    sheets: [calendario(escenario), fuentes(escenario), about(libro)],
  }
}

const yearOf = (day: string): string => day.slice(0, 4)

function headings({ origen, jornada }: EscenarioDto): string[] {
  return ['ID', 'Entregable', 'Qué se debe', `Fecha ${yearOf(origen.jornada)}`, 'Cómo se obtuvo', `Fecha ${yearOf(jornada)}`]
}

function calendario(escenario: EscenarioDto): Sheet {
  const rows = escenario.hitos.map((hito): Cell[] => [
    ...nameOf(hito),
    day(hito.antes.fin),
    obtencionOf(hito),
    day(hito.ahora.fin),
    dayKind(hito),
    conflictoOf(hito),
  ])
  const first = [...headings(escenario), 'Tipo de día', 'Contradicción']
  return { name: 'Calendario', widths: [10, 70, 34, 13, 60, 13, 30, 100], headerRows: 1, rows: [first, ...rows] }
}

function nameOf({ numero, nombre, mes, milestone, porEvento }: HitoEscenarioDto): Cell[] {
  const evento = porEvento ? { titulo: 'Cada vez que algo lo abre' } : null
  return [numero, entregableName({ nombre, mes, evento }), MILESTONE_VERBS[milestone]]
}

function obtencionOf({ fuentes: all, porEvento }: HitoEscenarioDto): string {
  const rige = all.find((fuente) => fuente.rige)
  if (rige) return rige.obtencion
  return porEvento ? [...new Set(all.map(({ obtencion }) => obtencion))].join('; ') : ''
}

function dayKind({ ahora, inhabil, porEvento }: HitoEscenarioDto): string {
  if (ahora.fin === null) return porEvento ? 'Sin fecha hasta que ocurra' : 'Sin fecha'
  if (inhabil === null) return 'Hábil'
  return inhabil.nombre === null ? `Inhábil: ${inhabil.motivo}` : `Inhábil: ${inhabil.motivo} (${inhabil.nombre})`
}

function conflictoOf({ conflictos, decision }: HitoEscenarioDto): string | null {
  if (conflictos.length === 0) return null
  const decided = decision ? ` Decidida: rige ${decision.statement}. ${decision.razon}` : ''
  return conflictos.map(({ texto }) => texto).join(' ') + decided
}

/** A monthly duty stands once in the programme, and here once for each month. */
function fuentes(escenario: EscenarioDto): Sheet {
  const rows = escenario.hitos.flatMap((hito) =>
    hito.fuentes.map((fuente): Cell[] => [
      ...nameOf(hito),
      day(fuente.antes.fin),
      fuente.obtencion,
      day(fuente.ahora.fin),
      fuente.rige ? 'Sí' : 'No',
      `${lugarDeCita(fuente.cita)}: «${fuente.cita.dice}»`,
      fuente.decia,
      fuente.dice,
      editedBy(fuente),
    ]),
  )
  const first = [...headings(escenario), 'Rige', 'Cita de origen', 'Decía', 'Dice', 'Edición']
  return { name: 'Fuentes', widths: [10, 70, 34, 13, 60, 13, 7, 50, 50, 50, 60], headerRows: 1, rows: [first, ...rows] }
}

function editedBy({ edicion }: FuenteEscenarioDto): string | null {
  return edicion && `${edicion.razon} (${edicion.rol}, ${edicion.en})`
}

function about({ escenario, emisor }: EscenarioLibro): Sheet {
  const { origen, resumen, jornada } = escenario
  const { fuentes: by, hitos, conflictos, inhabiles } = resumen
  const rows: Cell[][] = [
    ['Aviso', 'Borrador: nadie lo ha aprobado. No cambia el calendario que rige.'],
    ['Escenario', escenario.nombre],
    ['Instituto', emisor.instituto.nombre],
    ['Jornada', { day: jornada }],
    ['Confianza', 'Por confirmar: la jornada y cada fecha'],
    ['Sale de', `${origen.nombre} (${origen.proceso}, versión ${origen.version})`],
    ['Jornada de origen', { day: origen.jornada }],
    ['SHA-256 de su programa', origen.sha256],
    ['Último cambio', instanteEnPalabras(escenario.cambiadoEn, emisor.zona)],
    ['Versión', escenario.version],
    ['A la misma distancia de la jornada', `${by.distancia} de ${by.total} fuentes`],
    ['El mismo día de su mes', `${by.mes} de ${by.total} fuentes`],
    ['Por su regla', `${by.regla} de ${by.total} fuentes`],
    ['Editadas', `${by.edicion} de ${by.total} fuentes`],
    ['Cambian de fecha', `${hitos.movidos} de ${hitos.conFecha} momentos con fecha`],
    ['Caen en día inhábil', `${inhabiles} de ${hitos.conFecha} momentos con fecha`],
    ['Con contradicciones', `${conflictos.hitos} de ${hitos.total} momentos; decididas, ${conflictos.resueltos} de ${conflictos.hitos}`],
    ['Fechas de origen', 'Como las da el programa por sus fuentes, antes de las decisiones y de lo que ocurrió.'],
    ['Qué no viaja', 'Lo ocurrido, la evidencia, las decisiones, los días inhábiles propios del instituto y quiénes integran sus órganos.'],
  ]
  return { name: 'Acerca del escenario', widths: [36, 120], headerRows: 0, rows }
}

function day(date: string | null): Cell {
  return date === null ? null : { day: date }
}
