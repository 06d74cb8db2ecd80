import type { ColumnaInforme } from '@conoceles/domain'

/** A column of words. */
export const texto = (clave: string, nombre: string): ColumnaInforme => ({ clave, nombre, tipo: 'texto' })

/** Letters of a spreadsheet's column: 0 is A, 26 is AA. */
export function letraDe(at: number): string {
  return at < 26 ? String.fromCodePoint(65 + at) : letraDe(Math.floor(at / 26) - 1) + letraDe(at % 26)
}
