import { readCsv } from '../../../../../tests/support/csv.ts'
import { toCsv } from './tabla.ts'

test.each(['two\nlines', 'two\rlines', 'two\r\nlines', 'a, b', '"so"', ' ', ''])('%j is one cell of one row', (text) => {
  expect(
    readCsv(
      Buffer.from(
        toCsv([
          [text, 7],
          ['after', null],
        ]),
      ),
    ),
  ).toEqual([
    [text, '7'],
    ['after', ''],
  ])
})

test('what a spreadsheet would compute is said as text', () => {
  expect(toCsv([['=1+1', true]])).toBe("'=1+1,true\r\n")
})
