import { readFileSync } from 'node:fs'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormatsModule from 'ajv-formats'
import { memo } from '@conoceles/domain/memo'
import { codesIn } from '../../../apps/api/src/shared/http/problems.ts'

/** One answer as it went over the wire. */
export interface Seen {
  method: string
  url: string
  /** Null when no route took the request. */
  operationId: string | null
  status: number
  headers: Record<string, unknown>
  body: Buffer
}

/** How an answer deviates from the contract; empty when it does not. */
export type Judge = (seen: Seen) => string[]

type Node = Record<string, unknown>

interface Response {
  description?: string
  content?: Record<string, { schema?: Node }>
}

export interface OpenapiDocument {
  paths: Record<string, Record<string, { operationId: string; responses: Record<string, Response | { $ref: string }> }>>
  components: { schemas: Record<string, Node>; responses: Record<string, Response> }
}

/** The judge by the document in a file, made once: compiling its shapes takes as long as many a test file. */
export const judgeBy = memo((file: string): Judge => createJudge(JSON.parse(readFileSync(file, 'utf8')) as OpenapiDocument))

/** Judges every answer by the document: declared status, declared medium, and JSON of the declared shape with nothing besides. */
export function createJudge(document: OpenapiDocument): Judge {
  const operations = new Map(Object.values(document.paths).flatMap((path) => Object.values(path).map((each) => [each.operationId, each])))
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  const addFormats = addFormatsModule as unknown as (instance: Ajv2020) => void
  addFormats(ajv)
  // That each is a schema says its compilation, when an answer asks for it.
  for (const [name, shape] of Object.entries(document.components.schemas)) ajv.addSchema(closed(shape) as Node, name, false, false)
  const compiled = new Map<unknown, ValidateFunction>()
  const validatorOf = (schema: Node): ValidateFunction => {
    const known = compiled.get(schema) ?? ajv.compile(closed(schema) as Node)
    compiled.set(schema, known)
    return known
  }
  return (seen) => {
    const declared = seen.operationId === null ? UNKNOWN_ROUTE : operations.get(seen.operationId)?.responses[String(seen.status)]
    const response = declared && '$ref' in declared ? document.components.responses[declared.$ref.split('/').at(-1) ?? ''] : declared
    if (!response) return [`${place(seen)}: the status is not declared`]
    return judgeBody(seen, response, validatorOf).map((fault) => `${place(seen)}: ${fault}`)
  }
}

/** Problem that every unknown route answers. */
const UNKNOWN_ROUTE: Response = { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDto' } } } }

function judgeBody(seen: Seen, { content, description = '' }: Response, validatorOf: (schema: Node) => ValidateFunction): string[] {
  if (!content) return seen.body.length === 0 ? [] : ['a body where none is declared']
  const medium = String(seen.headers['content-type'] ?? '').split(';')[0] ?? ''
  const declared = content[medium] ?? content['*/*']
  if (!declared) return [`the medium «${medium}» is not declared`]
  if (seen.method === 'HEAD' || !/[/+]json$/.test(medium) || !content[medium] || !declared.schema) return []
  const validate = validatorOf(declared.schema)
  const body: unknown = JSON.parse(decode(seen).toString('utf8'))
  if (validate(body)) return undeclaredCode(body, description)
  return (validate.errors ?? [])
    .slice(0, 5)
    .map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`)
}

/** A problem of a route has one of the codes that its description names. */
function undeclaredCode(body: unknown, description: string): string[] {
  const codes = codesIn(description)
  const { code = '' } = body as { code?: string }
  return codes.length === 0 || codes.includes(code) ? [] : [`the code «${code}» is not declared`]
}

export function decode({ headers, body }: Pick<Seen, 'headers' | 'body'>): Buffer {
  if (headers['content-encoding'] === 'br') return brotliDecompressSync(body)
  return headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body
}

function place({ method, url, status }: Seen): string {
  return `${method} ${url} → ${status}`
}

const COMPONENT = '#/components/schemas/'

/**
 * An answer may not carry what the contract does not name: every object whose properties are listed has no others. Shapes are referred to by their
 * names alone, so that each is compiled once.
 */
function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed)
  if (node === null || typeof node !== 'object') return node
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, key === '$ref' ? nameOf(value) : closed(value)]))
  return 'properties' in copy && copy.additionalProperties === undefined ? { ...copy, additionalProperties: false } : copy
}

function nameOf(ref: unknown): string {
  if (typeof ref !== 'string' || !ref.startsWith(COMPONENT)) throw new Error(`a reference to something else than a shape: ${String(ref)}`)
  return ref.slice(COMPONENT.length)
}
