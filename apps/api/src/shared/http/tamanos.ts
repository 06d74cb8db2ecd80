const PASO_BYTES = 4_096

/** The next of few sizes: most changes of a text leave it the same, so that an equal size tells nothing of a change. */
export function enPasos(bytes: number): number {
  return Math.ceil(bytes / PASO_BYTES) * PASO_BYTES
}
