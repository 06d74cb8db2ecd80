import { claseOf } from './visitas.ts'

const ID = '0f21a363-7116-4128-af3f-04d9d6aa6989'

test.each([
  ['/', 'inicio'],
  ['/boleta', 'boleta'],
  ['/candidaturas', 'lista'],
  ['/candidaturas/', 'lista'],
  [`/candidaturas/${ID}`, 'candidatura'],
  [`/candidaturas/${ID}/historia`, 'historia'],
  ['/contiendas/presidencia_municipal-17007', 'contienda'],
  ['/comparar', 'comparar'],
  ['/estadisticas/cargo', 'estadisticas'],
  ['/datos', 'datos'],
  ['/acuses/ABC', 'verificacion'],
  [`/verificar/1/${ID}`, 'verificacion'],
  ['/aviso-privacidad/versiones/2/integral', 'informacion'],
  ['/preguntas', 'informacion'],
  ['/mi-lista', 'informacion'],
  ['/lectura-facil', 'informacion'],
])('tells only the kind of %s: %s', (path, clase) => {
  expect(claseOf(path)).toBe(clase)
})

test('gives no kind to an address that is no page of the visor', () => {
  expect(['/otra', '/consola/', '/candidatura-retirada', '/constructor'].map(claseOf)).toEqual([null, null, null, null])
})
