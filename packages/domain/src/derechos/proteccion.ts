import { Temporal } from 'temporal-polyfill'

/**
 * Documents that the law asks of a body that treats personal data. Source: LGPDPPSO (DOF 20-03-2025), arts. 29 and 71. It fixes no term of review:
 * the person who registers one says it.
 */
export const CLASES_PROTECCION = ['seguridad', 'impacto'] as const
export type ClaseProteccion = (typeof CLASES_PROTECCION)[number]

export interface DocumentoProteccion {
  clase: ClaseProteccion
  version: number
  /** Day by which it is reviewed. */
  revisarEl: string
}

/** Days before its review from which it is told. */
const ANTES = { days: 30 }

/** The version in force of each kind. */
export function vigentesProteccion<T extends DocumentoProteccion>(documentos: readonly T[]): T[] {
  return CLASES_PROTECCION.flatMap((clase) => {
    const own = documentos.filter((each) => each.clase === clase).toSorted((a, b) => b.version - a.version)
    return own.slice(0, 1)
  })
}

/** Those in force whose review is near or late. */
export function revisionesProteccion<T extends DocumentoProteccion>(documentos: readonly T[], hoy: string): T[] {
  const until = Temporal.PlainDate.from(hoy).add(ANTES).toString()
  return vigentesProteccion(documentos).filter(({ revisarEl }) => revisarEl <= until)
}
