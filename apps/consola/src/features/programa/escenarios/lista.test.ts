import type { Escenario, HitoEscenario } from '../../../api-types.ts'
import { actividadesOf, filasOf } from './lista.ts'
import { inversoDe } from './pedidos.ts'

const fuente = (clave: string, edicion: HitoEscenario['fuentes'][number]['edicion'] = null): HitoEscenario['fuentes'][number] => ({
  ...{ clave, cita: { seccion: '1', lugar: 'f', dice: 'x' }, regla: { tipo: 'fecha', fecha: '2027-05-01' }, dice: 'x', decia: 'x' },
  ...{ manera: 'distancia', obtencion: 'x', antes: { inicio: null, fin: null }, ahora: { inicio: null, fin: null }, rige: true, edicion },
})
const hito = (entregable: string, rest: Partial<HitoEscenario> = {}): HitoEscenario => ({
  ...{ entregable, actividad: entregable, numero: entregable, nombre: 'Plan', mes: null, milestone: 'pleno', porEvento: false },
  ...{ antes: { inicio: null, fin: null }, ahora: { inicio: null, fin: '2027-05-01' }, inhabil: null },
  ...{ fuentes: [fuente(`${entregable}-1`)], conflictos: [], decision: null },
  ...rest,
})
const persona = { razon: 'Porque así conviene', en: '2024-04-20T16:00:00Z', rol: 'secretaria' }
const conflicto = { tipo: 'fechas_distintas' as const, texto: 'x', statements: [] }

describe('the rows in sight', () => {
  const hitos = [
    hito('A'),
    hito('A', { milestone: 'remision', inhabil: { fecha: '2027-05-01', motivo: 'sábado', nombre: null } }),
    hito('B', { conflictos: [conflicto] }),
    hito('C', { conflictos: [conflicto], decision: { statement: 'C-1', ...persona } }),
  ]

  it('is everything, with each actividad named once', () => {
    expect(filasOf(hitos, { problemas: false, actividad: '' }).map(({ key, primera }) => [key, primera])).toEqual([
      ['A#pleno', true],
      ['A#remision', false],
      ['B#pleno', true],
      ['C#pleno', true],
    ])
    expect(actividadesOf(hitos).map(({ value, label }) => [value, label])).toEqual([
      ['A', 'A Plan'],
      ['B', 'B Plan'],
      ['C', 'C Plan'],
    ])
  })

  it('is what needs somebody: an open contradiction, or a day on which nobody works', () => {
    expect(filasOf(hitos, { problemas: true, actividad: '' }).map(({ key, primera }) => [key, primera])).toEqual([
      ['A#remision', true],
      ['B#pleno', true],
    ])
    expect(filasOf(hitos, { problemas: true, actividad: 'B' })).toHaveLength(1)
  })
})

describe('the act that takes another back', () => {
  const before = (hitos: HitoEscenario[]) => ({ hitos }) as Escenario
  const editar = { acto: 'editar' as const, body: { statement: 'A-1', regla: { tipo: 'fecha' as const, fecha: '2027-05-02' }, razon: 'x' } }
  const decidir = { acto: 'decidir' as const, body: { entregable: 'A', milestone: 'pleno' as const, statement: 'A-1', razon: 'x' } }

  it('restores the computed rule, where nobody had written another', () => {
    expect(inversoDe(editar, before([hito('A')]))).toEqual({ acto: 'restaurar', body: { clave: 'A-1' } })
    expect(inversoDe(decidir, before([hito('A')]))).toEqual({ acto: 'restaurar', body: { clave: 'A#pleno' } })
  })

  it('restores the written rule, with the reason of then', () => {
    const edited = before([hito('A', { fuentes: [fuente('A-1', persona)], decision: { statement: 'A-9', ...persona } })])
    const again = { acto: 'editar', body: { statement: 'A-1', regla: { tipo: 'fecha', fecha: '2027-05-01' }, razon: persona.razon } }
    expect(inversoDe(editar, edited)).toEqual(again)
    expect(inversoDe({ acto: 'restaurar', body: { clave: 'A-1' } }, edited)).toEqual(again)
    const decided = { acto: 'decidir', body: { entregable: 'A', milestone: 'pleno', statement: 'A-9', razon: persona.razon } }
    expect(inversoDe(decidir, edited)).toEqual(decided)
    expect(inversoDe({ acto: 'restaurar', body: { clave: 'A#pleno' } }, edited)).toEqual(decided)
  })
})
