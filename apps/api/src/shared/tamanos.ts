const PASO_BYTES = 4_096

/** The next of few sizes: most changes of a text leave it the same, so that a size that stays says nothing of what changed. */
export function enPasos(bytes: number): number {
  return Math.ceil(bytes / PASO_BYTES) * PASO_BYTES
}
