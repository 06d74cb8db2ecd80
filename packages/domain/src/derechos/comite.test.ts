import { comiteEnPalabras, faltasDeComite } from './comite.ts'

const dias = { recibida: '2030-05-02', hoy: '2030-05-06' }
const voto = { comiteResolucion: 'CT/7/2030', comiteFecha: '2030-05-06', comiteSentido: 'confirma' }

describe('the vote of the Comité on a refusal', () => {
  it.each([
    [voto, []],
    [{ ...voto, comiteResolucion: ' ' }, ['Falta el número de la resolución del Comité de Transparencia.']],
    [{ ...voto, comiteFecha: '2030-05-07' }, ['No puede ser posterior a hoy.']],
    [{ ...voto, comiteFecha: '2030-05-01' }, ['No puede ser anterior al 2 de mayo de 2030, en que se recibió la solicitud.']],
    [{ ...voto, comiteSentido: 'revoca' }, ['El Comité revocó la negativa: no se responde que no procede.']],
    [{ sinComite: 'Sesiona después de que vence el plazo.' }, []],
    [{ sinComite: 'No.' }, ['Escriba por qué se responde sin el voto del Comité, en 20 caracteres o más.']],
  ])('as %j lacks %j', (pedido, razones) => {
    expect(faltasDeComite(pedido, dias).map(({ razon }) => razon)).toEqual(razones)
  })

  it('is told with its number and day, or with the reason to go without it', () => {
    expect(comiteEnPalabras({ resolucion: 'CT/7/2030', fecha: '2030-05-06', sentido: 'modifica' })).toBe(
      'El Comité de Transparencia modificó esta negativa en su resolución CT/7/2030, del 6 de mayo de 2030.',
    )
    expect(comiteEnPalabras({ sinVoto: 'Sesiona el lunes.' })).toBe(
      'Se respondió sin el voto del Comité de Transparencia. Motivo: Sesiona el lunes.',
    )
  })
})
