/** Published bytes contradict a signature, or an entry the one before. The message says which and where. */
export class ContradictionError extends Error {
  constructor(
    message: string,
    /** The entry of the bitácora at which it shows, where it is one. */
    readonly acto: number | null = null,
  ) {
    super(message)
  }
}

/** The content could not be read: no verdict about it. */
export class UnreadableError extends Error {}

/** The system lacks entries that it once had: a restored backup, or something worse. The message names them. */
export class DivergenceError extends Error {}

/** The verdict that is no agreement, before its sentence; null: the fault is no verdict. */
export function veredictoDe(fault: unknown): string | null {
  if (fault instanceof DivergenceError) return 'NO COINCIDE'
  if (!(fault instanceof ContradictionError)) return null
  return fault.acto === null ? 'CONTRADICCIÓN' : `CONTRADICCIÓN en el acto ${fault.acto}`
}
