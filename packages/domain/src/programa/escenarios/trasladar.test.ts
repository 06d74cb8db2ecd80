import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import type { ActividadPack, ProgramaPack, ReglaPlazo } from '../actividad.ts'
import { distanciaA, jornadaSiguiente, trasladar } from './trasladar.ts'

const cita = { seccion: '1', lugar: 'texto', dice: 'x' }
const sourced = { fuente: 'x', confianza: 'alta' } as const
const after: ReglaPlazo = {
  ...{ tipo: 'despues', de: { actividad: null, milestone: 'pleno' }, dias: 5 },
  ...{ tipoDias: 'naturales', inhabil: 'se_mantiene' },
}

function actividad(reglas: ReglaPlazo[], meses: ActividadPack['meses'] = null): ActividadPack {
  return {
    ...{ clave: 'A', numero: 'A', nombre: 'A', orden: 1, meses, evento: null, cadena: [], contenidos: [], ...sourced },
    statements: reglas.map((regla, index) => ({ clave: `A-${index}`, milestone: 'pleno', regla, cita })),
  }
}

function programa(reglas: ReglaPlazo[], rest: Partial<ProgramaPack> & { meses?: ActividadPack['meses'] } = {}): ProgramaPack {
  const { meses = null, ...others } = rest
  return {
    actividades: [actividad(reglas, meses)],
    ...{ hechos: [], menciones: [], sesiones: [], areas: [] },
    laborales: { descansos: [], jornadas: ['2024-06-02'], propios: ['2024-12-24'], todosHabiles: [], ...sourced },
    vigencia: { desde: '2023-09-01', hasta: '2024-12-31' },
    recordatorios: {} as ProgramaPack['recordatorios'],
    ...others,
  }
}

const moved = (source: ProgramaPack, de: string, a: string): ReglaPlazo[] =>
  trasladar(source, { de, a }).actividades.flatMap(({ statements }) => statements.map(({ regla }) => regla))

const dia = fc.integer({ min: 0, max: 365 * 40 }).map((days) => Temporal.PlainDate.from('1999-12-01').add({ days }).toString())
const YEARS = { de: '2024-06-02', a: '2027-06-06' }

describe('a programme taken to another election day', () => {
  it('keeps of every date and window its distance in days, through leap days and years', () => {
    fc.assert(
      fc.property(fc.tuple(dia, dia), dia, dia, ([de, a], one, other) => {
        const [inicio = '', fin = ''] = [one, other].sort()
        const [fecha, ventana] = moved(
          programa([
            { tipo: 'fecha', fecha: one },
            { tipo: 'ventana', inicio, fin },
          ]),
          de,
          a,
        )
        expect(fecha?.tipo === 'fecha' && distanciaA(a, fecha.fecha)).toBe(distanciaA(de, one))
        expect(ventana?.tipo === 'ventana' && [ventana.inicio, ventana.fin].map((day) => distanciaA(a, day))).toEqual([
          distanciaA(de, inicio),
          distanciaA(de, fin),
        ])
      }),
    )
  })

  it('comes back as it was', () => {
    fc.assert(
      fc.property(dia, dia, dia, (de, a, fecha) => {
        const there = trasladar(programa([{ tipo: 'fecha', fecha }, after]), { de, a })
        expect(moved(there, a, de)).toEqual([{ tipo: 'fecha', fecha }, after])
      }),
    )
  })

  it('is the same on the same election day, with any rules', () => {
    fc.assert(
      fc.property(dia, dia, fc.boolean(), (jornada, fecha, monthly) => {
        const meses = monthly ? { desde: '2023-09', hasta: '2024-06' } : null
        const source = programa([{ tipo: 'fecha', fecha }, after, { tipo: 'ultimo_dia_del_mes' }], { meses })
        const same = trasladar(source, { de: jornada, a: jornada })
        expect(moved(source, jornada, jornada)).toEqual(source.actividades[0]?.statements.map(({ regla }) => regla))
        expect([same.vigencia, same.actividades[0]?.meses]).toEqual([source.vigencia, meses])
      }),
    )
  })

  it('moves monthly duties as many months as the election, and the last day stays the last', () => {
    const meses = { desde: '2023-09', hasta: '2024-06' }
    const reglas: ReglaPlazo[] = [
      { tipo: 'ventana', inicio: '2023-10-01', fin: '2024-02-29' },
      { tipo: 'fecha', fecha: '2024-06-30' },
      { tipo: 'dia_del_mes_siguiente', dia: 5 },
    ]
    expect(moved(programa(reglas, { meses }), YEARS.de, YEARS.a)).toEqual([
      { tipo: 'ventana', inicio: '2026-10-01', fin: '2027-02-28' },
      { tipo: 'fecha', fecha: '2027-06-30' },
      { tipo: 'dia_del_mes_siguiente', dia: 5 },
    ])
    const [first] = trasladar(programa(reglas, { meses }), YEARS).actividades
    expect(first?.meses).toEqual({ desde: '2026-09', hasta: '2027-06' })
    expect(first?.statements.map(({ traslado }) => traslado?.manera)).toEqual(['mes', 'mes', 'regla'])
  })

  it('tells the earlier rule of each statement, its way here and that nobody confirmed it, and keeps its citation', () => {
    const source = programa([{ tipo: 'fecha', fecha: '2024-05-29' }], { borrador: {} as NonNullable<ProgramaPack['borrador']> })
    const { actividades, ...rest } = trasladar(source, YEARS)
    const [first] = actividades
    expect(rest).not.toHaveProperty('borrador')
    expect(first?.confianza).toBe('por_confirmar')
    expect(first?.statements[0]).toEqual({
      ...{ clave: 'A-0', milestone: 'pleno', cita, regla: { tipo: 'fecha', fecha: '2027-06-02' } },
      traslado: {
        ...{ manera: 'distancia', antes: { tipo: 'fecha', fecha: '2024-05-29' } },
        ...{ distancia: -4, razon: null, confianza: 'por_confirmar' },
      },
    })
  })

  it('leaves past events behind: facts, held sesiones, and the days that the institute took off', () => {
    const sesion = { organo: 'c', tipo: 'ordinaria' as const, celebrada: true, cita }
    const there = trasladar(
      programa([], {
        hechos: [{ actividad: 'A', milestone: 'pleno', fecha: '2023-09-02', documento: null, cita }],
        sesiones: [
          { ...sesion, numero: 2, anio: 2023, fecha: '2023-12-30' },
          { ...sesion, numero: 1, anio: 2024, fecha: '2024-03-20' },
        ],
      }),
      YEARS,
    )
    expect([there.hechos, there.laborales.propios, there.laborales.jornadas]).toEqual([[], [], ['2027-06-06']])
    expect(there.sesiones.map(({ fecha, anio, numero, celebrada }) => [fecha, anio, numero, celebrada])).toEqual([
      ['2027-01-02', 2027, 1, false],
      ['2027-03-24', 2027, 2, false],
    ])
  })

  it('makes impossible no date that was possible', () => {
    fc.assert(
      fc.property(fc.tuple(dia, dia), fc.integer({ min: 0, max: 487 }), fc.boolean(), ([de, a], days, monthly) => {
        const fecha = Temporal.PlainDate.from('2023-09-01').add({ days }).toString()
        const meses = monthly ? { desde: '2023-09', hasta: '2024-06' } : null
        const there = trasladar(programa([{ tipo: 'fecha', fecha }], { meses }), { de, a })
        const [regla] = there.actividades[0]?.statements.map((each) => each.regla) ?? []
        const day = regla?.tipo === 'fecha' ? regla.fecha : ''
        expect(there.vigencia.desde <= day && day <= there.vigencia.hasta).toBe(true)
      }),
    )
  })
})

it.each([
  ['2024-06-02', '2027-06-06'],
  ['2027-06-06', '2030-06-02'],
  ['2021-06-06', '2024-06-02'],
  ['2022-06-05', '2025-06-01'],
])('after the election of %s comes that of %s', (jornada, next) => {
  expect(jornadaSiguiente(jornada)).toBe(next)
})
