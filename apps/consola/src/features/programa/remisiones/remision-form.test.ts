import type { Remision } from '../../../api-types.ts'
import { blankRemision, bodyOf, CAMPOS, formOf, remisionErrors } from './remision-form.ts'

const anexo = { id: 'd1', nombre: 'acuerdo.pdf', bytes: 10, sha256: 'a' }
const puesto = { nombre: '', cargo: 'Enlace', organo: 'Autoridad' }
const full = {
  ...blankRemision(),
  ...{ entregables: ['11.4'], numero: 'OF/1', lugar: 'Aquí', fecha: '2024-04-20', asunto: 'Asunto', cuerpo: 'Cuerpo del oficio' },
  ...{ destinatario: puesto, remitente: { nombre: '', cargo: 'Secretaría' }, copias: ' Una \n\nDos', iniciales: ' ', anexos: [anexo] },
}

it('leads from each thing that is missing to its field', () => {
  const ids = remisionErrors({ ...blankRemision(), conAtencion: true }).map(({ id }) => id)
  expect(ids).toHaveLength(11)
  expect(ids.filter((id) => !Object.values(CAMPOS).includes(id ?? ''))).toEqual([])
  expect(remisionErrors(full)).toEqual([])
})

it('sends one copy a line, the ids of the documents, and no attention when there is none', () => {
  expect(bodyOf(full)).toMatchObject({ copias: ['Una', 'Dos'], iniciales: null, anexos: ['d1'], atencion: null })
  expect(bodyOf({ ...full, conAtencion: true, atencion: puesto }).atencion).toEqual(puesto)
})

it('goes back and forth between what is kept and the form', () => {
  const kept = { ...bodyOf(full), entregables: [{ clave: '11.4' }], anexos: [anexo] } as unknown as Remision
  expect(bodyOf(formOf(kept))).toEqual(bodyOf(full))
})
