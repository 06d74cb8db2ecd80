import fc from 'fast-check'
import { cleanPhone, cleanText, contarSinBlancos, countCodePoints } from './text.ts'

const BLANKS = [' ', '\t', '\n', '\r', '\u0085', '\u00A0', '\u2003', '\u2028', '\u3000', '\uFEFF']

/** Zero width space, word joiner, Hangul fillers, Braille blank, soft hyphen, variation selector, grapheme joiner, tag. */
const INVISIBLE = Array.from('\u200B\u2060\u3164\u115F\u1160\uFFA0\u2800\u00AD\uFE0F\u034F\u{E0041}')

describe('contarSinBlancos', () => {
  it('counts code points and no blanks', () => {
    expect(contarSinBlancos('')).toBe(0)
    expect(contarSinBlancos(' Año\u00A0de\n2024 ')).toBe(9)
    expect(contarSinBlancos('😀 é')).toBe(2)
  })

  it('counts nothing that nobody sees', () => {
    for (const invisible of INVISIBLE) expect(contarSinBlancos(invisible.repeat(300))).toBe(0)
    expect(contarSinBlancos('pro\u00ADpues\u200Bta ❤\uFE0F')).toBe(10)
  })

  it('counts a letter and its combining accent as one, as after cleaning', () => {
    expect(contarSinBlancos('e\u0301')).toBe(1)
  })

  it('does not change with any blank put between letters', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'ñ', '7', '😀', '文')), fc.constantFrom(...BLANKS), (letters, blank) => {
        expect(contarSinBlancos(letters.join(blank))).toBe(letters.length)
      }),
    )
  })

  it('never exceeds the length with blanks', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => contarSinBlancos(text) <= countCodePoints(text)))
  })
})

describe('cleanText', () => {
  it('leaves NFC, LF and no forbidden characters', () => {
    expect(cleanText(' Cafe\u0301\r\nuno\rdos\u0000 \uD800\u202Etres\u2069 ')).toBe('Café\nuno\ndos tres')
  })

  it('leaves nothing of an invisible text, and keeps scripts that need invisible characters', () => {
    for (const invisible of INVISIBLE) expect(cleanText(` ${invisible.repeat(300)}\n${invisible}`)).toBe('')
    for (const text of ['👩🏽\u200D🌾', '❤\uFE0F', 'می\u200Cخواهم', 'क\u094D\u200Dष']) expect(cleanText(text)).toBe(text)
  })

  it('is idempotent and leaves nothing that PostgreSQL or UTF-8 refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('', '\uD83D', '\u0000', '\r', '\u202A'), (text, dirt) => {
        const cleaned = cleanText(dirt + text + dirt)
        expect(cleanText(cleaned)).toBe(cleaned)
        expect(cleaned).not.toMatch(/[\0\r\u202A-\u202E\u2066-\u2069]|\p{Surrogate}/u)
      }),
    )
  })

  it('takes linear time on a long run of blanks', () => {
    for (const blank of [' ', '\u3164', '\u200B', '\uFE0F', '\n', '\u0301', '\u200B\u0301'])
      expect(cleanText(`a${blank.repeat(1_000_000)}b`).length).toBeGreaterThan(1)
  })

  it('leaves one blank between words and one empty line between lines, for every character that a page draws as a blank', () => {
    for (const blank of [' ', '\t', '\u00A0', '\u2003', '\u3000', '\u2800', '\u3164', ' \u200B', '\u00A0\uFE0F\u200D'])
      expect(cleanText(`uno${blank.repeat(9000)} dos`)).toBe('uno dos')
    for (const empty of ['\n', '\r\n', '\v', '\f', '\u2028', '\u2029', '\n \t', '\n\u3164', '\n\u200B'])
      expect(cleanText(`uno${empty.repeat(9000)}\ndos`)).toBe('uno\n\ndos')
    expect(cleanText('  - uno \u00A0\n  - 10\u00A0000 pesos')).toBe('- uno\n- 10\u00A0000 pesos')
  })

  it('leaves no control, and no pile of marks that is drawn over other lines', () => {
    expect(cleanText('\u0001uno\u001B\u007F\u0093\uFFFE dos\u200F\u061C')).toBe('uno dos')
    expect(cleanText('\u0001'.repeat(300))).toBe('')
    expect(contarSinBlancos('\u0001'.repeat(300))).toBe(0)
    for (const mark of ['\u0347', '\u0347\u200B']) {
      expect([...cleanText(`z${mark.repeat(300)}z`).matchAll(/\u0347/g)]).toHaveLength(4)
      expect(contarSinBlancos(`z${mark.repeat(300)}z`)).toBe(6)
    }
  })
})

it('cleanPhone leaves the digits, and a text that is no phone as it is', () => {
  expect(cleanPhone('(777) 123-45.67')).toBe('7771234567')
  expect(cleanPhone('ext. 5')).toBe('ext5')
  for (const written of [
    '+52 777 123 4567',
    '521 7771234567',
    '045 777 123 45 67',
    '01 (777) 1234567',
    'Cel. 777 123 4567',
    '777 123 4567 (WhatsApp)',
  ])
    expect(cleanPhone(written)).toBe('7771234567')
  expect(cleanPhone('5212345678')).toBe('5212345678')
})
