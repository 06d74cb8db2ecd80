import type { ReglaPlazo } from '../actividad.ts'
import { razonesContraRegla } from './escenario.ts'

const after = (dias: number, milestone: 'pleno' | 'comision' = 'pleno'): ReglaPlazo => ({
  ...{ tipo: 'despues', de: { actividad: null, milestone }, dias },
  ...{ tipoDias: 'habiles', inhabil: 'se_mantiene' },
})
const fecha: ReglaPlazo = { tipo: 'fecha', fecha: '2027-05-01' }
const ventana = (inicio: string, fin: string): ReglaPlazo => ({ tipo: 'ventana', inicio, fin })
const monthly: ReglaPlazo = { tipo: 'dia_del_mes_siguiente', dia: 5 }
const plain = { evento: null }
const opened = { evento: { tipo: 'acuerdo_candidaturas' as const, milestone: 'pleno' as const } }

describe('the rules that may replace another', () => {
  it.each([
    ['a window for a date', plain, fecha, ventana('2027-05-01', '2027-05-02')],
    ['a date for what counts from an approval', plain, after(5), fecha],
    ['other days after the same', plain, after(5), after(3)],
    ['the last day for the fifth', plain, monthly, { tipo: 'ultimo_dia_del_mes' as const }],
    ['other days after an event', opened, after(1), after(2)],
  ])('is %s', (...[, actividad, antes, regla]) => {
    expect(razonesContraRegla(actividad, antes, regla)).toEqual([])
  })

  it.each([
    ['a window that ends first', plain, fecha, ventana('2027-05-02', '2027-05-01'), 'La ventana termina antes de empezar.'],
    ['days after something else', plain, after(5), after(5, 'comision'), 'Un plazo sólo puede contar de lo que ya contaba.'],
    ['days after something for a date', plain, fecha, after(5), 'Un plazo sólo puede contar de lo que ya contaba.'],
    ['no day at all', plain, after(5), after(0), 'Los días van de 1 a 365.'],
    ['a date for every month', plain, monthly, fecha, 'Lo que se debe cada mes sigue siendo de cada mes.'],
    ['the 31st of every month', plain, monthly, { tipo: 'dia_del_mes_siguiente' as const, dia: 31 }, 'El día del mes va de 1 a 28.'],
    ['a date for what an event opens', opened, after(1), fecha, 'Lo que abre un acuerdo o un documento sigue contando de él.'],
  ])('is never %s', (...[, actividad, antes, regla, reason]) => {
    expect(razonesContraRegla(actividad, antes, regla)).toEqual([reason])
  })
})
