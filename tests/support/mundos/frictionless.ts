import { Ajv } from 'ajv'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCsv } from '../csv.ts'

interface Field {
  name: string
  type: string
  format?: string
  constraints?: { required?: boolean; enum?: string[] }
}

interface ForeignKey {
  fields: string[]
  reference: { resource?: string; fields: string[] }
}

export interface Resource {
  name: string
  path: string
  type?: string
  bytes: number
  hash: string
  mediatype: string
  schema?: { fields: Field[]; primaryKey?: string[]; foreignKeys?: ForeignKey[]; missingValues: string[] }
  licenses?: { name?: string; path?: string }[]
}

export interface Datapackage {
  $schema: string
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
 * Finds faults against Data Package 2: the published profile judges the descriptor, and the rows of the CSV files are read by their schema
 * and its keys. One sentence for each fault.
 */
export function packageFaults(pack: Datapackage, bytesOf: (path: string) => Buffer): string[] {
  const names = pack.resources.map(({ name }) => name)
  return [
    ...profileFaults(pack),
    ...(NAME.test(pack.name) ? [] : ['the name of the package has other letters']),
    ...(RFC3339.test(pack.created) ? [] : ['created is no instant']),
    ...(pack.resources.length > 0 ? [] : ['no resources']),
    ...(new Set(names).size === names.length ? [] : ['two resources have one name']),
    ...pack.sources.flatMap(({ title }) => (title ? [] : ['a source has no title'])),
    ...[pack, ...pack.resources].flatMap(({ licenses }) => licenseFaults(licenses)),
    ...pack.resources.flatMap((resource) => danglingKeys(resource, pack, bytesOf)),
    ...pack.resources.flatMap((resource) => resourceFaults(resource, bytesOf).map((fault) => `${resource.path}: ${fault}`)),
  ]
}

function profileFaults(pack: Datapackage): string[] {
  const profile = JSON.parse(readFileSync(join(__dirname, '../esquemas/datapackage-2.0.json'), 'utf8')) as object
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true })
  return ajv.validate(profile, pack) ? [] : [ajv.errorsText()]
}

/** Values of a foreign key that are no key of the table that it names. */
function danglingKeys({ name, path, schema }: Resource, pack: Datapackage, bytesOf: (path: string) => Buffer): string[] {
  return (schema?.foreignKeys ?? []).flatMap(({ fields, reference }) => {
    const other = pack.resources.find((resource) => resource.name === (reference.resource ?? name))
    if (!other) return [`${path}: ${reference.resource} is no resource`]
    const known = new Set(valuesOf(bytesOf(other.path), reference.fields[0]))
    const dangling = valuesOf(bytesOf(path), fields[0]).filter((value) => value !== '' && !known.has(value))
    return dangling.map((value) => `${path}: ${fields[0]} «${value}» is not in ${other.path}`)
  })
}

function valuesOf(bytes: Buffer, field: string | undefined): string[] {
  const [header = [], ...rows] = readCsv(bytes)
  return rows.map((row) => row[header.indexOf(field ?? '')] ?? '')
}

function licenseFaults(licenses: Resource['licenses']): string[] {
  if (licenses === undefined) return []
  if (licenses.length === 0) return ['licenses is empty']
  return licenses.flatMap(({ name, path }) => (name || path ? [] : ['a licence has neither name nor path']))
}

function resourceFaults(resource: Resource, bytesOf: (path: string) => Buffer): string[] {
  const { name, path, schema, type } = resource
  return [
    ...(NAME.test(name) ? [] : ['its name has other letters']),
    ...(/^(\/|\.)|\.\.\//.test(path) ? ['its path leaves the package'] : []),
    ...(type === 'table' && !schema ? ['it is tabular and has no schema'] : []),
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
