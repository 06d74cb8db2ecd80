import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import definiciones from '../esquema/definiciones.json'
import { ARCHIVOS } from './archivos.ts'
import type { Falta } from './falta.ts'
import type { Ruta } from './json.ts'

const CLAVE = 'definiciones.json'
const compilados = new Map<string, ValidateFunction>()
let ajv: Ajv | undefined

/** Faults of the shape of a file, by the schema that is made from its type. */
export function faltasDeForma(archivo: string, valor: unknown): Falta[] {
  const validate = validadorDe(ARCHIVOS[archivo]?.tipo ?? '')
  if (validate(valor)) return []
  return depurar(validate.errors ?? []).map(decir)
}

function validadorDe(tipo: string): ValidateFunction {
  // Each schema is compiled for one reading: optimising it, copying each definition to each place that names it, or checking what
  // the generator wrote, takes longer than it saves.
  ajv ??= new Ajv({
    allErrors: true,
    strict: false,
    verbose: true,
    validateSchema: false,
    inlineRefs: false,
    code: { optimize: false },
  }).addSchema(definiciones, CLAVE)
  const validate = compilados.get(tipo) ?? ajv.compile({ $ref: `${CLAVE}#/definitions/${tipo}` })
  compilados.set(tipo, validate)
  return validate
}

/** A union that fits in none of its ways tells each: the deepest complaint of a place is the useful one. */
function depurar(errors: readonly ErrorObject[]): ErrorObject[] {
  const own = errors.filter(({ keyword }) => keyword !== 'anyOf')
  const useful = own.length > 0 ? own : errors
  const vistos = new Set<string>()
  return useful.filter(({ instancePath, keyword, params }) => {
    const key = `${instancePath} ${keyword} ${JSON.stringify(params)}`
    const isNew = !vistos.has(key)
    vistos.add(key)
    return isNew
  })
}

function decir(error: ErrorObject): Falta {
  const ruta = rutaDe(error.instancePath)
  const nombre = ruta.at(-1)
  const quien = typeof nombre === 'string' ? `«${nombre}»` : 'Este valor'
  const propio = (error.params as Record<string, unknown>)[PARAMS[error.keyword] ?? '']
  switch (error.keyword) {
    case 'required':
      return { ruta, dice: `Falta «${String(propio)}»`, remedio: `Agregue «${String(propio)}» a este objeto` }
    case 'additionalProperties':
      return { ruta: [...ruta, String(propio)], dice: `«${String(propio)}» no es de este archivo`, remedio: 'Corrija el nombre, o bórrelo' }
    case 'type':
      return { ruta, dice: `${quien} debe ser ${tipoEnPalabras(propio)}`, remedio: 'Cambie el valor por uno de esa clase' }
    case 'enum':
    case 'const':
      return { ruta, dice: `${quien} no admite «${String(error.data)}»`, remedio: `Use ${[propio].flat().map(conComillas).join(', ')}` }
    default:
      return { ruta, dice: `${quien} no tiene la forma de este archivo`, remedio: 'Compárelo con el mismo dato de un paquete de ejemplo' }
  }
}

const PARAMS: Record<string, string> = {
  required: 'missingProperty',
  additionalProperties: 'additionalProperty',
  type: 'type',
  enum: 'allowedValues',
  const: 'allowedValue',
}

const TIPOS: Record<string, string> = {
  string: 'un texto entre comillas',
  number: 'un número',
  integer: 'un número entero',
  boolean: 'true o false',
  object: 'un objeto entre llaves',
  array: 'una lista entre corchetes',
  null: 'null',
}

function tipoEnPalabras(tipo: unknown): string {
  return [tipo]
    .flat()
    .map((each) => TIPOS[String(each)] ?? String(each))
    .join(' o ')
}

function conComillas(valor: unknown): string {
  return typeof valor === 'string' ? `«${valor}»` : String(valor)
}

/** A JSON Pointer (RFC 6901) as steps. */
function rutaDe(puntero: string): Ruta {
  return puntero
    .split('/')
    .slice(1)
    .map((paso) => paso.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((paso) => (/^\d+$/.test(paso) ? Number(paso) : paso))
}
