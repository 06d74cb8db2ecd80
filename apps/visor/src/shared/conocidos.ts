import { computed, shallowReactive, type ComputedRef } from 'vue'
import type { Outcome, Problem } from '@conoceles/api-client'

/** Answers by their path: given by the publisher when the page is rendered beforehand, or kept while one navigates. */
export interface Recursos {
  /** Undefined while nobody knows it; null: whoever made the page knew that it is not public. */
  get: (path: string) => unknown
  set: (path: string, data: unknown, storedAt?: string) => void
  isFresh: (path: string) => boolean
  /** Shows an answer that came, unless another one is on the screen: that one is not changed under who reads it, and the newer one waits. */
  receive: (path: string, answer: Outcome<unknown>) => void
  /** An answer is on the screen until the function that it gives back is called. `renew` asks for it again. */
  open: (path: string, renew: () => Promise<void>) => () => void
  /** Asks again for all that is on the screen; what is not is forgotten, as it may be out of date. `kept`: what stands around every page. */
  renewAll: (kept: readonly string[]) => Promise<void>
  /** Whether something newer than what is on the screen waits. */
  waiting: ComputedRef<boolean>
  /** Brings what waits. */
  bring: () => void
  /** When the oldest of what is on the screen was kept by the device, which could not ask; null where all of it came from the server. */
  storedAt: ComputedRef<string | null>
}

const FRESH_MS = 30_000

interface Known {
  data: unknown
  at: number
  storedAt: string | null
}

export function createRecursos(given: Readonly<Record<string, unknown>>): Recursos {
  const known = shallowReactive(new Map<string, Known>())
  const pending = shallowReactive(new Map<string, unknown>())
  const shown = shallowReactive(new Map<string, { times: number; renew: () => Promise<void> }>())
  const set: Recursos['set'] = (path, data, storedAt) => void known.set(path, { data, at: performance.now(), storedAt: storedAt ?? null })
  for (const [path, data] of Object.entries(given)) set(path, data)

  function receive(path: string, answer: Outcome<unknown>): void {
    if (answer.ok) take(path, answer)
    else if (isGone(answer.problem)) forget(path)
  }

  /** What is not public any more leaves the screen at once: nobody has to ask for that. */
  function forget(path: string): void {
    pending.delete(path)
    known.delete(path)
  }

  function take(path: string, { data, storedAt }: { data: unknown; storedAt?: string }): void {
    const before = known.get(path)
    if (!before) return set(path, data, storedAt)
    // What the device kept is never newer than what came from the server.
    if (before.storedAt === null && storedAt !== undefined) return
    if (JSON.stringify(before.data) === JSON.stringify(data)) {
      pending.delete(path)
      set(path, before.data, storedAt)
    } else if (shown.has(path)) pending.set(path, data)
    else set(path, data, storedAt)
  }

  return {
    get: (path) => known.get(path)?.data,
    set,
    isFresh: (path) => performance.now() - (known.get(path)?.at ?? -Infinity) < FRESH_MS,
    receive,
    open(path, renew) {
      shown.set(path, { times: (shown.get(path)?.times ?? 0) + 1, renew })
      return () => {
        const times = (shown.get(path)?.times ?? 0) - 1
        if (times > 0) shown.set(path, { times, renew })
        else shown.delete(path)
      }
    },
    async renewAll(kept) {
      for (const path of [...known.keys()]) if (!shown.has(path) && !kept.includes(path)) known.delete(path)
      await Promise.all([...shown.values()].map(({ renew }) => renew()))
    },
    waiting: computed(() => [...pending.keys()].some((path) => shown.has(path))),
    bring() {
      for (const [path, data] of [...pending]) set(path, data)
      pending.clear()
    },
    storedAt: computed(() => oldest([...shown.keys()].flatMap((path) => known.get(path)?.storedAt ?? []))),
  }
}

function oldest(instants: readonly string[]): string | null {
  return [...instants].sort()[0] ?? null
}

function isGone({ status }: Problem): boolean {
  return status === 404 || status === 410
}
