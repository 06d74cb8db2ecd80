import { FAILED } from '../told.ts'

const AGAIN_MS = 60_000

/** Tells each failure at once, and while it goes on once a minute. Work that is tried many times a second would fill the log in a night. */
export function tellRepeated(tell: (error: unknown) => void, now: () => number = () => performance.now()): (error: unknown) => void {
  /** Until when it is known: a database that does not answer fails in several ways, by turns. */
  const told = new Map<string, number>()
  return (error) => {
    FAILED.publish(null)
    const at = now()
    for (const [what, until] of told) if (until <= at) told.delete(what)
    const what = String(error)
    if (told.has(what)) return
    told.set(what, at + AGAIN_MS)
    tell(error)
  }
}
