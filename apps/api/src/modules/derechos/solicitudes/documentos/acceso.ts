import type { Emisor } from '../../../intercambio/exportaciones/index.ts'
import { longDate } from '@conoceles/domain'
import { instanteEnPalabras } from '../../../../shared/documentos/fechas.ts'
import type { PdfBlock, PdfDocument, PdfFact } from '../../../../shared/documentos/pdf/model.ts'

import { bitacoraBlocks, type ActoDicho, type LecturaDicha } from './bitacora-de-la-persona.ts'
import { avisoBlocks, type AvisoDePapel } from './aviso.ts'
import type { Suprimida } from '../derechos.queries.ts'

type Valores = Record<string, unknown>

/** Data for the persona, before they are files. */
export interface DatosPersona {
  emisor: Emisor
  folio: string
  entregadoEl: string
  /** Everything, as `datos.json` has it. */
  datos: Valores
  /** Titles of the questions, by clave. */
  preguntas: ReadonlyMap<string, string>
  /** Titles of the sections, by clave. */
  secciones: ReadonlyMap<string, string>
  /** Why they are kept, and under which version. */
  aviso: AvisoDePapel | null
  archivos: readonly string[]
  /** Acts on her data. */
  actos: readonly ActoDicho[]
  /** Readings of her identity answers. */
  lecturas: readonly LecturaDicha[]
}

/** The content of the data file, for a person to read; long or technical parts are left to that file. */
export function toPdf({
  emisor,
  folio,
  entregadoEl,
  datos,
  preguntas,
  secciones,
  aviso,
  archivos,
  actos,
  lecturas,
}: DatosPersona): PdfDocument {
  const { zona } = emisor
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
      ...section('Persona', rowFacts(datos.persona, zona)),
      ...section('Candidatura', rowFacts(datos.candidatura, zona)),
      ...listOf(datos.secciones)
        .filter(hasAnswers)
        .flatMap((each) => section(secciones.get(text(each.seccion)) ?? text(each.seccion), factsOf(each.respuestas, titled))),
      ...identidad(datos, { titled, zona }),
      ...listOf(datos.consentimientos).flatMap((each, at) => section(`Consentimiento ${at + 1}`, rowFacts(each, zona))),
      ...avisoBlocks({ aviso }),
      { type: 'heading', level: 2, text: 'Archivos que acompañan' },
      archivos.length === 0 ? { type: 'paragraph', text: 'Ninguno.' } : { type: 'list', ordered: false, items: [...archivos] },
      ...bitacoraBlocks({ actos, lecturas, zona }),
    ],
  }
}

function section(title: string, facts: PdfFact[]): PdfBlock[] {
  const head: PdfBlock = { type: 'heading', level: 2, text: title }
  return facts.length === 0 ? [head, { type: 'paragraph', text: 'No hay datos guardados.' }] : [head, { type: 'facts', facts }]
}

/** Her answers, or since when they are not there and by which request. */
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

/** Name of a table and of its values for people; columns of the machine alone are left to the data file. */
const CAMPO: Record<string, string> = {
  nombre: 'Nombre',
  primerApellido: 'Primer apellido',
  segundoApellido: 'Segundo apellido',
  sobrenombre: 'Sobrenombre',
  fechaNacimiento: 'Fecha de nacimiento',
  sexo: 'Sexo',
  cargo: 'Cargo',
  lugar: 'Lugar',
  postula: 'Quién la postula',
  partidoOrigen: 'Partido de origen',
  calidad: 'Calidad',
  estatus: 'Cómo está su registro',
  acuerdo: 'Acuerdo que la aprobó',
  acuerdoFecha: 'Fecha del acuerdo',
  accionAfirmativa: 'Acción afirmativa',
  eleccionConsecutiva: 'Elección consecutiva',
  otorgadoEn: 'Cuándo decidió',
  tratamiento: 'Autoriza el tratamiento de sus datos de identidad',
  publicacion: 'Autoriza publicar que pertenece a un grupo',
  estadistica: 'Autoriza el uso en estadísticas',
  mecanismo: 'Cómo lo decidió',
  revision: 'Revisión de su formato',
}
const VALOR: Record<string, string> = {
  cuenta_propia: 'con su propia cuenta',
  formato_firmado: 'con un formato firmado',
  solicitud_escrita: 'con una solicitud escrita ante la Unidad de Transparencia',
  no_requiere: 'no la necesita',
  pendiente: 'pendiente',
  aceptada: 'aceptada',
  rechazada: 'rechazada',
}

/** Facts of a table's row: only columns that have a name for people. */
function rowFacts(values: unknown, zona: string): PdfFact[] {
  return Object.entries((values ?? {}) as Valores).flatMap(([clave, value]) => {
    const label = CAMPO[clave.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())]
    return label === undefined || value === null || value === '' ? [] : [{ label, text: inWords(value, zona) }]
  })
}

function inWords(value: unknown, zona: string): string {
  const said = text(value)
  if (/^\d{4}-\d{2}-\d{2}T/.test(said)) return instanteEnPalabras(new Date(said).toISOString(), zona)
  return /^\d{4}-\d{2}-\d{2}$/.test(said) ? longDate(said) : (VALOR[said] ?? said.replaceAll('_', ' '))
}

/** Identity answers are told apart: their sections keep none. */
function hasAnswers({ respuestas }: Valores): boolean {
  return Object.keys((respuestas ?? {}) as Valores).length > 0
}

/** Facts of answers: each under its question. */
function factsOf(values: unknown, titled: (clave: string) => string): PdfFact[] {
  return Object.entries((values ?? {}) as Valores)
    .filter(([, value]) => value !== null && value !== '')
    .map(([clave, value]) => ({ label: titled(clave), text: text(value) }))
}

function listOf(value: unknown): Valores[] {
  return Array.isArray(value) ? (value as Valores[]) : []
}

function text(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'Sí' : 'No'
  if (Array.isArray(value)) return value.map(text).join(', ')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value)
}
