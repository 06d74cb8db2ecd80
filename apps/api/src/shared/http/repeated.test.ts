import { tellRepeated } from './repeated.ts'

it('tells a failure at once, while it goes on once a minute, and another one at once', () => {
  let now = 0
  const told: [number, unknown][] = []
  const fail = tellRepeated(
    (error) => told.push([now, String(error)]),
    () => now,
  )
  for (; now < 130_000; now += 200) fail(new Error(now < 100_000 ? 'no database' : 'no room'))
  expect(told).toEqual([
    [0, 'Error: no database'],
    [60_000, 'Error: no database'],
    [100_000, 'Error: no room'],
  ])
})

it('tells failures that alternate no more often', () => {
  let now = 0
  let told = 0
  const fail = tellRepeated(
    () => (told += 1),
    () => now,
  )
  for (; now < 60_000; now += 500) fail(new Error(now % 1_000 ? 'no answer' : 'no connection'))
  expect(told).toBe(2)
})
