import { delActor, delOrgano, enLetra } from './palabras.ts'

it.each([
  ['Consejo Estatal Electoral', 'del Consejo Estatal Electoral'],
  ['Comité de Transparencia', 'del Comité de Transparencia'],
  ['Tribunal Electoral', 'del Tribunal Electoral'],
  ['Comisión Ejecutiva Temporal', 'de la Comisión Ejecutiva Temporal'],
  ['Unidad de Transparencia', 'de la Unidad de Transparencia'],
  ['Secretaría Ejecutiva', 'de la Secretaría Ejecutiva'],
])('says %s with its article', (nombre, said) => {
  expect(delOrgano(nombre)).toBe(said)
})

it.each([
  ['Partido del Trabajo', 'del Partido del Trabajo'],
  ['Coalición X', 'de la Coalición X'],
  ['Movimiento Ciudadano', 'de Movimiento Ciudadano'],
  ['Morena', 'de Morena'],
])('says %s as the actor político is called', (nombre, said) => {
  expect(delActor(nombre)).toBe(said)
})

it.each([
  [1, 'una'],
  [21, 'veintiuna'],
  [31, 'treinta y una'],
  [100, 'cien'],
  [101, 'ciento una'],
  [1_000, 'mil'],
  [3_752, 'tres mil setecientas cincuenta y dos'],
  [21_500, 'veintiún mil quinientas'],
  [31_021, 'treinta y un mil veintiuna'],
])('writes %d out', (number, said) => {
  expect(enLetra(number)).toBe(said)
})
