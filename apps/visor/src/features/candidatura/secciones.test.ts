import type { Campo, Seccion } from '../../api-types.ts'
import { isShort, linesOf, safeHref, splitMissing } from './secciones.ts'

describe('sections of a candidatura', () => {
  test('an optional datum that was not given is told apart from a blank with another reason', () => {
    const absent = { ...campo('enlace', null), blanco: 'no_proporcionada' }
    const waiting = { ...campo('correo', null), blanco: 'en_revision' }
    expect(splitMissing(seccion('contacto', [absent, waiting]))).toEqual({ given: [waiting], missing: [absent] })
  })

  test('a section with one long text is not shown as pairs', () => {
    expect(isShort(seccion('contacto', [campo('enlace', 'https://ejemplo.mx')]))).toBe(true)
    expect(isShort(seccion('historia', [campo('texto', 'a'), campo('parrafos', 'b')]))).toBe(false)
  })
})

describe('values', () => {
  test('a text becomes its paragraphs and a list its items, without blanks', () => {
    expect(linesOf(campo('parrafos', 'uno\n\n dos \n'))).toEqual(['uno', 'dos'])
    expect(linesOf(campo('lista', ['a', ' ', 'b']))).toEqual(['a', 'b'])
    expect(linesOf(campo('texto', null))).toEqual([])
  })

  test('only an https address becomes a link', () => {
    expect(safeHref('https://ejemplo.mx/a')).toBe('https://ejemplo.mx/a')
    for (const address of ['http://ejemplo.mx', 'javascript:alert(1)', 'https:// ejemplo', 'ejemplo.mx']) {
      expect(safeHref(address)).toBeNull()
    }
  })
})

function seccion(clave: string, campos: Campo[] = []): Seccion {
  return { clave, titulo: clave, estatus: 'publicada', verificadaEn: null, pausa: null, campos }
}

function campo(tipo: Campo['tipo'], valor: Campo['valor']): Campo {
  return { clave: tipo, titulo: tipo, tipo, valor, blanco: null }
}
