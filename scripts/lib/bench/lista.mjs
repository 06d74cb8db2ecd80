import { measureLista } from '../../../tests/load/lista.mjs'
import { judge, ratio } from './report.mjs'

const MANY = 1_000_000
const EXPONENT = 0.05

/** The public list through the database, which must not notice how many are in it: the time of a page as a power of their number. */
export async function benchLista() {
  console.log(`\nThe public list of the state, then of ${MANY.toLocaleString('en')} candidaturas: about ten minutes.`)
  const { own, rows } = await measureLista(MANY)
  const exponent = ({ small, large }) => Math.log(large / small) / Math.log(MANY / own)
  console.log('Medians in ms of one who asks at a time what was not asked before:')
  console.table(
    rows.map((row) => ({
      asked: row.name,
      [own.toLocaleString('en')]: row.small.toFixed(2),
      [MANY.toLocaleString('en')]: row.large.toFixed(2),
      growth: ratio(row.large, row.small),
      exponent: exponent(row).toFixed(3),
    })),
  )
  const worst = (which) => Math.max(...rows.filter(which).map(exponent))
  const isSearch = ({ name }) => name.startsWith('palabras')
  judge(
    'exponent of growth of a page, the worst filter',
    worst((row) => !isSearch(row)),
    (value) => value <= EXPONENT,
    `≤ ${EXPONENT}`,
  )
  judge('exponent of growth of a search by words, the worst', worst(isSearch), (value) => value <= EXPONENT, `≤ ${EXPONENT}`)
}
