import { readCsv } from '../../../../../../tests/support/csv.ts'
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

test.each(['=1+1', '+1', '-1', '@a', '|calc', '%0A', '\uff1d1', '\uff5cx', '\u00a0=1', '\u200b|x'])('%j is said as text', (text) => {
  expect(readCsv(Buffer.from(toCsv([[text, true, -7]])))).toEqual([[`'${text}`, 'true', '-7']])
})

test.each(['a=1', '50%', 'a|b', ' - x', "'=1"])('%j stays as it is', (text) => {
  expect(readCsv(Buffer.from(toCsv([[text]])))).toEqual([[text]])
})
