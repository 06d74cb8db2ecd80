import type { Server } from 'node:http'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** So long that V8 takes it for quiet too, and gives back the room of young objects. */
const EVERY_MS = 15_000
/** So few in that time are no work: somebody looks whether this lives. */
const FEW = 15

/**
 * Gives unused memory back, once after the start and once after each busy time, when nobody waits for an answer. V8 by itself keeps it
 * until much more was asked: a tenth of an idle server's memory.
 */
export function collectWhenQuiet(server: Pick<Server, 'on'>, collect: () => void = collectAll): NodeJS.Timeout {
  let asked = 0
  let owed = true
  server.on('request', () => (asked += 1))
  return setInterval(() => {
    const quiet = asked <= FEW
    if (quiet && owed) collect()
    owed = !quiet
    asked = 0
  }, EVERY_MS).unref()
}

/** Collects as `--expose-gc` would from the beginning; a context made after the flag was set has `gc`. */
function collectAll(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
}
