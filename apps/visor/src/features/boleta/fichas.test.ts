import type { FilaIndice } from '@conoceles/domain/consulta'
import { fichasDe } from './fichas.ts'

const fila = (nombre: string, more: Partial<FilaIndice> = {}): FilaIndice =>
  ({
    nombre,
    actor: 'PA',
    otros: [],
    numero: 1,
    calidad: 'propietaria',
    estatus: 'aprobada',
    contienda: { clave: 'k' },
    ...more,
  }) as FilaIndice

const filas = [
  fila('Ana'),
  fila('Ana suplente', { calidad: 'suplente' }),
  fila('Beto', { actor: 'PB', estatus: 'cancelada' }),
  fila('Beto suplente', { actor: 'PB', calidad: 'suplente' }),
  fila('Cira', { actor: 'PC' }),
  fila('De otra', { contienda: { clave: 'l' } as FilaIndice['contienda'] }),
]

test('a contienda tells its fórmulas in the order of the day, each with her suplente; a suplente left alone keeps her place', () => {
  const told = fichasDe('k', { filas, orden: [4, 0, 1, 2, 3, 5] }).map(({ titular, suplente }) => [
    titular.nombre,
    suplente?.nombre ?? null,
  ])
  expect(told).toEqual([
    ['Cira', null],
    ['Ana', 'Ana suplente'],
    ['Beto suplente', null],
  ])
})
