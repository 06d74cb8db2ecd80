import { cleanLine, searchWords } from './text.ts'

it.each([
  ['blanks', '  uno \n\t dos\u00a0', 'uno dos'],
  ['decomposed accents', 'Jose\u0301', 'José'],
  ['marks that turn the reading round', 'uno\u202edos\u2066', 'unodos'],
])('%s', (_title, text, line) => {
  expect(cleanLine(text)).toBe(line)
})

it('takes a name apart into words without accents, marks or case', () => {
  expect(searchWords(' María-José  Núñez «la Güera» ')).toEqual(['maria', 'jose', 'nunez', 'la', 'guera'])
  expect(searchWords('·')).toEqual([])
})
