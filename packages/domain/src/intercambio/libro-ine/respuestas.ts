import { CONVENCIONES_INE } from './columnas.ts'
import type { ColumnaIne, PreguntaIne, RespuestasIne } from './preguntas.ts'
import { repartir } from './reparto.ts'
import { plainKey } from '../../base/text.ts'

/** The cell of a column: its answers, joined, or the source's text for none. `capturada`: whether anybody answered there. */
export function celdaDeRespuestas(
  { encabezado, cuestionario, preguntas }: ColumnaIne,
  { respuestas, capturada }: { respuestas: RespuestasIne; capturada: boolean },
): string {
  const texts = preguntas.flatMap(({ clave }) => textsOf(respuestas[clave]))
  if (texts.length > 0) return cleanCell(texts.join(', '))
  if (cuestionario === 'identidad') return CONVENCIONES_INE.saltada
  if (!capturada) return ''
  return encabezado === 'CURSOS' ? CONVENCIONES_INE.sinCursos : CONVENCIONES_INE.sinDato
}

function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (typeof value === 'boolean') return [value ? 'Sí' : 'No']
  const text = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
  return text === '' ? [] : [text]
}

/** Characters that one cell of a spreadsheet holds. */
const MAX_CELL = 32_767
// Control characters are no content of a spreadsheet; bidi marks and lone surrogates make a text read as what it is not.
const FORBIDDEN = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu

/** Blanks are what makes a text too long for a cell (the answers are limited without them): runs of them shrink before anything is cut. */
function cleanCell(text: string): string {
  const clean = text
    .replaceAll(/\r\n?|\u0085/g, '\n')
    .replaceAll(FORBIDDEN, '')
    .normalize('NFC')
    .trim()
  return clean.length <= MAX_CELL ? clean : clean.replaceAll(/(\s)\s+/g, '$1').slice(0, MAX_CELL)
}

export interface CeldaLeida {
  respuestas: RespuestasIne
  /** Whether the cell says that somebody answered there, be it with nothing. */
  capturada: boolean
  /** Remarks on what could not be mapped; never the value, which may be of identity. */
  avisos: string[]
}

/** The answers of a cell. Text outside the catalogue stays as it came. */
export function leerCelda({ cuestionario, preguntas }: ColumnaIne, cell: string): CeldaLeida {
  const text = cleanCell(cell)
  if (text === '') return { respuestas: {}, capturada: false, avisos: [] }
  if (isBlankByConvention(text, preguntas)) return { respuestas: {}, capturada: cuestionario === 'curricular', avisos: [] }
  if (preguntas.length === 0) return { respuestas: {}, capturada: false, avisos: ['El cuestionario vigente no tiene esta pregunta.'] }
  const avisos: string[] = []
  const parts = repartir(text, preguntas).map(({ pregunta, valores }) => {
    const read = valores.map((valor) => leerValor(pregunta, valor))
    avisos.push(...read.flatMap(({ aviso }) => aviso ?? []))
    const [first] = read
    return [pregunta.clave, pregunta.tipo === 'array' ? read.map(({ valor }) => valor) : first?.valor] as const
  })
  return { respuestas: Object.fromEntries(parts), capturada: true, avisos: [...new Set(avisos)] }
}

/** Longer than any of them, and most texts are much longer: they are not gone through for it. */
const MAX_CONVENTION = 30

function isBlankByConvention(text: string, preguntas: PreguntaIne[]): boolean {
  if (text.length > MAX_CONVENTION) return false
  const key = plainKey(text)
  const isOption = preguntas.some(({ opciones }) => opciones?.some((opcion) => plainKey(opcion) === key))
  const blanks: readonly string[] = Object.values(CONVENCIONES_INE).map(plainKey)
  return !isOption && blanks.includes(key)
}

function leerValor({ tipo, opciones }: PreguntaIne, text: string): { valor: unknown; aviso: string | null } {
  if (tipo === 'boolean') return leerLogico(text)
  if (tipo === 'integer') return /^\d{1,9}$/.test(text) ? { valor: Number(text), aviso: null } : { valor: text, aviso: OTRO_TIPO }
  if (opciones === null || opciones.includes(text)) return { valor: text, aviso: null }
  const same = opciones.find((opcion) => plainKey(opcion) === plainKey(text))
  if (same !== undefined) return { valor: same, aviso: null }
  const ending = opciones.find((opcion) => withoutEnding(opcion) === withoutEnding(text))
  return ending === undefined ? { valor: text, aviso: FUERA_DE_CATALOGO } : { valor: ending, aviso: AJUSTADA }
}

function leerLogico(text: string): { valor: unknown; aviso: string | null } {
  const key = plainKey(text)
  return key === 'si' || key === 'no' ? { valor: key === 'si', aviso: null } : { valor: text, aviso: OTRO_TIPO }
}

/** "Trunco" and "Trunca" are one option. */
function withoutEnding(text: string): string {
  return plainKey(text).replace(/[oa]$/, '')
}

const FUERA_DE_CATALOGO = 'No es una opción del catálogo: se conserva como viene.'
const AJUSTADA = 'Se leyó como la opción del catálogo, que termina de otro modo.'
const OTRO_TIPO = 'No es la clase de respuesta que se espera: se conserva como viene.'
