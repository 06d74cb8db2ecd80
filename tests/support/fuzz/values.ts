import type { Random } from '../../../apps/api/src/simulacro/random.ts'

export type Schema = Record<string, unknown>

/** Parts of a request beside the contract. */
export interface Known {
  random: Random
  /** Ids that exist, or existed: of oneself and of others. */
  ids: string[]
  schemas: Record<string, Schema>
}

const DEEPEST = 6

/** A value that the schema admits, mostly; formats that have rules of their own are filled with plausible text. */
export function valueOf(schema: Schema, known: Known, depth = 0): unknown {
  const { random } = known
  const shape = resolved(schema, known)
  const example = shape['example'] ?? (shape['examples'] as unknown[] | undefined)?.[0]
  if (example !== undefined && random.chance(0.5)) return example
  const options = (shape['anyOf'] ?? shape['oneOf'] ?? shape['allOf']) as Schema[] | undefined
  if (options) return valueOf(random.pick(options), known, depth)
  if (Array.isArray(shape['enum'])) return random.pick(shape['enum'] as unknown[])
  if ('const' in shape) return shape['const']
  return MAKERS[typeOf(shape, random)]?.(shape, known, depth) ?? null
}

function resolved(schema: Schema, { schemas }: Known): Schema {
  const name = typeof schema['$ref'] === 'string' ? schema['$ref'].replace('#/components/schemas/', '') : null
  return name === null ? schema : { ...(schemas[name] ?? {}), ...schema }
}

function typeOf({ type, properties }: Schema, random: Random): string {
  if (Array.isArray(type)) return random.pick(type as string[])
  return typeof type === 'string' ? type : properties ? 'object' : 'string'
}

const MAKERS: Record<string, (shape: Schema, known: Known, depth: number) => unknown> = {
  string: (shape, known) => textOf(shape, known),
  integer: ({ minimum = 0, maximum = 50 }, { random }) => random.int(Number(minimum), Math.min(Number(maximum), Number(minimum) + 50)),
  number: (_shape, { random }) => random.int(0, 50),
  boolean: (_shape, { random }) => random.chance(0.5),
  array: ({ items = {} }, known, depth) =>
    depth >= DEEPEST ? [] : Array.from({ length: known.random.int(0, 2) }, () => valueOf(items as Schema, known, depth + 1)),
  object: ({ properties = {}, required = [] }, known, depth) =>
    Object.fromEntries(
      Object.entries(properties as Record<string, Schema>)
        .filter(([name]) => (required as string[]).includes(name) || (depth < DEEPEST && known.random.chance(0.6)))
        .map(([name, field]) => [name, valueOf(field, known, depth + 1)]),
    ),
  null: () => null,
}

const FORMATS: Record<string, (known: Known) => string> = {
  uuid: ({ random, ids }) => (ids.length > 0 && random.chance(0.8) ? random.pick(ids) : 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa'),
  date: ({ random }) => random.pick(['2030-04-20', '2030-05-12', '2024-06-02', '2000-02-29']),
  'date-time': ({ random }) => random.pick(['2030-04-20T10:00:00-07:00', '2030-05-12T00:00:00Z', '2024-06-02T23:59:59.999999Z']),
  email: () => 'alguien@prueba.example',
}
const WORDS = [
  'PRIO',
  'PFAR',
  'alcaldia-m1',
  'm1',
  'D04',
  'curricular',
  'oficio',
  'propietaria',
  'captura',
  'No se entiende lo que dice.',
  '1',
  '12',
]

function textOf({ format, minLength = 0, maxLength = 4_000 }: Schema, known: Known): string {
  const formatted = FORMATS[String(format ?? '')]
  if (formatted) return formatted(known)
  const text = known.random.pick([...WORDS, ...known.ids.slice(0, 3)])
  return text.padEnd(Number(minLength), 'x').slice(0, Number(maxLength))
}

const DEEP = JSON.parse(`${'{"a":['.repeat(14)}${']}'.repeat(14)}`) as unknown
const KEYS = [
  'constructor',
  '__proto__',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'toJSON',
  'then',
  'length',
  'desconocida',
  '',
  '\u0000',
  '\ud800',
]

/** Values that no schema admits, or only by its letter. */
export const HOSTILE: readonly unknown[] = [
  ...[null, true, false, 0, -1, 0.5, 1e308, 2 ** 31, 2 ** 53, Number.MAX_SAFE_INTEGER],
  ...[
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\u202e',
    '😀'.repeat(200),
    'a'.repeat(5_000),
    'á'.repeat(2_000),
    "' or '1'='1",
    '%_\\',
    '../../etc/passwd',
  ],
  ...[
    '2030-02-30',
    '9999-12-31',
    '+275760-09-13',
    '-000001-01-01',
    '0000-00-00',
    '2030-04-20T25:00:00Z',
    '9999-12-31T23:59:59-23:59',
    '1e999',
  ],
  ...[
    'null',
    'constructor',
    '__proto__',
    'NaN',
    '-0',
    '99999999999999999999',
    'https://[::1',
    'javascript:alert(1)',
    'a@b@c',
    '<svg/onload=1>',
    '{{x}}',
    '=1+1',
  ],
  ...[
    [],
    {},
    [[[]]],
    [null],
    [[{}]],
    DEEP,
    { constructor: 1 },
    { constructor: null },
    { toString: 1 },
    { hasOwnProperty: 1 },
    { toJSON: 1 },
    { then: 1 },
  ],
  Array.from({ length: 300 }, () => 'a'),
  JSON.parse('{"__proto__":{"a":1}}'),
  JSON.parse('{"constructor":{"prototype":{"a":1}}}'),
]

/** The same value with something wrong somewhere in it. */
export function mutated(value: unknown, random: Random): unknown {
  if (value === null || typeof value !== 'object' || random.chance(0.25)) return random.pick(HOSTILE)
  if (Array.isArray(value)) {
    if (value.length === 0 || random.chance(0.4))
      return random.pick([[value], [...(value as unknown[]), random.pick(HOSTILE)], { 0: value }])
    const at = random.int(0, value.length - 1)
    return value.map((item: unknown, index) => (index === at ? mutated(item, random) : item))
  }
  const entries = Object.entries(value)
  if (entries.length === 0 || random.chance(0.25)) return Object.fromEntries([...entries, [random.pick(KEYS), random.pick(HOSTILE)]])
  const [chosen] = random.pick(entries)
  if (random.chance(0.15)) return Object.fromEntries(entries.filter(([key]) => key !== chosen))
  return Object.fromEntries(entries.map(([key, item]) => [key, key === chosen ? mutated(item, random) : item]))
}
