import { calidadEnPalabras, endOfDay, longDate, type Calidad, type Dias, type Sexo } from '@conoceles/domain'
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

function headOf({ oficio, clave, lugar, corte, emisor: { zona }, actor, ante, requeridas }: RequerimientoArmado): PdfBlock[] {
  const asunto = `Asunto: Se requiere atender ${cuantas(requeridas.length, OBSERVACIONES)} a la captura de sus candidaturas.`
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
  const { fundamento, efectos, corte, emisor, consola, requeridas } = armado
  const { zona, instituto } = emisor
  const one = requeridas.length === 1
  const found = `De la revisión efectuada por el ${instituto.nombre}, al corte de las ${hourOf(corte, zona)} horas del ${longDate(dayOf(corte, zona))}, ${one ? 'se advirtió la siguiente observación' : `se advirtieron las siguientes ${cuantas(requeridas.length, OBSERVACIONES)}`}.`
  return [
    ...paragraphs([fundamento, found]),
    tableOf(requeridas),
    ...paragraphs([
      plazoOf(armado),
      `Para atender cada una, entre al Sistema "Candidatas y Candidatos, Conóceles" (${consola}), abra la captura de la candidatura, corrija lo observado y envíela de nuevo. Si lo capturado es correcto, puede responderlo ahí mismo sin cambiarlo. En cada sección se lee la explicación completa.`,
      efectos,
      'Sin otro particular, le envío un cordial saludo.',
    ]),
  ]
}

function paragraphs(texts: readonly (string | null)[]): PdfBlock[] {
  return texts.flatMap((text): PdfBlock[] => (text === null ? [] : [{ type: 'paragraph', text }]))
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

/** How many days, from when, and the last instant; another day of notification moves it, and the system shows it. */
function plazoOf({ plazo: { dias, tipoDias }, vence, corte, emisor: { zona } }: RequerimientoArmado): string {
  const kind = tipoDias === 'habiles' ? ['día hábil', 'días hábiles'] : ['día natural', 'días naturales']
  const end = endOfDay(vence, zona).toZonedDateTimeISO(zona)
  const last = `${longDate(end.toPlainDate().toString())} a las ${end.toPlainTime().toString()} horas`
  return `Plazo: ${cuantas(dias, [kind[0] ?? '', kind[1] ?? ''])}, contados desde el día siguiente al de su notificación. Notificado el ${longDate(dayOf(corte, zona))}, vence el ${last}. Si se notifica otro día, el último instante se lee en el sistema.`
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
