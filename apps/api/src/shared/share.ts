/**
 * Work that answers for everybody who asked before it began: one run at a time, and whoever asks meanwhile shares the next. Nobody gets an
 * answer older than the question.
 */
export function shareNext<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<unknown> = Promise.resolve()
  let next: Promise<T> | null = null
  return () => {
    if (next) return next
    const started = running.then(() => {
      next = null
      return work()
    })
    next = started
    running = started.catch(() => undefined)
    return started
  }
}
