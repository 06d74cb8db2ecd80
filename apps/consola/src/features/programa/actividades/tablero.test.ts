import type { HitoEntregable } from '../../../api-types.ts'
import { plazoProximo } from './tablero.ts'

const hito = (milestone: string, vence: string) => ({ milestone, vence, estatus: 'pendiente' }) as HitoEntregable

test('the end of a period is the next deadline of no actividad that has another open one', () => {
  const termino = hito('termino', '2024-06-01')
  expect(plazoProximo([termino, hito('remision', '2024-06-08')])?.milestone).toBe('remision')
  expect(plazoProximo([termino])).toBe(termino)
})
