import { cleanPastedText } from './pasted-text.ts'

describe('text pasted from a word processor', () => {
  test.each([
    ['keeps its paragraphs', 'Uno\r\n\r\nDos', 'Uno\n\nDos'],
    ['loses the blank lines that only made room', 'Uno\r\n\r\n\r\n\r\nDos', 'Uno\n\nDos'],
    ['turns drawn bullets into hyphens', '•\tUno\n·\u00a0Dos\no\tTres', '- Uno\n- Dos\n- Tres'],
    ['turns line breaks inside a paragraph into lines', 'Uno\vDos', 'Uno\nDos'],
    ['turns odd blanks into plain ones', 'a\u00a0b\u2003c\td', 'a b c d'],
    ['loses what nobody sees', 'pro\u00adpues\u200bta\ufeff', 'propuesta'],
    ['keeps what joins an emoji', '👩🏽\u200D🌾', '👩🏽\u200D🌾'],
    ['keeps accents, quotes and hyphens inside a line', '«Sí» – dijo – “ñ” o no', '«Sí» – dijo – “ñ” o no'],
  ])('%s', (_, pasted, cleaned) => {
    expect(cleanPastedText(pasted)).toBe(cleaned)
    expect(cleanPastedText(cleaned)).toBe(cleaned)
  })
})
