import fc from 'fast-check'
import { compileCuestionario, faults } from '../compile.ts'
import { condicionEnPalabras } from '../condition-words.ts'
import { category, control, sampleDocument, sampleSchema, sampleUischema } from '../sample-cuestionario.ts'
import { shapeFaults } from '../shape.ts'
import { compare } from '../versiones/compare.ts'
import { completarTraslados } from '../versiones/carry-over.ts'
import { acceptRespuestas } from './accept.ts'
import { declineFaltantes } from './decline.ts'
import { fueraDeEdad, nadaPorEdad, paraEdad } from './edades.ts'
import { faltantesDe } from './faltantes.ts'
import { seccionesIntactas } from './intactas.ts'
import { esVisible, sinOcultas } from './visibility.ts'

const siNo = { type: 'string', enum: ['Sí', 'No'], 'x-obligatorio': true }
const identidad = (edades: Record<string, unknown> = { desde: 18, hasta: 29 }) =>
  sampleDocument({
    tipo: 'identidad',
    schema: sampleSchema({
      joven: { ...siNo, title: '¿Joven?', 'x-edades': edades },
      mayor: { ...siNo, title: '¿Mayor?', 'x-edades': { desde: 60 } },
    }),
  })
const c = compileCuestionario(identidad())

it.each([
  [null, []],
  [17, ['joven', 'mayor']],
  [18, ['mayor']],
  [29, ['mayor']],
  [30, ['joven', 'mayor']],
  [59, ['joven', 'mayor']],
  [60, ['joven']],
])('at %s years it does not ask %j', (edad, campos) => {
  expect(fueraDeEdad(c, edad)).toEqual(campos)
})

it('asks everything of somebody without a date of birth, as the version without ages does', () => {
  expect(paraEdad(c, null)).toBe(c)
  expect(faltantesDe(c, 'mayores', {}, {})).toHaveLength(1)
})

it('needs no answer that it does not ask for, and declines none', () => {
  const adulta = paraEdad(c, 58)
  expect(faltantesDe(adulta, 'mayores', {}, {})).toEqual([])
  expect([nadaPorEdad(adulta, 'mayores'), nadaPorEdad(adulta, 'edades'), nadaPorEdad(c, 'mayores')]).toEqual([true, false, false])
  expect(declineFaltantes(adulta, {})).toEqual({})
})

it('hides what hangs from it, and a stored answer decides nothing any more', () => {
  const stored = { joven: 'Sí', tipo: 'Otro', otro: 'x', mayor: 'Sí' }
  expect(sinOcultas(paraEdad(c, 58), stored)).toEqual({})
  expect(esVisible(paraEdad(c, 65), 'mayor', { joven: 'Sí' })).toBe(true)
})

it('refuses an answer to it, and keeps the others', () => {
  const { respuestas, rechazadas } = acceptRespuestas(paraEdad(c, 65), 'edades', { joven: 'No' }, {})
  expect([respuestas, rechazadas]).toEqual([{}, [{ field: 'joven', reasons: ['No se pregunta, por la fecha de nacimiento'] }]])
  expect(acceptRespuestas(paraEdad(c, 20), 'edades', { joven: 'No' }, {}).respuestas).toEqual({ joven: 'No' })
  expect(acceptRespuestas(paraEdad(c, 65), 'edades', { joven: null }, {}).rechazadas).toEqual([])
})

it('is one cuestionario for everybody who is not asked the same', () => {
  const edad = fc.integer({ min: 0, max: 120 })
  fc.assert(
    fc.property(edad, edad, (one, other) => {
      const same = fueraDeEdad(c, one).join() === fueraDeEdad(c, other).join()
      return (paraEdad(c, one) === paraEdad(c, other)) === same
    }),
  )
})

it('does not ask for one answer at least where the age leaves none to give', () => {
  const uischema = { type: 'Categorization', elements: [category('mayores', [control('mayor')])] }
  const schema = {
    type: 'object',
    properties: { mayor: { ...siNo, title: '¿Mayor?', 'x-edades': { desde: 60 } } },
    'x-alMenosUno': [{ seccion: 'mayores', campos: ['mayor'], mensaje: 'Falta' }],
  }
  const own = compileCuestionario(sampleDocument({ tipo: 'identidad', schema, uischema }))
  expect([faltantesDe(paraEdad(own, 58), 'mayores', {}, {}), faltantesDe(paraEdad(own, 61), 'mayores', {}, {}).length]).toEqual([[], 1])
})

it('is told in words', () => {
  const words = (edades: Record<string, unknown>) => condicionEnPalabras(compileCuestionario(identidad(edades)), 'joven')
  expect([{ desde: 18, hasta: 29 }, { desde: 18 }, { hasta: 29 }].map(words)).toEqual([
    'mayor no es «Sí» y tiene de 18 a 29 años el día de la elección',
    'mayor no es «Sí» y tiene 18 años o más el día de la elección',
    'mayor no es «Sí» y tiene 29 años o menos el día de la elección',
  ])
})

it('is a contradiction of a public cuestionario, and of nobody of such an age', () => {
  const razones = (doc: Parameters<typeof faults>[0]) => faults(doc).map(({ razon }) => razon)
  expect(razones(identidad({ desde: 30, hasta: 18 }))).toEqual(['«joven» no se pregunta a ninguna edad'])
  expect(razones({ ...identidad(), tipo: 'curricular' })[0]).toBe('«joven» depende de la edad: sólo puede una pregunta de identidad')
  const guion = { schema: identidad().schema, uischema: sampleUischema() }
  expect(shapeFaults({ ...guion, uischema: { type: 'Categorization', elements: [] } })).toEqual([])
  expect(shapeFaults({ ...guion, schema: identidad({ desde: -1 }).schema })).not.toEqual([])
})

it('leaves the sections of an earlier version as they were where it asks fewer people, and opens them where it asks more', () => {
  const antes = compileCuestionario(sampleDocument({ tipo: 'identidad' }))
  const intactas = (from: typeof c, to: typeof c) => seccionesIntactas(from, to, completarTraslados(from, to, {})).has('mayores')
  expect([intactas(antes, c), intactas(c, antes)]).toEqual([true, false])
  expect(compare(antes, c).filter(({ aspecto }) => aspecto === 'edades').map(({ campo }) => campo)).toEqual(['joven', 'mayor']) // prettier-ignore
})
