import { COLUMNAS_IMPORTACION, readEncabezados } from './importacion-columnas.ts'

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
    const { posiciones, razones } = readEncabezados(headings)
    expect(razones).toEqual([])
    expect(new Set(Object.values(posiciones)).size).toBe(COLUMNAS_IMPORTACION.length)
  })

  it('a missing column is one clear refusal that names it', () => {
    const { razones } = readEncabezados(COLUMNAS_IMPORTACION.filter((name) => name !== 'sexo' && name !== 'numero'))
    expect(razones).toEqual(['Faltan columnas: numero, sexo.'])
  })

  it('two headings of the same column are refused', () => {
    expect(readEncabezados([...COLUMNAS_IMPORTACION, 'Género']).razones).toEqual(['Hay columnas repetidas: sexo.'])
  })
})
