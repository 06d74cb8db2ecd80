import fc from 'fast-check'
import { compileCuestionario } from '../compile.ts'
import type { Question } from '../document.ts'
import {
  addQuestion,
  addSection,
  emptyGuion,
  moveQuestion,
  moveSection,
  removeQuestion,
  removeSection,
  setAlMenosUno,
  shownWhen,
  showWhen,
  updateQuestion,
  updateSection,
  type Guion,
} from './edit.ts'
import { shapeFaults } from '../shape.ts'

const texto: Question = { type: 'string', title: 'Texto' }
const compiled = (guion: Guion) => compileCuestionario({ tipo: 'curricular', version: 1, titulo: 'T', ...guion })
const order = (guion: Guion) => compiled(guion).secciones.map(({ clave, campos }) => `${clave}:${campos.join('')}`)

const two = ['a', 'b', 'c'].reduce(
  (guion, clave) => addQuestion(guion, clave === 'c' ? 't' : 's', { clave, pregunta: texto }),
  addSection(addSection(emptyGuion(), 's', { titulo: 'Una', descripcion: null }), 't', { titulo: 'Otra', descripcion: 'Ayuda' }),
)

it('an empty cuestionario grows section by section and question by question', () => {
  expect(order(two)).toEqual(['s:ab', 't:c'])
  expect(compiled(two).secciones[1]).toMatchObject({ titulo: 'Otra', descripcion: 'Ayuda' })
})

it('questions and sections go to any place, their own or another, and stay as many', () => {
  expect(order(moveQuestion(two, 'a', { seccion: 't', at: 1 }))).toEqual(['s:b', 't:ca'])
  expect(order(moveSection(two, 't', 0))).toEqual(['t:c', 's:ab'])
  const place = fc.record({ clave: fc.constantFrom('a', 'b'), seccion: fc.constantFrom('s', 't', 'nowhere'), at: fc.integer({ min: -2, max: 9 }) }) // prettier-ignore
  fc.assert(
    fc.property(place, ({ clave, ...to }) => {
      const sections = order(addQuestion(moveQuestion(two, clave, to), 's', { clave: 'z', pregunta: texto }))
      expect(sections.join('').replace(/[st]:/g, '').split('').sort().join('')).toBe('abcz')
    }),
  )
})

it('a question is reworded, shown only on an answer, and taken away; its section takes its questions along', () => {
  const shown = showWhen(two, 'b', { campo: 'a', schema: { const: 'Sí' } })
  expect(shownWhen(shown, 'b')).toEqual({ campo: 'a', schema: { const: 'Sí' } })
  expect(shownWhen(showWhen(shown, 'b', null), 'b')).toBeNull()
  expect(showWhen(shown, 'b', null)).toEqual(two)
  expect(compiled(updateQuestion(two, 'a', { ...texto, title: 'Nuevo' })).questions.get('a')?.title).toBe('Nuevo')
  expect(order(removeQuestion(two, 'a'))).toEqual(['s:b', 't:c'])
  expect(order(removeSection(two, 's'))).toEqual(['t:c'])
  expect(compiled(updateSection(two, 't', { titulo: 'Tercera', descripcion: null })).secciones[1]).toMatchObject({ descripcion: null })
})

it('a rule over the whole comes and goes', () => {
  const rule = { seccion: 's', campos: ['a', 'b'], mensaje: 'Falta' }
  expect(compiled(setAlMenosUno(two, [rule])).alMenosUno).toEqual([rule])
  expect(setAlMenosUno(setAlMenosUno(two, [rule]), [])).toEqual(two)
})

it('writes nothing but the kept questions', () => {
  expect(shapeFaults(setAlMenosUno(showWhen(two, 'b', { campo: 'a', schema: { not: { const: 'Sí' } } }), []))).toEqual([])
})
