import { completarTraslados, type Traslados } from '../versiones/carry-over.ts'
import { carrySections } from '../versiones/carry-sections.ts'
import { compileCuestionario } from '../compile.ts'
import type { CuestionarioDocument, Respuestas } from '../document.ts'
import { seccionesIntactas, seccionesOpcionales } from './intactas.ts'
import { category, control, sampleDocument } from '../sample-cuestionario.ts'

const ui = (...elements: unknown[]) => ({ type: 'Categorization', elements })
const texto = { type: 'string', title: 'Texto' }
const ofTwo = (properties: Record<string, unknown>, elements: unknown[]): CuestionarioDocument =>
  sampleDocument({ schema: { type: 'object', properties }, uischema: ui(category('s', elements)) })

describe('the sections that another version opens', () => {
  const saltoOf = (antes: Record<string, unknown>, despues: Record<string, unknown>, elegidos: Traslados = {}) => {
    const of = (properties: Record<string, unknown>) =>
      compileCuestionario(
        ofTwo(
          properties,
          Object.keys(properties).map((clave) => control(clave)),
        ),
      )
    const [one, other] = [of(antes), of(despues)]
    return { antes: one, despues: other, traslados: completarTraslados(one, other, elegidos) }
  }
  const OBLIGATORIA = { ...texto, 'x-obligatorio': true }
  const catalogo = (...options: string[]) => ({ ...texto, enum: options })

  it.each<[string, Record<string, unknown>, Record<string, unknown>, Respuestas, boolean]>([
    ['a new optional question', { a: texto }, { a: texto, b: texto }, { a: 'x' }, true],
    ['a new obligatory question', { a: texto }, { a: texto, b: OBLIGATORIA }, { a: 'x' }, false],
    ['another wording', { a: texto }, { a: { ...texto, title: 'Otro' } }, { a: 'x' }, true],
    ['a question that is gone', { a: texto, b: texto }, { a: texto }, { a: 'x', b: 'y' }, true],
    ['an answered question made obligatory', { a: texto, b: texto }, { a: texto, b: OBLIGATORIA }, { b: 'y' }, true],
    ['a blank question made obligatory', { a: texto, b: texto }, { a: texto, b: OBLIGATORIA }, { a: 'x' }, false],
    ['an option that is gone and was not chosen', { a: catalogo('x', 'y') }, { a: catalogo('x') }, { a: 'x' }, true],
    ['the chosen option gone', { a: catalogo('x', 'y') }, { a: catalogo('x') }, { a: 'y' }, false],
    ['a limit that the answer keeps', { a: texto }, { a: { ...texto, maxLength: 3 } }, { a: 'xyz' }, true],
    ['a limit that the answer passes', { a: texto }, { a: { ...texto, maxLength: 3 } }, { a: 'xyzw' }, false],
    [
      'another kind of answer, of a question left blank',
      { a: texto, b: texto },
      { a: texto, b: { type: 'integer', title: 'N' } },
      { a: 'x' },
      true,
    ],
    ['another kind of answer', { a: texto, b: texto }, { a: texto, b: { type: 'integer', title: 'N' } }, { b: 'x' }, false],
  ])('are only those that became invalid, with %s', (...[, antes, despues, given, intacta]) => {
    expect(carrySections(saltoOf(antes, despues), given)).toMatchObject([{ clave: 's', intacta }])
  })

  it('include one that received an answer of another, and those chosen to be asked again', () => {
    const antes = compileCuestionario(sampleDocument({ schema: { type: 'object', properties: { a: texto, b: texto } }, uischema: ui(category('s', [control('a')]), category('r', [control('b')])) })) // prettier-ignore
    const despues = compileCuestionario(sampleDocument({ schema: { type: 'object', properties: { a: texto, b: texto } }, uischema: ui(category('s', [control('a'), control('b')])) })) // prettier-ignore
    const traslados = completarTraslados(antes, despues, {})
    expect(carrySections({ antes, despues, traslados }, { b: 'y' })).toMatchObject([{ clave: 's', intacta: false }])
    expect(carrySections({ antes, despues, traslados }, { a: 'x' })).toMatchObject([{ clave: 's', intacta: true }])
    const again = saltoOf({ a: texto, b: texto }, { a: texto, b: texto }, { b: { modo: 'preguntar' } })
    expect([{ a: 'x' }, { b: 'y' }].map((given) => carrySections(again, given)[0]?.intacta)).toEqual([true, false])
  })

  it('leaves a section unread where every valid answer stays valid', () => {
    const of = (antes: Record<string, unknown>, despues: Record<string, unknown>, elegidos: Traslados = {}) => {
      const salto = saltoOf(antes, despues, elegidos)
      return seccionesIntactas(salto.antes, salto.despues, salto.traslados).has('s')
    }
    const corta = { ...texto, maxLength: 3 }
    expect([of({ a: corta }, { a: texto, b: texto }), of({ a: texto }, { a: corta })]).toEqual([true, false])
    expect([of({ a: catalogo('x') }, { a: catalogo('x', 'y') }), of({ a: catalogo('x', 'y') }, { a: catalogo('x') })]).toEqual([
      true,
      false,
    ])
    expect([of({ a: OBLIGATORIA }, { a: texto }), of({ a: texto }, { a: OBLIGATORIA })]).toEqual([true, false])
    expect([of({ a: texto, b: texto }, { a: texto }), of({ a: texto }, { a: texto, b: OBLIGATORIA })]).toEqual([true, false])
    expect(of({ a: texto }, { a: texto, b: texto }, { b: { modo: 'mapeada', de: 'a' } })).toBe(false)
    expect([...seccionesOpcionales(saltoOf({ a: texto }, { a: texto }).despues)]).toEqual(['s'])
    expect([...seccionesOpcionales(saltoOf({ a: texto }, { a: OBLIGATORIA }).despues)]).toEqual([])
  })
})
