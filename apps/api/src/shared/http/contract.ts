import { plainToInstance } from 'class-transformer'
import { validateSync, type ValidationError } from 'class-validator'
import type { FastifyContextConfig, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Permiso } from '@conoceles/domain'
import { findBrokenAccents } from '../validacion/acentos.ts'
import { conEncabezados, type Encabezado } from './encabezados.ts'
import { AppError, type ErrorCode, type FieldError } from './errors.ts'
import { problemResponses } from './problems.ts'
import { FROM_TEXT } from '../validacion/fields.ts'
import type { Quien } from '../act.ts'

type Class<T> = new () => T
type Nothing = Record<string, never>

export type Paso = 'reciente' | ((query: Readonly<Record<string, unknown>>) => boolean)

/** Input, answers and permission of a route. A route without `permiso` does not compile and does not boot. */
export interface Contract<B = Nothing, P = Nothing, Q = Nothing> {
  id: string
  resumen: string
  descripcion?: string
  etiqueta: string
  /** `publico`: no account and cacheable. `anonimo`: no account, never cached (sign-in). */
  permiso: Permiso | 'publico' | 'anonimo'
  /** Asks for a factor proved in the last minutes, always or by the query as it was sent. The guard checks it after `permiso`. */
  paso?: Paso
  /** Refusals of its own matter; those of any route like it follow from the contract (`problems.ts`). Tests meet no others. */
  rechaza?: readonly ErrorCode[]
  body?: Class<B>
  params?: Class<P>
  query?: Class<Q>
  /** Body of the success answer; null: 204; `bytes`: a file or ready-made bytes described by `medio`. */
  respuesta: Class<object> | null | 'bytes'
  medio?: string
  /** Schema of the bytes when they are JSON built beforehand. */
  forma?: Class<object>
  /** Form with a file, read by the handler (`readForm`). With `body` too, the route takes either. */
  multipart?: Class<object>
  /** Takes the form of a page without script too, whose sender is answered with a redirect to a page. */
  formulario?: boolean
  /** Its bytes carry an ETag: a caller that has them does not get them again. Public ones always do. */
  etag?: boolean
  /** Answers parts of its bytes too (RFC 9110 §14). */
  partes?: boolean
  /** Headers of its success besides those that follow from the contract. */
  encabezados?: readonly Encabezado[]
  estatus?: number
  bodyLimit?: number
  /** Requests per minute and address, where a route deserves a limit of its own; `por`: counted in the place of the address. */
  limite?: number | { max: number; por: (request: FastifyRequest) => Promise<string> }
}

export interface Incoming<B, P, Q> {
  body: B
  params: P
  query: Q
  quien: Quien
  request: FastifyRequest
  reply: FastifyReply
}

declare module 'fastify' {
  interface FastifyContextConfig {
    contract?: Contract<never, never, never>
  }
  interface FastifyRequest {
    quien: Quien | null
  }
}

/** Declares a route: method, path, contract and one call. */
export function route<B = Nothing, P = Nothing, Q = Nothing>(
  app: FastifyInstance,
  [method, url]: readonly ['GET' | 'POST' | 'PUT' | 'DELETE', string],
  contract: Contract<B, P, Q>,
  handler: (incoming: Incoming<B, P, Q>) => Promise<unknown>,
): void {
  app.route({
    method,
    url,
    schema: toFastifySchema(contract),
    ...(contract.bodyLimit ? { bodyLimit: contract.bodyLimit } : {}),
    config: { contract: contract as Contract<never, never, never>, ...rateLimitOf(contract) },
    handler: async (request, reply) => {
      const params = await parse(contract.params, request.params, FROM_TEXT)
      const query = await parse(contract.query, request.query, FROM_TEXT)
      const body = readsForm(contract, request) ? ({} as B) : await parse(contract.body, request.body)
      const answer = await handler({ params, query, body, quien: request.quien as Quien, request, reply })
      if (contract.respuesta === null) return reply.code(204).send()
      if (contract.estatus && !reply.sent) void reply.code(contract.estatus)
      return answer
    },
  })
}

function rateLimitOf({ limite }: { limite?: Contract['limite'] }): FastifyContextConfig {
  if (limite === undefined) return {}
  return { rateLimit: typeof limite === 'number' ? { max: limite } : { max: limite.max, keyGenerator: limite.por } }
}

function parse<T>(type: Class<T> | undefined, input: unknown, from?: typeof FROM_TEXT): Promise<T> {
  return type ? toDto(type, input, from) : Promise.resolve({} as T)
}

/** Turns unknown input into a DTO or throws 400 with the reasons by field; nothing sent is an empty object. The one validator of bodies, params and queries. */
export async function toDto<T>(type: Class<T>, input: unknown = {}, from?: typeof FROM_TEXT): Promise<T> {
  if (input === null || typeof input !== 'object' || Array.isArray(input)) throw new AppError('entrada.invalida')
  assertCleanText(input)
  const dto = plainToInstance(type, { ...input }, { groups: from ? [from] : [] })
  // No rule of ours waits for anything.
  const problems = validateSync(dto as object, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true })
  if (problems.length > 0) throw new AppError('entrada.invalida', { errors: problems.flatMap((problem) => toFieldErrors(problem, '')) })
  if (!from) assertAcentos(dto)
  return dto
}

/** Nothing with broken accents is kept. Query strings are exempt: they are kept nowhere. */
function assertAcentos(dto: unknown): void {
  const errors = findBrokenAccents(dto)
  if (errors.length > 0) throw new AppError('entrada.acentos_rotos', { errors })
}

function toFieldErrors(problem: ValidationError, prefix: string): FieldError[] {
  const field = prefix + problem.property
  const own = problem.constraints ? [{ field, reasons: reasonsOf(problem.constraints) }] : []
  return [...own, ...(problem.children ?? []).flatMap((child) => toFieldErrors(child, `${field}.`))]
}

/** A value of another type gets this one error, and no other. */
const TYPES: readonly string[] = ['isString', 'isInt', 'isBoolean', 'isArray']

/** Each broken constraint with its message, in English, which ends in the limit where there is one. */
function reasonsOf(constraints: Readonly<Record<string, string>>): string[] {
  const broken = Object.keys(constraints)
  const type = broken.find((each) => TYPES.includes(each))
  return (type ? [type] : broken).map((each) => toReason(each, limitIn(constraints[each])))
}

/** The number of the last two words. */
function limitIn(message = ''): string | undefined {
  return message
    .split(' ')
    .slice(-2)
    .find((word) => /^-?\d+$/.test(word))
}

const REASONS: Record<string, string> = {
  whitelistValidation: 'No se esperaba este dato.',
  isString: 'Debe ser un texto.',
  isArray: 'Debe ser una lista.',
  maxLength: 'Es demasiado largo: caben {n} caracteres.',
  minLength: 'Es demasiado corto: son {n} caracteres o más.',
  isInt: 'Debe ser un número entero.',
  min: 'Debe ser {n} o más.',
  max: 'Debe ser {n} o menos.',
  isUuid: 'Debe ser un identificador válido.',
  isIn: 'No es una de las opciones.',
  isBoolean: 'Debe ser verdadero o falso.',
  instante: 'Debe ser una fecha y hora válida.',
  fecha: 'Debe ser una fecha que exista.',
  arrayMaxSize: 'Son demasiados: caben {n}.',
  matches: 'No tiene el formato esperado.',
  isEmail: 'Debe ser un correo electrónico.',
}

function toReason(constraint: string, limit = ''): string {
  return (REASONS[constraint] ?? 'No es válido.').replace('{n}', limit)
}

const FORBIDDEN = /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/ // eslint-disable-line no-control-regex

/** Nothing that we read is deeper; a deeper value would exhaust the stack of code that walks through it. */
const MAX_DEPTH = 16

/** Libraries read these of any object as the name of its class: values of a body must not take their place. */
const INHERITED = new Set(['__proto__', 'constructor', 'prototype'])

/** PostgreSQL refuses U+0000 and lone surrogates with a fault; here they are a 400. */
export function assertCleanText(value: unknown): void {
  assertCleanAt(value, 0)
}

function assertCleanAt(value: unknown, depth: number): void {
  if (typeof value === 'string' && FORBIDDEN.test(value)) throw new AppError('entrada.caracter_prohibido')
  if (value === null || typeof value !== 'object' || Buffer.isBuffer(value)) return
  if (isUnreadable(value, depth)) throw new AppError('entrada.invalida')
  for (const [key, item] of Object.entries(value)) {
    assertCleanKey(key)
    assertCleanAt(item, depth + 1)
  }
}

/** Too deep, or a list in a list. No body of ours has one, and class-validator would judge it in place of the expected object. */
function isUnreadable(value: object, depth: number): boolean {
  return depth === MAX_DEPTH || (Array.isArray(value) && value.some(Array.isArray))
}

function assertCleanKey(key: string): void {
  if (INHERITED.has(key)) throw new AppError('entrada.invalida')
  assertCleanAt(key, 0)
}

const MAX_KEY = 100

/** Idempotency-Key of a submission; null when the caller sent none. */
export function idempotencyKey(request: FastifyRequest): string | null {
  const header = request.headers['idempotency-key']
  if (typeof header !== 'string' || header.length === 0) return null
  assertCleanText(header)
  if (header.length > MAX_KEY)
    throw new AppError('entrada.invalida', { errors: [{ field: 'Idempotency-Key', reasons: ['Es demasiado largo.'] }] })
  return header
}

function toFastifySchema(contract: Contract<never, never, never> | Contract<never, never, object> | object): Record<string, unknown> {
  const c = contract as Contract
  return {
    operationId: c.id,
    summary: c.resumen,
    description: describe(c),
    tags: [c.etiqueta],
    ...(c.permiso === 'publico' || c.permiso === 'anonimo' ? { security: [] } : {}),
    ...requestBody(c),
    ...(c.params ? { params: ref(c.params) } : {}),
    ...(c.query ? { querystring: ref(c.query) } : {}),
    response: { ...success(c), ...(c.formulario ? REDIRECT : {}), ...problemResponses(c) },
  }
}

const PASO = 'pide un factor comprobado en los últimos 10 minutos (`confirmarFactor`); sin él responde 403 `acceso.factor_reciente`.'

function describe({ resumen, descripcion = resumen, paso }: Contract): string {
  if (!paso) return descripcion
  return `${descripcion.replace(/[^.]$/, '$&.')} ${paso === 'reciente' ? 'Siempre' : 'Según lo que se consulta,'} ${PASO}`
}

function requestBody({ body, multipart, formulario }: Contract): Record<string, unknown> {
  if (body && formulario)
    return {
      body: { content: { 'application/json': { schema: ref(body) }, 'application/x-www-form-urlencoded': { schema: ref(body) } } },
    }
  if (body && multipart)
    return { body: { content: { 'application/json': { schema: ref(body) }, 'multipart/form-data': { schema: ref(multipart) } } } }
  if (multipart) return { consumes: ['multipart/form-data'], body: ref(multipart) }
  return body ? { body: ref(body) } : {}
}

/** A form leaves its body to the handler, so it is let in only where the contract names one: elsewhere nobody would judge it. */
function readsForm({ multipart }: { multipart?: Class<object> }, request: FastifyRequest): boolean {
  const form = isForm(request)
  if (form && !multipart) throw new AppError('entrada.tipo_no_admitido')
  return form
}

/** Whether the caller sent a form. */
export function isForm(request: FastifyRequest): boolean {
  return /^multipart\/form-data\b/i.test(request.headers['content-type'] ?? '')
}

const REDIRECT = { 303: { description: 'A la página que lo dice, a quien envió un formulario', type: 'null' } }

function success(c: Contract): Record<string, unknown> {
  if (c.respuesta === null) return { 204: { description: 'Hecho', type: 'null' } }
  const status = c.estatus ?? 200
  if (c.respuesta === 'bytes') {
    const medio = c.medio ?? 'application/json'
    const content = { [medio]: { schema: c.forma ? ref(c.forma) : bytesOf(medio) } }
    return {
      [status]: { description: c.resumen, content, ...conEncabezados(namesOf(c)) },
      ...partesOf(c, content),
      ...(c.permiso === 'publico' || c.etag
        ? { 304: { description: 'Sin cambios desde la ETag enviada', type: 'null', ...conEncabezados(['etag']) } }
        : {}),
    }
  }
  return { [status]: { description: c.resumen, content: { 'application/json': { schema: ref(c.respuesta) } } } }
}

/** Headers of a success that follow from the contract, and its own. */
function namesOf({ permiso, etag, partes, encabezados = [] }: Contract): Encabezado[] {
  const known: Encabezado[] = permiso === 'publico' || etag ? ['etag', 'cache-control'] : []
  return [...known, ...(partes ? (['accept-ranges'] as const) : []), ...encabezados]
}

function partesOf({ partes }: Contract, content: object): Record<string, unknown> {
  if (!partes) return {}
  return {
    206: { description: 'La parte pedida', content, ...conEncabezados(['content-range']) },
    416: { description: 'Empieza después del final', type: 'null', ...conEncabezados(['content-range']) },
  }
}

/** A document whose shape another specification gives is only declared as one. */
function bytesOf(medio: string): Record<string, unknown> {
  return /[/+]json$/.test(medio) ? { type: 'object', additionalProperties: true } : { type: 'string', format: 'binary' }
}

function ref(type: Class<unknown>): { $ref: string } {
  return { $ref: `${type.name}#` }
}
