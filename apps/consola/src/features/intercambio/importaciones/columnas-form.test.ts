import { absentColumnas, columnasBody, columnasFormOf, missingColumnas, repeatedColumnas } from './columnas-form.ts'

const heading = (titulo: string, columna: 'clave' | null = null) => ({ titulo, ejemplos: [], columna })
const COLUMNAS = [
  { clave: 'clave' as const, necesaria: true },
  { clave: 'cargo' as const, necesaria: true },
  { clave: 'apodo' as const, necesaria: false },
]

describe('assignment of columns', () => {
  test('starts from what was recognised and offers to save under the name of the source', () => {
    const form = columnasFormOf([heading('CLAVE', 'clave'), heading('Notas')], 'UTVOPL')
    expect(form).toEqual({ elegidas: ['clave', ''], guardar: true, nombre: 'UTVOPL' })
    expect(columnasFormOf([], null)).toMatchObject({ guardar: false, nombre: '' })
  })

  test('tells what is missing from what may be absent', () => {
    expect(missingColumnas(COLUMNAS, ['clave', ''])).toEqual(['cargo'])
    expect(absentColumnas(COLUMNAS, ['clave', ''])).toEqual(['apodo'])
    expect(missingColumnas(COLUMNAS, ['clave', 'cargo'])).toEqual([])
  })

  test('finds a column given twice; headings that are not used are not one', () => {
    expect(repeatedColumnas(['clave', '', 'clave', '', 'cargo'])).toEqual(['clave'])
  })

  test('sends each column with its heading, and the name only when it is to be saved', () => {
    const encabezados = [heading('ID'), heading('Puesto'), heading('Notas')]
    const form = { elegidas: ['clave', 'cargo', ''], guardar: false, nombre: 'x' }
    expect(columnasBody(form, encabezados)).toEqual({ columnas: { clave: 'ID', cargo: 'Puesto' } })
    expect(columnasBody({ ...form, guardar: true, nombre: ' Partidos ' }, encabezados)).toMatchObject({ guardarComo: 'Partidos' })
  })
})
