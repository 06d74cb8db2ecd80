import { addDays, addMonths, daysBetween, lastDayOf, mondayOf, weekdayOf, weeksOf } from './days.ts'

test('days follow each other through leap days, years and changes of the clock', () => {
  expect([addDays('2024-02-28', 1), addDays('2023-12-31', 1), addDays('2024-03-01', -1)]).toEqual([
    '2024-02-29',
    '2024-01-01',
    '2024-02-29',
  ])
  expect([
    daysBetween('2024-02-28', '2024-03-01'),
    daysBetween('2022-04-02', '2022-04-04'),
    daysBetween('2024-01-02', '2024-01-01'),
  ]).toEqual([2, 2, -1])
})

test('a week begins on Monday', () => {
  expect([weekdayOf('2024-04-15'), weekdayOf('2024-04-21')]).toEqual([0, 6])
  expect([mondayOf('2024-04-21'), mondayOf('2024-04-15')]).toEqual(['2024-04-15', '2024-04-15'])
})

test('a month has its weeks, and nothing of its neighbours', () => {
  expect([addMonths('2023-12', 1), addMonths('2024-01', -1), lastDayOf('2024-02')]).toEqual(['2024-01', '2023-12', '2024-02-29'])
  const weeks = weeksOf('2024-09')
  expect(weeks).toHaveLength(6)
  expect(weeks[0]).toEqual([null, null, null, null, null, null, '2024-09-01'])
  expect(weeks.at(-1)).toEqual(['2024-09-30', null, null, null, null, null, null])
  expect(weeks.flat().filter((day) => day !== null)).toHaveLength(30)
  expect(weeksOf('2027-02')).toHaveLength(4)
})
