import type { FilaIndice } from '@conoceles/domain/consulta'
import { canceladasDe, fichasDe } from './fichas.ts'

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

test('who was cancelled with her whole fórmula is told; who left it to another, or to her suplente, is not', () => {
  const gone = [
    fila('Dora', { actor: 'PD', estatus: 'cancelada' }),
    fila('Dora suplente', { actor: 'PD', calidad: 'suplente', estatus: 'cancelada' }),
    fila('Elsa', { actor: 'PE', estatus: 'sustituida' }),
    fila('Eva', { actor: 'PE' }),
  ]
  const all = [...filas, ...gone]
  expect(canceladasDe('k', { filas: all, orden: [...all.keys()].reverse() }).map(({ nombre }) => nombre)).toEqual(['Dora'])
})
