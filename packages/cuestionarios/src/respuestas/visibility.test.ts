import fc from 'fast-check'
import { compileCuestionario } from '../compile.ts'
import { cumpleCondicion } from '../condition.ts'
import { sampleDocument } from '../sample-cuestionario.ts'
import { esVisible, sinOcultas } from './visibility.ts'

const c = compileCuestionario(sampleDocument())

describe('esVisible', () => {
  it('shows a question without rules, and none that does not exist', () => {
    expect(esVisible(c, 'historia', {})).toBe(true)
    expect(esVisible(c, 'nadie', {})).toBe(false)
  })

  it('applies the rule of the group and its own', () => {
    expect(esVisible(c, 'otro', { tipo: 'Otro' })).toBe(false)
    expect(esVisible(c, 'otro', { joven: 'Sí', tipo: 'Otro' })).toBe(true)
  })

  it('closes a chain when its first link closes', () => {
    expect(esVisible(c, 'otro', { joven: 'No', tipo: 'Otro' })).toBe(false)
  })

  it('looks at other sections', () => {
    expect(esVisible(c, 'mayor', { joven: 'Sí' })).toBe(false)
    expect(esVisible(c, 'mayor', { joven: 'No' })).toBe(true)
    expect(esVisible(c, 'joven', { mayor: 'Sí' })).toBe(false)
  })
})

describe('sinOcultas', () => {
  it('drops respuestas to hidden questions along the chain and keeps unknown keys', () => {
    expect(sinOcultas(c, { joven: 'No', tipo: 'Otro', otro: 'x', ajena: 1 })).toEqual({ joven: 'No', ajena: 1 })
  })

  it('keeps the later one of two that hide each other', () => {
    expect(sinOcultas(c, { joven: 'Sí', tipo: 'A', mayor: 'Sí' })).toEqual({ mayor: 'Sí' })
  })

  it('is idempotent, and keeps only visible answers', () => {
    const respuesta = fc.option(fc.constantFrom('Sí', 'No', 'A', 'Otro'), { nil: undefined })
    const todas = fc.record({ joven: respuesta, mayor: respuesta, tipo: respuesta, otro: respuesta }, { requiredKeys: [] })
    fc.assert(
      fc.property(todas, (respuestas) => {
        const kept = sinOcultas(c, respuestas)
        expect(sinOcultas(c, kept)).toEqual(kept)
        expect(Object.keys(kept).every((campo) => esVisible(c, campo, kept))).toBe(true)
      }),
    )
  })
})

it.each([
  [{ const: 'Sí' }, 'Sí', true],
  [{ const: 'Sí' }, undefined, false],
  [{ enum: ['A', 'B'] }, 'B', true],
  [{ enum: ['A', 'B'] }, undefined, false],
  [{ not: { const: 'Sí' } }, undefined, true],
  [{ anyOf: [{ const: 1 }, { const: 2 }] }, 2, true],
  [{ allOf: [{ enum: [1, 2] }, { not: { const: 2 } }] }, 2, false],
  [{ contains: { const: 'a' } }, ['b', 'a'], true],
  [{ contains: { const: 'a' } }, 'a', false],
])('cumpleCondicion %j of %j is %s', (condition, value, expected) => {
  expect(cumpleCondicion(condition, value)).toBe(expected)
})
