import type { HechoDerecho } from './derechos.ts'
import { cartasPorNotificar, faltasDeNotificacion, notificacionEnPalabras, type NotificacionDerecho } from './notificacion.ts'

const hechos: HechoDerecho[] = [{ acto: 'responder', fecha: '2030-05-06', sentido: 'procedente' }]
const postal: NotificacionDerecho = {
  ...{ carta: 'respuesta', medio: 'correo_postal', enviada: '2030-05-07', recibida: '2030-05-13' },
  ...{ direccion: 'Calle de los Pinos 4, Isla Chica', comprobante: 'MX-7' },
}
const faltas = (more: { [Campo in keyof NotificacionDerecho]?: NotificacionDerecho[Campo] | undefined }) =>
  faltasDeNotificacion({ ...postal, ...more }, { cartas: cartasPorNotificar(hechos), hoy: '2030-05-14' }).map(
    ({ campo, razon }) => `${campo}: ${razon}`,
  )

describe('a notification', () => {
  it.each([
    [{}, []],
    [{ enviada: '2030-05-05' }, ['enviada: No puede ser anterior al 6 de mayo de 2030, día del oficio.']],
    [{ enviada: '2030-05-15' }, ['enviada: No puede ser posterior a hoy.', 'recibida: No puede ser anterior al día en que se envió.']],
    [{ recibida: '2030-05-15' }, ['recibida: No puede ser posterior a hoy.']],
    [{ recibida: '2030-05-06' }, ['recibida: No puede ser anterior al día en que se envió.']],
    [{ enviada: '', recibida: undefined }, ['enviada: Diga qué día fue.']],
    [{ medio: 'correo', direccion: 'ana@correo.example', recibida: undefined }, ['recibida: Diga qué día fue.']],
    [{ medio: undefined }, ['medio: Diga por qué medio se notificó.']],
    [{ direccion: ' ' }, ['direccion: Escriba el domicilio al que se envió.']],
    [{ medio: 'correo', direccion: 'sin arroba' }, ['direccion: Escriba la dirección de correo a la que se envió.']],
    [{ medio: 'correo', direccion: 'ana@correo.example', comprobante: undefined }, []],
    [{ comprobante: '' }, ['comprobante: Escriba el comprobante de envío.']],
    [{ medio: 'comparecencia', recibida: undefined, direccion: undefined, comprobante: undefined }, []],
    [{ carta: 'prevencion' }, ['carta: Diga qué oficio se notificó.']],
  ] as const)('with %j lacks %j', (more, missing) => {
    expect(faltas(more)).toEqual(missing)
  })

  it('is made once of each letter', () => {
    const told: HechoDerecho[] = [...hechos, { acto: 'notificar', fecha: '2030-05-14', notificacion: postal }]
    expect(faltasDeNotificacion(postal, { cartas: cartasPorNotificar(told), hoy: '2030-05-14' })).toEqual([
      { campo: 'carta', razon: 'Diga qué oficio se notificó.' },
    ])
  })

  it('is told with both days where they may differ, and with one where they do not', () => {
    expect(notificacionEnPalabras(postal)).toEqual([
      'Se notificó la respuesta por correo postal: se envió el 7 de mayo de 2030 a Calle de los Pinos 4, Isla Chica y se recibió el 13 de mayo de 2030.',
      'Comprobante de envío: MX-7.',
    ])
    expect(notificacionEnPalabras({ carta: 'prevencion', medio: 'comparecencia', enviada: '2030-05-07', recibida: '2030-05-07' })).toEqual([
      'Se notificó la prevención en persona el 7 de mayo de 2030.',
    ])
  })
})
