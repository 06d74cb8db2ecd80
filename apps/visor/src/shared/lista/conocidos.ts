import { computed, shallowReactive, shallowRef, type ComputedRef, type Ref } from 'vue'
import type { Outcome, Problem } from '@conoceles/api-client'

/** Answers by their path: given by the publisher when the page is rendered beforehand, or kept while one navigates. */
export interface Recursos {
  /** Undefined while nobody knows it; null: the publisher of the page knew that it is not public. */
  /** Null: the server says that it is not public. The caller knows what its path answers. */
  get: <T>(path: string) => T | null | undefined
  set: (path: string, data: unknown, storedAt?: string) => void
  isFresh: (path: string) => boolean
  /**
   * Shows an answer that came, unless another one is on the screen: that one is not changed while somebody reads it, and the newer one waits. Data
   * no longer public are shown to nobody meanwhile: an answer that withholds something of the one on the screen takes its place at once.
   */
  receive: (path: string, answer: Outcome<unknown>) => void
  /** An answer is on the screen until the function that it gives back is called. */
  open: (path: string, shown: Shown) => () => void
  /** Asks again for all that is on the screen, and forgets the rest, which may be out of date. `kept`: answers that stand around every page. */
  renewAll: (kept: readonly string[]) => Promise<void>
  /** Whether a newer answer waits for one on the screen. */
  waiting: ComputedRef<boolean>
  /** Brings what waits. */
  bring: () => void
  /** Something that was on the screen was taken from it, because it is not public any more. */
  withdrawn: Readonly<Ref<boolean>>
  /** When the device kept the oldest answer on the screen, as it could not ask; null where all of them came from the server. */
  storedAt: ComputedRef<string | null>
}

export interface Shown {
  /** Asks for it again. */
  renew: () => Promise<void>
  /** Facts in the answer, where its own members do not say them one by one. */
  told?: (data: unknown) => unknown
}

const FRESH_MS = 30_000

interface Known {
  data: unknown
  at: number
  storedAt: string | null
}

export function createRecursos(given: Readonly<Record<string, unknown>>): Recursos {
  const at = createStore()
  const { known, pending, shown, withdrawn, set } = at
  for (const [path, data] of Object.entries(given)) set(path, data)

  return {
    get: <T>(path: string) => known.get(path)?.data as T | null | undefined,
    set,
    isFresh: (path) => performance.now() - (known.get(path)?.at ?? -Infinity) < FRESH_MS,
    receive(path, answer) {
      if (answer.ok) take(at, path, answer)
      else if (isGone(answer.problem)) forget(at, path)
    },
    open(path, own) {
      shown.set(path, { times: (shown.get(path)?.times ?? 0) + 1, ...own })
      return () => {
        const times = (shown.get(path)?.times ?? 0) - 1
        if (times > 0) shown.set(path, { times, ...own })
        else shown.delete(path)
      }
    },
    async renewAll(kept) {
      at.moved = false
      for (const path of [...known.keys()]) if (!shown.has(path) && !kept.includes(path)) known.delete(path)
      await Promise.all([...shown.values()].map(({ renew }) => renew()))
    },
    waiting: computed(() => [...pending.keys()].some((path) => shown.has(path))),
    bring() {
      bringAll(at)
      withdrawn.value = false
    },
    withdrawn,
    storedAt: computed(() => oldest([...shown.keys()].flatMap((path) => known.get(path)?.storedAt ?? []))),
  }
}

interface Store {
  known: Map<string, Known>
  pending: Map<string, unknown>
  shown: Map<string, Shown & { times: number }>
  withdrawn: Ref<boolean>
  /** Something was taken from the screen since all of it was asked for again: what came with it comes at once, so that the page is of one corte. */
  moved: boolean
  set: Recursos['set']
}

function createStore(): Store {
  const known: Store['known'] = shallowReactive(new Map<string, Known>())
  return {
    known,
    pending: shallowReactive(new Map<string, unknown>()),
    shown: shallowReactive(new Map<string, Shown & { times: number }>()),
    withdrawn: shallowRef(false),
    moved: false,
    set: (path, data, storedAt) => void known.set(path, { data, at: performance.now(), storedAt: storedAt ?? null }),
  }
}

function bringAll({ pending, set }: Store): void {
  for (const [path, data] of [...pending]) set(path, data)
  pending.clear()
}

/** Takes data no longer public off the screen at once: nobody has to ask for that. */
function forget(at: Store, path: string): void {
  const { known, pending, shown } = at
  if (shown.has(path) && known.has(path)) move(at)
  pending.delete(path)
  known.delete(path)
}

function move(at: Store): void {
  at.moved = true
  at.withdrawn.value = true
  bringAll(at)
}

function take(at: Store, path: string, { data, storedAt }: { data: unknown; storedAt?: string }): void {
  const { known, pending, shown, set } = at
  const before = known.get(path)
  if (!before) return set(path, data, storedAt)
  // An answer kept on the device is never newer than one from the server.
  if (before.storedAt === null && storedAt !== undefined) return
  const isSame = JSON.stringify(before.data) === JSON.stringify(data)
  if (!isSame && shown.has(path) && !at.moved) {
    pending.set(path, data)
    return void bringWithheld(at, path, data)
  }
  pending.delete(path)
  set(path, isSame ? before.data : data, storedAt)
}

/** Brings the waiting answers, if one withholds something that is on the screen; also where that cannot be told. */
async function bringWithheld(at: Store, path: string, data: unknown): Promise<void> {
  const { known, pending, shown } = at
  const { told = (each: unknown) => each } = shown.get(path) ?? {}
  const withholds = await import('../pagina/retiro.ts').then(
    ({ retira }) => retira(told(known.get(path)?.data), told(data)),
    () => true,
  )
  if (withholds && pending.get(path) === data) move(at)
}

function oldest(instants: readonly string[]): string | null {
  return [...instants].sort()[0] ?? null
}

function isGone({ status }: Problem): boolean {
  return status === 404 || status === 410
}
