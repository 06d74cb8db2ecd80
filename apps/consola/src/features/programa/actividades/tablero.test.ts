import type { HitoEntregable } from '../../../api-types.ts'
import { plazoProximo, versionObservada } from './tablero.ts'

const hito = (milestone: string, vence: string) => ({ milestone, vence, estatus: 'pendiente' }) as HitoEntregable

test('the end of a period is the next deadline of no actividad that has another open one', () => {
  const termino = hito('termino', '2024-06-01')
  expect(plazoProximo([termino, hito('remision', '2024-06-08')])?.milestone).toBe('remision')
  expect(plazoProximo([termino])).toBe(termino)
})

test('an observación is about the version of its day, whatever came later', () => {
  const version = (numero: number, dia: string) => ({ numero, fecha: dia, registradoEn: `${dia}T18:00:00Z` })
  const versiones = [version(2, '2024-04-12'), version(1, '2024-04-08')]
  expect(versionObservada(versiones, { fecha: '2024-04-10', registradoEn: '2024-04-15T10:00:00Z' })).toBe(1)
  expect(versionObservada(versiones, { fecha: '2024-04-12', registradoEn: '2024-04-12T19:00:00Z' })).toBe(2)
  expect(versionObservada(versiones, { fecha: '2024-04-01', registradoEn: '2024-04-15T10:00:00Z' })).toBeNull()
})
