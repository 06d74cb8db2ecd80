import { Transform, Type } from 'class-transformer'
import {
  Allow,
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  isISO8601 as isIso8601,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator'
import { JSONSchema } from 'class-validator-jsonschema'
import { rememberRules } from './rules.ts'

rememberRules()

/**
 * Decorators of the DTOs: each says the check (class-validator) and the description (OpenAPI) of a field in one line.
 * `opcional` may be absent; `nulo` may be null.
 */
export interface FieldOptions {
  descripcion: string
  ejemplo?: unknown
  opcional?: boolean
  nulo?: boolean
}

type Class = new () => object

export const Texto = (o: FieldOptions & { max?: number; min?: number; patron?: RegExp }) =>
  field(o, { type: 'string' }, [
    IsString(),
    MaxLength(o.max ?? 10_000),
    ...(o.min ? [MinLength(o.min)] : []),
    ...(o.patron ? [Matches(o.patron)] : []),
  ])

export const Opcion = (values: readonly string[], o: FieldOptions) => field(o, { type: 'string', enum: [...values] }, [IsIn([...values])])
export const Uuid = (o: FieldOptions) => field(o, { type: 'string', format: 'uuid' }, [IsUUID()])
export const Logico = (o: FieldOptions) => field(o, { type: 'boolean' }, [IsBoolean()])
export const Fecha = (o: FieldOptions) => field(o, { type: 'string', format: 'date' }, [IsDay()])
export const Instante = (o: FieldOptions) => field(o, { type: 'string', format: 'date-time' }, [IsString(), IsInstant()])

export const Entero = (o: FieldOptions & { min?: number; max?: number }) =>
  field(o, { type: 'integer' }, [FromText(), IsInt(), Min(o.min ?? 0), Max(o.max ?? 2_147_483_647)])

/** Values of a path or a query string are text; in a JSON body a number is a number. */
export const FROM_TEXT = 'texto'

function FromText(): PropertyDecorator {
  const toNumber = ({ value }: { value: unknown }) => (typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value)
  return Transform(toNumber, { groups: [FROM_TEXT] })
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T(?!24)\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/

/** An instant that exists: 30 February does not. */
function IsInstant(): PropertyDecorator {
  const validate = (value: unknown) => typeof value === 'string' && INSTANT.test(value) && isIso8601(value, { strict: true })
  return ValidateBy({ name: 'instante', validator: { validate } })
}

/** A day that exists. */
function IsDay(): PropertyDecorator {
  const validate = (value: unknown) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && isIso8601(value, { strict: true })
  return ValidateBy({ name: 'fecha', validator: { validate } })
}

/** A nested DTO. */
export const Objeto = (type: () => Class, o: FieldOptions) => field(o, {}, [ValidateNested(), Type(type)])

/** A list of nested DTOs. */
export const Lista = (type: () => Class, o: FieldOptions & { max?: number }) =>
  field(o, { type: 'array' }, [IsArray(), ...(o.max ? [ArrayMaxSize(o.max)] : []), ValidateNested({ each: true }), Type(type)])

/** A list of texts. */
export const Textos = (o: FieldOptions) => field(o, { type: 'array', items: { type: 'string' } }, [IsArray(), IsString({ each: true })])

/** A list of some of these. */
export const Opciones = (values: readonly string[], o: FieldOptions) =>
  field(o, { type: 'array', items: { type: 'string', enum: [...values] } }, [IsArray(), IsIn([...values], { each: true })])

/** A list of identifiers. */
export const Uuids = (o: FieldOptions & { max: number }) =>
  field(o, { type: 'array', items: { type: 'string', format: 'uuid' } }, [
    IsArray(),
    ArrayMaxSize(o.max),
    IsUUID(undefined, { each: true }),
  ])

/** A free object whose shape other rules judge (answers of a cuestionario, a JSON Schema). */
export const Libre = (o: FieldOptions) => field(o, { type: 'object', additionalProperties: true }, [IsObject()])

/** A list of free objects. */
export const Libres = (o: FieldOptions) => field(o, { type: 'array', items: { type: 'object', additionalProperties: true } }, [IsArray()])

/** An answer: a text, a list of texts, or null. */
export const Valor = (o: FieldOptions) =>
  field(o, { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }, { type: 'null' }] }, [Allow()])

/** A file of a form; the code that reads it judges its content. */
export const Archivo = (o: FieldOptions) => field(o, { type: 'string', format: 'binary' }, [Allow()])

function field(o: FieldOptions, schema: Record<string, unknown>, checks: PropertyDecorator[]): PropertyDecorator {
  const description = {
    ...schema,
    description: o.descripcion,
    ...(o.ejemplo === undefined ? {} : { examples: [o.ejemplo] }),
    ...(o.nulo ? { 'x-nulo': true } : {}),
    ...(o.opcional ? { 'x-opcional': true } : {}),
  }
  return (target, key) => {
    for (const check of checks) check(target, key)
    if (o.opcional) IsOptional()(target, key)
    if (o.nulo) ValidateIf((_, value) => value !== null)(target, key)
    JSONSchema(description)(target, String(key))
  }
}
