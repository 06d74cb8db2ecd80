import { absentColumnas, columnasBody, columnasFormOf, missingColumnas, repeatedColumnas } from './columnas-form.ts'

const heading = (titulo: string, columna: 'clave' | null = null) => ({ titulo, ejemplos: [], columna })
const COLUMNAS = [
  { clave: 'clave' as const, necesaria: true },
  { clave: 'cargo' as const, necesaria: true },
  { clave: 'apodo' as const, necesaria: false },
]

describe('assignment of columns', () => {
  test('starts from what was recognised and offers to save under the name of the source', () => {
    const form = columnasFormOf([heading('CLAVE', 'clave'), heading('Notas')], { fuente: 'UTVOPL', fijos: {} })
    expect(form).toEqual({ elegidas: ['clave', ''], fijos: {}, guardar: true, nombre: 'UTVOPL' })
    expect(columnasFormOf([], { fuente: null, fijos: {} })).toMatchObject({ guardar: false, nombre: '' })
  })

  test('tells what is missing from what may be absent', () => {
    expect(missingColumnas(COLUMNAS, { elegidas: ['clave', ''], fijos: {} })).toEqual(['cargo'])
    expect(absentColumnas(COLUMNAS, ['clave', ''])).toEqual(['apodo'])
    expect(missingColumnas(COLUMNAS, { elegidas: ['clave', 'cargo'], fijos: {} })).toEqual([])
    expect(missingColumnas(COLUMNAS, { elegidas: ['clave', ''], fijos: { cargo: 'regiduria' } })).toEqual([])
  })

  test('finds a column given twice; headings that are not used are not one', () => {
    expect(repeatedColumnas(['clave', '', 'clave', '', 'cargo'])).toEqual(['clave'])
  })

  test('sends each column with its heading, and the name only when it is to be saved', () => {
    const encabezados = [heading('ID'), heading('Puesto'), heading('Notas')]
    const form = {
      elegidas: ['clave', 'cargo', ''],
      fijos: { cargo: 'otro', acuerdo_numero: ' A/1 ', demarcacion: '' },
      guardar: false,
      nombre: 'x',
    }
    expect(columnasBody(form, encabezados)).toEqual({ columnas: { clave: 'ID', cargo: 'Puesto' }, fijos: { acuerdo_numero: ' A/1 ' } })
    expect(columnasBody({ ...form, guardar: true, nombre: ' Partidos ' }, encabezados)).toMatchObject({ guardarComo: 'Partidos' })
  })
})
