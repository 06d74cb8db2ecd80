import { html, type Html } from './html.ts'

/** The parts of a JSON Schema that this contract writes. */
export interface Esquema {
  $ref?: string
  type?: string | readonly string[]
  format?: string
  enum?: readonly unknown[]
  items?: Esquema
  anyOf?: readonly Esquema[]
  description?: string
  properties?: Record<string, Esquema>
  required?: readonly string[]
}

const NOMBRES: Record<string, string | undefined> = {
  string: 'texto',
  integer: 'número entero',
  number: 'número',
  boolean: 'sí o no',
  object: 'objeto',
  array: 'lista',
  null: 'nulo',
}

const FORMATOS: Record<string, string | undefined> = {
  'date-time': 'fecha y hora',
  date: 'fecha',
  uuid: 'identificador (UUID)',
  binary: 'archivo',
  uri: 'dirección',
  email: 'correo',
}

/** Type of a value in words; that of another shape leads to it. */
export function tipoDe({ $ref, type, format, enum: valores, items, anyOf }: Esquema): Html {
  if ($ref) return enlaceA($ref.split('/').at(-1) ?? '')
  if (anyOf) return html`${anyOf.map((each, at) => html`${at > 0 ? ' o ' : ''}${tipoDe(each)}`)}`
  if (valores) return html`${valores.map((each, at) => html`${at > 0 ? ' | ' : ''}<code>${String(each)}</code>`)}`
  if (items) return html`lista de ${tipoDe(items)}`
  const nombres = [type ?? 'object'].flat().map((each) => (each === 'null' ? 'nulo' : (FORMATOS[format ?? ''] ?? NOMBRES[each] ?? each)))
  return html`${nombres.join(' o ')}`
}

function enlaceA(name: string): Html {
  return html`<a href="#${name}">${name}</a>`
}
