import { compileCuestionario } from './compile.ts'
import type { Condition } from './condition.ts'
import { condicionEnPalabras } from './condition-words.ts'
import { sampleDocument } from './sample-cuestionario.ts'

const sample = compileCuestionario(sampleDocument())
const said = (condition: Condition) =>
  condicionEnPalabras({ ...sample, rules: new Map([['otro', [{ campo: 'joven', condition }]]]) }, 'otro')

it('says each rule of the sample, those of its group too', () => {
  const words = ['red', 'joven', 'tipo', 'otro'].map((campo) => condicionEnPalabras(sample, campo))
  expect(words).toEqual([null, 'mayor no es «Sí»', 'joven es «Sí»', 'joven es «Sí» y tipo es «Otro»'])
})

it('says every keyword that a condition may use', () => {
  expect(said({ enum: ['Sí', 'No'] })).toBe('joven es «Sí» o «No»')
  expect(said({ not: { enum: ['Sí', 'No'] } })).toBe('joven no (es «Sí» o «No»)')
  expect(said({ anyOf: [{ const: 'Sí' }, { not: { const: 'No' } }] })).toBe('joven (es «Sí» o no es «No»)')
  expect(said({ allOf: [{ const: 'Sí' }, { enum: ['Sí'] }] })).toBe('joven (es «Sí» y es «Sí»)')
  expect(said({ contains: { const: true } })).toBe('joven tiene un renglón que es «Sí»')
})
