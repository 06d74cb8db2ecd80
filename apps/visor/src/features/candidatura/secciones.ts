import type { Campo, Seccion } from '../../api-types.ts'

export function idOf({ clave }: Seccion): string {
  return `seccion-${clave}`
}

/** A section without long texts reads better as pairs of question and answer. */
export function isShort({ campos }: Seccion): boolean {
  return campos.every(({ tipo }) => tipo !== 'parrafos')
}

/** Splits off the missing answers of a section of short optional data: they are told once and together. */
export function splitMissing({ campos }: Seccion): { given: Campo[]; missing: Campo[] } {
  const isMissing = ({ blanco }: Campo): boolean => blanco === 'no_proporcionada'
  return { given: campos.filter((campo) => !isMissing(campo)), missing: campos.filter(isMissing) }
}

/** The value as lines: paragraphs of a text, items of a list. */
export function linesOf({ valor }: Campo): string[] {
  if (valor === null) return []
  const lines = Array.isArray(valor) ? valor : valor.split(/\n+/)
  return lines.map((line) => line.trim()).filter(Boolean)
}

/** Only https addresses become links; a text that resembles another kind of address stays text. */
export function safeHref(address: string): string | null {
  return /^https:\/\/[^\s]+$/i.test(address) ? address : null
}
