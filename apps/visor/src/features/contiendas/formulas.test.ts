import type { Fila } from '../../api-types.ts'
import { cuentaOf, formulasOf } from './formulas.ts'

const fila = (id: string, { actor = 'A', numero = 1, estatus = 'aprobada' } = {}): Fila =>
  ({ id, actorPolitico: { clave: actor }, numero, calidad: id.startsWith('s') ? 'suplente' : 'propietaria', estatus }) as Fila
const shape = (filas: Fila[]) => formulasOf(filas).map(({ titular, suplentes }) => [titular.id, ...suplentes.map(({ id }) => id)])

test('each suplente stands with the head of her place, in the order of the heads', () => {
  const filas = [
    fila('s1'),
    fila('p2', { actor: 'B' }),
    fila('p1'),
    fila('p1b', { numero: 2 }),
    fila('s1b', { numero: 2 }),
    fila('s2', { actor: 'B' }),
  ]
  expect(shape(filas)).toEqual([
    ['p2', 's2'],
    ['p1', 's1'],
    ['p1b', 's1b'],
  ])
  expect(cuentaOf(formulasOf(filas))).toEqual({ vigentes: 3, canceladas: 0, conSuplente: true })
})

test('people who left come after those who compete; a suplente without propietaria heads her fórmula', () => {
  const filas = [
    fila('p1', { estatus: 'cancelada' }),
    fila('s1', { estatus: 'cancelada' }),
    fila('p2', { actor: 'B' }),
    fila('s2', { actor: 'B' }),
    fila('s2x', { actor: 'B', estatus: 'sustituida' }),
    fila('p3', { actor: 'C', estatus: 'sustituida' }),
    fila('s3', { actor: 'C' }),
  ]
  expect(shape(filas)).toEqual([['p2', 's2', 's2x'], ['s3'], ['p1', 's1'], ['p3']])
  expect(cuentaOf(formulasOf(filas))).toEqual({ vigentes: 2, canceladas: 1, conSuplente: false })
})
