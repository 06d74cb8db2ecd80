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

/** The same for questions that differ: one `load` for all who ask before it begins, which answers in the order in which it was asked. */
export function askTogether<Asked, Found>(load: (asked: readonly Asked[]) => Promise<readonly Found[]>): (asked: Asked) => Promise<Found> {
  const waiting: Asked[] = []
  const next = shareNext(() => load(waiting.splice(0)))
  return async (asked) => {
    const place = waiting.push(asked) - 1
    return (await next())[place] as Found
  }
}
