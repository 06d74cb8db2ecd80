import { COLUMNAS_IMPORTACION, isCompleta, razonesContraAsignacion, reconocerColumnas } from './columnas.ts'

describe('headings', () => {
  it.each([
    ['as in the template', [...COLUMNAS_IMPORTACION]],
    [
      'in capitals, with blanks and accents',
      COLUMNAS_IMPORTACION.map((name) => ` ${name.replaceAll('_', ' ').toUpperCase().replace('NUMERO', 'NÚMERO')} `),
    ],
    ['in another order, with a column of somebody else', ['Observaciones', ...[...COLUMNAS_IMPORTACION].reverse()]],
    [
      'as people write them',
      [...COLUMNAS_IMPORTACION].map((name) => ({ nombre: 'Nombre(s)', fecha_nacimiento: 'Fecha de nacimiento' })[name as string] ?? name),
    ],
  ])('%s are found', (_title, headings) => {
    const asignacion = reconocerColumnas(headings)
    expect(isCompleta(asignacion, headings)).toBe(true)
    expect(razonesContraAsignacion(asignacion, headings)).toEqual([])
  })

  it('that are missing, or of which two could be one column, are left for somebody to say', () => {
    const headings = [...COLUMNAS_IMPORTACION.filter((name) => name !== 'numero'), 'Género']
    const asignacion = reconocerColumnas(headings)
    expect(isCompleta(asignacion, headings)).toBe(false)
    expect(COLUMNAS_IMPORTACION.filter((columna) => asignacion[columna] === undefined)).toEqual(['numero', 'sexo'])
  })

  it('that a list may lack are not asked for, unless a heading is left that could be one', () => {
    const headings = COLUMNAS_IMPORTACION.filter((name) => name !== 'numero' && name !== 'clave')
    expect(isCompleta(reconocerColumnas(headings), headings)).toBe(true)
    expect(isCompleta(reconocerColumnas([...headings, 'Observaciones']), [...headings, 'Observaciones'])).toBe(false)
    expect(isCompleta(reconocerColumnas([...headings, 'Observaciones']), [...headings, 'Observaciones'], [headings.length])).toBe(true)
  })
})

describe('a heading that may only count the rows', () => {
  it('is no number of a list where its cells do', () => {
    expect(reconocerColumnas(['No.', 'Cargo'])).toMatchObject({ numero: 'No.' })
    expect(reconocerColumnas(['No.', 'Cargo'], { contadores: [0] })).toEqual({ cargo: 'Cargo' })
    expect(reconocerColumnas(['Número de lista', 'Cargo'], { contadores: [0] })).toMatchObject({ numero: 'Número de lista' })
  })
})

describe('columns as somebody assigned them', () => {
  const headings = [...COLUMNAS_IMPORTACION.filter((name) => name !== 'apodo' && name !== 'sexo'), 'Género declarado']

  it('may leave out data that a source may lack', () => {
    expect(razonesContraAsignacion({ ...reconocerColumnas(headings), sexo: 'Género declarado' }, headings)).toEqual([])
  })

  it.each([
    ['a column that a list needs is missing', {}, { columna: 'sexo', razon: /Falta decir/ }],
    ['the file has no such heading', { sexo: 'Otra' }, { columna: 'sexo', razon: /no tiene la columna «Otra»/ }],
    ['one heading is two columns', { sexo: 'nombre' }, { columna: 'nombre', razon: /más de una columna/ }],
  ])('%s: refused by its name', (_title, change, { columna, razon }) => {
    const razones = razonesContraAsignacion({ ...reconocerColumnas(headings), ...change }, headings)
    expect(razones).toContainEqual({ columna, razon: expect.stringMatching(razon) })
  })
})
