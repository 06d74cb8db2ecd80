import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { createDiasHabiles, descansosDe, type ReglaDescanso, type ReglasLaborales } from './dias-habiles.ts'

const LFT: ReglaDescanso[] = [
  { nombre: 'Año Nuevo', tipo: 'fija', mes: 1, dia: 1 },
  { nombre: 'Constitución', tipo: 'lunes', mes: 2, n: 1 },
  { nombre: 'Juárez', tipo: 'lunes', mes: 3, n: 3 },
  { nombre: 'Trabajo', tipo: 'fija', mes: 5, dia: 1 },
  { nombre: 'Independencia', tipo: 'fija', mes: 9, dia: 16 },
  { nombre: 'Revolución', tipo: 'lunes', mes: 11, n: 3 },
  { nombre: 'Ejecutivo', tipo: 'cada', mes: 12, dia: 1, base: 2018, periodo: 6, hasta: 2023 },
  { nombre: 'Ejecutivo', tipo: 'cada', mes: 10, dia: 1, base: 2024, periodo: 6, desde: 2024 },
  { nombre: 'Navidad', tipo: 'fija', mes: 12, dia: 25 },
]
const laborales: ReglasLaborales = { descansos: LFT, jornadas: ['2024-06-02', '2027-06-06'], propios: [], todosHabiles: [] }
const habiles = createDiasHabiles(laborales)

describe('rest days of the law', () => {
  // Computed apart in feriados.json of the project's sources.
  it.each([
    [2018, ['2018-01-01', '2018-02-05', '2018-03-19', '2018-05-01', '2018-09-16', '2018-11-19', '2018-12-01', '2018-12-25']],
    [2023, ['2023-01-01', '2023-02-06', '2023-03-20', '2023-05-01', '2023-09-16', '2023-11-20', '2023-12-25']],
    [2024, ['2024-01-01', '2024-02-05', '2024-03-18', '2024-05-01', '2024-06-02', '2024-09-16', '2024-10-01', '2024-11-18', '2024-12-25']],
    [2030, ['2030-01-01', '2030-02-04', '2030-03-18', '2030-05-01', '2030-09-16', '2030-10-01', '2030-11-18', '2030-12-25']],
  ])('are those of %i', (anio, days) => {
    expect(descansosDe(anio, laborales)).toEqual(days)
  })
})

describe('a day', () => {
  it('is told why nobody works on it', () => {
    expect(['2024-06-01', '2024-06-02', '2024-05-01', '2024-04-30'].map((dia) => habiles.motivoInhabil(dia))).toEqual([
      'sábado',
      'domingo',
      'descanso',
      null,
    ])
  })

  it('is a working day, Sunday or not, while the rule of electoral processes is on', () => {
    const siempre = createDiasHabiles({ ...laborales, todosHabiles: [{ desde: '2024-01-01', hasta: '2024-06-30' }] })
    expect(['2024-06-02', '2024-07-07'].map((dia) => siempre.motivoInhabil(dia))).toEqual([null, 'domingo'])
  })
})

const day = fc.integer({ min: 0, max: 365 * 60 }).map((days) => Temporal.PlainDate.from('1996-01-01').add({ days }).toString())
const cuantos = fc.integer({ min: 0, max: 60 })

describe('counting days', () => {
  it('counts calendar days as the calendar does, through leap days and years', () => {
    fc.assert(
      fc.property(day, cuantos, (dia, dias) => {
        const end = habiles.sumar(dia, { dias, tipoDias: 'naturales' })
        expect(Temporal.PlainDate.from(dia).until(end, { largestUnit: 'days' }).days).toBe(dias)
      }),
    )
  })

  it('counts exactly so many working days, and ends on one', () => {
    fc.assert(
      fc.property(day, cuantos, (dia, dias) => {
        const end = habiles.sumar(dia, { dias, tipoDias: 'habiles' })
        const passed = Temporal.PlainDate.from(dia).until(end, { largestUnit: 'days' }).days
        const between = Array.from({ length: passed }, (_, at) =>
          Temporal.PlainDate.from(dia)
            .add({ days: at + 1 })
            .toString(),
        )
        expect(between.filter((each) => habiles.motivoInhabil(each) === null)).toHaveLength(dias)
        if (dias > 0) expect(habiles.motivoInhabil(end)).toBeNull()
      }),
    )
  })

  it('adds up: n and then m days are n + m days', () => {
    fc.assert(
      fc.property(day, fc.tuple(cuantos, cuantos), fc.constantFrom('naturales' as const, 'habiles' as const), (dia, [n, m], tipoDias) => {
        const twice = habiles.sumar(habiles.sumar(dia, { dias: n, tipoDias }), { dias: m, tipoDias })
        expect(twice).toBe(habiles.sumar(dia, { dias: n + m, tipoDias }))
      }),
    )
  })

  it('moves to the next working day and no further', () => {
    fc.assert(
      fc.property(day, (dia) => {
        const next = habiles.siguienteHabil(dia)
        expect(habiles.motivoInhabil(next)).toBeNull()
        expect(next >= dia && (next === dia || habiles.motivoInhabil(dia) !== null)).toBe(true)
      }),
    )
  })
})
