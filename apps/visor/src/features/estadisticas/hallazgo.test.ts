import type { Resumen } from './estadistica.ts'
import { findingOf } from './hallazgo.ts'

const exact = (n: number) => ({ minimo: n, maximo: n })

/** A table of rows with so many candidaturas, and of them so many verified. */
function tabla(clave: string, rows: [string, number, number?][], total?: number): Resumen {
  const sum = (at: 1 | 2): number => rows.reduce((all, row) => all + (row[at] ?? 0), 0)
  return {
    clave,
    tipo: 'publica',
    columnas: ['registradas', 'verificadas'].map((each) => ({ clave: each, nombre: each, exacta: true })),
    filas: rows.map(([nombre, n, verificadas = 0]) => ({
      clave: nombre === 'Sin publicar' ? 'sin_dato' : nombre,
      nombre,
      celdas: [exact(n), exact(verificadas)],
    })),
    total: { clave: 'total', nombre: 'Total', celdas: [exact(total ?? sum(1)), exact(sum(2))] },
  }
}

describe('the finding on the progress of the information', () => {
  it.each<[string, string, [string, number, number?][]]>([
    [
      'all tie',
      'Los 2 distritos tienen 18 candidaturas cada uno. Están verificadas 9 de 36.',
      [
        ['I', 18, 9],
        ['II', 18],
      ],
    ],
    [
      'they differ',
      'Los 2 distritos tienen de 7 a 18 candidaturas cada uno. Ninguna está verificada todavía.',
      [
        ['I', 18],
        ['II', 7],
      ],
    ],
    [
      'some have none',
      '2 de los 3 distritos tienen de 7 a 18 candidaturas cada uno; los demás, ninguna. Está verificada 1 de 25.',
      [
        ['I', 18, 1],
        ['II', 7],
        ['III', 0],
      ],
    ],
    [
      'some have none and the others tie',
      '2 de los 3 distritos tienen 7 candidaturas cada uno; los demás, ninguna. Todas están verificadas.',
      [
        ['I', 7, 7],
        ['II', 7, 7],
        ['III', 0],
      ],
    ],
    [
      'one has all',
      '1 de los 2 distritos tiene 1 candidatura; los demás, ninguna. Todas están verificadas.',
      [
        ['I', 1, 1],
        ['II', 0],
      ],
    ],
    ['there is one row', 'I tiene 4 candidaturas. Está verificada 1 de 4.', [['I', 4, 1]]],
    [
      'nobody stands',
      'Todavía no hay candidaturas que contar.',
      [
        ['I', 0],
        ['II', 0],
      ],
    ],
    ['there are no rows', 'Todavía no hay candidaturas que contar.', []],
  ])('%s', (_case, said, rows) => {
    expect(findingOf(tabla('distrito', rows))).toBe(said)
  })
})

describe('the finding on the profile of the candidaturas', () => {
  it.each<[string, string, [string, number][]]>([
    [
      'few rows are all named',
      'De 11 candidaturas: mujeres, 6; hombres, 5.',
      [
        ['Mujeres', 6],
        ['Hombres', 5],
        ['Personas no binarias', 0],
      ],
    ],
    ['one row', 'De 1 candidatura: mujeres, 1.', [['Mujeres', 1]]],
    [
      'one is the largest',
      'Lo más frecuente es «B»: 9 de 14 candidaturas.',
      [
        ['A', 1],
        ['B', 9],
        ['C', 2],
        ['D', 2],
      ],
    ],
    [
      'two tie',
      'Lo más frecuente es «B» y «C», con 5 cada uno, de 13 candidaturas.',
      [
        ['A', 1],
        ['B', 5],
        ['C', 5],
        ['D', 2],
      ],
    ],
    [
      'three tie',
      '3 grupos de edad empatan con el número más alto: 4 cada uno, de 13 candidaturas.',
      [
        ['A', 1],
        ['B', 4],
        ['C', 4],
        ['D', 4],
      ],
    ],
    [
      'all tie',
      'Los 4 grupos de edad tienen 4 candidaturas cada uno.',
      [
        ['A', 4],
        ['B', 4],
        ['C', 4],
        ['D', 4],
      ],
    ],
    [
      'those with anybody tie',
      '4 de los 5 grupos de edad tienen 4 candidaturas cada uno; los demás, ninguna.',
      [
        ['A', 4],
        ['B', 4],
        ['C', 4],
        ['D', 4],
        ['E', 0],
      ],
    ],
    [
      'a blank is no group',
      'De 12 candidaturas: a, 1; b, 1. De 10 no se publica este dato.',
      [
        ['A', 1],
        ['B', 1],
        ['Sin publicar', 10],
      ],
    ],
    [
      'all are blank',
      'De ninguna se publica este dato.',
      [
        ['A', 0],
        ['Sin publicar', 3],
      ],
    ],
    ['no rows', 'Todavía no hay candidaturas que contar.', []],
  ])('%s', (_case, said, rows) => {
    expect(findingOf(tabla('edad', rows))).toBe(said)
  })

  it('counts those with a badge once, though they are in two rows', () => {
    expect(
      findingOf(
        tabla(
          'grupos',
          [
            ['A', 3],
            ['B', 2],
          ],
          4,
        ),
      ),
    ).toBe('De 4 candidaturas con distintivo público: a, 3; b, 2.')
  })
})
