import { delayAfter } from './espera.ts'

test.each([
  [1, 0],
  [5, 0],
  [6, 2],
  [8, 8],
  [10, 32],
  [14, 512],
  [15, 900],
  [99, 900],
])('after %i failures in a row the wait is %i seconds', (failures, seconds) => {
  expect(delayAfter(failures)).toBe(seconds)
})

test('somebody who never stops guessing gets 110 tries a day at most', () => {
  let seconds = 0
  let tries = 0
  while (seconds < 86_400) {
    tries += 1
    seconds += delayAfter(tries)
  }
  expect(tries).toBeLessThanOrEqual(110)
})
