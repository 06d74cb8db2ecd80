import { causasDe, faltasDeNegativa, negativaEnPalabras } from './negativa.ts'

const texto = 'Se entrega lo que el Instituto conserva.'
const CORTA = 'Escriba por qué no procede, en 20 caracteres o más.'

describe('a refusal', () => {
  it.each([
    [{ sentido: 'procedente', texto }, []],
    [{ sentido: 'improcedente', texto }, ['Elija la causa por la que no procede.']],
    [{ sentido: 'improcedente', texto, causa: 'otra' }, ['Elija la causa por la que no procede.']],
    [{ sentido: 'improcedente', texto: 'No procede.', causa: 'impedimento' }, [CORTA]],
    [{ sentido: 'improcedente', texto, causa: 'impedimento' }, []],
    [{ sentido: 'parcial', texto, causa: 'terceros' }, [CORTA]],
    [{ sentido: 'parcial', texto, causa: 'terceros', razones: 'Los nombres de otras personas se omiten.' }, []],
    [{ sentido: 'improcedente', texto, causa: 'realizada' }, ['Elija la causa por la que no procede.']],
  ])('with %j lacks %j', (respuesta, razones) => {
    expect(faltasDeNegativa({ derecho: 'acceso', ...respuesta }).map(({ razon }) => razon)).toEqual(razones)
  })

  it('because it was done before is of a cancelación or an oposición alone', () => {
    expect(['acceso', 'cancelacion', 'oposicion'].map((derecho) => causasDe(derecho).includes('realizada'))).toEqual([false, true, true])
  })

  it('is told with its ground, and the reasons of the refused part', () => {
    expect(negativaEnPalabras({ causa: 'terceros', razones: 'Se omiten nombres.' }, 'parcial')).toEqual([
      'En lo demás no procede porque se lesionarían los derechos de otra persona.',
      'Se omiten nombres.',
    ])
    expect(negativaEnPalabras({ causa: 'impedimento' }, 'improcedente')).toEqual(['No procede porque existe un impedimento legal.'])
  })
})
