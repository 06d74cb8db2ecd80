/** A contradiction of a cuestionario, with its place; null where it is of the whole. */
export interface Falla {
  seccion: string | null
  campo: string | null
  /** Spanish sentence for the author of the cuestionario. */
  razon: string
}

/** A contradiction before its section is looked up. */
export type Found = Pick<Falla, 'razon'> & Partial<Falla>
