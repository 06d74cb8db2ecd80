import { decirFaltas, decirIgnorados } from './decir.ts'
import { probarRepetidas } from './falta.ts'

const falta = (linea: number, remedio = 'Use una clave de actores.json') => ({
  archivo: 'postulaciones.json',
  linea,
  dice: 'No existe',
  remedio,
})

describe('faults as they are told', () => {
  it('tells three of a kind, how many are alike, and the count of all', () => {
    const told = decirFaltas([falta(1), falta(2), falta(3), falta(4), falta(5), falta(6, 'Bórrelo')])
    expect(told).toEqual([
      ...[1, 2, 3].map((linea) => `postulaciones.json, línea ${linea}: No existe. Use una clave de actores.json.`),
      '  … y 2 más en postulaciones.json, que se corrigen igual.',
      'postulaciones.json, línea 6: No existe. Bórrelo.',
      '',
      '6 faltas: así no se puede cargar.',
    ])
  })

  it('tells no more lines than asked for', () => {
    expect(decirFaltas([falta(1, 'a'), falta(2, 'b')], 1)).toHaveLength(4)
  })

  it('tells ten of the files that are not read, and how many more', () => {
    const nombres = Array.from({ length: 12 }, (_, at) => `${at}.csv`)
    expect(decirIgnorados([])).toEqual([])
    expect(decirIgnorados(nombres).join('')).toContain('9.csv, y 2 más. ')
  })

  it('tells a key that stands four times once', () => {
    expect(probarRepetidas(['cargos'], ['a', 'a', 'a', 'a', 'b'], String)).toMatchObject([{ ruta: ['cargos', 1] }])
  })
})
