import type { Emisor } from '../exportaciones/index.ts'
import { longDate } from '@conoceles/domain'
import { instanteEnPalabras } from '../../shared/documentos/fechas.ts'
import type { PdfBlock, PdfDocument, PdfFact } from '../../shared/documentos/pdf-model.ts'

import type { Suprimida } from './derechos.queries.ts'

type Valores = Record<string, unknown>

/** What is handed to the persona, before it is files. */
export interface DatosPersona {
  emisor: Emisor
  folio: string
  entregadoEl: string
  /** Everything, as `datos.json` has it. */
  datos: Valores
  /** Titles of the questions, by clave. */
  preguntas: ReadonlyMap<string, string>
  archivos: readonly string[]
}

/** The same that the data file says, to be read by a person; what is long or technical is left to that file. */
export function toPdf({ emisor, folio, entregadoEl, datos, preguntas, archivos }: DatosPersona): PdfDocument {
  const titled = (clave: string) => preguntas.get(clave) ?? clave
  return {
    title: 'Datos personales que conserva el instituto',
    institute: emisor.instituto.nombre,
    proceso: emisor.proceso,
    foot: `Solicitud ${folio}`,
    notice: emisor.simulacro ? 'Simulacro: todas las personas de este documento son ficticias.' : null,
    createdAt: entregadoEl,
    orientation: 'portrait',
    blocks: [
      { type: 'paragraph', text: `Se entregan por la solicitud ${folio}, el ${instanteEnPalabras(entregadoEl, emisor.zona)}.` },
      { type: 'paragraph', text: 'El archivo datos.json dice lo mismo, completo, para leerse con un programa.' },
      ...section('Persona', factsOf(datos.persona)),
      ...section('Candidatura', factsOf(datos.candidatura)),
      ...listOf(datos.secciones).flatMap((each) => section(`Sección «${text(each.seccion)}»`, factsOf(each.respuestas, titled))),
      ...identidad(datos, { titled, zona: emisor.zona }),
      ...listOf(datos.consentimientos).flatMap((each, at) => section(`Consentimiento ${at + 1}`, factsOf(each))),
      { type: 'heading', level: 2, text: 'Archivos que acompañan' },
      archivos.length === 0 ? { type: 'paragraph', text: 'Ninguno.' } : { type: 'list', ordered: false, items: [...archivos] },
      { type: 'heading', level: 2, text: 'Actos de la bitácora sobre usted' },
      { type: 'paragraph', text: `${listOf(datos.actos).length}; están en datos.json, cada uno con su fecha y el rol de quien lo hizo.` },
    ],
  }
}

function section(title: string, facts: PdfFact[]): PdfBlock[] {
  const head: PdfBlock = { type: 'heading', level: 2, text: title }
  return facts.length === 0 ? [head, { type: 'paragraph', text: 'No hay datos guardados.' }] : [head, { type: 'facts', facts }]
}

/** What she answered, or since when it is not there and by which request. */
function identidad(datos: Valores, { titled, zona }: { titled: (clave: string) => string; zona: string }): PdfBlock[] {
  const title = 'Respuestas de identidad'
  const gone = datos.identidadSuprimida as Suprimida | null
  if (gone === null) return section(title, factsOf(datos.identidad, titled))
  const text = gone.suprimidaEn
    ? `Suprimidas el ${instanteEnPalabras(gone.suprimidaEn.toISOString(), zona)}, por la solicitud ${gone.motivo}.`
    : `Bloqueadas por la cancelación ${gone.motivo}: nadie las lee. Después del ${longDate(gone.hasta ?? '')} se suprimen.`
  return [
    { type: 'heading', level: 2, text: title },
    { type: 'paragraph', text },
  ]
}

function factsOf(values: unknown, titled: (clave: string) => string = (clave) => clave.replaceAll('_', ' ')): PdfFact[] {
  const known = Object.entries((values ?? {}) as Valores).filter(
    ([clave, value]) => value !== null && value !== '' && !/(^|_)id$/.test(clave),
  )
  return known.map(([clave, value]) => ({ label: titled(clave), text: text(value) }))
}

function listOf(value: unknown): Valores[] {
  return Array.isArray(value) ? (value as Valores[]) : []
}

function text(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'Sí' : 'No'
  if (Array.isArray(value)) return value.map(text).join(', ')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value)
}
