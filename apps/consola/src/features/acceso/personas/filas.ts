import { nombraA } from '@conoceles/domain'
import type { PersonaPorInvitar } from '../../../api-types.ts'

/** A chosen persona with the address that was typed, and the name that came with it from a list. */
export interface Fila {
  id: string
  nombre: string
  correo: string
}

const BETWEEN_WORDS = /[\s,;<>"|]/
const CORREO = /^[^@]+@[^@.]+\.[^@]+$/

/** Gives each pasted address to the persona that its line names; lines that name none, or more than one, come back. */
export function takePasted(filas: readonly Fila[], text: string): { filas: Fila[]; left: string[] } {
  const next = filas.map((fila) => ({ ...fila }))
  const left = linesOf(text).filter((line) => {
    const correo = line.split(BETWEEN_WORDS).find((word) => CORREO.test(word))
    const named = next.filter(({ nombre }) => nombraA(line.replace(correo ?? '', ' '), nombre))
    const [one] = named
    if (correo === undefined || one === undefined || named.length > 1) return true
    one.correo = correo
    return false
  })
  return { filas: next, left }
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** The request to the API: a persona without an address yet is not invited. */
export function pedidasOf(filas: readonly Fila[]): PersonaPorInvitar[] {
  return filas.flatMap(({ id, correo }) => (correo.trim() === '' ? [] : [{ candidaturaId: id, correo: correo.trim() }]))
}
