import * as pruebas from './pruebas.ts'
import { t, tn, tWord } from './index.ts'

describe('texts', () => {
  test('numbers are written as in Mexico and unknown params stay in sight', () => {
    expect(t('inicio.figureOf', { n: 1384, total: 4163 })).toBe('1,384 de 4,163')
    expect(t('site.title')).toBe('{page} · Conóceles')
  })

  test('a text agrees in number', () => {
    expect(tn('candidaturas.total', 1)).toBe('1 candidatura')
    expect(tn('candidaturas.total', 0)).toBe('0 candidaturas')
    expect(tn('candidaturas.total', 4163)).toBe('4,163 candidaturas')
  })

  test('a page says its own beside those of every page, which do not have them', () => {
    expect([pruebas.t('acuse.title'), pruebas.t('site.name')]).toEqual([expect.stringMatching(/acuse/i), t('site.name')])
    expect(tWord('acto', 'candidatura.validada')).toBe('candidatura.validada')
  })

  test('a word of the API without a text of ours is shown as it came', () => {
    expect(pruebas.tWord('acto', 'candidatura.validada')).toBe('Validación')
    expect(pruebas.tWord('acto', 'acto.nuevo')).toBe('acto.nuevo')
  })
})
