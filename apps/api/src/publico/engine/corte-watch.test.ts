import type { Hearing } from '../../database/reader.ts'
import { CorteWatch } from './corte-watch.ts'

const TURN_MS = 50
const SECOND = 1_000

let look: jest.Mock<Promise<boolean>, []>
let fail: jest.Mock
let lines: (Hearing & { hungUp: boolean })[]
let watch: CorteWatch

beforeEach(() => {
  jest.useFakeTimers()
  look = jest.fn(() => Promise.resolve(false))
  fail = jest.fn()
  lines = []
  // Behaves as the real one: `deaf` comes after the caller hung up.
  const listen = (_channel: string, hearing: Hearing) => {
    const line = { ...hearing, hungUp: false }
    lines.push(line)
    return () => {
      line.hungUp = true
      queueMicrotask(hearing.deaf)
    }
  }
  watch = new CorteWatch({ listen }, { look, fail })
  watch.start()
})
afterEach(() => {
  watch.stop()
  jest.useRealTimers()
})

/** How many looks there are in one second. */
async function looksInASecond(): Promise<number> {
  look.mockClear()
  await jest.advanceTimersByTimeAsync(SECOND)
  return look.mock.calls.length
}

it('asks at every turn until it is told, and then once a second', async () => {
  expect(await looksInASecond()).toBe(SECOND / TURN_MS)
  lines[0]?.heard()
  expect(await looksInASecond()).toBe(1)
})

it('looks at once when it is told, and when it begins to listen, because something may have been told before', () => {
  lines[0]?.heard()
  expect(look).toHaveBeenCalledTimes(1)
  lines[0]?.heard()
  expect(look).toHaveBeenCalledTimes(2)
})

it('asks at every turn again when it hears no more, and listens anew', async () => {
  lines[0]?.heard()
  await looksInASecond()
  lines[0]?.deaf()
  expect(await looksInASecond()).toBe(SECOND / TURN_MS)
  expect(lines).toHaveLength(2)
  lines[1]?.heard()
  expect(await looksInASecond()).toBe(1)
  expect(lines).toHaveLength(2)
})

it('gives up a line that did not tell of a corte that it found', async () => {
  lines[0]?.heard()
  await looksInASecond()
  look.mockResolvedValueOnce(true)
  await jest.advanceTimersByTimeAsync(SECOND)
  expect(lines[0]?.hungUp).toBe(true)
  await jest.advanceTimersByTimeAsync(SECOND)
  expect(lines).toHaveLength(2)
})

it('asks at every turn after a look that failed, until one does not', async () => {
  lines[0]?.heard()
  await looksInASecond()
  look.mockRejectedValue(new Error('no database'))
  lines[0]?.heard()
  expect(await looksInASecond()).toBe(SECOND / TURN_MS)
  expect(fail).toHaveBeenCalledWith(new Error('no database'))
  look.mockResolvedValue(false)
  await jest.advanceTimersByTimeAsync(TURN_MS)
  expect(await looksInASecond()).toBe(1)
  expect(lines[0]?.hungUp).toBe(false)
})

it('asks again at the next turn beside a look that hangs, which keeps nothing from being found', async () => {
  lines[0]?.heard()
  await looksInASecond()
  look.mockReturnValueOnce(new Promise(() => undefined)).mockReturnValueOnce(new Promise(() => undefined))
  look.mockClear()
  lines[0]?.heard()
  await jest.advanceTimersByTimeAsync(2 * TURN_MS)
  expect(look).toHaveBeenCalledTimes(3)
})

it('asks no more than four times at once', async () => {
  look.mockReturnValue(new Promise(() => undefined))
  expect(await looksInASecond()).toBe(4)
})

it('stops, and hangs up', async () => {
  lines[0]?.heard()
  watch.stop()
  expect(lines[0]?.hungUp).toBe(true)
  expect(await looksInASecond()).toBe(0)
  expect(lines).toHaveLength(1)
})
