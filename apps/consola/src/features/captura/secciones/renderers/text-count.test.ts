import { counterOf } from './text-count.ts'

describe('the count under a text', () => {
  const count = counterOf({ 'x-obligatorio': true, sinBlancos: { minimo: 10, maximo: 12 } })

  test.each([
    ['', 'Mínimo 10 caracteres, sin contar espacios', false],
    ['una idea', 'Faltan 3 caracteres de 10, sin contar espacios', true],
    ['unas ideas', 'Falta 1 carácter de 10, sin contar espacios', true],
    ['otras ideas', 'Quedan 2 caracteres de 12, sin contar espacios', false],
    ['otras ideas más largas', 'Sobran 7 caracteres de 12, sin contar espacios', true],
  ])('says for %j: %j', (text, sentence, invalid) => {
    expect(count?.(text)).toEqual({ text: sentence, invalid })
  })

  test.each([
    ['', 'Puede dejarla en blanco. Si la contesta: mínimo 10 caracteres, sin contar espacios', false],
    ['una idea', 'Faltan 3 caracteres de 10, sin contar espacios. O déjela en blanco', true],
  ])('says of an optional question for %j: %j', (text, sentence, invalid) => {
    expect(counterOf({ sinBlancos: { minimo: 10 } })?.(text)).toEqual({ text: sentence, invalid })
  })

  test('counts blanks where the limit does', () => {
    expect(counterOf({ maxLength: 5 })?.('a b c d')).toEqual({ text: 'Sobran 2 caracteres de 5, contando espacios', invalid: true })
  })

  test('is none where nothing limits', () => {
    expect(counterOf({})).toBeUndefined()
  })
})
