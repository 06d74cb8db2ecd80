import { compileCuestionario } from '../compile.ts'
import { declineFaltantes, PREFIERO_NO_CONTESTAR } from './decline.ts'
import { sampleDocument, sampleSchema } from '../sample-cuestionario.ts'

const si = { type: 'string', enum: ['Sí', 'No', PREFIERO_NO_CONTESTAR], 'x-obligatorio': true }
const schema = sampleSchema({
  joven: { ...si, title: '¿Joven?' },
  mayor: { ...si, title: '¿Mayor?' },
  tipo: { type: 'string', title: 'Tipo', enum: ['A', 'Otro', PREFIERO_NO_CONTESTAR], 'x-obligatorio': true },
})
const c = compileCuestionario(sampleDocument({ schema }))

describe('declineFaltantes', () => {
  it('declines each missing question that offers it, and no other', () => {
    expect(declineFaltantes(c, {})).toEqual({ joven: PREFIERO_NO_CONTESTAR, mayor: PREFIERO_NO_CONTESTAR })
  })

  it('leaves what was answered, and what an answer hides', () => {
    expect(declineFaltantes(c, { joven: 'Sí', tipo: 'A' })).toEqual({})
    expect(declineFaltantes(c, { joven: 'No' })).toEqual({ mayor: PREFIERO_NO_CONTESTAR })
  })

  it('declines what an answer already given asks', () => {
    expect(declineFaltantes(c, { joven: 'Sí', tipo: '' })).toEqual({ tipo: PREFIERO_NO_CONTESTAR })
  })

  it('has nothing to decline where the option is not offered or the question is optional', () => {
    const plain = compileCuestionario(sampleDocument())
    expect(declineFaltantes(plain, {})).toEqual({})
    const optional = sampleSchema({ joven: { ...si, title: '¿Joven?', 'x-obligatorio': false } })
    expect(declineFaltantes(compileCuestionario(sampleDocument({ schema: optional })), {})).toEqual({})
  })
})
