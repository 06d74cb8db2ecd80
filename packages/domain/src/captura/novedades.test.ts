import { puede, ROLES } from '../acceso/permisos.ts'
import { correosNovedadesOf, novedadEnPalabras, novedadesOf, TIPOS_NOVEDAD } from './novedades.ts'

describe('a novedad in words', () => {
  it('says how many, and of a term its day', () => {
    for (const tipo of TIPOS_NOVEDAD) {
      const vence = tipo.startsWith('plazo') ? '2030-05-08' : null
      const said = [1, 1_234].map((cuantas) => novedadEnPalabras(tipo, { cuantas, vence }))
      expect(said[0]).toMatch(/\b1 candidatura\b/)
      expect(said[1]).toMatch(/\b1,234 candidaturas\b/)
      for (const text of said) expect([tipo, /[{}]/.test(text), text.includes('8 de mayo de 2030')]).toEqual([tipo, false, vence !== null])
    }
  })
})

describe('a role', () => {
  it('is told of something exactly when it may see the page', () => {
    expect(ROLES.filter((rol) => novedadesOf(rol).length > 0)).toEqual(ROLES.filter((rol) => puede(rol, 'novedades.ver')))
  })

  it('gets no mail that it did not get before, until it chooses', () => {
    expect(ROLES.filter((rol) => novedadesOf(rol).length > 0).map((rol) => [rol, correosNovedadesOf(rol)[0]])).toEqual([
      ['captura', 'ninguno'],
      ['validacion', 'terminadas'],
      ['verificacion', 'ninguno'],
      ['secretaria', 'ninguno'],
    ])
  })
})
