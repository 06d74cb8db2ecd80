import { createDiasHabiles } from '../base/dias-habiles.ts'
import type { Milestone, StepPack } from './actividad.ts'
import { evaluarPasos, SIN_TRABAJO, type Alcanzados, type Trabajo } from './pasos.ts'
import { planearTrabajo } from './plan-trabajo.ts'

const paso = (clave: string, tipo: StepPack['tipo'], milestone: Milestone | null = null): StepPack => ({
  ...{ clave, tipo, milestone, texto: clave },
  responsables: [],
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
const habiles = createDiasHabiles({ descansos: [], jornadas: [], propios: [], todosHabiles: [] })
const horas = { ordinaria: 72, extraordinaria: 24, extraordinaria_urgente: null }

/** The plan of work of 11.4: the Pleno until Wednesday 1 November 2023, the INE until Sunday 5. */
function plan(hoy: string, more: { vence?: [Milestone, string][]; alcanzados?: Alcanzados; trabajo?: Trabajo } = {}) {
  return planearTrabajo({
    pasos: evaluarPasos(CADENA, more.trabajo ?? SIN_TRABAJO, more.alcanzados ?? new Map()),
    vencimientos: new Map<Milestone, string>(more.vence ?? [['pleno', '2023-11-01'], ['remision', '2023-11-05']]), // prettier-ignore
    convocatorias: new Map<Milestone, typeof horas>([['comision', horas], ['pleno', horas]]), // prettier-ignore
    habiles,
    hoy,
  })
}

const dates = (hoy: string) =>
  plan(hoy)?.pasos.map((each) => `${each.paso.clave} ${each.fecha}${each.convocar ? `, ${each.convocar}` : ''}`)

describe('the dates of the work that is left', () => {
  it('count back from its terms on working days, with the convocatoria of each organ', () => {
    expect(dates('2023-10-01')).toEqual([
      'a 2023-10-20',
      'b 2023-10-20',
      'c 2023-10-23',
      'd 2023-10-24',
      'e 2023-10-27, 2023-10-24',
      'f 2023-11-01, 2023-10-27',
      'g 2023-11-03',
    ])
  })

  it('convene the Pleno in time for its presentación too, while that day has not passed', () => {
    const vence: [Milestone, string][] = [['pleno', '2023-11-01'], ['presentacion', '2023-10-30']] // prettier-ignore
    const pleno = (hoy: string) => plan(hoy, { vence })?.pasos.find((each) => each.paso.clave === 'f')?.fecha
    expect([pleno('2023-10-01'), pleno('2023-10-31')]).toEqual(['2023-10-30', '2023-11-01'])
  })

  it('take the shorter convocatoria when the longer leaves no time, and say when none does', () => {
    expect(plan('2023-10-20')).toMatchObject({ tipo: 'ordinaria', alcanza: true, empezar: '2023-10-20', urge: true })
    expect(plan('2023-10-19')).toMatchObject({ urge: false })
    expect(plan('2023-10-24')).toMatchObject({ tipo: 'extraordinaria', alcanza: true, urge: true })
    expect(plan('2023-11-01')).toMatchObject({ tipo: 'extraordinaria_urgente', alcanza: false })
  })

  it('propose no sesión whose convocatoria should have gone out, unless it did', () => {
    const reached: Alcanzados = new Map([['comision', { fecha: '2023-10-20', referencia: 'ACU/1', aplica: true }]])
    const pleno: [Milestone, string][] = [['pleno', '2023-10-31']]
    expect(plan('2023-10-27', { vence: pleno, alcanzados: reached })).toMatchObject({
      tipo: 'ordinaria',
      pasos: [{ convocar: '2023-10-27' }],
    })
    expect(plan('2023-10-30', { vence: pleno, alcanzados: reached })).toMatchObject({
      ...{ tipo: 'extraordinaria', alcanza: true },
      pasos: [{ fecha: '2023-10-31', convocar: '2023-10-30' }],
    })
    const hecho = { fecha: '2023-10-26', referencia: 'OFICIO/1', sinObservaciones: true }
    const trabajo = { ...SIN_TRABAJO, primeraVersion: { numero: 1, fecha: hecho.fecha }, registros: new Map(['b', 'c', 'd'].map((clave) => [clave, hecho])) } // prettier-ignore
    expect(plan('2023-10-30', { vence: [['comision', '2023-10-31']], trabajo })).toMatchObject({
      ...{ tipo: 'ordinaria', alcanza: true },
      pasos: [{ fecha: '2023-10-31', convocar: null }],
    })
  })

  it('leave out what was done, and are none without a term, after one, or when nothing is left', () => {
    const reached = (...all: Milestone[]): Alcanzados =>
      new Map(all.map((milestone) => [milestone, { fecha: '2023-10-01', referencia: 'ACU/1', aplica: true }]))
    expect(plan('2023-10-01', { alcanzados: reached('comision', 'pleno') })?.pasos.map((each) => each.paso.clave)).toEqual(['g'])
    expect(plan('2023-10-01', { vence: [] })).toBeNull()
    expect(plan('2023-11-02')).toBeNull()
    expect(plan('2023-10-01', { alcanzados: reached('remision') })).toBeNull()
  })
})
