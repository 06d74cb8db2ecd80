import { cleanLine } from './text.ts'

it.each([
  ['blanks', '  uno \n\t dos\u00a0', 'uno dos'],
  ['decomposed accents', 'Jose\u0301', 'José'],
  ['marks that turn the reading round', 'uno\u202edos\u2066', 'unodos'],
])('%s', (_title, text, line) => {
  expect(cleanLine(text)).toBe(line)
})
