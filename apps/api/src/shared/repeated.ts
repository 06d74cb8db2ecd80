const AGAIN_MS = 60_000

/** Tells a failure at once, and while the same goes on once a minute: what is tried many times a second would fill the log of a night. */
export function tellRepeated(tell: (error: unknown) => void, now: () => number = () => performance.now()): (error: unknown) => void {
  let last: { what: string; until: number } | null = null
  return (error) => {
    const what = String(error)
    if (last?.what === what && now() < last.until) return
    last = { what, until: now() + AGAIN_MS }
    tell(error)
  }
}
