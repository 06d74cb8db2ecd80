import type { Milestone, StepPack } from './actividad.ts'
import { advertirCadena, type EnCadena } from './advertencias.ts'
import { evaluarPasos, SIN_TRABAJO, type Alcanzados, type Trabajo } from './pasos.ts'

const paso = (clave: string, tipo: StepPack['tipo'], milestone: Milestone | null = null): StepPack => ({
  ...{ clave, tipo, milestone },
  texto: `Paso ${clave}`,
  responsables: [],
})
const CADENA = [
  paso('a', 'proyecto'),
  paso('b', 'convocatoria_reunion'),
  paso('e', 'hito', 'comision'),
  paso('f', 'hito', 'pleno'),
  paso('g', 'hito', 'remision'),
]
const hechos = (...milestones: Milestone[]): Alcanzados =>
  new Map(milestones.map((milestone) => [milestone, { fecha: '2024-04-01', referencia: 'ACU/1', aplica: true }]))
const TODO: Trabajo = {
  ...SIN_TRABAJO,
  primeraVersion: { numero: 1, fecha: '2024-03-01' },
  registros: new Map([['b', { fecha: '2024-03-02', referencia: 'Oficio', sinObservaciones: false }]]),
}
const warn = (milestone: Milestone, cadena: Partial<EnCadena> & { trabajo?: Trabajo; alcanzados?: Alcanzados } = {}) => {
  const { trabajo = TODO, alcanzados = hechos(), ...rest } = cadena
  const pasos = evaluarPasos(CADENA, trabajo, alcanzados)
  return advertirCadena(milestone, { pasos, contenidosAbiertos: [], ajenos: [], remisionVencida: false, ...rest })
}

describe('warnings before a moment is recorded', () => {
  it('are none when the chain before it is done', () => {
    expect(warn('comision')).toEqual([])
    expect(warn('remision', { alcanzados: hechos('comision', 'pleno') })).toEqual([])
  })

  it('name the document, the contents and the steps that nobody brought', () => {
    expect(warn('comision', { trabajo: SIN_TRABAJO, contenidosAbiertos: ['Áreas', 'Fechas'] })).toEqual([
      { tipo: 'sin_documento', momentos: [], texto: 'No consta ninguna versión de su documento.' },
      { tipo: 'sin_contenidos', momentos: [], texto: 'Nadie ha señalado dónde está: Áreas; Fechas.' },
      { tipo: 'sin_pasos', momentos: [], texto: 'Sin registro: Paso b.' },
    ])
  })

  it('name each approval before it, and stand for the presentation where the Pleno approves', () => {
    const sin = { tipo: 'sin_aprobacion', momentos: ['comision'], texto: 'No consta: Aprobación de la Comisión.' }
    expect([warn('pleno'), warn('presentacion')]).toEqual([[sin], [sin]])
  })

  it('name the approval of another actividad from which a remisión counts, until it is there', () => {
    const ajeno = { numero: '11.13', milestone: 'pleno' as const, cumplido: false }
    const rest = { alcanzados: hechos('comision', 'pleno') }
    expect(warn('remision', { ...rest, ajenos: [ajeno] })).toEqual([
      { tipo: 'sin_aprobacion', momentos: ['pleno'], texto: 'No consta: Aprobación del Pleno de 11.13.' },
    ])
    expect(warn('remision', { ...rest, ajenos: [{ ...ajeno, cumplido: true }] })).toEqual([])
  })

  it('tell that a document is integrated after its remisión was due', () => {
    expect(warn('integracion', { remisionVencida: true }).map(({ tipo }) => tipo)).toEqual(['remision_vencida'])
    expect(warn('pleno', { remisionVencida: true, alcanzados: hechos('comision') })).toEqual([])
  })
})
