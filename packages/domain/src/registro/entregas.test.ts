import { Temporal } from 'temporal-polyfill'
import { razonesContraEntregar } from './entregas.ts'

const at = (text: string) => Temporal.Instant.from(text)
const state = { candidaturas: 2, acuerdo: '2030-04-01', ahora: at('2030-04-10T12:00:00Z') }
const now = { entregadaEn: at('2030-04-02T17:00:00Z'), dia: '2030-04-02' }

test('accounts are delivered from the day of the acuerdo to this minute', () => {
  expect(razonesContraEntregar(state, now)).toEqual([])
  expect(razonesContraEntregar(state, { ...now, dia: '2030-04-01' })).toEqual([])
  expect(razonesContraEntregar(state, { entregadaEn: state.ahora, dia: '2030-04-10' })).toEqual([])
})

test('before the acuerdo, in the future, or to nobody that waits, they are not', () => {
  expect(razonesContraEntregar({ ...state, candidaturas: 0 }, { entregadaEn: at('2030-04-11T00:00:00Z'), dia: '2030-03-31' })).toEqual([
    'Ninguna candidatura de este acuerdo espera las cuentas de este actor político.',
    'Todavía no llega la hora de la entrega.',
    'No puede ser antes del acuerdo, del 1 de abril de 2030.',
  ])
})
