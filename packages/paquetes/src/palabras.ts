import { longDate } from '@conoceles/domain'
import { esDia } from './falta.ts'

/** The longest text of a pack is whole; a catalogue that is new, or gone, is not. */
const ENTERO = 4_000

/** A value of a pack for somebody who reads no JSON: rows and phrases a line each. */
export function enPalabras(valor: unknown): string {
  const texto = Array.isArray(valor) ? lineasDe(valor) : decir(valor)
  return texto.length > ENTERO ? `${texto.slice(0, ENTERO)}…` : texto
}

function lineasDe(filas: readonly unknown[]): string {
  return filas.length === 0 ? 'nada' : filas.map(decir).join('\n')
}

function decir(valor: unknown): string {
  if (valor === null || valor === undefined || valor === '') return 'nada'
  if (Array.isArray(valor)) return valor.length === 0 ? 'nada' : valor.map(decir).join(', ')
  return typeof valor === 'object' ? deClaves(valor) : deUno(valor)
}

function deClaves(valor: object): string {
  return Object.entries(valor)
    .map(([clave, each]) => `${clave}: ${decir(each)}`)
    .join('; ')
}

function deUno(valor: unknown): string {
  if (typeof valor === 'boolean') return valor ? 'sí' : 'no'
  return typeof valor === 'string' && esDia(valor) ? longDate(valor) : String(valor)
}
