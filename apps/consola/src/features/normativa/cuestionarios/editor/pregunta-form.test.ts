import { pack } from '@conoceles/proceso-morelos-2024'
import type { Question } from '@conoceles/cuestionarios'
import { claveFrom, condicionOf, formOf, mostrarOf, questionOf } from './pregunta-form.ts'

const all = pack.cuestionarios.flatMap(({ schema }) => Object.entries(schema['properties'] as Record<string, Question>))

it.each(all)('the question %s of the pack can be written in the form, and nothing of it is lost', (_clave, question) => {
  const bare = { type: question.type, title: '', ...(question['x-confianza'] ? { 'x-confianza': question['x-confianza'] } : {}) }
  expect(questionOf(formOf(question), bare as Question)).toEqual(question)
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
