import type { Entregable, HitoEntregable } from '../../../../api-types.ts'
import { lineasOf } from '../tablero.ts'
import { filtrosOf, inForceOf, listsOf } from './filtros.ts'
import { semanaDe, tramoOf } from './semana.ts'
import { filasDe, ordenar, ordenOf, ordenText } from './tabla.ts'

const hito = (milestone: HitoEntregable['milestone'], changes: Partial<HitoEntregable> = {}): HitoEntregable => ({
  ...{ milestone, inicio: null, vence: '2024-04-26', venceEn: '2024-04-27T05:59:59Z', estatus: 'pendiente' as const, retrasoMinutos: null },
  ...{
    cumplimiento: null,
    responsables: [{ clave: 'SE', nombre: 'Secretaría' }],
    conflictos: 0,
    resuelto: false,
    cita: null,
    acuerdo: null,
  },
  ...changes,
})
const entregable = (actividad: string, hitos: HitoEntregable[], rest: Partial<Entregable> = {}): Entregable => ({
  ...{
    clave: actividad,
    numero: actividad,
    actividad,
    nombre: `Actividad ${actividad}`,
    titulo: `Actividad ${actividad}`,
    mes: null,
    evento: null,
    hitos,
    faltan: [],
    siguiente: null,
    documento: null,
  },
  ...rest,
})
const both = [
  { clave: 'SE', nombre: 'Secretaría' },
  { clave: 'COM', nombre: 'Comisión' },
]
const elementos = [
  entregable('1', [
    hito('pleno', { estatus: 'cumplida_en_tiempo', vence: '2024-04-01' }),
    hito('remision', { estatus: 'vencida', vence: '2024-04-06', responsables: both }),
  ]),
  entregable('2', [hito('termino', { vence: null, estatus: 'sin_fecha' })]),
  entregable('2', [hito('remision', { conflictos: 1 })], { clave: '2/2024-04', mes: '2024-04' }),
]
const lineas = lineasOf(elementos)

describe('the address of the calendar', () => {
  it('holds the filters that exist, with values that exist', () => {
    const query = { q: 'acta', area: 'SE', estatus: 'vencida', milestone: 'otro', contradicciones: 'no', vista: 'mes', actividad: '' }
    expect(filtrosOf(query)).toEqual({ q: 'acta', area: 'SE', estatus: 'vencida' })
    expect(filtrosOf({ estatus: ['vencida', 'pendiente'] })).toEqual({})
  })

  it('gives lists that count the rows of each choice beside the others, and never hide the chosen one', () => {
    const lists = listsOf(lineas, { area: 'COM', estatus: 'pendiente' })
    const areas = lists.find(({ key }) => key === 'area')
    expect(areas?.options).toEqual([
      { value: 'SE', label: 'Secretaría (1)', disabled: false },
      { value: 'COM', label: 'Comisión (0)', disabled: false },
    ])
    expect(lists.find(({ key }) => key === 'actividad')?.options.map(({ value }) => value)).toEqual(['1', '2'])
    expect(inForceOf(lists, { area: 'COM', q: 'acta' }).map(({ text }) => text)).toEqual(['«acta»', 'Área responsable: Comisión'])
  })
})

describe('today and this week', () => {
  const on = (vence: string) => {
    const [linea] = lineasOf([entregable('1', [hito('pleno', { vence })])])
    return linea && tramoOf(linea, '2024-04-17')
  }

  it('ends on Sunday, and the next one on the Sunday after', () => {
    const days = ['2024-04-17', '2024-04-18', '2024-04-21', '2024-04-22', '2024-04-28', '2024-04-29']
    expect(days.map(on)).toEqual(['hoy', 'semana', 'semana', 'proxima', 'proxima', null])
  })

  it('shows a duty under each area that answers for it, the most pressing first, and nothing that is done or undated', () => {
    const areas = semanaDe(lineas, { hoy: '2024-04-20' })
    expect(areas.map(({ clave, tramos }) => [clave, tramos.map(({ tramo, lineas: own }) => [tramo, own.length])])).toEqual([
      ['SE', [['vencido', 1], ['proxima', 1]]],
      ['COM', [['vencido', 1]]],
    ]) // prettier-ignore
    expect(semanaDe(lineas, { hoy: '2024-04-20', area: 'COM' }).map(({ clave }) => clave)).toEqual(['COM'])
  })
})

describe('the table of the programme', () => {
  const impresa = (actividad: string, milestone: 'pleno' | 'termino', fin: string) => ({
    actividad,
    milestone,
    inicio: fin,
    fin,
    cumplida: null,
  })
  const filas = [impresa('1', 'pleno', '2024-04-01'), impresa('2', 'termino', '2024-03-01')]

  it('keeps the order of the programme and the rows with a filtered moment', () => {
    expect(filasDe({ filas, elementos }, {}).map(({ impresa: { actividad }, lineas: own }) => [actividad, own.length])).toEqual([['1', 2], ['2', 2]]) // prettier-ignore
    const [fila] = filasDe({ filas, elementos }, { contradicciones: 'si' })
    expect([fila?.impresa.actividad, fila?.lineas.map(({ key }) => key), fila?.principal.key]).toEqual([
      '2',
      ['2/2024-04#remision'],
      '2#termino',
    ])
  })

  it('is sorted both ways by the address, with undated rows last', () => {
    const sorted = (orden: string) =>
      ordenar(filasDe({ filas, elementos }, {}), ordenOf(orden)).map(({ impresa: { actividad } }) => actividad)
    expect([sorted('fin'), sorted('-fin'), sorted('vence'), sorted('-vence'), sorted('nada')]).toEqual([
      ['2', '1'],
      ['1', '2'],
      ['1', '2'],
      ['1', '2'],
      ['1', '2'],
    ])
    expect(['', 'vence', '-programa'].map((orden) => ordenText(ordenOf(orden)))).toEqual([null, 'vence', '-programa'])
  })
})
