import {
  calidadEnPalabras,
  endOfDay,
  escrita,
  longDate,
  parrafosDe,
  type Calidad,
  type Dias,
  type ParteDe,
  type Plantilla,
  type Sexo,
} from '@conoceles/domain'
import { Temporal } from 'temporal-polyfill'
import type { Emisor } from '../../intercambio/exportaciones/index.ts'
import { cuantas } from '../../../shared/documentos/fechas.ts'
import { delActor } from '../../../shared/documentos/palabras.ts'
import { measureColumns } from '../../../shared/documentos/pdf/columns.ts'
import type { PdfBlock, PdfDocument } from '../../../shared/documentos/pdf/model.ts'

/** A line of a requerimiento: whose, where, what and how to mend it. No answer of anybody, and no text that a reviewer typed. */
export interface Requerida {
  nombre: string
  cargoNombre: string
  lugar: string
  folio: number
  calidad: Calidad
  sexo: Sexo
  donde: string
  supuestoTexto: string
  comoSubsanar: string | null
  fundamento: string | null
}

/** A requerimiento before it is a file. */
export interface RequerimientoArmado {
  emisor: Emisor
  /** Folio of the system. */
  clave: string
  oficio: string | null
  lugar: string
  /** Instant of the cut and of the issue. */
  corte: string
  actor: { nombre: string; tipo: string }
  /** Organ before which the actor político has its representante. */
  ante: string | null
  fundamento: string | null
  efectos: string | null
  plazo: Dias
  /** Last day, if it is notified on the day of its issue. */
  vence: string
  /** Address of the consola. */
  consola: string
  firma: { nombre: string | null; cargo: string }
  plantilla: Plantilla<'requerimiento'>
  requeridas: readonly Requerida[]
}

/** The letter, in the order in which an institute writes its oficios. */
export function toRequerimiento(armado: RequerimientoArmado): PdfDocument {
  const { emisor, clave, corte } = armado
  return {
    title: `Requerimiento ${clave}`,
    institute: emisor.instituto.nombre,
    proceso: emisor.proceso,
    foot: [...(emisor.simulacro ? ['SIMULACRO, sin valor legal'] : []), `Requerimiento ${clave}`].join(' · '),
    notice: emisor.simulacro ? 'SIMULACRO: este oficio es un ensayo y no tiene valor legal.' : null,
    createdAt: corte,
    orientation: 'portrait',
    letter: true,
    blocks: [...headOf(armado), ...bodyOf(armado), ...endOf(armado)],
  }
}

const RAYA = '_______________________'

function headOf(armado: RequerimientoArmado): PdfBlock[] {
  const { oficio, clave, lugar, corte, actor, ante, plantilla } = armado
  const { zona } = armado.emisor
  const asunto = `Asunto: ${escrita(plantilla, 'asunto', camposOf(armado))}`
  const lines = [`Oficio ${oficio ?? RAYA}`, `Folio del sistema: ${clave}`, `${lugar}, a ${longDate(dayOf(corte, zona))}`, asunto]
  const to =
    actor.tipo === 'independiente' ? [actor.nombre] : [`Representación ${delActor(actor.nombre)}`, ...(ante ? [`ante el ${ante}`] : [])]
  return [
    { type: 'lines', align: 'end', strong: false, lines },
    { type: 'lines', align: 'start', strong: true, lines: [...to, 'Presente'] },
  ]
}

const OBSERVACIONES = ['observación', 'observaciones'] as const

function bodyOf(armado: RequerimientoArmado): PdfBlock[] {
  const { plantilla, requeridas } = armado
  const campos = camposOf(armado)
  const said = (parte: ParteDe<'requerimiento'>) =>
    parrafosDe(escrita(plantilla, parte, campos)).map((text): PdfBlock => ({ type: 'paragraph', text }))
  return [
    ...said('fundamento'),
    ...said(requeridas.length === 1 ? 'una' : 'varias'),
    tableOf(requeridas),
    ...said('plazo'),
    ...said('atencion'),
    ...said('efectos'),
    ...said('cierre'),
  ]
}

function camposOf(armado: RequerimientoArmado) {
  const { fundamento, efectos, corte, emisor, consola, requeridas, plazo } = armado
  const { zona, instituto } = emisor
  const kind = plazo.tipoDias === 'habiles' ? (['día hábil', 'días hábiles'] as const) : (['día natural', 'días naturales'] as const)
  return {
    ...{ instituto: instituto.nombre, consola, fundamento: fundamento ?? '', efectos: efectos ?? '' },
    observaciones: cuantas(requeridas.length, OBSERVACIONES),
    ...{ dia: longDate(dayOf(corte, zona)), hora: hourOf(corte, zona) },
    plazo: cuantas(plazo.dias, kind),
    vencimiento: lastInstant(armado),
  }
}

const TITLES = ['#', 'Candidatura', 'Sección', 'Observación', 'Cómo se subsana']

function tableOf(requeridas: readonly Requerida[]): PdfBlock {
  const rows = requeridas.map((each, at) => [String(at + 1), whoseOf(each), each.donde, each.supuestoTexto, mendOf(each)])
  return { type: 'table', columns: measureColumns(TITLES, rows, 'portrait'), rows }
}

function whoseOf({ nombre, cargoNombre, lugar, folio, calidad, sexo }: Requerida): string {
  return `${nombre}. ${cargoNombre}, ${lugar}; folio ${folio}, ${calidadEnPalabras(calidad, sexo).toLowerCase()}`
}

function mendOf({ comoSubsanar, fundamento }: Requerida): string {
  return [comoSubsanar ?? 'Corrija lo observado y envíelo de nuevo.', ...(fundamento ? [`Fundamento: ${fundamento}.`] : [])].join(' ')
}

/** Another day of notification moves it, and the system shows it. */
function lastInstant({ vence, emisor: { zona } }: RequerimientoArmado): string {
  const end = endOfDay(vence, zona).toZonedDateTimeISO(zona)
  return `${longDate(end.toPlainDate().toString())} a las ${end.toPlainTime().toString()} horas`
}

function endOf({ firma: { nombre, cargo } }: RequerimientoArmado): PdfBlock[] {
  return [
    { type: 'lines', align: 'start', strong: true, lines: ['Atentamente'], keep: true },
    { type: 'signature', lines: [...(nombre ? [nombre] : []), cargo] },
    { type: 'lines', align: 'start', strong: false, lines: ['C.c.p. Archivo.'] },
    { type: 'lines', align: 'start', strong: true, lines: ['Acuse de recibo'], keep: true },
    { type: 'blanks', labels: ['Nombre de quien recibe', 'Día y hora', 'Firma'] },
  ]
}

function dayOf(instant: string, zona: string): string {
  return localOf(instant, zona).toPlainDate().toString()
}

function hourOf(instant: string, zona: string): string {
  return localOf(instant, zona).toPlainTime().toString({ smallestUnit: 'minute' })
}

function localOf(instant: string, zona: string) {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zona)
}
