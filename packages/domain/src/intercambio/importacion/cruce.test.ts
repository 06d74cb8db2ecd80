import { createCruce } from './cruce.ts'
import type { CandidaturaListada } from './fila.ts'
import type { ErrorFila } from './textos.ts'

interface Row {
  clave: string
  /** Null: refused by itself. */
  lugar: string | null
  acuerdo?: [string, string]
}

/** `ocupantes`: who holds each place in the register. */
function cross(rows: Row[], ocupantes: Record<string, string> = {}): Map<number, ErrorFila[]> {
  const cruce = createCruce((numero) => (numero === 'ACU/1' ? '2030-04-01' : undefined))
  for (const [index, { clave, lugar, acuerdo = ['ACU/1', '2030-04-01'] }] of rows.entries()) {
    const candidatura = lugar === null ? null : ({ acuerdoNumero: acuerdo[0], acuerdoFecha: acuerdo[1] } as CandidaturaListada)
    cruce.add({ fila: index + 2, clave, candidatura }, { lugar, ocupante: ocupantes[lugar ?? ''], claims: true })
  }
  return cruce.close()
}

const many = (length: number, row: (n: number) => Row) => Array.from({ length }, (_, n) => row(n))

it('100,000 rows are held against each other without comparing each with each', () => {
  const began = performance.now()
  expect(cross(many(100_000, (n) => ({ clave: `c-${n}`, lugar: `p-${n}`, acuerdo: [`ACU/${n + 2}`, '2030-04-01'] }))).size).toBe(0)
  expect(performance.now() - began).toBeLessThan(20_000)
})

it('a clave that all rows share is refused in each, naming a few of the others', () => {
  const faults = cross(many(3_000, (n) => ({ clave: 'una', lugar: `p-${n}` })))
  expect(faults.size).toBe(3_000)
  expect(faults.get(2)).toEqual([{ columna: 'clave', razon: 'La misma clave está en la fila 3, 4, 5, 6, 7 y en 2994 más.' }])
})

describe('a list in which each row frees the place of the one before', () => {
  const length = 50_000
  const moved = many(length, (n) => ({ clave: `c-${n}`, lugar: `p-${n + 1}` }))
  const ocupantes = Object.fromEntries(moved.map(({ clave }, n) => [`p-${n}`, clave]))

  it('is fine as a whole', () => {
    expect(cross(moved, ocupantes).size).toBe(0)
  })

  it('falls as a whole when the last is refused', () => {
    const began = performance.now()
    expect(cross([...moved.slice(0, -1), { clave: `c-${length - 1}`, lugar: null }], ocupantes).size).toBe(length - 1)
    expect(performance.now() - began).toBeLessThan(20_000)
  })
})

it('a place that two rows claim goes to neither, and its holder who stays keeps it', () => {
  const faults = cross(
    [
      { clave: 'a', lugar: 'p' },
      { clave: 'b', lugar: 'p' },
      { clave: 'c', lugar: 'q' },
    ],
    { q: 'z' },
  )
  expect([...faults].map(([fila, [error]]) => [fila, error?.razon])).toEqual([
    [2, 'El mismo lugar, con la misma calidad, está en la fila 3.'],
    [3, 'El mismo lugar, con la misma calidad, está en la fila 2.'],
    [4, 'Ese lugar ya lo ocupa la candidatura «z».'],
  ])
})
