import { CANAL_CORTE, type Reader } from '../../database/reader.ts'

const TURN_MS = 50
/** While PostgreSQL is heard, its notifications are enough, and only one turn in so many looks as well. */
const SELDOM = 20
/** At once, at most: one that hangs keeps no other from telling, and a slow database is not asked without end. */
const LOOKS = 4

interface Work {
  /** Answers whether there was a newer one than the known one. */
  look: () => Promise<boolean>
  fail: (error: unknown) => void
}

/**
 * Looks at the newest corte as soon as PostgreSQL tells of one. It looks at every turn while PostgreSQL cannot be heard: at the start,
 * after a cut, or on a replica that only reads. It does so too after a look that failed, and beside one that waits for its answer.
 */
export class CorteWatch {
  private timer: NodeJS.Timeout | null = null
  private turn = 0
  private looking = 0
  private hangUp: (() => void) | null = null
  private hears = false
  private failed = false

  constructor(
    private readonly lector: Pick<Reader, 'listen'>,
    private readonly work: Work,
  ) {}

  start(): void {
    this.timer = setInterval(() => this.pass(), TURN_MS).unref()
    this.listen()
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer)
    this.hangUp?.()
  }

  private pass(): void {
    this.turn = (this.turn + 1) % SELDOM
    const seldom = this.turn === 0
    if (seldom && !this.hangUp) this.listen()
    if (seldom || !this.hears || this.failed || this.looking > 0) void this.look().then((newer) => this.judge(newer))
  }

  /** A corte that was found without a notification shows a deaf connection: it is given up, and another one opened. */
  private judge(newer: boolean): void {
    if (newer && this.hears) this.hangUp?.()
  }

  private async look(): Promise<boolean> {
    if (this.looking === LOOKS) return false
    this.looking += 1
    try {
      const newer = await this.work.look()
      this.failed = false
      return newer
    } catch (error) {
      this.failed = true
      this.work.fail(error)
      return false
    } finally {
      this.looking -= 1
    }
  }

  private listen(): void {
    this.hangUp = this.lector.listen(CANAL_CORTE, {
      heard: () => {
        this.hears = true
        void this.look()
      },
      deaf: () => {
        this.hears = false
        this.hangUp = null
      },
    })
  }
}
