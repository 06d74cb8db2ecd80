import { Temporal } from 'temporal-polyfill'
import { edadEn } from '../base/plazo.ts'

const LETTERS = /^\p{L}[\p{L}\p{M} .'’-]*$/u

/** Why a clean line is not the name or a surname of anybody; null: it may be. */
export function razonContraNombre(text: string): string | null {
  return LETTERS.test(text) ? null : 'Un nombre sólo lleva letras, espacios, punto, guion y apóstrofo.'
}

/** The same of a nickname, which may have anything that is seen. */
export function razonContraApodo(text: string): string | null {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text) ? null : 'Un apodo se escribe con letras, números o signos.'
}

const EDAD_MINIMA = 18
const EDAD_MAXIMA = 120

/**
 * Why nobody who stands was born on a day, in ISO 8601; null: somebody may. Only citizens stand for election, from the age of 18 (Constitution,
 * arts. 34 and 35); beyond 120 it is a slip of the pen.
 */
export function razonContraNacimiento(fecha: string, { hoy, jornada }: { hoy: string; jornada: string }): string | null {
  if (fecha > hoy) return 'La fecha todavía no llega.'
  const edad = edadEn(fecha, Temporal.PlainDate.from(jornada))
  return edad >= EDAD_MINIMA && edad <= EDAD_MAXIMA ? null : `Con esa fecha tendría ${edad} años el día de la jornada.`
}
