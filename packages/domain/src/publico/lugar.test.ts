import { parseLugar, parseSeccion, textOfLugar } from './lugar.ts'

describe('place of a boleta in an address', () => {
  test('is read as it was written', () => {
    const lugar = { municipio: '17007', distrito: 'D05' }
    expect(parseLugar(textOfLugar(lugar))).toEqual(lugar)
    expect(parseLugar(`?${textOfLugar(lugar)}`)).toEqual(lugar)
    expect(parseLugar('#seccion=312')).toEqual({ seccion: '312' })
    expect(parseLugar('#seccion=0312')).toEqual({ seccion: '312' })
  })

  test('keeps a text that is no section, and no clave, as empty', () => {
    expect(['seccion=31a', 'seccion=', 'seccion=12345'].map(parseLugar)).toEqual([{ seccion: '' }, { seccion: '' }, { seccion: '' }])
    expect(parseLugar('municipio=<b>')).toEqual({ municipio: '' })
    expect(textOfLugar({ seccion: '' })).toBe('seccion=')
  })

  test('an address without a place is no place', () => {
    expect(parseLugar('')).toBeNull()
    expect(parseLugar('#contenido')).toBeNull()
    expect(parseLugar('#distrito=D05')).toBeNull()
  })
})

describe('parseSeccion', () => {
  test('leading zeros and blanks of the card do not matter', () => {
    expect(parseSeccion(' 0312 ')).toBe('312')
    expect(parseSeccion('7')).toBe('7')
    expect(parseSeccion('00312')).toBe('312')
    expect(parseSeccion('3 1 2')).toBe('312')
  })

  test.each(['٣١٢', '۳۱۲', '３１２'])('%p is written as some phones do', (text) => {
    expect(parseSeccion(text)).toBe('312')
  })

  test.each(['', '0', '0000', '12345', '000', '31a', '-3', '3.1'])('%p is not a section', (text) => {
    expect(parseSeccion(text)).toBeNull()
  })
})
