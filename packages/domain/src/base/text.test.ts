import { cleanLine, nameWords, searchWords } from './text.ts'

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

it.each([
  ['Ma. Guadalupe', 'María Guadalupe'],
  ['Mª del Rocío', 'maria del rocio'],
  ['María del Rocío', 'Mª del Rocío'],
  ['J. Jesús', 'José Jesús'],
  ['O’Farrill', "o'farrill"],
  ['O’Farrill', 'ofarrill'],
  ['O’Farrill', 'o farrill'],
  ['O’Farrill', 'Farrill'],
  ['Kʼeeʼx', "k'ee'x"],
  ['Kʼeeʼx', 'keex'],
  ['Ꞌuichol', 'uichol'],
])('finds %s by %s', (name, asked) => {
  const kept = nameWords(name)
  expect(searchWords(asked).filter((word) => !kept.some((one) => one.startsWith(word)))).toEqual([])
})

it('keeps no word besides of a name without apostrophe or short form', () => {
  expect(nameWords('María José Núñez')).toEqual(['maria', 'jose', 'nunez'])
})
