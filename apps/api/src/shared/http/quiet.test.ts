import { EventEmitter } from 'node:events'
import { collectWhenQuiet } from './quiet.ts'

/** The real one: the clock of the tests stands still. */
const later = setImmediate
const EVERY_MS = 15_000

function busy(server: EventEmitter, requests: number): void {
  Array.from({ length: requests }).forEach(() => server.emit('request'))
  jest.advanceTimersByTime(EVERY_MS)
}

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

test('memory is given back once after the start and once after each busy time, never while somebody asks', () => {
  const server = new EventEmitter()
  const collect = jest.fn()
  collectWhenQuiet(server as never, collect)
  busy(server, 100)
  expect(collect).toHaveBeenCalledTimes(0)
  busy(server, 1)
  expect(collect).toHaveBeenCalledTimes(1)
  busy(server, 0)
  busy(server, 15)
  expect(collect).toHaveBeenCalledTimes(1)
  busy(server, 16)
  expect(collect).toHaveBeenCalledTimes(1)
  busy(server, 0)
  expect(collect).toHaveBeenCalledTimes(2)
})

test('an object without references is gone', async () => {
  const forgotten = new WeakRef({})
  // V8 keeps the target of a new WeakRef until the current turn of the event loop ends.
  await new Promise((done) => later(done))
  collectWhenQuiet(new EventEmitter() as never)
  jest.advanceTimersByTime(EVERY_MS)
  expect(forgotten.deref()).toBeUndefined()
})
