import { delActor } from './palabras.ts'

it.each([
  ['Partido del Trabajo', 'del Partido del Trabajo'],
  ['Coalición X', 'de la Coalición X'],
  ['Movimiento Ciudadano', 'de Movimiento Ciudadano'],
  ['Morena', 'de Morena'],
])('says %s as the actor político is called', (nombre, said) => {
  expect(delActor(nombre)).toBe(said)
})
