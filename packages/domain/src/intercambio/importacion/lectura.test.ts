import { altoDe, contadoresDe, encabezadosDe, isPie, letterOf, proponerLectura, type HojaVista } from './lectura.ts'

const HEADS = ['Municipio', 'Cargo', 'Nombre(s)', 'Sexo']
const ROWS = [
  ['Cuautla', 'Regiduría', 'Ana', 'M'],
  ['Cuautla', 'Regiduría', 'Beto', 'H'],
  ['Cuautla', 'Regiduría', 'Cleo', 'M'],
]

function sheet(rows: string[][], change: Partial<HojaVista> = {}): HojaVista {
  const filas = rows.map((celdas, at) => ({ numero: at + 1, celdas })).filter(({ celdas }) => celdas.length > 0)
  return { hoja: 'Lista', oculta: false, filas, combinadas: [], ocultas: [], ...change }
}

describe('where the list is', () => {
  it.each<[string, HojaVista[], object]>([
    ['in the first row', [sheet([HEADS, ...ROWS])], { lectura: { hoja: 'Lista', encabezado: 1, alto: 1 }, dudosa: false }],
    [
      'below a title that stands right above',
      [sheet([['Planilla'], HEADS, ...ROWS])],
      { lectura: { encabezado: 2, alto: 1 }, dudosa: false },
    ],
    ['in another sheet than the first', [sheet([['Resumen', 'Total'], ['Sexo', '3']], { hoja: 'A' }), sheet([HEADS, ...ROWS])], { lectura: { hoja: 'Lista' }, dudosa: false }], // prettier-ignore
    ['in one of two that look alike: asked', [sheet([HEADS, ...ROWS], { hoja: 'A' }), sheet([HEADS, ...ROWS])], { lectura: { hoja: 'A' }, dudosa: true }], // prettier-ignore
    [
      'nobody knows its headings: asked',
      [sheet([['Planilla'], ['X', 'Y', 'Z'], ['1', '2', '3']])],
      { lectura: { encabezado: 2 }, dudosa: true },
    ],
  ])('%s', (_title, hojas, expected) => {
    expect(proponerLectura(hojas)).toMatchObject(expected)
  })

  it('is in no hidden sheet', () => {
    expect(proponerLectura([sheet([HEADS, ...ROWS], { oculta: true })])).toBeNull()
  })
})

describe('headings', () => {
  const merged = sheet(
    [
      ['Municipio', 'Persona', '', 'Sexo'],
      ['', 'Nombre(s)', 'Paterno', ''],
      ['Cuautla', 'Ana', 'Nava', 'M'],
    ],
    {
      combinadas: [{ desde: 1, hasta: 1, columna: 1, hastaColumna: 2 }],
    },
  )

  it('of two rows are read together, below the one that is merged over them', () => {
    expect(altoDe(merged, 1)).toBe(2)
    expect(encabezadosDe(merged, { encabezado: 1, alto: 2 })).toEqual(['Municipio', 'Persona · Nombre(s)', 'Persona · Paterno', 'Sexo'])
  })

  it('of one name get their letter, and a column of data without heading is called by it', () => {
    const hoja = sheet([['Nombre', 'Nombre', '', ''], ['Ana', 'Nava', '5', '']]) // prettier-ignore
    expect(encabezadosDe(hoja, { encabezado: 1, alto: 1 })).toEqual(['Nombre (columna A)', 'Nombre (columna B)', 'Columna C', ''])
    expect([0, 25, 26, 51, 52].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA'])
  })

  it('of a column that counts its rows are known', () => {
    const numbered = [['No.', ...HEADS], ...ROWS.map((row, at) => [String(at + 1), ...row]), ['TOTAL', '3']]
    expect(contadoresDe(sheet(numbered), { encabezado: 1, alto: 1 })).toEqual([0])
    expect(contadoresDe(sheet([['No.', ...HEADS], ...ROWS.map((row) => ['1', ...row])]), { encabezado: 1, alto: 1 })).toEqual([])
  })
})

describe('a row that is no candidatura', () => {
  it.each<[string, string[], boolean]>([
    ['a total', ['TOTAL DE MUJERES', '', '', '4', '2', '2'], true],
    ['a few words below', ['Elaboró', 'Área de registro'], true],
    ['the headings again', HEADS, true],
    ['a persona', ['Cuautla', 'Regiduría', 'Ana', 'M'], false],
    ['a persona without much else', ['', '', 'Ana'], false],
    ['a row whose name is missing', ['Cuautla', 'Regiduría', '', 'M'], false],
  ])('%s', (_title, celdas, expected) => {
    expect(isPie(celdas, { titulos: HEADS, nombres: [celdas[2] ?? ''] })).toBe(expected)
  })
})
