import { compileCuestionario, preguntaDe, seccionesDe } from './compile.ts'
import type { CuestionarioDocument } from './document.ts'
import { category, control, sampleDocument, sampleSchema, sampleUischema } from './sample-cuestionario.ts'

const ui = (...elements: unknown[]): Record<string, unknown> => ({ type: 'Categorization', elements })
const schemaOf = (properties: Record<string, unknown>): Record<string, unknown> => ({ type: 'object', properties })
const text = { type: 'string', title: 'Texto' }
const siNo = { ...text, enum: ['Sí', 'No'] }

describe('compileCuestionario', () => {
  it('reads the sections in the order of the page', () => {
    const secciones = seccionesDe(compileCuestionario(sampleDocument()))
    expect(secciones.map((seccion) => seccion.clave)).toEqual(['contacto', 'historia', 'edades', 'mayores'])
    expect(secciones[2]).toEqual({ clave: 'edades', titulo: 'Sección edades', descripcion: null, campos: ['joven', 'tipo', 'otro'] })
  })

  it('gives a question by its key', () => {
    const c = compileCuestionario(sampleDocument())
    expect(preguntaDe(c, 'historia')?.sinBlancos).toEqual({ minimo: 10, maximo: 20 })
    expect(preguntaDe(c, 'nadie')).toBeUndefined()
  })

  const contradictions: [string, Partial<CuestionarioDocument>, RegExp][] = [
    [
      'a control of no question',
      { schema: schemaOf({ a: text }), uischema: ui(category('s', [control('a'), control('b')])) },
      /apunta a «b»/,
    ],
    [
      'a question in no section',
      { schema: schemaOf({ a: text, b: text }), uischema: ui(category('s', [control('a')])) },
      /«b» no está en ninguna/,
    ],
    [
      'a question in two sections',
      { schema: schemaOf({ a: text }), uischema: ui(category('s', [control('a')]), category('t', [control('a')])) },
      /«a» aparece en dos lugares/,
    ],
    [
      'two sections of one key',
      { schema: schemaOf({ a: text }), uischema: ui(category('s', [control('a')]), category('s', [])) },
      /«s» aparece dos veces/,
    ],
    [
      'a minimum over its maximum',
      { schema: sampleSchema({ otro: { ...text, sinBlancos: { minimo: 9, maximo: 8 } } }) },
      /«otro» pide más/,
    ],
    ['an empty catalogue', { schema: sampleSchema({ otro: { ...text, enum: [] } }) }, /catálogo de «otro» está vacío/],
    ['a repeated option', { schema: sampleSchema({ otro: { ...text, enum: ['A', 'A'] } }) }, /«otro» repite opciones/],
    ['a keyword that no draft could fulfil', { schema: sampleSchema({ otro: { ...text, minLength: 5 } }) }, /«otro» usa «minLength»/],
    ['a list without items', { schema: sampleSchema({ otro: { type: 'array', title: 'Lista' } }) }, /«items» va con las listas/],
    ['a question without title', { schema: sampleSchema({ otro: { type: 'string' } }) }, /«otro» no tiene título/],
    [
      'a rule on no question',
      { schema: schemaOf({ a: text }), uischema: ui(category('s', [control('a', { campo: 'b', schema: { const: 1 } })])) },
      /mira a «b»/,
    ],
    [
      'an unknown keyword in a rule',
      {
        schema: schemaOf({ a: text, b: text }),
        uischema: ui(category('s', [control('a'), control('b', { campo: 'a', schema: { pattern: 'x' } })])),
      },
      /usa «pattern»/,
    ],
    [
      'a rule that no option fulfils',
      {
        schema: schemaOf({ a: siNo, b: text }),
        uischema: ui(category('s', [control('a'), control('b', { campo: 'a', schema: { const: 'Si' } })])),
      },
      /hace visible la pregunta «b»/,
    ],
    [
      'two questions that wait for each other',
      {
        schema: schemaOf({ a: siNo, b: siNo }),
        uischema: ui(
          category('s', [control('a', { campo: 'b', schema: { const: 'Sí' } }), control('b', { campo: 'a', schema: { const: 'Sí' } })]),
        ),
      },
      /«a».*«b»/,
    ],
    ['a HIDE rule', { uischema: ui({ ...category('s', []), rule: { effect: 'HIDE' } }) }, /Sólo se admiten reglas SHOW/],
    ['a scope that is no question', { uischema: ui(category('s', [{ type: 'Control', scope: '#/a' }])) }, /«#\/a» no es una pregunta/],
    [
      '«x-alMenosUno» of nobody',
      { schema: { ...sampleSchema(), 'x-alMenosUno': [{ seccion: 'z', campos: ['y'], mensaje: 'Falta' }] } },
      /«z», que no existe.*«y», que no es/,
    ],
  ]

  it.each(contradictions)('refuses %s', (_, changes, message) => {
    expect(() => compileCuestionario(sampleDocument(changes))).toThrow(message)
  })

  it('names every contradiction at once', () => {
    const schema = sampleSchema({ nuevo: text, otro: { type: 'string' } })
    expect(() => compileCuestionario(sampleDocument({ schema, uischema: sampleUischema() }))).toThrow(/no tiene título; «nuevo» no está/)
  })
})
