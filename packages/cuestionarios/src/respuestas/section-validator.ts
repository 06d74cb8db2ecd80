import type { ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { CompiledCuestionario } from '../document.ts'
import { contarSinBlancos, countLines } from '../text.ts'
import { sectionOf } from './visibility.ts'

const validators = new WeakMap<CompiledCuestionario, Map<string, ValidateFunction>>()

/** Ajv's judge of one section, compiled at its first use. The minimum of `sinBlancos` is no matter of a draft. */
export function sectionValidator(c: CompiledCuestionario, seccion: string): ValidateFunction {
  const known = validators.get(c) ?? new Map<string, ValidateFunction>()
  validators.set(c, known)
  const validate = known.get(seccion) ?? createAjv().compile(sectionSchema(c, seccion))
  known.set(seccion, validate)
  return validate
}

function sectionSchema(c: CompiledCuestionario, seccion: string): object {
  const properties = Object.fromEntries(sectionOf(c, seccion).campos.map((campo) => [campo, c.questions.get(campo)]))
  return { type: 'object', properties, additionalProperties: false }
}

function createAjv(): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, verbose: true })
  addFormats(ajv, ['email'])
  ajv.addFormat('enlace', { type: 'string', validate: (text) => hostOf(text) !== null })
  ajv.addKeyword({ keyword: 'sinBlancos', type: 'string', schemaType: 'object', validate: withinMaximum })
  ajv.addKeyword({ keyword: 'hosts', type: 'string', schemaType: 'array', validate: isOfHosts })
  ajv.addVocabulary(ANNOTATIONS)
  return ajv
}

const ANNOTATIONS = [
  'x-mensaje',
  'x-obligatorio',
  'x-publico',
  'x-edades',
  'x-grupo',
  'x-columnaIne',
  'x-presentacion',
  'x-fuente',
  'x-confianza',
]

function withinMaximum({ maximo = Infinity }: { maximo?: number }, text: string): boolean {
  return contarSinBlancos(text) <= maximo && countLines(text) <= mostLines(maximo)
}

/**
 * Most lines of a text: as many as the longest text makes in lines of twenty letters, which is a list of short points. A break is no character, and
 * one after each letter would make an answer dozens of times as tall as others.
 */
export function mostLines(maximo: number): number {
  return Math.ceil(maximo / LETTERS_OF_A_SHORT_LINE)
}

const LETTERS_OF_A_SHORT_LINE = 20

/** Another failure than the host's own is reported by the format. */
function isOfHosts(hosts: string[], text: string): boolean {
  const host = hostOf(text)
  return host === null || hosts.some((allowed) => host === allowed || host.endsWith(`.${allowed}`))
}

/** Host of an https address that a browser would open as it reads; null for anything else. */
function hostOf(text: string): string | null {
  if (!/^https:\/\/[^\s/@\\]+(?:\/\S*)?$/i.test(text) || !URL.canParse(text)) return null
  const { hostname, port, username } = new URL(text)
  return port === '' && username === '' && hostname.includes('.') ? hostname : null
}
