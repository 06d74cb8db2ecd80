import { indiciosDe, PROSA_MINIMA, textoIndicio, TIPOS_INDICIO } from './indicios.ts'

const PROSE =
  'Trabajé quince años en el mercado, donde organicé a las locatarias para tener agua, luz y guardería en cada pasillo del edificio. '

describe('data that should not be in a text', () => {
  it.each([
    ['curp', 'Mi CURP es XEXX010101HNEXXXA4 y nací aquí'],
    ['curp', 'xexx010101hnexxxa4'],
    ['rfc', 'Facturo con XAXX010101000.'],
    ['clave_elector', 'XXXXXX01010117H100'],
    ['cuenta_bancaria', 'Aportaciones a 002180700845621349'],
    ['cuenta_bancaria', 'Tarjeta 4000 0000 0000 0002'],
    ['telefono', `${PROSE}Llámame al 777 123 4567.`],
    ['telefono', `${PROSE}WhatsApp +52 (777) 123-4567`],
    ['domicilio', `${PROSE}Vivo en la calle Hidalgo número 14.`],
    ['domicilio', `${PROSE}Mi casa se encuentra frente a la escuela.`],
    ['lema', `${PROSE}¡Juntas podemos! ¡Ahora es cuando!`],
    ['lema', `${PROSE}Este 2 de junio vota por quien sí trabaja.`],
    ['lema', PROSE.toUpperCase()],
  ] as const)('%s is told: %s', (tipo, texto) => {
    expect(indiciosDe(texto)).toEqual([tipo])
  })

  it.each([
    ['plain prose', PROSE],
    ['years and amounts', `${PROSE}De 1998 a 2004 administré 1 250 000 pesos y 12,500 metros de red, por decreto 2345/2019.`],
    ['one exclamation', `${PROSE}¡Y lo logramos!`],
    ['a vote in the past', `${PROSE}La asamblea votó por unanimidad.`],
    ['acronyms', `${PROSE}Colaboré con la UNAM, el IMSS y la CNDH.`],
    ['the answer to a question about a phone', '7771234567'],
    ['the answer to a question about an address', 'Calle Hidalgo número 14, Centro'],
    ['nothing', ''],
  ])('%s is left alone', (_name, texto) => {
    expect(indiciosDe(texto)).toEqual([])
  })

  it('tells several at once, each once', () => {
    expect(indiciosDe(`${PROSE}XEXX010101HNEXXXA4, 777 123 4567 o 777 765 4321`)).toEqual(['curp', 'telefono'])
  })

  it('has a sentence for each kind', () => {
    for (const tipo of TIPOS_INDICIO) expect(textoIndicio(tipo)).toMatch(/\.$/)
    expect(PROSE.length).toBeGreaterThanOrEqual(PROSA_MINIMA)
  })
})
