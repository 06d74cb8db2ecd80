import type { InjectOptions } from 'light-my-request'
import type { Random } from '../../../apps/api/src/simulacro/random.ts'
import { HOSTILE, mutated, valueOf, type Known, type Schema } from './values.ts'

interface Parameter {
  in: string
  name: string
  required?: boolean
  schema?: Schema
}

export interface Operation {
  method: string
  path: string
  operationId: string
  parameters: Parameter[]
  json: Schema | null
  form: Schema | null
}

interface Documented {
  operationId: string
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { schema: Schema }> }
}

/** Every operation of openapi.yaml. */
export function operationsOf(document: { paths: Record<string, Record<string, unknown>> }): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, documented]) => {
      const { operationId, parameters = [], requestBody } = documented as Documented
      const schemaOf = (medio: string) => requestBody?.content[medio]?.schema ?? null
      return {
        method: method.toUpperCase(),
        path,
        operationId,
        parameters,
        json: schemaOf('application/json'),
        form: schemaOf('multipart/form-data'),
      }
    }),
  )
}

type Request = Pick<InjectOptions, 'url' | 'headers' | 'payload'> & { method: 'GET' }

/** A request for an operation, right or wrong somewhere: in its path, its query, its headers or its body. */
export function requestFor(operation: Operation, known: Known): Request {
  const { random } = known
  const wrong = random.pick(['path', 'query', 'headers', 'body', 'body', 'body', 'nothing'] as const)
  const { payload, headers } = bodyOf(operation, known, wrong === 'body')
  return {
    method: operation.method as 'GET',
    url: pathOf(operation, known, wrong === 'path') + queryOf(operation, known, wrong === 'query'),
    headers: { ...headers, ...(wrong === 'headers' ? strangeHeaders(random) : {}) },
    ...(payload === undefined ? {} : { payload }),
  }
}

const SEGMENTS = ['%00', '%ff', '%E0%A4%A', '%', '..%2f..%2fetc', '%2e%2e', '.', 'constructor', '__proto__', '-1', '1e9', '99999999999999999999', '%F0%9F%98%80', 'null', 'á', 'a'.repeat(180), "'%20or%201", '%ED%A0%80', '0', '1.5', '%0d%0ax:%201'] // prettier-ignore

function pathOf({ path, parameters }: Operation, known: Known, wrong: boolean): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    if (wrong && known.random.chance(0.7)) return known.random.pick(SEGMENTS)
    const schema = parameters.find((each) => each.in === 'path' && each.name === name)?.schema ?? {}
    return encodeURIComponent(String(valueOf(schema, known))).replaceAll('%2F', '/')
  })
}

const PAIRS = ['constructor=1', '__proto__=1', 'prototype[a]=1', 'a[]=1', 'toString=1', 'x=%00', '%', 'q=%ff', '&&&', '=', 'limite=1e3', 'cursor=%7B%7D', 'cursor=~', 'desde=0', 'hasOwnProperty=1', 'q=%ED%A0%80'] // prettier-ignore

function queryOf({ parameters }: Operation, known: Known, wrong: boolean): string {
  const { random } = known
  const asked = parameters.filter((each) => each.in === 'query' && (each.required === true || random.chance(0.5)))
  const pairs = asked.map(
    ({ name, schema = {} }) => `${name}=${textFor(wrong && random.chance(0.6) ? random.pick(HOSTILE) : valueOf(schema, known))}`,
  )
  const [first] = pairs
  if (wrong && random.chance(0.4)) pairs.push(first !== undefined && random.chance(0.5) ? first : random.pick(PAIRS))
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}

/** As a form of the browser would, except that lone surrogates stay bytes that are no text. */
function textFor(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.isWellFormed() ? encodeURIComponent(text) : '%ED%A0%80'
}

declare global {
  interface String {
    isWellFormed(): boolean
  }
}

function strangeHeaders(random: Random): Record<string, string> {
  return random.pick<Record<string, string>>([
    { 'if-none-match': '"", W/"x",' + '"a",'.repeat(200) },
    { 'accept-encoding': 'br;q=abc, gzip;q=0.0.0, *' },
    { 'idempotency-key': 'k'.repeat(101) },
    { 'idempotency-key': 'clave\u0000' },
    { 'idempotency-key': 'constructor' },
    { range: 'bytes=9999999999-1' },
    { origin: 'null', 'x-conoceles': '' },
    { cookie: '=;;; conoceles=%; __proto__=1; a' },
    { accept: ',,;q=', 'accept-language': 'x'.repeat(900) },
    { authorization: 'Bearer a.b.c' },
    { authorization: 'Basic %%%' },
    { 'content-type': 'application/json; charset=utf-16' },
    { 'content-type': 'multipart/form-data' },
    { 'content-type': 'text/plain; a=b; c' },
    { 'content-type': ';' },
    { 'content-encoding': 'gzip' },
    { 'x-forwarded-for': "'; drop", forwarded: 'for="' },
    { expect: '100-continue', te: 'trailers' },
  ])
}

interface Body {
  payload?: string | Buffer
  headers: Record<string, string>
}

const JSON_TYPE = { 'content-type': 'application/json' }

function bodyOf({ json, form, method }: Operation, known: Known, wrong: boolean): Body {
  const { random } = known
  if (form && (!json || random.chance(0.5))) return formOf(valueOf(form, known) as object, form, { random, wrong })
  if (!json) return method === 'GET' || !wrong ? { headers: {} } : { payload: JSON.stringify(random.pick(HOSTILE)), headers: JSON_TYPE }
  const value = valueOf(json, known)
  if (!wrong) return { payload: JSON.stringify(value), headers: JSON_TYPE }
  return {
    payload: random.chance(0.1) ? broken(JSON.stringify(value), random) : (JSON.stringify(mutated(value, random)) ?? ''),
    headers: JSON_TYPE,
  }
}

function broken(text: string, random: Random): string | Buffer {
  return random.pick([
    text.slice(0, -1),
    `\ufeff${text}`,
    `${text}${text}`,
    '',
    '1e999',
    '{"a":99999999999999999999999}',
    '['.repeat(5_000) + ']'.repeat(5_000),
    Buffer.from(text.replace(/[a-z]/, '\u00ff'), 'latin1'),
    text.replace('{', '{"__proto__":{},'),
    text.replace('{', '{"constructor":{"prototype":{}},'),
  ])
}

const BOUNDARY = 'frontera-de-fuzz'
const FILES = ['', '%PDF-1.7\nx\n%%EOF', 'PK\u0003\u0004x', '\u00ff\u00d8\u00ff\u00e0x', 'a,b\n1,2', '\u0000']
const DISPOSITIONS = [
  'name=',
  'name="',
  'x',
  'name="constructor"',
  'name="__proto__"; filename="a"',
  'filename="../../x"',
  `name="${'n'.repeat(300)}"`,
]

/** A form: texts of the schema's fields, a file where one is binary, and parts that no browser writes where it is to be wrong. */
function formOf(value: object, schema: Schema, { random, wrong }: { random: Random; wrong: boolean }): Body {
  const shape = (schema['properties'] ?? {}) as Record<string, Schema>
  const parts = Object.entries(wrong && random.chance(0.6) ? ((mutated(value, random) as object) ?? {}) : value).map(([name, field]) => {
    const binary = shape[name]?.['format'] === 'binary'
    const disposition = `name="${name.replaceAll('"', '')}"${binary ? '; filename="a.pdf"' : ''}`
    return partOf(disposition, binary ? random.pick(FILES) : typeof field === 'string' ? field : JSON.stringify(field))
  })
  if (wrong) parts.push(partOf(random.pick(DISPOSITIONS), random.pick(FILES)))
  const whole = `${parts.join('')}--${BOUNDARY}--\r\n`
  const payload = Buffer.from(wrong && random.chance(0.2) ? whole.slice(0, random.int(0, whole.length)) : whole, 'latin1')
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${wrong && random.chance(0.1) ? '""' : BOUNDARY}` } }
}

function partOf(disposition: string, text: string): string {
  return `--${BOUNDARY}\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n${text}\r\n`
}
