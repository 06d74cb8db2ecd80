import { PAGES } from './pages.ts'

const names = PAGES.map(({ name }) => name)
const places = PAGES.filter(({ menu }) => menu)

describe('the pages of the consola', () => {
  it('have each their own name, address and order in the menu', () => {
    for (const values of [names, PAGES.map(({ path }) => path), places.map(({ menu }) => String(menu?.order))])
      expect(values.filter((value, i) => values.indexOf(value) !== i)).toEqual([])
  })

  it('lie below a page that has a place in the menu', () => {
    expect(PAGES.filter(({ below }) => below && !places.some(({ name }) => name === below))).toEqual([])
  })
})
