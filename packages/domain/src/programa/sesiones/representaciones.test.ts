import { razonesContraRepresentaciones, representacionDe } from './representaciones.ts'

const CONVOCADAS = [
  { actor: 'faro', nombre: 'Partido del Faro' },
  { actor: 'marea', nombre: 'Marea Ciudadana' },
]
const [AUSENTE, PRESENTE] = [
  { actor: 'marea', presente: false, quien: null },
  { actor: 'faro', presente: true, quien: 'Rosa Rivera' },
]

it('names a representación by its party', () => {
  expect(CONVOCADAS.map(({ nombre }) => representacionDe(nombre))).toEqual([
    'representación del Partido del Faro',
    'representación de Marea Ciudadana',
  ])
})

it('takes one word on each, with the name of who came; or none at all', () => {
  expect(razonesContraRepresentaciones(CONVOCADAS, null)).toEqual([])
  expect(razonesContraRepresentaciones(CONVOCADAS, [PRESENTE, AUSENTE])).toEqual([])
  expect(razonesContraRepresentaciones([], [])).toEqual([])
})

it('refuses a list that is not whole, names a stranger or says nobody who came', () => {
  expect(razonesContraRepresentaciones(CONVOCADAS, [{ ...PRESENTE, quien: null }])).toEqual([
    'Falta el nombre de quien asistió por la representación del Partido del Faro.',
    'Falta decir si asistió la representación de Marea Ciudadana.',
  ])
  expect(razonesContraRepresentaciones(CONVOCADAS.slice(1), [AUSENTE, AUSENTE, PRESENTE])).toEqual([
    'La lista nombra una representación a la que no se convoca.',
    'La lista nombra dos veces la misma representación.',
  ])
})
