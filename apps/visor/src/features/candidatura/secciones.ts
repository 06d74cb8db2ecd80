import type { Campo, Seccion } from '../../api-types.ts'

/** What people come for goes first; a section that is not named here keeps its place after them. */
const READING_ORDER = ['propuestas', 'trayectoria', 'historia', 'estudios', 'motivo']
const LAST = 'contacto'

export function inReadingOrder(secciones: readonly Seccion[]): Seccion[] {
  return [...secciones].sort((one, other) => rank(one.clave) - rank(other.clave))
}

function rank(clave: string): number {
  if (clave === LAST) return READING_ORDER.length + 1
  const place = READING_ORDER.indexOf(clave)
  return place === -1 ? READING_ORDER.length : place
}

export function idOf({ clave }: Seccion): string {
  return `seccion-${clave}`
}

/** A section without long texts reads better as pairs of question and answer. */
export function isShort({ campos }: Seccion): boolean {
  return campos.every(({ tipo }) => tipo !== 'parrafos')
}

/** In a section of short optional data, what nobody gave is told once and together. */
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
