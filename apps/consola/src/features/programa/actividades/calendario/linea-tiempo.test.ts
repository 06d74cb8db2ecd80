import type { Dependencia, HitoEntregable } from '../../../../api-types.ts'
import { lineasOf } from '../tablero.ts'
import { dibujoDe, porHojas, type Entrada } from './linea-tiempo.ts'

const hito = (milestone: HitoEntregable['milestone'], vence: string | null, inicio: string | null = null): HitoEntregable => ({
  ...{ milestone, inicio, vence, venceEn: null, estatus: 'pendiente' as const, retrasoMinutos: null, cumplimiento: null },
  ...{ responsables: [], conflictos: 0, resuelto: false, cita: null, acuerdo: null },
})
const base = { nombre: 'Actividad', titulo: 'Actividad', mes: null, evento: null, faltan: [], siguiente: null, documento: null }
const lineas = lineasOf([
  { ...base, clave: '1', numero: '1', actividad: '1', hitos: [hito('pleno', '2024-04-01'), hito('remision', '2024-04-03', '2024-04-01')] },
  { ...base, clave: '2', numero: '2', actividad: '2', hitos: [hito('termino', '2024-06-01', '2024-03-25'), hito('publicacion', null)] },
  {
    ...{ ...base, clave: '2/x', numero: '2', actividad: '2', hitos: [hito('remision', '2024-05-11')] },
    evento: {
      ...{ id: 'x', tipo: 'acuerdo_candidaturas' as const, fecha: '2024-05-10', ocurridoEn: '2024-05-10T18:00:00Z', titulo: 'Acuerdo 7' },
      ...{ acuerdoId: null, documentoId: null, causa: null, registrado: false },
    },
  },
])
const cuenta = (de: string, a: string, milestone: 'pleno' | 'comision' = 'pleno'): Dependencia => ({
  ...{ de: { entregable: de, milestone, fecha: null }, a: { entregable: a, milestone: 'remision' } },
  ...{ dias: 1, tipoDias: 'naturales', rige: true },
})
const entrada: Entrada = { lineas, dependencias: [cuenta('1', '1'), cuenta('2/x', '2/x'), cuenta('9', '1')], hoy: '2024-04-20' }
const dibujo = dibujoDe(entrada)
const [first, second, third] = dibujo.renglones

describe('the timeline', () => {
  it('has whole months, from the first date to the last', () => {
    expect(dibujo.meses.map(({ mes }) => mes)).toEqual(['2024-03', '2024-04', '2024-05', '2024-06'])
    expect(dibujo.meses.map(({ x, ancho }) => Math.round(x + ancho)).at(-1)).toBe(dibujo.ancho)
    const [, abril, mayo] = dibujo.meses.map(({ x }) => x)
    expect([Number(abril) < dibujo.hoyX, dibujo.hoyX < Number(mayo)]).toEqual([true, true])
  })

  it('puts a mark on each date, where none covers another, and none where there is no date', () => {
    expect(first?.marcas.map(({ milestone }) => milestone)).toEqual(['pleno', 'remision'])
    expect(new Set(first?.marcas.map(({ y }) => y)).size).toBe(2)
    expect(second?.marcas).toHaveLength(1)
    const outside = dibujo.renglones.flatMap(({ y, alto, marcas }) => marcas.filter((marca) => marca.y <= y || marca.y >= y + alto))
    expect(outside).toEqual([])
  })

  it('draws a period as a bar, and a dependent moment as a line from its cause alone', () => {
    expect(second?.periodos).toHaveLength(1)
    expect(first?.periodos).toEqual([])
    expect(third?.marcas.map(({ milestone }) => milestone)).toEqual(['evento', 'remision'])
    expect(dibujo.enlaces.map(({ key }) => key)).toEqual(['1#pleno 1#remision', '2/x#evento 2/x#remision'])
  })

  it('is cut into pages of one scale, each row on one of them', () => {
    const hojas = porHojas(entrada, { primera: 90, otras: 500 })
    expect(hojas.map(({ renglones }) => renglones.map(({ clave }) => clave))).toEqual([['1'], ['2', '2/x']])
    expect(hojas.map(({ meses }) => meses)).toEqual([dibujo.meses, dibujo.meses])
    expect(hojas[0]?.alto).toBeLessThanOrEqual(90)
  })

  it('is today alone when there is nothing to draw', () => {
    expect(dibujoDe({ ...entrada, lineas: [] })).toMatchObject({ renglones: [], enlaces: [], meses: [{ mes: '2024-04' }] })
    expect(porHojas({ ...entrada, lineas: [] }, { primera: 90, otras: 500 })).toEqual([])
  })
})
