import { mensajeInvitacionCandidata } from './mensajes.ts'

const CANDIDATURA = {
  cargo: 'Regiduría',
  lugar: 'Isla Norte',
  actor: 'Partido de la Ola',
  vence: '2030-05-12',
  telefono: null,
  whatsapp: null,
}
const textOf = (of: Partial<Record<'telefono' | 'whatsapp', string>>) =>
  mensajeInvitacionCandidata({
    ...{ nombre: 'Ana', correo: 'ana@prueba.example', instituto: 'Instituto de Valle Claro', enlace: 'https://conoceles.example/x' },
    candidatura: { ...CANDIDATURA, ...of },
  }).texto

describe('the invitation of a persona', () => {
  it('says her term as her page says it', () => {
    expect(textOf({})).toContain('Tiene hasta: domingo 12 de mayo de 2030, 23:59.')
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
