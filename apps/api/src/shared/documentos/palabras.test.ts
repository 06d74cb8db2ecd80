import { delActor, delOrgano } from './palabras.ts'

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
