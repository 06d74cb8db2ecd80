import fc from 'fast-check'
import { carryOver, completarTraslados, modosPosibles, trasladoFaults, type Traslados } from './carry-over.ts'
import { carrySections } from './carry-sections.ts'
import { checkRespuestas } from '../respuestas/check.ts'
import { compare } from './compare.ts'
import { compileCuestionario, faults, readCuestionario } from '../compile.ts'
import type { CuestionarioDocument, Respuestas } from '../document.ts'
import { seccionesIntactas } from '../respuestas/intactas.ts'
import { category, control, sampleDocument, sampleSchema } from '../sample-cuestionario.ts'
import { shapeFaults } from '../shape.ts'

const doc = sampleDocument()
const sample = compileCuestionario(doc)
const ui = (...elements: unknown[]) => ({ type: 'Categorization', elements })
const SI = 'Sí'
const texto = { type: 'string', title: 'Texto' }
const ofTwo = (properties: Record<string, unknown>, elements: unknown[]): CuestionarioDocument =>
  sampleDocument({ schema: { type: 'object', properties }, uischema: ui(category('s', elements)) })

const answers: fc.Arbitrary<Respuestas> = fc.record(
  {
    historia: fc.string({ minLength: 1, maxLength: 30 }),
    cursos: fc.array(fc.string({ maxLength: 8 }), { maxLength: 4 }),
    joven: fc.constantFrom('Sí', 'No', 'Tal vez'),
    mayor: fc.constantFrom('Sí', 'No'),
    tipo: fc.constantFrom('A', 'Otro'),
    otro: fc.string({ maxLength: 60 }),
  },
  { requiredKeys: [] },
)

describe('faults', () => {
  it.each<[string, CuestionarioDocument, { seccion: string | null; campo: string | null; razon: RegExp }]>([
    [
      'a condition on a later question',
      ofTwo({ a: texto, b: { ...texto, enum: ['Sí'] } }, [control('a', { campo: 'b', schema: { const: 'Sí' } }), control('b')]),
      { seccion: 's', campo: 'a', razon: /depende de «b», que no está antes/ },
    ],
    [
      'a condition on a question that was taken away',
      ofTwo({ a: texto }, [control('a', { campo: 'gone', schema: { const: 'Sí' } })]),
      { seccion: 's', campo: 'a', razon: /mira a «gone»/ },
    ],
    [
      'limits that nothing fulfils',
      ofTwo({ a: { ...texto, maxLength: 20, sinBlancos: { minimo: 21 } } }, [control('a')]),
      { seccion: 's', campo: 'a', razon: /pide más caracteres de los que admite/ },
    ],
    ['an empty catalogue', ofTwo({ a: { ...texto, enum: [] } }, [control('a')]), { seccion: 's', campo: 'a', razon: /está vacío/ }],
    ['a key asked twice', ofTwo({ a: texto }, [control('a'), control('a')]), { seccion: 's', campo: 'a', razon: /en dos lugares/ }],
    [
      'a question that no answer shows',
      ofTwo({ a: { ...texto, enum: ['No'] }, b: texto }, [control('a'), control('b', { campo: 'a', schema: { const: 'Sí' } })]),
      { seccion: 's', campo: 'b', razon: /ninguna respuesta hace visible/ },
    ],
    ['a pattern that is none', ofTwo({ a: { ...texto, pattern: '(' , 'x-mensaje': 'm' } }, [control('a')]), { seccion: 's', campo: 'a', razon: /no se puede leer/ }], // prettier-ignore
    ['what is no cuestionario', { ...doc, uischema: ui({ ...category('s', []), rule: { effect: 'HIDE' } }) }, { seccion: null, campo: null, razon: /SHOW/ }], // prettier-ignore
  ])('tells the place of %s', (_title, wrong, { seccion, campo, razon }) => {
    expect(faults(wrong)).toContainEqual({ seccion, campo, razon: expect.stringMatching(razon) as string })
    expect(() => compileCuestionario(wrong)).toThrow()
  })

  it('finds none in a document that compiles, and some in one that does not', () => {
    expect(faults(doc)).toEqual([])
    const broken = fc.record({ minimo: fc.integer({ min: 0, max: 9 }), maximo: fc.integer({ min: 0, max: 9 }), options: fc.array(fc.constantFrom('a', 'b', '')) }) // prettier-ignore
    fc.assert(
      fc.property(broken, ({ minimo, maximo, options }) => {
        const otro = { ...texto, sinBlancos: { minimo, maximo }, enum: options }
        const each = sampleDocument({ schema: sampleSchema({ otro }) })
        expect(throws(() => compileCuestionario(each))).toBe(faults(each).length > 0)
      }),
    )
  })
})

describe('compare', () => {
  it('tells nothing of two that are equal, be their keys in another order', () => {
    const other = { ...doc, schema: JSON.parse(JSON.stringify(doc.schema)) as Record<string, unknown> }
    other.schema['properties'] = Object.fromEntries(Object.entries(other.schema['properties'] as object).reverse())
    expect(compare(sample, compileCuestionario(other))).toEqual([])
  })

  it('tells added, removed, reworded and moved questions, and both numbers of a limit', () => {
    const antes = compileCuestionario(ofTwo({ a: texto, b: texto, c: { ...texto, maxLength: 10 }, d: texto }, 'abcd'.split('').map((k) => control(k)))) // prettier-ignore
    const despues = compileCuestionario(
      ofTwo({ a: { ...texto, title: 'Otro' }, c: { ...texto, maxLength: 20 }, b: texto, e: texto }, 'acbe'.split('').map((k) => control(k))), // prettier-ignore
    )
    expect(
      compare(antes, despues).map(({ clase, campo, aspecto, antes: one, despues: other }) => [clase, campo, aspecto, one, other]),
    ).toEqual([
      ['cambiada', 'a', 'titulo', 'Texto', 'Otro'],
      ['cambiada', 'c', 'limites', { maxLength: 10 }, { maxLength: 20 }],
      ['movida', 'b', null, null, null],
      ['agregada', 'e', null, null, null],
      ['retirada', 'd', null, null, null],
    ])
  })

  it('moves the fewest that put any order into any other', () => {
    const claves = [...'abcdefg']
    const of = (order: string[]) => compileCuestionario(ofTwo(Object.fromEntries(claves.map((k) => [k, texto])), order.map((k) => control(k)))) // prettier-ignore
    fc.assert(
      fc.property(fc.shuffledSubarray(claves, { minLength: claves.length }), (order) => {
        const moved = compare(of(claves), of(order)).map(({ campo }) => campo)
        const rest = order.filter((campo) => !moved.includes(campo))
        expect(rest).toEqual([...rest].sort())
        expect(moved.length).toBeLessThan(claves.length)
      }),
    )
  })
})

describe('carryOver', () => {
  const same = completarTraslados(sample, sample, {})

  it('gives back what it got when every answer passes as it is', () => {
    fc.assert(fc.property(answers, (given) => expect(carryOver(same, given)).toEqual(given)))
  })

  it('takes another question, translates options line by line, and asks again for an answer without a place', () => {
    const traslados: Traslados = {
      nueva: { modo: 'mapeada', de: 'joven', opciones: { [SI]: 'Afirmativo', No: null } },
      lista: { modo: 'mapeada', de: 'cursos', opciones: { uno: 'Primero', dos: null } },
      otro: { modo: 'preguntar' },
    }
    expect(carryOver(traslados, { joven: 'Sí', cursos: ['uno', 'dos', 'tres'], otro: 'x', historia: 'y' })).toEqual({
      nueva: 'Afirmativo',
      lista: ['Primero', 'tres'],
    })
    expect(carryOver(traslados, { joven: 'No', cursos: ['dos'] })).toEqual({})
    expect(carryOver(traslados, { joven: null })).toEqual({ nueva: null })
  })

  it('mends a stored choice without a source, and offers only choices that can be carried out', () => {
    const despues = compileCuestionario(ofTwo({ a: texto, edad: { type: 'integer', title: 'Edad' } }, [control('a'), control('edad')]))
    const antes = compileCuestionario(ofTwo({ b: texto }, [control('b')]))
    const stored: Traslados = { a: { modo: 'igual' }, edad: { modo: 'mapeada', de: 'b' } }
    const mended = completarTraslados(antes, despues, stored)
    expect(mended).toEqual({ a: { modo: 'preguntar' }, edad: { modo: 'preguntar' } })
    expect(trasladoFaults(antes, despues, mended)).toEqual([])
    expect(['a', 'edad'].map((campo) => modosPosibles(antes, despues, campo))).toEqual([['mapeada', 'preguntar'], ['preguntar']])
    expect(modosPosibles(antes, antes, 'b')).toEqual(['igual', 'mapeada', 'preguntar'])
  })

  it('refuses a choice that cannot be carried out, with its place', () => {
    const choices: Traslados = {
      historia: { modo: 'mapeada', de: 'nadie' },
      joven: { modo: 'mapeada', de: 'joven', opciones: { [SI]: 'Quizá' } },
      edad: { modo: 'mapeada', de: 'historia' },
      ausente: { modo: 'preguntar' },
    }
    expect(trasladoFaults(sample, sample, choices).map(({ seccion, campo }) => [seccion, campo])).toEqual([
      ['historia', 'historia'],
      ['edades', 'joven'],
      ['historia', 'edad'],
      [null, 'ausente'],
    ])
    expect(trasladoFaults(sample, sample, same)).toEqual([])
  })
})

describe('carrySections', () => {
  const stricter = compileCuestionario(
    sampleDocument({
      schema: sampleSchema({
        historia: { type: 'string', title: 'Su historia', sinBlancos: { minimo: 5, maximo: 12 }, 'x-obligatorio': true },
        cursos: { type: 'array', title: 'Cursos', maxItems: 3, items: { type: 'string', maxLength: 4 } },
      }),
    }),
  )
  const step = { antes: sample, despues: stricter, traslados: completarTraslados(sample, stricter, {}) }

  it('leaves nothing that the later version refuses, and invents nothing', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const sections = carrySections(step, given)
        const all = Object.assign({}, ...sections.map(({ respuestas }) => respuestas)) as Respuestas
        for (const { clave, respuestas } of sections) expect(checkRespuestas(stricter, clave, respuestas, all)).toEqual([])
        for (const [campo, value] of Object.entries(all)) expect(JSON.stringify([value]).length).toBeLessThanOrEqual(JSON.stringify([given[campo]]).length) // prettier-ignore
      }),
    )
  })

  it('says of a section that nobody has to look again only when all of it passed as it was and nothing is missing', () => {
    const at = (given: Respuestas) => carrySections(step, given).find(({ clave }) => clave === 'historia')
    expect(at({ historia: 'Doce letras' })).toMatchObject({ intacta: true, completa: true })
    expect(at({ historia: 'Más de doce letras' })).toEqual({ clave: 'historia', respuestas: {}, intacta: false, completa: false })
    expect(at({ historia: 'Doce letras', cursos: ['larguísimo'] })).toMatchObject({ intacta: false, completa: true })
  })

  it('counts as untouched a section that only reads otherwise, and no other', () => {
    expect([...seccionesIntactas(sample, stricter, step.traslados)]).toEqual(['contacto', 'edades', 'mayores'])
    const again = { ...step.traslados, joven: { modo: 'preguntar' as const } }
    expect([...seccionesIntactas(sample, stricter, again)]).toEqual(['contacto', 'mayores'])
  })
})

describe('shapeFaults', () => {
  it('lets through the documents of the editor, contradictions and all, and nothing else', () => {
    expect(shapeFaults(ofTwo({ a: { ...texto, enum: [] } }, [control('b')]))).toEqual([])
    expect(shapeFaults(ofTwo({ a: { ...texto, title: 3 } }, [control('a')]))).toEqual(['/schema/properties/a/title'])
    expect(shapeFaults(ofTwo({ a: { ...texto, onclick: 'x' } }, []))).toEqual(['/schema/properties/a'])
    expect(readCuestionario(ofTwo({}, [control('b')])).secciones).toHaveLength(1)
  })
})

function throws(work: () => unknown): boolean {
  try {
    work()
    return false
  } catch {
    return true
  }
}
