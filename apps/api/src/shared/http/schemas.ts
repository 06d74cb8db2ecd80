import { fieldsOf, isRecord } from '@conoceles/domain/typed'
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js'
import { getMetadataStorage } from 'class-validator'
import { validationMetadatasToSchemas } from 'class-validator-jsonschema'
import fastJsonStringify from 'fast-json-stringify'
import type { FastifyInstance } from 'fastify'
import { lazy, memoOf } from '@conoceles/domain/memo'

type Schema = Record<string, unknown>

/** Registers every DTO as a shared schema, so that routes, serialisers and openapi.yaml speak of the same shapes. */
export function registerDtoSchemas(app: FastifyInstance): void {
  demandOneOfEachName()
  const shapes = dtoShapes()
  for (const shape of shapes.values()) app.addSchema(shape)
  // Most answers are of routes that nobody asks of one process, and a serialiser is 30 kB of program. Fastify's own compiler would besides check
  // every shape again for every answer.
  const serializers = new Map<string, Serializer>()
  const forms = new Map([...shapes].map(([name, shape]) => [name, withoutLimits(shape)]))
  app.setSerializerCompiler(({ schema }) => {
    const text = JSON.stringify(schema)
    const made = serializers.get(text) ?? lazySerializer(withoutLimits(fieldsOf(schema)), forms)
    serializers.set(text, made)
    return made
  })
}

type Serializer = (data: unknown) => string

/** The library's type has no place for a schema that was read, not written. */
type Shapes = NonNullable<NonNullable<Parameters<typeof fastJsonStringify>[1]>['schema']>

/** Made when its first answer is given, for every route that answers in that shape. */
function lazySerializer(schema: Schema, shapes: ReadonlyMap<string, Schema>): Serializer {
  const make = lazy(() => fastJsonStringify(schema, { schema: reachedFrom(schema, shapes) as unknown as Shapes }))
  return (data) => make()(data)
}

const LIMITS: readonly string[] = ['minimum', 'maximum', 'minLength', 'maxLength', 'pattern', 'enum', 'minItems', 'maxItems']

/**
 * Limits are for input. Where something may be null the serialiser tries its shape to tell it from null. A value beyond a limit would be
 * neither, and the client would get a fault. Tests check that answers keep their limits.
 */
function withoutLimits({ properties, ...rest }: Schema): Schema {
  const own = Object.entries(rest).flatMap(([key, value]): [string, unknown][] => (LIMITS.includes(key) ? [] : [[key, freed(value)]]))
  if (!properties) return Object.fromEntries(own)
  const fields = Object.entries(fieldsOf(properties)).map(([name, field]) => [name, withoutLimits(fieldsOf(field))])
  return { ...Object.fromEntries(own), properties: Object.fromEntries(fields) }
}

function freed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(freed)
  return isRecord(node) ? withoutLimits(node) : node
}

type Dto = abstract new () => unknown
type Storage = ReturnType<typeof getMetadataStorage>

/** Declarations that class-validator holds for each class; its types do not show where the library keeps them. */
function declarations(): Map<Dto, unknown[]> {
  return (getMetadataStorage() as unknown as { validationMetadatas: Map<Dto, unknown[]> }).validationMetadatas
}

/** Shape of every DTO, by name: the order in which files were loaded does not matter. */
function dtoShapes(): ReadonlyMap<string, Schema> {
  const dtos = [...declarations().keys()].sort((a, b) => (a.name < b.name ? -1 : 1))
  return new Map(dtos.map((dto) => [dto.name, structuredClone(shapeOf(dto))]))
}

/** A class declares once what it is. Tests start the application hundreds of times in one process, and took half a second for it each time. */
const shapeOf = memoOf((dto: Dto): Schema => {
  const storage = getMetadataStorage()
  const all = declarations()
  // The library looks, for one class, through all that it is given: it gets only the declarations of that class and the inherited ones.
  const validationMetadatas = new Map(lineage(dto).map((each) => [each, all.get(each) ?? []]))
  const own = { validationMetadatas, getTargetValidatorConstraints: storage.getTargetValidatorConstraints.bind(storage) }
  const options = { classTransformerMetadataStorage: defaultMetadataStorage, refPointerPrefix: '' }
  const made = validationMetadatasToSchemas({ ...options, classValidatorMetadataStorage: own as unknown as Storage })
  return { $id: dto.name, ...normalise(fieldsOf(made[dto.name])) }
})

/** A class after those that it extends, the first of them first. */
function lineage(dto: Dto): Dto[] {
  const parent: Dto = Object.getPrototypeOf(dto)
  return parent === Function.prototype ? [dto] : [...lineage(parent), dto]
}

/** Shapes are known by the name of their class: of two that are called the same, one would be lost without a word. */
function demandOneOfEachName(): void {
  const validationMetadatas = declarations()
  const names = [...validationMetadatas.keys()].map(({ name }) => name)
  const twice = names.filter((name, at) => names.indexOf(name) !== at)
  if (twice.length > 0) throw new Error(`two DTOs are called the same: ${twice.join(', ')}`)
}

/** The shapes that an answer refers to, itself or through others. */
function reachedFrom(schema: unknown, shapes: ReadonlyMap<string, Schema>): Record<string, Schema> {
  const reached = new Map<string, Schema>()
  const visit = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return
    const name = '$ref' in node && typeof node.$ref === 'string' ? (node.$ref.split('#')[0] ?? '') : ''
    const shape = shapes.get(name)
    if (shape && !reached.has(name)) {
      reached.set(name, shape)
      visit(shape)
    }
    Object.values(node).forEach(visit)
  }
  visit(schema)
  return Object.fromEntries(reached)
}

/** References in Fastify's form, nulls in OpenAPI 3.1's. */
function normalise(node: Schema): Schema {
  const { 'x-nulo': nullable, 'x-opcional': _optional, $ref, ...rest } = node
  const clean = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, normalised(value)]))
  const result = requireNullables(node, typeof $ref === 'string' ? withRef($ref, clean) : clean)
  return nullable ? orNull(result) : result
}

function normalised(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normalised)
  return isRecord(value) ? normalise(value) : value
}

/** A field that may be null is not one that may be absent. */
function requireNullables(original: Schema, clean: Schema): Schema {
  if (original.type !== 'object' || !original.properties) return clean
  const nullables = Object.entries(fieldsOf(original.properties)).filter(([, value]) => {
    const field = fieldsOf(value)
    return field['x-nulo'] && !field['x-opcional']
  })
  const required = [...new Set([...(Array.isArray(clean.required) ? clean.required.map(String) : []), ...nullables.map(([name]) => name)])]
  return required.length === 0 ? clean : { ...clean, required }
}

function withRef(ref: string, rest: Schema): Schema {
  return { ...rest, $ref: ref.includes('#') ? ref : `${ref}#` }
}

function orNull(schema: Schema): Schema {
  const { description, examples, ...shape } = schema
  if (typeof shape.type === 'string' && !shape.enum) return { ...schema, type: [shape.type, 'null'] }
  return { description, ...(examples ? { examples } : {}), anyOf: [shape, { type: 'null' }] }
}
