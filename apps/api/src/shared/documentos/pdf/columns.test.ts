import { measureColumns } from './columns.ts'

const widths = (titles: string[], rows: string[][], orientation: 'portrait' | 'landscape' = 'landscape') =>
  measureColumns(titles, rows, orientation).map(({ width }) => width)

it('gives a column the width of its texts when there is room', () => {
  const [short = 0, long = 0] = widths(['A', 'B'], [['x', 'María Fernanda Hernández']])
  expect(long).toBeGreaterThan(short * 4)
})

it('never makes a column narrower than its longest word while all words fit', () => {
  const titles = Array.from({ length: 14 }, (_, n) => `Columna${n}`)
  const rows = [titles.map((_, n) => (n === 3 ? 'Constitucionalmente de la Concepción y Gutiérrez de Velasco' : 'y'))]
  const measured = widths(titles, rows)
  expect(measured[3]).toBeGreaterThan(8)
  expect(Math.min(...measured)).toBeGreaterThan(4)
  expect(measured.reduce((sum, each) => sum + each, 0)).toBeLessThan(88)
})

it('measures by usual texts, not by one endless text', () => {
  const rows = Array.from({ length: 40 }, (_, n) => [n === 0 ? 'muy largo '.repeat(60) : 'corto'])
  expect(widths(['A'], rows)[0]).toBeLessThan(5)
})

it('breaks after a slash between words, not within a date', () => {
  const [number = 0, date = 0] = widths(['A', 'B'], [['INSTITUTO/CONSEJO/185', '30/03/2024']], 'portrait')
  expect(number).toBeGreaterThan(date)
  expect(date).toBeGreaterThan(4)
})

it('does not break a name so that headings of figures stand in one line', () => {
  const heads = ['Universo', 'Captura concluida', 'Sin empezar', 'Sin terminar', 'Con observaciones', 'Pendientes', '% pendiente']
  const [name = 0] = widths(['Cargo', ...heads], [['Regidurías de los ayuntamientos', ...heads.map(() => '3,276')]], 'portrait')
  expect(name).toBeGreaterThan(12)
})

it('has widths without rows too', () => {
  expect(widths(['Nombre', 'Edad'], [])).toEqual([expect.any(Number), expect.any(Number)])
})
