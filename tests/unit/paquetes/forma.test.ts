import { Ajv } from 'ajv'
import esquemas from '../../../packages/paquetes/esquema/definiciones.json'
import { quejasDe, type Definiciones } from '../../../packages/paquetes/src/forma.ts'

const definiciones: Definiciones = esquemas.definitions
const ANOTACIONES = ['$schema', 'description']
const LEIDAS = 'type required additionalProperties properties $ref items anyOf enum not const minItems maxItems'.split(' ')

/** Keywords of a schema and of those inside it; names of fields are not keywords. */
function palabras(esquema: unknown): string[] {
  if (typeof esquema !== 'object' || esquema === null) return []
  return Object.entries(esquema).flatMap(([palabra, valor]) => {
    if (palabra === 'enum' || palabra === 'const') return [palabra]
    const dentro: unknown[] = palabra === 'properties' ? Object.values(valor as object) : [valor].flat()
    return [palabra, ...dentro.flatMap(palabras)]
  })
}

it('the schemas use no keyword that nobody reads', () => {
  const usadas = new Set(Object.values(definiciones).flatMap(palabras))
  expect([...usadas].filter((palabra) => !ANOTACIONES.includes(palabra) && !LEIDAS.includes(palabra))).toEqual([])
})

const NOMBRES = { lista: { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 2 } }
const ESQUEMA = {
  type: 'object',
  properties: {
    clave: { type: 'string', enum: ['a', 'b'] },
    numero: { type: ['integer', 'null'] },
    nombres: { $ref: '#/definitions/lista' },
    forma: { anyOf: [{ const: 1 }, { type: 'object', properties: { x: { type: 'number' } }, required: ['x'] }] },
    nunca: { not: {} },
    libre: { type: 'object', additionalProperties: { type: 'boolean' } },
  },
  required: ['clave'],
  additionalProperties: false,
}

it.each([
  { clave: 'a' },
  {},
  [],
  null,
  { clave: 'c' },
  { clave: 1 },
  { clave: 'a', otra: 1 },
  { clave: 'a', numero: null },
  { clave: 'a', numero: 1.5 },
  { clave: 'a', nombres: [] },
  { clave: 'a', nombres: ['x'] },
  { clave: 'a', nombres: ['x', 2] },
  { clave: 'a', nombres: ['x', 'y', 'z'] },
  { clave: 'a', forma: 1 },
  { clave: 'a', forma: 2 },
  { clave: 'a', forma: { x: 1 } },
  { clave: 'a', forma: { x: '1' } },
  { clave: 'a', nunca: 1 },
  { clave: 'a', libre: { si: true } },
  { clave: 'a', libre: { no: 1 } },
  JSON.parse('{ "clave": "a", "__proto__": 1 }') as object,
])('breaks the same rules as for a reader of the whole standard: %j', (valor) => {
  const ajv = new Ajv({ allErrors: true, strict: false })
  const validate = ajv.compile({ ...ESQUEMA, definitions: NOMBRES })
  validate(valor)
  const suyas = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'anyOf')
  const nuestras = quejasDe(ESQUEMA, { valor, ruta: [], definiciones: NOMBRES })
  expect(nuestras.map(({ ruta, regla }) => `${['', ...ruta].join('/')} ${regla}`).sort()).toEqual(
    suyas.map(({ instancePath, keyword }) => `${instancePath} ${keyword}`).sort(),
  )
})
