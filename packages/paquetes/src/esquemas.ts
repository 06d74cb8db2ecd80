import definiciones from '../esquema/definiciones.json'
import { ARCHIVOS } from './archivos.ts'
import type { Falta } from './falta.ts'
import { quejasDe, type Definiciones, type Queja } from './forma.ts'

const DEFINICIONES: Definiciones = definiciones.definitions

/** Faults of the shape of a file, by the schema that is made from its type. */
export function faltasDeForma(archivo: string, valor: unknown): Falta[] {
  const tipo = ARCHIVOS[archivo]?.tipo ?? ''
  const faltas = quejasDe({ $ref: `#/definitions/${tipo}` }, { valor, ruta: [], definiciones: DEFINICIONES }).map(decir)
  // A value that fits in none of several forms is told the same by more than one.
  return [...new Map(faltas.map((falta) => [JSON.stringify(falta), falta])).values()]
}

function decir({ ruta, regla, pide, valor }: Queja): Falta {
  const nombre = ruta.at(-1)
  const quien = typeof nombre === 'string' ? `«${nombre}»` : 'Este valor'
  switch (regla) {
    case 'required':
      return { ruta, dice: `Falta «${String(pide)}»`, remedio: `Agregue «${String(pide)}» a este objeto` }
    case 'additionalProperties':
      return { ruta: [...ruta, String(pide)], dice: `«${String(pide)}» no es de este archivo`, remedio: 'Corrija el nombre, o bórrelo' }
    case 'type':
      return { ruta, dice: `${quien} debe ser ${tipoEnPalabras(pide)}`, remedio: 'Cambie el valor por uno de esa clase' }
    case 'enum':
    case 'const':
      return { ruta, dice: `${quien} no admite «${String(valor)}»`, remedio: `Use ${[pide].flat().map(conComillas).join(', ')}` }
    default:
      return { ruta, dice: `${quien} no tiene la forma de este archivo`, remedio: 'Compárelo con el mismo dato de un paquete de ejemplo' }
  }
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
