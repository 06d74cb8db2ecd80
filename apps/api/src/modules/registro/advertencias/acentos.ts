import { findMojibake, type ReglaPack, type Sourced } from '@conoceles/domain'

/** Words of a warning by its rule. */
export type ReglaAdvertida = Pick<ReglaPack, 'clave' | 'texto' | keyof Sourced>

/** The one rule that no pack declares: it is of how a text is written. */
export const ACENTOS: ReglaAdvertida = {
  clave: 'acentos_rotos',
  texto: 'Los nombres llevan sus acentos.',
  fuente: 'Regla del sistema.',
  confianza: 'alta',
}

/** Warns of names registered with broken accents. Public names change only by a correction, which offers the repaired text. */
export function advertirAcentos<T extends { nombre: string }>(
  filas: readonly T[],
): { regla: ReglaAdvertida; texto: string; candidaturas: T[] }[] {
  return filas.flatMap((fila) => {
    const found = findMojibake(fila.nombre)
    if (!found) return []
    const what = found.repaired === null ? 'perdió letras' : `debería decir «${found.repaired}»`
    return [{ regla: ACENTOS, texto: `El nombre «${fila.nombre}» ${what}: corríjalo en su candidatura.`, candidaturas: [fila] }]
  })
}
