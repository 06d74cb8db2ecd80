import fc from 'fast-check'
import { contarPor, rangoDe, type FilaPublica } from './tabla-publica.ts'

const RANGOS = [
  { clave: 'joven', nombre: 'De 18 a 29', desde: 18, hasta: 29 },
  { clave: 'mayor', nombre: '60 o más', desde: 60, hasta: null },
]
const SEXOS = ['mujer', 'hombre']
const filas: fc.Arbitrary<FilaPublica[]> = fc.array(
  fc.record({
    cargo: fc.constantFrom('a', 'b', 'otro'),
    actor: fc.constant('p'),
    municipio: fc.constantFrom('m', null),
    distrito: fc.constant(null),
    sexo: fc.constantFrom('mujer', 'hombre', null),
    edad: fc.oneof(fc.constant(null), fc.integer({ min: 18, max: 90 })),
    captura: fc.constantFrom('sin_captura', 'en_captura', 'verificada', null),
    grupos: fc.subarray(['g', 'h']),
    respuestas: fc.constant({}),
  }),
)
const renglones = [
  { clave: 'a', nombre: 'A' },
  { clave: 'b', nombre: 'B' },
]

describe('tables of public facts', () => {
  it('count everybody once when each is in one row, the rest as without the datum', () => {
    fc.assert(
      fc.property(filas, (all) => {
        const { filas: rows, total } = contarPor(all, { renglones, de: ({ cargo }) => [cargo], sexos: SEXOS, sinDato: 'Sin dato' })
        expect(rows.reduce((sum, { registradas }) => sum + registradas, 0)).toBe(all.length)
        expect(total.registradas).toBe(all.length)
        expect(rows.reduce((sum, { verificadas }) => sum + verificadas, 0)).toBe(total.verificadas)
        for (const row of rows) {
          expect(row.verificadas).toBeLessThanOrEqual(row.conCaptura)
          expect(row.porSexo.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(row.registradas)
        }
      }),
    )
  })

  it('count each person once in the total, where a candidatura may be in several rows', () => {
    fc.assert(
      fc.property(filas, (all) => {
        const groups = [...renglones, { clave: 'g', nombre: 'G' }, { clave: 'h', nombre: 'H' }]
        const { total } = contarPor(all, { renglones: groups, de: ({ grupos }) => grupos, sexos: SEXOS, sinDato: null })
        expect(total.registradas).toBe(all.filter(({ grupos }) => grupos.length > 0).length)
      }),
    )
  })

  it('know the range of an age by its years, both included', () => {
    expect([17, 18, 29, 30, 59, 60, 99, null].map((edad) => rangoDe(edad, RANGOS))).toEqual([
      null,
      'joven',
      'joven',
      null,
      null,
      'mayor',
      'mayor',
      null,
    ])
  })
})
