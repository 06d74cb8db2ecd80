import { pasoDe } from './mi-situacion.ts'

describe('her place on the way to the public', () => {
  it.each([
    ['sin_captura', 'usted'],
    ['en_captura', 'usted'],
    ['observada', 'usted'],
    ['en_correccion', 'usted'],
    ['completa', 'actor'],
    ['validada', 'instituto'],
    ['verificada', 'publica'],
  ] as const)('a captura in «%s» waits for: %s', (estatusCaptura, paso) => {
    expect(pasoDe({ estatusCaptura })).toBe(paso)
  })
})
