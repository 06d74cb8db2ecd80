import fc from 'fast-check'
import type { Milestone, StepPack } from './actividad.ts'
import { advertenciasEntregable } from './entregable.ts'
import { evaluarPasos, siguientePaso, SIN_TRABAJO, type Alcanzados, type Trabajo } from './pasos.ts'

const paso = (clave: string, tipo: StepPack['tipo'], milestone: Milestone | null = null): StepPack => ({
  clave,
  tipo,
  milestone,
  texto: clave,
  responsables: [clave.toUpperCase()],
})

const CADENA = [
  paso('a', 'proyecto'),
  paso('b', 'convocatoria_reunion'),
  paso('c', 'observaciones'),
  paso('d', 'convocatoria_sesion'),
  paso('e', 'hito', 'comision'),
  paso('f', 'hito', 'pleno'),
  paso('g', 'hito', 'remision'),
]

const registro = (fecha: string) => ({ fecha, referencia: `Oficio de ${fecha}`, sinObservaciones: false })
const trabajo = (changes: Partial<Trabajo> = {}): Trabajo => ({ ...SIN_TRABAJO, ...changes })
const alcanzados = (entries: Partial<Record<Milestone, string>>): Alcanzados =>
  new Map(Object.entries(entries).map(([milestone, fecha]) => [milestone as Milestone, { fecha, referencia: 'ACU/1', aplica: true }]))

const NADA: Alcanzados = new Map()
const estatus = (work: Trabajo, reached = NADA) =>
  evaluarPasos(CADENA, work, reached)
    .map((each) => each.estatus[0])
    .join('')
const next = (work: Trabajo, reached = NADA) => siguientePaso(evaluarPasos(CADENA, work, reached))?.clave ?? null

const version = { numero: 2, fecha: '2024-04-02' }

describe('the steps of the work', () => {
  it('begin with the project, which nobody has made yet', () => {
    expect([estatus(SIN_TRABAJO), next(SIN_TRABAJO)]).toEqual(['ppppppp', 'a'])
  })

  it('are done by a version, a record or a milestone, each with its day and its reference', () => {
    const work = trabajo({ primeraVersion: version, registros: new Map([['b', registro('2024-04-03')]]) })
    const pasos = evaluarPasos(CADENA, work, NADA)
    expect(pasos.map(({ hecho }) => hecho?.referencia ?? null).slice(0, 3)).toEqual(['Versión 2', 'Oficio de 2024-04-03', null])
    expect([estatus(work), next(work)]).toEqual(['hhepppp', 'c'])
  })

  it.each<[string, Partial<Trabajo>, string]>([
    ['nothing was recorded', {}, 'p'],
    ['somebody observed before the reunión was recorded', { observaciones: { total: 1, sinAtender: 0 } }, 'e'],
    ['the reunión was held and an observación waits', { observaciones: { total: 2, sinAtender: 1 } }, 'e'],
    ['the reunión was held and nobody said whether there were any', {}, 'e'],
    ['the reunión was held and each one has its answer', { observaciones: { total: 2, sinAtender: 0 } }, 'h'],
  ])('the observaciones, when %s', (title, changes, expected) => {
    const held = title.startsWith('the reunión') ? { registros: new Map([['c', registro('2024-04-05')]]) } : {}
    expect(evaluarPasos(CADENA, trabajo({ ...held, ...changes }), NADA)[2]?.estatus[0]).toBe(expected)
  })

  it('the observaciones are done when the record of the reunión says that there were none', () => {
    const none = trabajo({ registros: new Map([['c', { ...registro('2024-04-05'), sinObservaciones: true }]]) })
    expect(estatus(none)[2]).toBe('h')
    expect(estatus({ ...none, observaciones: { total: 1, sinAtender: 1 } })[2]).toBe('e')
  })

  it('go on behind the last moment that was reached; a step left behind is told and waits for nobody', () => {
    const reached = alcanzados({ comision: '2024-04-10', pleno: '2024-04-12' })
    const pasos = evaluarPasos(CADENA, trabajo({ primeraVersion: version }), reached)
    expect(pasos.filter(({ rebasado }) => rebasado).map(({ paso: { clave } }) => clave)).toEqual(['b', 'c', 'd'])
    expect(pasos.find(({ paso: { clave } }) => clave === 'e')?.antesDe).toEqual(['b', 'c', 'd'])
    expect([estatus(trabajo({ primeraVersion: version }), reached), siguientePaso(pasos)?.clave]).toEqual(['hppphhe', 'g'])
    expect(next(SIN_TRABAJO, alcanzados({ remision: '2024-04-13' }))).toBeNull()
  })

  it('name the earlier step that a later one got ahead of', () => {
    const work = trabajo({ primeraVersion: version, registros: new Map([['b', registro('2024-04-01')]]) })
    expect(evaluarPasos(CADENA, work, NADA)[1]?.antesDe).toEqual(['a'])
  })

  it('that are not owed are told as such, and the work goes on', () => {
    const reached: Alcanzados = new Map([['comision', { fecha: '2024-04-10', referencia: 'No hubo Comisión', aplica: false }]])
    expect([estatus(SIN_TRABAJO, reached), next(SIN_TRABAJO, reached)]).toEqual(['ppppnep', 'f'])
  })

  it('are none for an activity without a chain', () => {
    expect(siguientePaso(evaluarPasos([], SIN_TRABAJO, NADA))).toBeNull()
  })

  it('never have a next one that is done or that was left behind, for any facts', () => {
    const dates = fc.option(fc.integer({ min: 10, max: 28 }).map((day) => `2024-04-${day}`))
    fc.assert(
      fc.property(fc.tuple(dates, dates, dates, dates, dates, dates, dates), fc.nat(3), fc.nat(3), (days, total, some) => {
        const [a, b, c, d, comision, pleno, remision] = days
        const records = Object.entries({ b, c, d }).flatMap(([clave, day]) => (day ? [[clave, registro(day)] as const] : []))
        const work = trabajo({
          primeraVersion: a ? { numero: 1, fecha: a } : null,
          registros: new Map(records),
          observaciones: { total, sinAtender: Math.min(total, some) },
        })
        const moments = Object.entries({ comision, pleno, remision }).filter((entry): entry is [string, string] => entry[1] !== null)
        const pasos = evaluarPasos(CADENA, work, alcanzados(Object.fromEntries(moments)))
        const found = siguientePaso(pasos)
        const at = pasos.findIndex(({ paso: { clave } }) => clave === found?.clave)
        expect(found === null || pasos[at]?.hecho === null).toBe(true)
        expect(pasos.slice(Math.max(at, 0)).some(({ rebasado }) => rebasado) && found !== null).toBe(false)
        expect(pasos.every(({ hecho, estatus: state }) => (hecho === null) === ['pendiente', 'en_curso'].includes(state))).toBe(true)
      }),
    )
  })
})

describe('warnings on an entregable with something open', () => {
  const open = { contenidosAbiertos: ['Adquisiciones'], observacionesSinAtender: 2 }

  it('is told once its final version is there or it was sent, and never before', () => {
    expect(advertenciasEntregable({ ...open, terminado: false })).toEqual([])
    expect(advertenciasEntregable({ ...open, terminado: true })).toEqual([
      'Nadie ha señalado dónde está «Adquisiciones».',
      'Hay 2 observaciones sin atender.',
    ])
    expect(advertenciasEntregable({ contenidosAbiertos: [], observacionesSinAtender: 1, terminado: true })).toEqual([
      'Hay una observación sin atender.',
    ])
    expect(advertenciasEntregable({ contenidosAbiertos: [], observacionesSinAtender: 0, terminado: true })).toEqual([])
  })
})
