import { mensajeInvitacionCandidata, type Pedido } from './mensajes.ts'

const CANDIDATURA = {
  cargo: 'Regiduría',
  lugar: 'Isla Norte',
  actor: 'Partido de la Ola',
  vence: '2030-05-12',
  telefono: null,
  whatsapp: null,
}
const textos = [{ minimo: 1280, textos: [{ campo: 'a', titulo: 'Historia', obligatorio: true }, { campo: 'b', titulo: 'Motivo', obligatorio: false }] }] // prettier-ignore
const textOf = (of: Partial<Record<'telefono' | 'whatsapp', string>>, pedido: Pedido = { textos: [], identidad: false }) =>
  mensajeInvitacionCandidata({
    ...{ nombre: 'Ana', correo: 'ana@prueba.example', instituto: 'Instituto de Valle Claro', enlace: 'https://conoceles.example/x' },
    candidatura: { ...CANDIDATURA, ...of },
    pedido,
  }).texto

describe('the invitation of a persona', () => {
  it('says her term as her page says it', () => {
    expect(textOf({})).toContain('Tiene hasta: domingo 12 de mayo de 2030, 23:59.')
  })

  it('says which texts to have at hand, with their least length, and that the one on identity is voluntary', () => {
    expect(textOf({}, { textos, identidad: true })).toContain(
      'varias veces.\n\nEstos textos llevan 1,280 caracteres o más cada uno, sin contar espacios:\n\n- Historia\n- Motivo (si quiere)\n\n' +
        'Hay además un cuestionario sobre su identidad: lo contesta sólo si quiere.\n\nAbra este enlace',
    )
    expect(textOf({})).not.toMatch(/caracteres|identidad/)
  })

  it('does not speak of help where nobody gave a number, and leaves no hole', () => {
    expect(textOf({})).not.toMatch(/ayuda|Teléfono|WhatsApp|null|\n{3}/)
  })

  it('gives the telephone, and the address that opens a chat', () => {
    expect(textOf({ telefono: '777 362 4200', whatsapp: '777 123 4567' })).toContain(
      '¿Necesita ayuda?\nTeléfono: 777 362 4200\nWhatsApp: 777 123 4567, https://wa.me/527771234567\n\n',
    )
  })
})
