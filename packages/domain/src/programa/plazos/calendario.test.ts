import type { ActividadPack, Statement } from '../actividad.ts'
import { dependencias, diasInhabiles, entregableName, filasImpresas, plazoSentence } from './calendario.ts'
import { programar } from './programar.ts'

const cita = (seccion: string) => ({ seccion, lugar: 'x', dice: 'x' })
const laborales = {
  descansos: [{ nombre: 'Trabajo', tipo: 'fija' as const, mes: 5, dia: 1 }],
  jornadas: ['2024-06-02'],
  propios: ['2024-05-10'],
  todosHabiles: [],
}

function actividad(clave: string, statements: Omit<Statement, 'clave'>[]): ActividadPack {
  return {
    ...{
      clave,
      numero: clave,
      nombre: clave,
      orden: 1,
      meses: null,
      evento: null,
      cadena: [],
      contenidos: [],
      fuente: 'x',
      confianza: 'alta',
    },
    statements: statements.map((each, index) => ({ clave: `${clave}-${index}`, ...each })),
  }
}

const after = (de: string | null) => ({
  ...{ tipo: 'despues' as const, de: { actividad: de, milestone: 'pleno' as const }, dias: 5 },
  ...{ tipoDias: 'naturales' as const, inhabil: 'se_mantiene' as const },
})
const A = actividad('A', [
  { milestone: 'pleno', regla: { tipo: 'ventana', inicio: '2024-05-01', fin: '2024-05-02' }, cita: cita('calendario') },
  { milestone: 'remision', regla: { tipo: 'fecha', fecha: '2024-05-06' }, cita: cita('A') },
  { milestone: 'remision', regla: after(null), cita: cita('A') },
  { milestone: 'remision', regla: after(null), cita: cita('Lineamientos') },
])
const B = actividad('B', [{ milestone: 'remision', regla: after('A'), cita: cita('B') }])

describe('the calendar as it is printed', () => {
  it('gives the row of its own table, with the day that it tells as done, even if another source governs', () => {
    const hecho = { actividad: 'A', milestone: 'pleno' as const, fecha: '2024-05-02', documento: null, cita: cita('calendario') }
    const rows = filasImpresas({ actividades: [A, B], hechos: [{ ...hecho, cita: cita('A'), fecha: '2024-05-09' }, hecho] })
    expect(rows).toEqual([{ actividad: 'A', milestone: 'pleno', inicio: '2024-05-01', fin: '2024-05-02', cumplida: '2024-05-02' }])
  })
})

describe('dependencies between milestones', () => {
  const vigencia = { desde: '2024-01-01', hasta: '2024-12-31' }
  const scheduled = programar({ actividades: [A, B], eventos: [], resoluciones: [], facts: new Map(), laborales, vigencia })

  it('is said once for each pair, with the day from which it counts and whether it governs', () => {
    expect(dependencias(scheduled)).toEqual([
      {
        de: { occurrence: 'A', milestone: 'pleno', fecha: '2024-05-02' },
        a: { occurrence: 'A', milestone: 'remision' },
        ...{ dias: 5, tipoDias: 'naturales', rige: false },
      },
      {
        de: { occurrence: 'A', milestone: 'pleno', fecha: '2024-05-02' },
        a: { occurrence: 'B', milestone: 'remision' },
        ...{ dias: 5, tipoDias: 'naturales', rige: true },
      },
    ])
  })
})

describe('days on which nobody works', () => {
  it('are told with their reason and, for a rest day, its name', () => {
    const days = diasInhabiles({ desde: '2024-05-01', hasta: '2024-05-11' }, laborales)
    expect(days).toEqual([
      { fecha: '2024-05-01', motivo: 'descanso', nombre: 'Trabajo' },
      { fecha: '2024-05-04', motivo: 'sábado', nombre: null },
      { fecha: '2024-05-05', motivo: 'domingo', nombre: null },
      { fecha: '2024-05-10', motivo: 'descanso', nombre: 'Día inhábil del instituto' },
      { fecha: '2024-05-11', motivo: 'sábado', nombre: null },
    ])
  })

  it('keep their name on a Sunday, through a change of year, and are none while all days are working days', () => {
    const june = { desde: '2024-06-02', hasta: '2024-06-02' }
    expect(diasInhabiles(june, laborales)).toEqual([{ fecha: '2024-06-02', motivo: 'domingo', nombre: 'Jornada electoral' }])
    expect(diasInhabiles(june, { ...laborales, todosHabiles: [{ desde: '2024-01-01', hasta: '2024-12-31' }] })).toEqual([])
    const years = diasInhabiles({ desde: '2023-12-30', hasta: '2025-05-01' }, laborales)
    expect(years.filter(({ nombre }) => nombre === 'Trabajo').map(({ fecha }) => fecha)).toEqual(['2024-05-01', '2025-05-01'])
  })
})

it.each([
  [{ mes: null, evento: null }, 'Plan'],
  [{ mes: '2024-03', evento: null }, 'Plan: marzo de 2024'],
  [{ mes: null, evento: { titulo: 'Acuerdo 7' } }, 'Plan. Acuerdo 7'],
])('a duty has the name %j', (rest, name) => {
  expect(entregableName({ nombre: 'Plan', ...rest })).toBe(name)
})

it('a sentence says its verb once', () => {
  const rest = { mes: null, evento: null }
  expect(plazoSentence({ nombre: 'Plan', ...rest }, 'remision')).toBe('Remitir al INE: Plan')
  expect(plazoSentence({ nombre: 'Remitir el listado', ...rest }, 'remision')).toBe('Remitir el listado')
  expect(plazoSentence({ nombre: 'Remitir el listado', ...rest }, 'pleno')).toBe('Aprobar en el Pleno: Remitir el listado')
})
