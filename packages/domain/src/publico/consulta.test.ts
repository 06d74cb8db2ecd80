import fc from 'fast-check'
import { escribirColumna, leerColumna } from './columna.ts'
import { escribirIndice, leerIndice, type CatalogosIndice, type ContiendaIndice, type FilaIndice } from './indice.ts'
import { murmur3, ordenJusto } from './orden-justo.ts'

const catalogos: CatalogosIndice = { proceso: 'p', orden: 'boleta', sorteo: null, edades: [], escolaridades: [], grupos: [] }
const seeded = { seed: 7, numRuns: 60 }

describe('the index of a proceso', () => {
  const contienda = fc.constantFrom<ContiendaIndice>(
    { clave: 'a', cargo: 'x', lugar: 'Aquí', distrito: null, municipio: 'm', comunidad: null },
    { clave: 'b', cargo: 'y', lugar: 'Allá', distrito: 'd', municipio: null, comunidad: null },
  )
  const maybe = (...values: string[]) => fc.option(fc.constantFrom(...values))
  const fila = fc.record({
    id: fc.uuid(),
    nombre: fc.string(),
    apodo: fc.option(fc.string({ minLength: 1 })),
    contienda,
    actor: fc.constantFrom('PA', 'PB'),
    otros: fc.subarray(['PC', 'PD']),
    partidoOrigen: maybe('PA', 'PC'),
    calidad: fc.constantFrom('propietaria' as const, 'suplente' as const),
    numero: fc.integer({ min: 1, max: 300 }),
    estatus: fc.constantFrom('aprobada' as const, 'cancelada' as const),
    sexo: maybe('mujer', 'hombre'),
    edad: maybe('18-29'),
    escolaridad: maybe('Primaria', 'Maestría'),
    accionAfirmativa: maybe('g'),
    reserva: fc.option(fc.constantFrom('persona' as const, 'parcial' as const)),
    temas: fc.subarray(['Agua', 'Medio ambiente', 'Salud']),
    conPropuestas: fc.boolean(),
    conFotografia: fc.boolean(),
    salida: fc.option(fc.record({ desde: maybe('2024-05-01'), entra: fc.option(fc.string()) })),
  })

  it('is read as it was written, with the beginnings of the ids', () => {
    fc.assert(
      fc.property(fc.array(fila, { maxLength: 40 }), (filas: FilaIndice[]) => {
        const written = JSON.parse(JSON.stringify(escribirIndice(filas, catalogos))) as ReturnType<typeof escribirIndice>
        const leidas = leerIndice(written)
        expect(leidas).toEqual(filas.map((each, at) => ({ ...each, id: each.id.replaceAll('-', '').slice(0, leidas[at]?.id.length) })))
      }),
      seeded,
    )
  })

  it('tells ids that begin alike apart by a longer beginning', () => {
    const ids = ['0123456789', '0123456780', 'aaaaaaaaaa'].map((start) => `${start.slice(0, 8)}-${start.slice(8)}00-0000-0000-000000000000`)
    const base = fc.sample(fila, { seed: 1, numRuns: 1 })[0] as FilaIndice
    expect(
      leerIndice(
        escribirIndice(
          ids.map((id) => ({ ...base, id })),
          catalogos,
        ),
      ).map(({ id }) => id),
    ).toEqual(['0123456789', '0123456780', 'aaaaaaaaaa'])
  })

  it('leaves topics out where nobody chose any, and reads indexes that were written before', () => {
    const base = { ...(fc.sample(fila, { seed: 1, numRuns: 1 })[0] as FilaIndice), temas: [] }
    const written = escribirIndice([base], catalogos)
    expect('temas' in written).toBe(false)
    expect(leerIndice(written)[0]?.temas).toEqual([])
  })

  it('tells no more of anybody than its own fields', () => {
    expect(Object.keys(escribirIndice([], catalogos)).sort()).toEqual(
      'actores apodos codigos contiendas edades escolaridades grupos ids marcas nombres numeros orden otros palabras postulaciones proceso salidas sorteo valores'.split(
        ' ',
      ),
    )
  })
})

describe('a column of numbers', () => {
  it('keeps any number that its width holds', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200_000)), (numbers) => {
        expect(leerColumna(escribirColumna(numbers))).toEqual(numbers)
      }),
      seeded,
    )
  })
})

describe('fair order', () => {
  const ACTORES = ['PA', 'PB', 'PC', 'PD', 'PE', 'PF', 'PG']
  const filas = ACTORES.flatMap((actor) => [
    { contienda: 'k', actor },
    { contienda: 'k', actor },
  ])
  const dia = (n: number) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10)

  it('gives each actor político each place equally often, day by day', () => {
    const days = 2_100
    const counts = ACTORES.map(() => ACTORES.map(() => 0))
    for (let n = 0; n < days; n += 1) {
      const order = ordenJusto(filas, { sorteo: dia(n), proceso: 'p-2024' })
      order
        .filter((row) => row % 2 === 0)
        .forEach((row, place) => {
          const line = counts[row / 2] ?? []
          line[place] = (line[place] ?? 0) + 1
        })
    }
    const expected = days / ACTORES.length
    const chiSquare = counts.flat().reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    // 36 degrees of freedom: 67.99 is exceeded by chance once in a thousand.
    expect(chiSquare).toBeLessThan(67.99)
  })

  it('does not follow from one contienda to another', () => {
    const both = ACTORES.flatMap((actor) => [{ contienda: 'k', actor }]).concat(ACTORES.map((actor) => ({ contienda: 'l', actor })))
    let same = 0
    for (let n = 0; n < 700; n += 1) {
      const order = ordenJusto(both, { sorteo: dia(n), proceso: 'p-2024' })
      if (both[order[0] ?? 0]?.actor === both[order[7] ?? 0]?.actor) same += 1
    }
    expect(same).toBeGreaterThan(60)
    expect(same).toBeLessThan(140)
  })

  it('is a permutation that keeps contiendas, and the candidaturas of one actor, together and in order', () => {
    const fila = fc.record({ contienda: fc.constantFrom('a', 'b', 'c'), actor: fc.constantFrom(...ACTORES) })
    fc.assert(
      fc.property(fc.array(fila, { maxLength: 60 }), fc.integer({ min: 0, max: 400 }), (all, n) => {
        const sorteo = { sorteo: dia(n), proceso: 'p' }
        const order = ordenJusto(all, sorteo)
        expect([...order].sort((a, b) => a - b)).toEqual(all.map((_, row) => row))
        expect(order).toEqual(ordenJusto(all, sorteo))
        const groups = order.map((row) => `${all[row]?.contienda} ${all[row]?.actor}`)
        const starts = groups.filter((group, at) => group !== groups[at - 1])
        expect(new Set(starts).size).toBe(starts.length)
        order.forEach((row, at) => {
          if (at > 0 && groups[at] === groups[at - 1]) expect(row).toBeGreaterThan(order[at - 1] ?? -1)
        })
      }),
      seeded,
    )
  })

  it('does not move the others when somebody leaves', () => {
    const sorteo = { sorteo: '2024-05-02', proceso: 'p' } as const
    const names = (all: typeof filas) => ordenJusto(all, sorteo).map((row) => all[row]?.actor)
    expect(names(filas.filter(({ actor }) => actor !== 'PC'))).toEqual(names(filas).filter((actor) => actor !== 'PC'))
  })

  it('may also be that of the ballot', () => {
    expect(ordenJusto(filas, { sorteo: null, proceso: 'p' })).toEqual(filas.map((_, row) => row))
  })

  it('follows from a hash that anybody can repeat', () => {
    expect(['', 'a', 'hello', 'hello, world', 'ñandú'].map(murmur3)).toEqual([0, 1009084850, 613153351, 345750399, murmur3('ñandú')])
  })
})
