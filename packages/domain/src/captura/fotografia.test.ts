import { Temporal } from 'temporal-polyfill'
import { razonesContraFotografia, razonesContraTextoAlternativo } from './fotografia.ts'

const hoy = Temporal.PlainDate.from('2030-05-31')

it.each([
  ['today', '2030-05-31', 0],
  ['three months ago to the day', '2030-02-28', 0],
  ['a day more than three months ago', '2030-02-27', 1],
  ['tomorrow', '2030-06-01', 1],
  ['a day that does not exist', '2030-02-30', 1],
])('a photograph taken %s', (_title, tomadaEn, reasons) => {
  expect(razonesContraFotografia({ tomadaEn, hoy })).toHaveLength(reasons)
})

it.each([
  ['four letters', 'Yo 1', 1],
  ['five', 'Cara.', 0],
  ['two hundred', 'a'.repeat(200), 0],
  ['two hundred and one', 'a'.repeat(201), 1],
])('an alternative text of %s', (_title, texto, reasons) => {
  expect(razonesContraTextoAlternativo(texto)).toHaveLength(reasons)
})
