/**
 * Shares work among all callers that asked before it began: one run at a time, and callers that ask meanwhile share the next. No caller
 * gets an answer older than its question.
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

/** Answers one or more, each in its place. */
type Load<Asked, Found> = (asked: readonly [Asked, ...Asked[]]) => Promise<readonly Found[]>

/** Loads under way of one kind. */
const UNDER_WAY = 2

interface Bounds<Asked> {
  /** Only questions of one kind can be loaded together. */
  kindOf: (asked: Asked) => string
  /** How much of a load's `room` its answer takes. */
  weightOf: (asked: Asked) => number
  room: number
}

const NONE: Bounds<unknown> = { kindOf: () => '', weightOf: () => 0, room: Infinity }

/**
 * Shares one `load` among different questions. One call takes the questions of one moment, or those that came during the call before, as
 * far as there is room. `load` answers in the order of its questions. Nobody gets an answer older than the question.
 */
export function askTogether<Asked, Found>(
  load: Load<Asked, Found>,
  { kindOf, weightOf, room }: Bounds<Asked> = NONE,
): (asked: Asked) => Promise<Found> {
  const queues = new Map<string, Queue<Asked, Found>>()
  return (asked) => {
    const kind = kindOf(asked)
    const queue = queues.get(kind) ?? new Queue(load, { weightOf, room }, () => queues.delete(kind))
    queues.set(kind, queue)
    return queue.ask(asked)
  }
}

interface Waiting<Asked, Found> {
  asked: Asked
  resolve: (found: Found) => void
  reject: (error: unknown) => void
}

/** The questions of one kind. */
class Queue<Asked, Found> {
  private underWay = 0
  private readonly waiting: Waiting<Asked, Found>[] = []

  constructor(
    private readonly load: Load<Asked, Found>,
    private readonly bounds: Pick<Bounds<Asked>, 'weightOf' | 'room'>,
    /** Nobody waits any more. */
    private readonly onIdle: () => void,
  ) {}

  ask(asked: Asked): Promise<Found> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ asked, resolve, reject })
      // Waits for all callers of this moment.
      if (this.waiting.length === 1) setImmediate(() => this.send())
    })
  }

  private send(): void {
    while (this.underWay < UNDER_WAY && this.waiting.length > 0) void this.travel()
    if (this.underWay === 0) this.onIdle()
  }

  private async travel(): Promise<void> {
    const together = this.takeTogether()
    this.underWay += 1
    try {
      const found = await this.load(together.map(({ asked }) => asked) as [Asked, ...Asked[]])
      together.forEach(({ resolve }, at) => resolve(found[at] as Found))
    } catch (error) {
      for (const { reject } of together) reject(error)
    } finally {
      this.underWay -= 1
      this.send()
    }
  }

  /** The first waiting caller, and all after it that there is room for. */
  private takeTogether(): Waiting<Asked, Found>[] {
    const { weightOf, room } = this.bounds
    let taken = 0
    const beyond = this.waiting.findIndex(({ asked }, at) => (taken += weightOf(asked)) > room && at > 0)
    return this.waiting.splice(0, beyond < 0 ? this.waiting.length : beyond)
  }
}
