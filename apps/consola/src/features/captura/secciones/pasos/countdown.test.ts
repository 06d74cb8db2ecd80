import { countdown } from './countdown.ts'

test.each([
  [59 * 60_000 + 59_000, '59:59'],
  [2_527_000, '42:07'],
  [60_000, '1:00'],
  [400, '0:01'],
])('%i milliseconds read «%s»', (left, text) => {
  expect(countdown(left)).toBe(text)
})
