import type { Question } from '@conoceles/cuestionarios'
import { alElegir, FORMATOS, formatoDe } from './formatos.ts'
import { claveFrom, condicionOf, formOf, mostrarOf, questionOf } from './pregunta-form.ts'
import { pack } from '../../../../../../../tests/support/paquete.ts'

const all = pack.cuestionarios.flatMap(({ schema }) => Object.entries(schema['properties'] as Record<string, Question>))

it.each(all)('the question %s of the pack can be written in the form, and nothing of it is lost', (_clave, question) => {
  const { type, 'x-confianza': confianza, 'x-edades': edades } = question
  const before: Question = {
    type,
    title: '',
    ...(confianza ? { 'x-confianza': confianza } : {}),
    ...(edades ? { 'x-edades': edades } : {}),
  }
  expect(questionOf(formOf(question), before)).toEqual(question)
})

it('a condition is read and written in one line, and one that says more is left alone', () => {
  const texto: Question = { type: 'string', title: 'T' }
  for (const schema of [{ const: 'Sí' }, { not: { const: 'Sí' } }, { enum: ['a', 'b'] }, { contains: { const: 'a' } }]) {
    const form = condicionOf({ campo: 'x', schema })
    expect(form && mostrarOf(form, texto)).toEqual({ campo: 'x', schema })
  }
  expect(condicionOf({ campo: 'x', schema: { anyOf: [{ const: 'a' }] } })).toBeNull()
  expect(mostrarOf({ campo: 'x', operador: 'es', valores: ['true'] }, { ...texto, type: 'boolean' }).schema).toEqual({ const: true })
})

it('a key is made of the title, in plain letters, and of nobody else', () => {
  expect(claveFrom('¿Cuál es su años de edad?', [])).toBe('cual_es_su_anos_de_edad')
  expect(claveFrom('Lema', ['lema', 'lema_2'])).toBe('lema_3')
  expect(claveFrom('¡!', [])).toBe('pregunta')
})

it('a form of text is chosen by its name, and an expression of nobody stays by hand', () => {
  const texto: Question = { type: 'string', title: 'T' }
  const chosen = (formato: Parameters<typeof alElegir>[0]) => questionOf({ ...formOf(texto), ...alElegir(formato) }, texto)
  expect(FORMATOS.map((formato) => formatoDe(chosen(formato)))).toEqual(['email', 'telefono', 'enlace', 'anio', 'codigo_postal', ''])
  expect(chosen('telefono')).toMatchObject({ pattern: '^[0-9]{10}$', 'x-mensaje': 'Escriba los diez dígitos del teléfono' })
  expect(formatoDe({ pattern: '^[A-Z]{3}$' })).toBe('otro')
  expect(new RegExp(chosen('anio').pattern ?? '').test('1899')).toBe(false)
})
