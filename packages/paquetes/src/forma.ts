import type { Ruta } from './json.ts'

/** The part of JSON Schema (draft 7) that our generator writes; a test refuses a schema with more. */
interface Esquema {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  not?: Esquema
  anyOf?: Esquema[]
  properties?: Readonly<Record<string, Esquema | undefined>>
  required?: string[]
  additionalProperties?: boolean | Esquema
  items?: Esquema
  minItems?: number
  maxItems?: number
  description?: string
}

export type Definiciones = Readonly<Record<string, Esquema>>

/** A value that its schema does not admit: the keyword that it breaks, and what that keyword asks. */
export interface Queja {
  ruta: Ruta
  regla: 'type' | 'enum' | 'const' | 'not' | 'required' | 'additionalProperties' | 'minItems' | 'maxItems'
  pide: unknown
  valor: unknown
}

interface Lugar {
  valor: unknown
  ruta: Ruta
  definiciones: Definiciones
}

const REF = '#/definitions/'

/**
 * Everything that a value breaks of its schema. Read, not compiled: a pack is checked once, and compiling its schemas took ten times as long
 * as checking it.
 */
export function quejasDe(esquema: Esquema, lugar: Lugar): Queja[] {
  return [
    ...(esquema.$ref === undefined ? [] : quejasDe(definido(esquema.$ref, lugar.definiciones), lugar)),
    ...deValor(esquema, lugar),
    ...deFormas(esquema, lugar),
    ...(Array.isArray(lugar.valor) ? deLista(esquema, lugar.valor, lugar) : []),
    ...(esObjeto(lugar.valor) ? deObjeto(esquema, lugar.valor, lugar) : []),
  ]
}

function definido(ref: string, definiciones: Definiciones): Esquema {
  const found = definiciones[decodeURIComponent(ref.slice(REF.length))]
  if (!ref.startsWith(REF) || found === undefined) throw new Error(`The schemas of a pack do not define ${ref}`)
  return found
}

function deValor(esquema: Esquema, { valor, ruta }: Lugar): Queja[] {
  const quejas: Queja[] = []
  if (esquema.type !== undefined && ![esquema.type].flat().some((tipo) => esDeTipo(valor, tipo)))
    quejas.push({ ruta, regla: 'type', pide: esquema.type, valor })
  if (esquema.enum !== undefined && !esquema.enum.includes(valor)) quejas.push({ ruta, regla: 'enum', pide: esquema.enum, valor })
  if ('const' in esquema && esquema.const !== valor) quejas.push({ ruta, regla: 'const', pide: esquema.const, valor })
  return quejas
}

function esDeTipo(valor: unknown, tipo: string): boolean {
  if (tipo === 'null') return valor === null
  if (tipo === 'array') return Array.isArray(valor)
  if (tipo === 'object') return esObjeto(valor)
  if (tipo === 'integer') return Number.isInteger(valor)
  return typeof valor === tipo
}

function esObjeto(valor: unknown): valor is Record<string, unknown> {
  return typeof valor === 'object' && valor !== null && !Array.isArray(valor)
}

/** A value that fits in none of several forms tells what each of them lacks. */
function deFormas({ anyOf, not }: Esquema, lugar: Lugar): Queja[] {
  const formas = (anyOf ?? []).map((forma) => quejasDe(forma, lugar))
  const ninguna = formas.every((quejas) => quejas.length > 0) ? formas.flat() : []
  const prohibido = not !== undefined && quejasDe(not, lugar).length === 0
  return prohibido ? [...ninguna, { ruta: lugar.ruta, regla: 'not', pide: not, valor: lugar.valor }] : ninguna
}

function deLista({ items, minItems = 0, maxItems = Infinity }: Esquema, valor: unknown[], { ruta, definiciones }: Lugar): Queja[] {
  const quejas = items ? valor.flatMap((each, at) => quejasDe(items, { valor: each, ruta: [...ruta, at], definiciones })) : []
  if (valor.length < minItems) quejas.push({ ruta, regla: 'minItems', pide: minItems, valor })
  if (valor.length > maxItems) quejas.push({ ruta, regla: 'maxItems', pide: maxItems, valor })
  return quejas
}

function deObjeto(esquema: Esquema, valor: Record<string, unknown>, { ruta, definiciones }: Lugar): Queja[] {
  const { properties = {}, required = [], additionalProperties = true } = esquema
  const faltan = required.filter((nombre) => !Object.hasOwn(valor, nombre))
  const campos = Object.entries(valor).flatMap(([nombre, each]): Queja[] => {
    const propio = Object.hasOwn(properties, nombre) ? properties[nombre] : additionalProperties
    if (propio === false) return [{ ruta, regla: 'additionalProperties', pide: nombre, valor }]
    return typeof propio === 'object' ? quejasDe(propio, { valor: each, ruta: [...ruta, nombre], definiciones }) : []
  })
  return [...faltan.map((nombre): Queja => ({ ruta, regla: 'required', pide: nombre, valor })), ...campos]
}
