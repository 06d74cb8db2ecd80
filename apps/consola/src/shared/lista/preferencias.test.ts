import { comoViene, isShown, ordered, readPreferencias, withMoved, withShown } from './preferencias.ts'

const COLUMNS = [{ key: 'elegir', always: true }, { key: 'nombre', always: true }, { key: 'cargo' }, { key: 'plazo' }]
const COMO_VIENE = comoViene(COLUMNS)
const keys = (columns: readonly { key: string }[]) => columns.map(({ key }) => key)

describe('columns of a list', () => {
  it('come as the list has them until somebody moves one', () => {
    expect(keys(ordered(COLUMNS, COMO_VIENE))).toEqual(['elegir', 'nombre', 'cargo', 'plazo'])
    const moved = withMoved(COLUMNS, COMO_VIENE, { key: 'plazo', by: -1 })
    expect(keys(ordered(COLUMNS, moved))).toEqual(['elegir', 'nombre', 'plazo', 'cargo'])
  })

  it('stay where they are at the ends', () => {
    expect(withMoved(COLUMNS, COMO_VIENE, { key: 'plazo', by: 1 })).toEqual(COMO_VIENE)
    expect(withMoved(COLUMNS, COMO_VIENE, { key: 'otra', by: 1 })).toEqual(COMO_VIENE)
  })

  it('that are new stand beside the one that precedes them, and those that left are forgotten', () => {
    const preferencias = { ...COMO_VIENE, orden: ['plazo', 'vieja', 'nombre'] }
    expect(keys(ordered(COLUMNS, preferencias))).toEqual(['elegir', 'plazo', 'nombre', 'cargo'])
  })

  it('hide and show, save those that say of whom a row is', () => {
    const hidden = withShown(withShown(COMO_VIENE, { key: 'cargo', shown: false }), { key: 'nombre', shown: false })
    expect(keys(COLUMNS.filter((column) => isShown(column, hidden)))).toEqual(['elegir', 'nombre', 'plazo'])
    expect(withShown(hidden, { key: 'cargo', shown: true }).ocultas).toEqual(['nombre'])
  })

  it('that are optional wait until they are asked for', () => {
    const columns = [...COLUMNS, { key: 'acuerdo', optional: true }]
    expect(keys(columns.filter((column) => isShown(column, comoViene(columns))))).toEqual(keys(COLUMNS))
    expect(isShown({ key: 'acuerdo', optional: true }, withShown(comoViene(columns), { key: 'acuerdo', shown: true }))).toBe(true)
  })
})

it('readPreferencias reads what was kept, and the list is as it comes where that is nothing', () => {
  const kept = { compacta: false, orden: ['plazo'], ocultas: ['cargo'] }
  expect(readPreferencias(JSON.stringify(kept), COLUMNS)).toEqual(kept)
  for (const text of [null, '', '[]', '"no"', '{"orden":[1],"ocultas":"x"}']) expect(readPreferencias(text, COLUMNS)).toEqual(COMO_VIENE)
})
