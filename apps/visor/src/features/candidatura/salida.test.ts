import type { Salida } from '../../api-types.ts'
import { isRetirada, sentencesOf } from './salida.ts'

const salida: Salida = {
  tipo: 'cancelada',
  desde: '2024-05-30',
  acuerdo: { numero: 'X/300/2024', fecha: '2024-05-29' },
  causa: 'Renuncia',
  entra: null,
}

describe('how somebody left', () => {
  test('is told with its day, its acuerdo and its cause', () => {
    expect(sentencesOf(salida)).toEqual([
      'Ya no compite en este lugar desde el jueves 30 de mayo de 2024.',
      'Lo resolvió el acuerdo X/300/2024, del miércoles 29 de mayo de 2024.',
      'Causa: Renuncia.',
    ])
  })

  test('leaves out unknown and hidden facts', () => {
    expect(sentencesOf({ ...salida, desde: null, acuerdo: null, causa: null })).toEqual(['Ya no compite en este lugar.'])
  })

  test('only a page without sections is nothing but a notice', () => {
    expect(isRetirada({ estatus: 'cancelada', secciones: [] })).toBe(true)
    expect(isRetirada({ estatus: 'aprobada', secciones: [] })).toBe(false)
  })
})
