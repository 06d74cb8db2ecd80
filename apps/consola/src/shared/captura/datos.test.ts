import type { Proceso } from '../../api-types.ts'
import { datoText } from './datos.ts'

const PROCESO = {
  actoresPoliticos: [{ clave: 'MP', nombre: 'Morelos Progresa' }],
  grupos: [{ clave: 'joven', nombre: 'Persona joven' }],
} as unknown as Proceso

test.each([
  ['apodo', null, 'en blanco'],
  ['apodo', 'La Güera', 'La Güera'],
  ['sexo', 'no_binario', 'No binario'],
  ['eleccionConsecutiva', true, 'Sí'],
  ['fechaNacimiento', '1980-05-05', 'lunes 5 de mayo de 1980'],
  ['partidoOrigen', 'MP', 'Morelos Progresa'],
  ['accionAfirmativa', 'joven', 'Persona joven'],
  ['accionAfirmativa', 'desconocida', 'desconocida'],
])('%s %p reads «%s»', (campo, value, text) => {
  expect(datoText(campo, value, PROCESO)).toBe(text)
})
