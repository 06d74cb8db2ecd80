import type { Problem } from '@conoceles/api-client'
import { errorFor, fieldErrorsOf, missing, refusesForm } from './form-errors.ts'
import { fileSize } from './numbers.ts'

function problem(errors: Problem['errors'], title = 'Los datos no se pueden guardar así.'): Problem {
  return { status: 400, code: 'entrada.invalida', title, errors, retryAfter: null, body: {} }
}

test('a field that was left blank is missing, and spaces are blank', () => {
  expect(missing(' ', 'causa', 'Elija la causa')).toEqual([{ id: 'causa', text: 'Elija la causa' }])
  expect(missing(null, 'causa', 'Elija la causa')).toHaveLength(1)
  expect(missing('renuncia', 'causa', 'Elija la causa')).toEqual([])
})

test('each reason of a refusal leads to its field; those of no field of the form are said all the same', () => {
  const found = fieldErrorsOf(
    problem([
      { field: 'efectosDesde', reasons: ['Muy tarde.', 'Muy pronto.'] },
      { field: 'otro', reasons: ['No.'] },
    ]),
    {
      efectosDesde: 'efectos',
    },
  )
  expect(found).toEqual([
    { id: 'efectos', text: 'Muy tarde.' },
    { id: 'efectos', text: 'Muy pronto.' },
    { id: null, text: 'No.' },
  ])
  expect(errorFor(found, 'efectos')).toBe('Muy tarde. Muy pronto.')
  expect(errorFor(found, 'motivo')).toBeUndefined()
})

test('a form has to be mended when the API names its fields, whatever the status, and when it judges the texts', () => {
  expect(refusesForm(problem([{ field: 'primerApellido', reasons: ['No es un apellido.'] }]))).toBe(true)
  expect(refusesForm({ ...problem([]), status: 422, code: 'entrada.acentos_rotos' })).toBe(true)
  expect(refusesForm({ ...problem([]), status: 503, code: 'servicio.ocupado' })).toBe(false)
  expect(refusesForm(null)).toBe(false)
})

test('a refusal without reasons says its own sentence', () => {
  expect(fieldErrorsOf(problem([], 'Ya existe un acuerdo con ese número.'), {})).toEqual([
    { id: null, text: 'Ya existe un acuerdo con ese número.' },
  ])
  expect(fieldErrorsOf(null, {})).toEqual([])
})

test('the size of a file in kB or MB', () => {
  expect([fileSize(10), fileSize(312_400), fileSize(1_440_000)]).toEqual(['1 kB', '312 kB', '1.4 MB'])
})
