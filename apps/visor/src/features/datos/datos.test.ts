import { murmur3 } from '@conoceles/domain/consulta'
import type { Contienda, Proceso } from '../../api-types.ts'
import { ejemploSorteo, sizeText } from './datos.ts'

describe('the size of a file', () => {
  test.each([
    [0, '0 bytes'],
    [886, '886 bytes'],
    [50_075, '50.1 kB'],
    [999_999, '1,000 kB'],
    [10_600_000, '10.6 MB'],
  ])('%i is told as %s', (bytes, text) => {
    expect(sizeText(bytes)).toBe(text)
  })
})

test('the example of the draw is of the running proceso', () => {
  const proceso = { clave: 'estado-2030', jornada: '2030-06-02', actoresPoliticos: [{ clave: 'PA' }] } as Proceso
  expect(ejemploSorteo(proceso, [{ clave: 'alcaldia-m1' } as Contienda])).toEqual({
    texto: '2030-06-02|estado-2030|alcaldia-m1|PA',
    numero: String(murmur3('2030-06-02|estado-2030|alcaldia-m1|PA')),
  })
  expect(ejemploSorteo(proceso, [])).toBeNull()
})
