import { SSF } from '@e965/xlsx'
import type { Epoca } from '../libros/tabla.ts'

/** From the day number itself: no time zone has a say. Out of range stays a number. */
export function dateOf(serial: number, epoca: Epoca): string {
  const date = SSF.parse_date_code(serial, { date1904: epoca === 1904 }) as { y: number; m: number; d: number } | null
  if (!date) return String(serial)
  const pad = (value: number, length: number) => String(value).padStart(length, '0')
  return `${pad(date.y, 4)}-${pad(date.m, 2)}-${pad(date.d, 2)}`
}
