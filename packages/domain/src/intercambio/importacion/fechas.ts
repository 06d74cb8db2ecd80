import { Temporal } from 'temporal-polyfill'
import { plainKey } from '../../base/text.ts'

/** A day as lists write it, in ISO 8601; or why it is none. */
export type DiaEscrito = { dia: string } | { razon: string }

/** ISO 8601, day/month/year with any sign between, or in words: 15 de abril de 2024, 15-abr-2024. `hasta`: the last day that it may be. */
export function leerDia(text: string, { hasta }: { hasta: string }): DiaEscrito {
  const parts = partsOf(text)
  if (!parts) return { razon: `«${text}» no es una fecha; se escribe como 1985-03-21 o 21/03/1985.` }
  const { day, month } = parts
  const year = parts.year < 100 ? centuryOf({ ...parts }, hasta) : parts.year
  try {
    return { dia: Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString() }
  } catch {
    return { razon: against({ day, month, year }) }
  }
}

interface Parts {
  day: number
  month: number
  year: number
}

function partsOf(text: string): Parts | null {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].{0,20})?$/.exec(text) ?? []
  if (year !== undefined) return { year: Number(year), month: Number(month), day: Number(day) }
  const words = plainKey(text)
    .split(' ')
    .filter((word) => !LINKS.includes(word))
  return inOrder(DAYS.includes(words[0] ?? '') ? words.slice(1) : words)
}

/** Day, month in words or as a number, and year. */
function inOrder(words: readonly string[]): Parts | null {
  const [, day, month = '', year] = /^(\d{1,2}) (\d{1,2}|\p{L}{3,10}) (\d{4}|\d{2})$/u.exec(words.join(' ')) ?? []
  const number = /^\d/.test(month) ? Number(month) : MONTHS.findIndex((name) => name.startsWith(month)) + 1
  return day === undefined || number === 0 ? null : { day: Number(day), month: number, year: Number(year) }
}

const LINKS = ['de', 'del', 'a']
const DAYS = ['lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabado', 'domingo']
const MONTHS = ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre']

/** Two digits are the latest such year that has come by `hasta`. */
function centuryOf({ year }: Parts, hasta: string): number {
  const last = Number(hasta.slice(0, 4))
  return last - ((((last - year) % 100) + 100) % 100)
}

function against({ day, month, year }: Parts): string {
  const name = MONTHS[month - 1]
  if (name === undefined) return `No hay un mes ${month}: se escribe primero el día, después el mes.`
  return `El ${day} de ${name} de ${year} no existe.`
}
