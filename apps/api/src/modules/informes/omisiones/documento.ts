import { calidadEnPalabras } from '@conoceles/domain'
import type { Emisor } from '../../intercambio/exportaciones/index.ts'
import { cuantas, diaEnPalabras, instanteEnPalabras } from '../../../shared/documentos/fechas.ts'
import { measureColumns } from '../../../shared/documentos/pdf/columns.ts'
import type { PdfBlock, PdfDocument } from '../../../shared/documentos/pdf/model.ts'
import type { Cell, Workbook } from '../../../shared/documentos/xlsx/model.ts'
import type { Omision } from './omisiones-leidas.ts'
import { CLASES, entregaOf, estadoOf, extemporaneaOf, faltantesOf, plazoOf, reglaOf } from './omision-en-palabras.ts'

/** A list of omissions before it is a file. */
export interface ListaOmisiones {
  emisor: Emisor
  /** Null: of all of them. */
  actor: { clave: string; nombre: string } | null
  corte: string
  universo: number
  omisiones: readonly Omision[]
}

const AVISO = 'Simulacro: todas las personas de este documento son ficticias.'
export const TITULO = 'Omisiones de captura al término del plazo'

/** How many of how many, and when it was read. */
function resumenOf({ omisiones, universo, corte, emisor }: ListaOmisiones): string {
  const number = cuantas(omisiones.length, ['candidatura', 'candidaturas'])
  const of = cuantas(universo, ['candidatura vigente', 'candidaturas vigentes'])
  return `${number} sin captura completa al término de su plazo, de ${of} con el plazo vencido. Corte: ${instanteEnPalabras(corte, emisor.zona)}.`
}

const HOW =
  'El estatus de cada sección es el que tenía al terminar el último día del plazo, según los actos de la bitácora y sus acuses hasta ese momento; lo que se guardó después se dice aparte, como extemporáneo. El plazo es el que se asentó cuando empezó a correr.'

/** The list to be read, by actor político. */
export function toPdf(lista: ListaOmisiones): PdfDocument {
  const { emisor, actor, corte, omisiones } = lista
  return {
    title: TITULO,
    institute: emisor.instituto.nombre,
    proceso: emisor.proceso,
    foot: [`Omisiones de captura${actor ? ` de ${actor.clave}` : ''}`, `corte del ${instanteEnPalabras(corte, emisor.zona)}`].join(' · '),
    notice: emisor.simulacro ? AVISO : null,
    createdAt: corte,
    orientation: 'landscape',
    blocks: [
      { type: 'paragraph', text: resumenOf(lista) },
      { type: 'paragraph', text: HOW },
      ...[...byActor(omisiones)].flatMap(([nombre, own]): PdfBlock[] => [
        { type: 'heading', level: 2, text: `${nombre}: ${own.length}` },
        tableOf(own, emisor.zona),
      ]),
    ],
  }
}

function byActor(omisiones: readonly Omision[]): Map<string, Omision[]> {
  const groups = new Map<string, Omision[]>()
  for (const omision of omisiones) {
    const { actorNombre } = omision.candidatura
    groups.set(actorNombre, [...(groups.get(actorNombre) ?? []), omision])
  }
  return groups
}

function tableOf(omisiones: readonly Omision[], zona: string): PdfBlock {
  const rows = omisiones.map((omision) => rowOf(omision, zona).map(String))
  return { type: 'table', columns: measureColumns(TITLES, rows, 'landscape'), rows }
}

const TITLES = ['Candidatura', 'Cargo y lugar', 'Omisión', 'Secciones que faltaban', 'Plazo', 'Cuentas entregadas', 'Extemporánea']

function rowOf(omision: Omision, zona: string): string[] {
  const { nombre, folio, calidad, sexo, cargoNombre, lugar } = omision.candidatura
  const late = extemporaneaOf(omision)
  return [
    `${nombre} (folio ${folio}, ${calidadEnPalabras(calidad, sexo).toLowerCase()})`,
    `${cargoNombre}, ${lugar}`,
    CLASES[omision.clase],
    `${faltantesOf(omision).length} de ${omision.secciones.length}`,
    plazoOf(omision),
    entregaOf(omision, zona),
    late === null ? 'No' : instanteEnPalabras(new Date(late).toISOString(), zona),
  ]
}

/** The list to be worked with: each section in a column of its own. */
export function toWorkbook(lista: ListaOmisiones): Workbook {
  const { emisor, actor, corte, omisiones } = lista
  const { zona } = emisor
  const [first] = omisiones
  const heads = (first?.secciones ?? []).map(
    ({ cuestionario, titulo }) => `${cuestionario === 'curricular' ? 'Curricular' : 'Identidad'}: ${titulo}`,
  )
  const titles = ['Actor político', 'Clave', ...TITLES, 'Regla del plazo', ...heads]
  const rows: Cell[][] = omisiones.map((omision) => [
    ...[omision.candidatura.actorNombre, omision.candidatura.clave, ...rowOf(omision, zona), reglaOf(omision)],
    ...omision.secciones.map((seccion) => estadoOf(seccion, zona)),
  ])
  const about: Cell[][] = [
    ...(emisor.simulacro ? [['Aviso', AVISO]] : []),
    ['Listado', TITULO],
    ['Instituto', emisor.instituto.nombre],
    ['Proceso', emisor.proceso],
    ['Actor político', actor?.nombre ?? 'Todos'],
    ['Universo', resumenOf(lista)],
    ['Cómo se obtuvo', HOW],
  ]
  return {
    title: TITULO,
    author: emisor.instituto.nombre,
    createdAt: corte,
    sheets: [
      { name: 'Omisiones', widths: titles.map((title) => Math.max(16, title.length + 3)), headerRows: 1, rows: [titles, ...rows] },
      { name: 'Acerca del listado', widths: [24, 120], headerRows: 0, rows: about },
    ],
  }
}

/** Evidence of each omission, one after the other. */
export function toEvidencia(omisiones: readonly Omision[], { emisor, corte }: ListaOmisiones): PdfDocument {
  return {
    title: 'Evidencia de las omisiones de captura',
    institute: emisor.instituto.nombre,
    proceso: emisor.proceso,
    foot: `Evidencia de omisiones · corte del ${instanteEnPalabras(corte, emisor.zona)}`,
    notice: emisor.simulacro ? AVISO : null,
    createdAt: corte,
    orientation: 'portrait',
    blocks: [{ type: 'paragraph', text: HOW }, ...omisiones.flatMap((omision) => blocksOf(omision, emisor.zona))],
  }
}

const SECCION_TITLES = ['Cuestionario', 'Sección', 'Cómo estaba al término']

function blocksOf(omision: Omision, zona: string): PdfBlock[] {
  const { nombre, clave, cargoNombre, lugar, folio, calidad, sexo, actorNombre, acuerdo } = omision.candidatura
  const rows = omision.secciones.map((seccion) => [
    seccion.cuestionario === 'curricular' ? 'Curricular' : 'Identidad',
    seccion.titulo,
    estadoOf(seccion, zona),
  ])
  const facts = [
    {
      label: 'Candidatura',
      text: `${cargoNombre}, ${lugar}; folio ${folio}, ${calidadEnPalabras(calidad, sexo).toLowerCase()}; clave ${clave}`,
    },
    { label: 'Actor político', text: actorNombre },
    { label: 'Acuerdo', text: `${acuerdo.numero}, del ${diaEnPalabras(acuerdo.fecha)}` },
    { label: 'Cuentas entregadas', text: entregaOf(omision, zona) },
    { label: 'Regla del plazo', text: reglaOf(omision) },
    { label: 'Término del plazo', text: plazoOf(omision) },
    { label: 'Omisión', text: CLASES[omision.clase] },
  ]
  return [
    { type: 'heading', level: 2, text: nombre },
    { type: 'facts', facts },
    { type: 'table', columns: measureColumns(SECCION_TITLES, rows, 'portrait'), rows },
  ]
}
