import fc from 'fast-check'
import { acceptRespuestas } from './accept.ts'
import { checkRespuestas } from './check.ts'
import { cleanRespuestas } from './clean.ts'
import { compileCuestionario } from '../compile.ts'
import { faltantesDe } from './faltantes.ts'
import { sampleDocument } from '../sample-cuestionario.ts'

const c = compileCuestionario(sampleDocument())

describe('cleanRespuestas', () => {
  it('normalises texts, lists and phones and drops blanks', () => {
    expect(cleanRespuestas(c, 'contacto', { red: '  ', correo: ' a@b.mx\r\n', telefono: '(777) 123 45 67' })).toEqual({
      correo: 'a@b.mx',
      telefono: '7771234567',
    })
    expect(cleanRespuestas(c, 'historia', { cursos: [' uno ', '', null], edad: null, historia: null })).toEqual({ cursos: ['uno'] })
    expect(cleanRespuestas(c, 'historia', { cursos: ['', ' '], edad: 0 })).toEqual({ edad: 0 })
  })

  it('drops respuestas to hidden questions of the section', () => {
    expect(cleanRespuestas(c, 'edades', { joven: 'No', tipo: 'Otro', otro: 'x' })).toEqual({ joven: 'No' })
  })

  it('looks at the other sections when it is given them', () => {
    expect(cleanRespuestas(c, 'mayores', { mayor: 'Sí' })).toEqual({ mayor: 'Sí' })
    expect(cleanRespuestas(c, 'mayores', { mayor: 'Sí' }, { joven: 'No' })).toEqual({ mayor: 'Sí' })
    expect(cleanRespuestas(c, 'mayores', { mayor: 'No' }, { joven: 'Sí' })).toEqual({})
  })

  it('ignores older respuestas of the same section', () => {
    expect(cleanRespuestas(c, 'edades', { tipo: 'A' }, { joven: 'Sí' })).toEqual({})
  })

  it('does not touch its argument, and keeps a hostile key as a plain one', () => {
    const respuestas = JSON.parse('{"historia":" x ","__proto__":{"a":1}}') as Record<string, unknown>
    const cleaned = cleanRespuestas(c, 'historia', respuestas)
    expect(respuestas['historia']).toBe(' x ')
    expect(Object.keys(cleaned)).toEqual(['historia', '__proto__'])
    expect(({} as { a?: number }).a).toBeUndefined()
  })

  it('is idempotent for any input', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.string()),
      fc.constant(null),
      fc.integer(),
      fc.constantFrom('Sí', 'No', 'Otro'),
    )
    const respuestas = fc.dictionary(fc.constantFrom('joven', 'tipo', 'otro', 'ajena'), value)
    fc.assert(
      fc.property(respuestas, (raw) => {
        const cleaned = cleanRespuestas(c, 'edades', raw)
        expect(cleanRespuestas(c, 'edades', cleaned)).toEqual(cleaned)
      }),
    )
  })

  it('refuses an unknown section', () => {
    expect(() => cleanRespuestas(c, 'nadie', {})).toThrow('no tiene la sección «nadie»')
  })
})

describe('checkRespuestas', () => {
  const check = (seccion: string, respuestas: Record<string, unknown>): unknown => checkRespuestas(c, seccion, respuestas, {})
  const one = (field: string, reason: string): unknown => [{ field, reasons: [reason] }]

  it('accepts a draft: blanks, nothing, and texts under their minimum', () => {
    expect(check('historia', {})).toEqual([])
    expect(check('historia', { historia: 'corto', cursos: [] })).toEqual([])
    expect(check('contacto', { red: 'https://www.red.example/yo', correo: 'a@b.mx', telefono: '777 123 4567' })).toEqual([])
  })

  it.each([
    ['contacto', 'historia', 'texto', 'Esta pregunta no está en la sección'],
    ['historia', 'historia', 5, 'Se esperaba un texto'],
    ['historia', 'cursos', 'uno', 'Se esperaba una lista'],
    ['historia', 'edad', 'dieciocho', 'Se esperaba un número entero'],
    ['historia', 'edad', 17, 'debe ser >= 18'],
    ['historia', 'historia', 'x '.repeat(21), 'Sobra 1 carácter, sin contar espacios (máximo 20)'],
    ['historia', 'historia', 'uno y\n\notro', 'Tiene 2 líneas (máximo 1). Junte las más cortas en párrafos'],
    ['historia', 'cursos', ['uno', 'demasiado'], 'Renglón 2: Sobra 1 carácter (máximo 8)'],
    ['historia', 'cursos', ['1', '2', '3', '4'], 'Admite hasta 3 renglones'],
    ['edades', 'joven', 'Tal vez', 'Elija una de las opciones de la lista'],
    ['contacto', 'correo', 'a@', 'Escriba un correo electrónico completo, por ejemplo nombre@dominio.mx'],
    ['contacto', 'telefono', '12345', 'Escriba diez dígitos'],
    ['contacto', 'red', 'https://otra.example/yo', 'La dirección debe ser de red.example'],
    ['contacto', 'red', 'https://red.example.mx/yo', 'La dirección debe ser de red.example'],
  ])('in %s refuses %s = %j', (...[seccion, field, value, reason]) => {
    expect(check(seccion, { [field]: value })).toEqual(one(field, reason))
  })

  it.each([
    'javascript:alert(1)',
    'https://u:p@red.example/',
    'https://red.example:8443/',
    'https://red.example\\@otra.example/',
    'https://localhost/',
  ])('refuses the address %s', (red) => {
    expect(check('contacto', { red })).toEqual(
      one('red', 'Escriba el usuario de la cuenta, por ejemplo @nombre, o pegue la dirección de su página'),
    )
  })

  it('says why the name of a person leads to no page', () => {
    expect(check('contacto', { red: 'María López en red' })).toEqual([{ field: 'red', reasons: [expect.stringContaining('@nombre')] }])
    expect(checkRespuestas(c, 'contacto', { red: 'https://red.example/a b' }, {})).toHaveLength(1)
  })

  it('names every field once, with all its reasons', () => {
    expect(check('historia', { cursos: ['123456789', '1234567890'], nada: 1 })).toEqual([
      { field: 'nada', reasons: ['Esta pregunta no está en la sección'] },
      { field: 'cursos', reasons: ['Renglón 1: Sobra 1 carácter (máximo 8)', 'Renglón 2: Sobran 2 caracteres (máximo 8)'] },
    ])
  })

  it('does not judge hidden questions', () => {
    expect(check('edades', { joven: 'No', tipo: 'inexistente' })).toEqual([])
  })

  it('never throws, for any input', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (raw) => Array.isArray(check('historia', raw as Record<string, unknown>))),
    )
  })
})

describe('acceptRespuestas', () => {
  it('keeps each good answer beside a refused one, whose stored answer stays', () => {
    const stored = { red: 'https://red.example/antes', telefono: '7770000000' }
    const sent = { red: 'María López', correo: 'a@b.mx', telefono: '777 123 4567' }
    expect(acceptRespuestas(c, 'contacto', sent, stored)).toEqual({
      respuestas: { red: 'https://red.example/antes', correo: 'a@b.mx', telefono: '7771234567' },
      rechazadas: [{ field: 'red', reasons: [expect.any(String)] }],
    })
  })

  it('leaves the questions that a stored answer shows when another answer to it is refused', () => {
    const stored = { joven: 'Sí', tipo: 'Otro', otro: 'x' }
    const { respuestas } = acceptRespuestas(c, 'edades', { ...stored, tipo: 'inexistente', otro: 'y' }, stored)
    expect(respuestas).toEqual({ joven: 'Sí', tipo: 'Otro', otro: 'y' })
  })

  it('leaves out a stored answer that its question refuses by now, and a key that is no question', () => {
    const { respuestas, rechazadas } = acceptRespuestas(c, 'historia', { edad: 16, historia: 'x', nada: 1 }, { edad: 17, nada: 2 })
    expect(respuestas).toEqual({ historia: 'x' })
    expect(rechazadas.map(({ field }) => field).sort()).toEqual(['edad', 'nada'])
  })

  it('accepts nothing that the check refuses, for any input', () => {
    const anything = fc.dictionary(fc.constantFrom('historia', 'cursos', 'edad', '__proto__'), fc.jsonValue())
    fc.assert(
      fc.property(anything, anything, (sent, stored) => {
        const { respuestas } = acceptRespuestas(c, 'historia', sent, stored)
        expect(checkRespuestas(c, 'historia', respuestas, stored)).toEqual([])
      }),
    )
  })
})

describe('faltantesDe', () => {
  const missing = (seccion: string, respuestas: Record<string, unknown>, todas = {}): unknown => faltantesDe(c, seccion, respuestas, todas)

  it('names obligatory questions left blank and texts under their minimum', () => {
    expect(missing('historia', {})).toEqual([{ campo: 'historia', razones: ['Falta responder esta pregunta'] }])
    expect(missing('historia', { historia: 'a b c' })).toEqual([
      { campo: 'historia', razones: ['Faltan 7 caracteres, sin contar espacios'] },
    ])
    expect(missing('historia', { historia: '123 456 789' })).toEqual([
      { campo: 'historia', razones: ['Falta 1 carácter, sin contar espacios'] },
    ])
    expect(missing('historia', { historia: '123 456 789 0' })).toEqual([])
  })

  it('asks only visible questions, with the other sections in sight', () => {
    expect(missing('edades', { joven: 'Sí' })).toEqual([{ campo: 'tipo', razones: ['Falta responder esta pregunta'] }])
    expect(missing('edades', { joven: 'Sí', tipo: 'Otro' })).toEqual([])
    expect(missing('mayores', {}, { joven: 'Sí' })).toEqual([])
    expect(missing('mayores', {}, { joven: 'No' })).toEqual([{ campo: 'mayor', razones: ['Falta responder esta pregunta'] }])
  })

  it('asks for one of several', () => {
    expect(missing('contacto', { red: ' ' })).toEqual([{ campo: 'red', razones: ['Falta un dato de contacto'] }])
    expect(missing('contacto', { telefono: '7771234567' })).toEqual([])
  })
})
