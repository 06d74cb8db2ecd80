import { pedidasOf, takePasted } from './filas.ts'

const FILAS = [
  { id: 'a', nombre: 'Ana María López Ruiz', correo: '' },
  { id: 'b', nombre: 'Benito Cruz', correo: '' },
  { id: 'c', nombre: 'Benito Cruz Díaz', correo: '' },
]

describe('addresses pasted from a sheet', () => {
  it('go to the persona whom their line names, whatever the order of her names', () => {
    const { filas, left } = takePasted(FILAS, 'LOPEZ RUIZ ANA MARIA\tana@ejemplo.mx\n\nBenito Cruz Díaz; <benito@ejemplo.mx>')
    expect(filas.map(({ correo }) => correo)).toEqual(['ana@ejemplo.mx', '', 'benito@ejemplo.mx'])
    expect(left).toEqual([])
  })

  it('stay in sight where the line names nobody, more than one, or has no address', () => {
    const lines = ['Carla Ríos carla@ejemplo.mx', 'Benito Cruz benito@ejemplo.mx', 'Ana López Ruiz']
    expect(takePasted(FILAS, lines.join('\n'))).toEqual({ filas: FILAS, left: lines })
  })
})

it('invites those with an address', () => {
  const filas = FILAS.map((fila) => (fila.id === 'a' ? { ...fila, correo: ' ana@ejemplo.mx ' } : fila))
  expect(pedidasOf(filas)).toEqual([{ candidaturaId: 'a', correo: 'ana@ejemplo.mx' }])
})
