import { Ajv2020 } from 'ajv/dist/2020.js'
import type { ValidateFunction } from 'ajv'
import { PRESENTACIONES, type CuestionarioDocument } from './document.ts'

const TEXT = { type: 'string', maxLength: 4000 }
const CLAVE = { type: 'string', maxLength: 60 }
const COUNT = { type: 'integer', minimum: 0, maximum: 1_000_000 }
const EDAD = { type: 'integer', minimum: 0, maximum: 150 }
const OPTIONS = { type: 'array', maxItems: 500, items: { type: 'string', maxLength: 300 } }

const closed = (properties: Record<string, object>, required: string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})

const RULES = {
  enum: OPTIONS,
  maxLength: COUNT,
  sinBlancos: closed({ minimo: COUNT, maximo: COUNT }),
  format: { enum: ['enlace', 'email'] },
  hosts: OPTIONS,
  pattern: { type: 'string', maxLength: 300 },
  'x-mensaje': TEXT,
}

const QUESTION = closed(
  {
    ...RULES,
    type: { enum: ['string', 'array', 'boolean', 'integer'] },
    title: TEXT,
    description: TEXT,
    items: closed({ ...RULES, type: { const: 'string' } }, ['type']),
    maxItems: COUNT,
    minimum: { type: 'integer' },
    maximum: { type: 'integer' },
    'x-obligatorio': { type: 'boolean' },
    'x-publico': { type: 'boolean' },
    'x-edades': closed({ desde: EDAD, hasta: EDAD, fuente: TEXT, confianza: CLAVE }),
    'x-grupo': CLAVE,
    'x-columnaIne': TEXT,
    'x-presentacion': { enum: PRESENTACIONES },
    'x-fuente': TEXT,
    'x-confianza': CLAVE,
  },
  ['type', 'title'],
)

const CONDITION = {
  type: 'object',
  properties: {
    const: { type: ['string', 'boolean', 'integer'] },
    enum: OPTIONS,
    not: { $ref: '#/$defs/condition' },
    contains: { $ref: '#/$defs/condition' },
    anyOf: { type: 'array', maxItems: 20, items: { $ref: '#/$defs/condition' } },
    allOf: { type: 'array', maxItems: 20, items: { $ref: '#/$defs/condition' } },
  },
  additionalProperties: false,
}

const RULE = closed(
  { effect: { const: 'SHOW' }, condition: closed({ scope: TEXT, schema: { $ref: '#/$defs/condition' } }, ['scope', 'schema']) },
  ['effect', 'condition'],
)

const CONTROL = closed({ type: { const: 'Control' }, scope: TEXT, rule: RULE }, ['type', 'scope'])
const CATEGORY = closed(
  {
    type: { const: 'Category' },
    label: TEXT,
    options: closed({ clave: CLAVE, descripcion: TEXT }, ['clave']),
    elements: { type: 'array', maxItems: 200, items: CONTROL },
  },
  ['type', 'label', 'options', 'elements'],
)

const SHAPE = {
  $defs: { condition: CONDITION },
  ...closed(
    {
      schema: closed(
        {
          $schema: TEXT,
          type: { const: 'object' },
          properties: { type: 'object', maxProperties: 300, additionalProperties: QUESTION },
          'x-alMenosUno': {
            type: 'array',
            maxItems: 20,
            items: closed({ seccion: CLAVE, campos: OPTIONS, mensaje: TEXT }, ['seccion', 'campos', 'mensaje']),
          },
        },
        ['type', 'properties'],
      ),
      uischema: closed({ type: { const: 'Categorization' }, elements: { type: 'array', maxItems: 60, items: CATEGORY } }, [
        'type',
        'elements',
      ]),
    },
    ['schema', 'uischema'],
  ),
}

let validator: ValidateFunction | undefined

/**
 * Pointers to the parts of a document that the editor does not write. None: it can be read, be it full of contradictions. Closed
 * on purpose: an unknown key would be kept and mean nothing. For the server, as `checkRespuestas`.
 */
export function shapeFaults({ schema, uischema }: Pick<CuestionarioDocument, 'schema' | 'uischema'>): string[] {
  validator ??= new Ajv2020({ strictTypes: false }).compile(SHAPE)
  return validator({ schema, uischema }) ? [] : (validator.errors ?? []).map(({ instancePath }) => instancePath)
}
