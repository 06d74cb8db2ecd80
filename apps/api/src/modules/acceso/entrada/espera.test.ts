import { delayAfter } from './espera.ts'

test.each([
  [1, 0],
  [5, 0],
  [6, 2],
  [8, 8],
  [10, 32],
  [14, 512],
  [15, 900],
  [100_000, 900],
])('after %i failures in a row the wait is %i seconds', (failures, seconds) => {
  expect(delayAfter(failures)).toBe(seconds)
})

test.each([
  [1, 10, 0],
  [1, 15, 0],
  [1, 16, 2],
  [1, 25, 900],
  [6, 6, 2],
])('after %i failures of one stranger, of %i of them all, the wait is %i seconds', (failures, ofStrangers, seconds) => {
  expect(delayAfter(failures, ofStrangers)).toBe(seconds)
})

const DAY = 86_400

/** Guesses at one account in so many days from so many networks that never stop. */
function guessesIn(days: number, networks: number): number {
  const places = Array.from({ length: networks }, () => ({ due: 0, failures: 0 }))
  let total = 0
  for (let now = 0; now < days * DAY; now = Math.min(...places.map(({ due }) => due))) {
    for (const place of places.filter(({ due }) => due <= now)) {
      place.failures += 1
      total += 1
      place.due = now + delayAfter(place.failures, total)
    }
  }
  return total
}

test('one network that never stops gets 109 guesses the first day and 96 each day after', () => {
  expect([guessesIn(1, 1), guessesIn(2, 1) - guessesIn(1, 1)]).toEqual([109, 96])
})

test('a hundred networks get 96 guesses a day each, and hardly a free one', () => {
  expect([guessesIn(1, 100), guessesIn(2, 100) - guessesIn(1, 100)]).toEqual([9_624, 9_600])
})
