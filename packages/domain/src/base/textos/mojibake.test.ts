import fc from 'fast-check'
import { findMojibake } from './mojibake.ts'

const utf8 = (text: string) => Buffer.from(text, 'utf8')
const asLatin1 = (text: string) => utf8(text).toString('latin1')

// The platform's decoder of Windows-1252 is ISO-8859-1 in Node 20.
const SPECIALS = [...'€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ']
const as1252 = (text: string) => asLatin1(text).replaceAll(/[\x80-\x9f]/g, (char) => SPECIALS[char.charCodeAt(0) - 0x80] ?? char)

const LETTERS = 'áéíóúüñÁÉÍÓÚÜÑ'
const spanish = fc
  .array(fc.oneof(fc.constantFrom(...LETTERS, ...'¿¡«»“”‘’–—…ªº€'), fc.constantFrom(...'abcdeglmnorstuzABCDELMNRSZ  .,:;()0123-')), {
    maxLength: 60,
  })
  .map((chars) => chars.join(''))

describe('findMojibake', () => {
  it.each([
    ['JesÃºs Lugo CantÃº', 'Jesús Lugo Cantú'],
    ['MarÃ\u00ada MuÃ±oz', 'María Muñoz'],
    ['Ã‘ANDÃš', 'ÑANDÚ'],
    ['Ã\u0081lvarez GarcÃ\u008dA', 'Álvarez GarcÍA'],
    ['Ã\u0091and\u00c3\u00ba', 'Ñandú'],
    ['Â¿QuÃ©? Â¡Ya!', '¿Qué? ¡Ya!'],
    ['â€œAguaâ€\u009d â€˜lunaâ€™ â€“ finâ€¦', '“Agua” ‘luna’ – fin…'],
    ['\u00e2\u0080\u009cAgua\u00e2\u0080\u009d', '“Agua”'],
    ['JesÃƒÂºs', 'Jesús'],
    ['MUÃƒâ€˜OZ', 'MUÑOZ'],
    ['Ãƒ\u0081Ã\u0081', 'ÁÁ'],
    ['JosÃ© LÃ³pez y José Núñez', 'José López y José Núñez'],
    ['Jes√∫s Nu√±ez, M√©xico', 'Jesús Nuñez, México'],
    ['¬øQu√©? ‚ÄúAgua‚Äù', '¿Qué? “Agua”'],
    ['KÊ¼eeÊ¼x', 'Kʼeeʼx'],
    ['JoseÌ\u0081', 'Jose\u0301'],
    ['ðŸŒ½ MaÃ­z', '🌽 Maíz'],
    ['CÃ”TE', 'CÔTE'],
  ])('repairs %j', (broken, right) => {
    expect(findMojibake(broken)).toEqual({ repaired: right })
  })

  it.each(['Jes\ufffds', 'JesÃ\ufffds', 'Jesï¿½s', 'JesÃs Lugo', 'MarÃa', 'MARÃA', 'Jes\u009cs', 'MarÃ\u00ada Jes\ufffds'])(
    'tells that letters are lost from %j',
    (broken) => {
      expect(findMojibake(broken)).toEqual({ repaired: null })
    },
  )

  it.each([
    ...['São Paulo', 'JOÃO GUIMARÃES', 'Ângela', 'ÂNGELA', 'IRMÃ', '“IRMÔ', 'IRMÃ… IRMÃ–', 'MAÇÃ', 'GALÃ\u00a0Y', 'Château', 'CHÂTEAU'],
    ...[
      'IÑÁRRITU',
      'Ñähñu',
      'Hñähñu',
      'Tēnōchtitlān',
      'Kʼeeʼx',
      'Nāhuatl',
      '«¿Dónde está…»',
      '“Ahí está…”',
      '«está»…',
      '“CAFÉ”',
      'ESPAÑA…',
    ],
    ...[
      '20 €',
      '37 °C',
      '√2 ≈ 1.41',
      '‚cita‘',
      '“Ä”',
      'Größe',
      'Ærøskøbing',
      '🌽',
      'CAFÉ\u00a0CON',
      '¬A',
      'Müller',
      'Ålesund',
      'Êxito',
      'Ì',
    ],
  ])('does not accuse %j', (text) => {
    expect(findMojibake(text)).toBeNull()
  })

  it('accuses no clean text', () => {
    fc.assert(fc.property(spanish, (text) => findMojibake(text) === null))
  })

  it.each([
    ['Windows-1252', as1252],
    ['ISO-8859-1', asLatin1],
    ['Windows-1252 twice', (text: string) => as1252(as1252(text))],
    ['ISO-8859-1 and then Windows-1252', (text: string) => as1252(asLatin1(text))],
  ])('finds and repairs any clean text that was read as %s', (_title, misread) => {
    const accented = spanish.filter((text) => misread(text) !== text)
    fc.assert(
      fc.property(accented, (text) => {
        expect(findMojibake(misread(text))).toEqual({ repaired: text })
      }),
    )
  })

  it('leaves a repaired text alone', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => findMojibake(findMojibake(text)?.repaired ?? '') === null))
  })

  it('takes no longer than the text is long', () => {
    for (const piece of ['Ã', 'Â', 'ÃƒÂº', 'â€', 'a', ' ']) findMojibake(piece.repeat(50_000))
  }, 5_000)
})
