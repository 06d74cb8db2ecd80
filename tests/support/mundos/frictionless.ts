import { readCsv } from '../csv.ts'

interface Field {
  name: string
  type: string
  format?: string
  constraints?: { required?: boolean; enum?: string[] }
}

export interface Resource {
  name: string
  path: string
  profile: string
  bytes: number
  hash: string
  mediatype: string
  schema?: { fields: Field[]; primaryKey?: string[]; missingValues: string[] }
  licenses?: { name?: string; path?: string }[]
}

export interface Datapackage {
  profile: string
  name: string
  version: string
  created: string
  licenses?: { name?: string; path?: string }[]
  sources: { title: string }[]
  resources: Resource[]
}

const NAME = /^[-a-z0-9._/]+$/
const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/
const CAST: Record<string, RegExp> = {
  string: /^[^]*$/,
  integer: /^-?\d+$/,
  boolean: /^(true|false)$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  datetime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/,
}
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * Finds faults against the Data Package, Data Resource and Table Schema specifications (version 1), since no validator for Node is
 * kept any more. One sentence for each fault; the rows of the CSV files are read by their schema too.
 */
export function packageFaults(pack: Datapackage, bytesOf: (path: string) => Buffer): string[] {
  const names = pack.resources.map(({ name }) => name)
  return [
    ...(NAME.test(pack.name) ? [] : ['the name of the package has other letters']),
    ...(RFC3339.test(pack.created) ? [] : ['created is no instant']),
    ...(pack.resources.length > 0 ? [] : ['no resources']),
    ...(new Set(names).size === names.length ? [] : ['two resources have one name']),
    ...pack.sources.flatMap(({ title }) => (title ? [] : ['a source has no title'])),
    ...[pack, ...pack.resources].flatMap(({ licenses }) => licenseFaults(licenses)),
    ...pack.resources.flatMap((resource) => resourceFaults(resource, bytesOf).map((fault) => `${resource.path}: ${fault}`)),
  ]
}

function licenseFaults(licenses: Resource['licenses']): string[] {
  if (licenses === undefined) return []
  if (licenses.length === 0) return ['licenses is empty']
  return licenses.flatMap(({ name, path }) => (name || path ? [] : ['a licence has neither name nor path']))
}

function resourceFaults(resource: Resource, bytesOf: (path: string) => Buffer): string[] {
  const { name, path, schema, profile } = resource
  return [
    ...(NAME.test(name) ? [] : ['its name has other letters']),
    ...(/^(\/|\.)|\.\.\//.test(path) ? ['its path leaves the package'] : []),
    ...(profile === 'tabular-data-resource' && !schema ? ['it is tabular and has no schema'] : []),
    ...(schema ? tableFaults(schema, bytesOf(path)) : []),
  ]
}

function tableFaults({ fields, primaryKey = [] }: NonNullable<Resource['schema']>, bytes: Buffer): string[] {
  const [header = [], ...rows] = readCsv(bytes)
  const names = fields.map(({ name }) => name)
  const keys = rows.map((row) => primaryKey.map((name) => row[names.indexOf(name)]).join('|'))
  return [
    ...(JSON.stringify(header) === JSON.stringify(names) ? [] : ['the headings are not its fields']),
    ...(new Set(names).size === names.length ? [] : ['two fields have one name']),
    ...primaryKey.filter((name) => !names.includes(name)).map((name) => `${name} is no field and a key`),
    ...(primaryKey.length === 0 || new Set(keys).size === keys.length ? [] : ['a key stands twice']),
    ...rows.flatMap((row, at) =>
      fields.flatMap((field, column) => cellFaults(field, row[column] ?? '').map((fault) => `row ${at + 1}, ${field.name}: ${fault}`)),
    ),
  ]
}

function cellFaults({ type, format, constraints = {} }: Field, cell: string): string[] {
  if (cell === '') return constraints.required ? ['nothing where something is required'] : []
  return [
    ...(CAST[type]?.test(cell) ? [] : [`«${cell}» is no ${type}`]),
    ...(format === 'uuid' && !UUID.test(cell) ? [`«${cell}» is no uuid`] : []),
    ...(constraints.enum && !constraints.enum.includes(cell) ? [`«${cell}» is none of its values`] : []),
  ]
}
