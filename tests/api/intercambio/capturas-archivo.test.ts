import { utils, write } from '@e965/xlsx'
import { documento } from '../../../apps/api/src/modules/intercambio/importaciones/libros/tabla-fixtures.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenCandidatura, sql } from '../../support/registro/candidaturas.ts'
import { send } from '../../support/actos/envios.ts'

interface Leida {
  preguntas: { campo: string }[]
  personas: {
    sitio: string
    nombre: string
    candidaturas: { id: string; segura: boolean }[]
    respuestas: { campo: string; respuesta: unknown; razones: string[] }[]
    sobrantes: { etiqueta: string; texto: string }[]
  }[]
  avisos: string[]
}

let t: TestApp
let token: string

beforeAll(async () => {
  t = await startTestApp({ ahora: '2030-05-02T10:00:00-07:00' })
  token = await t.tokenOf('captura', { actor: 'PRIO' })
})
afterAll(() => t.close())

const leer = (content: string | Buffer, name: string, { etiquetas = {}, as = token } = {}) =>
  send<Leida>(t, ['POST', '/capturas/archivo'], {
    token: as,
    form: { fields: { etiquetas: JSON.stringify(etiquetas) }, file: { field: 'archivo', name, content } },
  })

const book = (rows: unknown[][]) =>
  write({ SheetNames: ['Hoja1'], Sheets: { Hoja1: utils.aoa_to_sheet(rows) } }, { type: 'buffer', bookType: 'xlsx' }) as Buffer
const razonOf = (body: unknown) => (body as { errors: { reasons: string[] }[] }).errors[0]?.reasons[0]

it('a document of Word says whose it is and what each of its texts answers; what no question has is left for somebody to say', async () => {
  const { id } = await givenCandidatura(t, { nombre: 'Juana', primerApellido: 'Pérez', segundoApellido: 'Luna' })
  const content = await documento('CUESTIONARIO', 'Nombre completo: JUANA PÉREZ LUNA', 'Edad: 58', [
    ['Oficio', 'Pesca'],
    ['Domicilio', 'Calle del Puerto 1'],
    ['Mascota', 'Un perro'],
  ])
  const { status, body } = await leer(content, 'juana.docx')
  expect(status).toBe(200)
  expect(body.personas).toEqual([
    {
      sitio: '',
      nombre: 'JUANA PÉREZ LUNA',
      candidaturas: [expect.objectContaining({ id, segura: true })],
      respuestas: [
        { campo: 'oficio', etiqueta: 'Oficio', texto: 'Pesca', respuesta: { oficio: 'Pesca' }, razones: [], avisos: [], dudosa: false },
      ],
      sobrantes: [{ etiqueta: 'Mascota', texto: 'Un perro' }],
    },
  ])
  expect(body.avisos).toEqual(['Estos datos son personales y no se tomaron: Edad, Domicilio.'])
})

it('a list is found by the names of personas of the party, under whatever title', async () => {
  const [una, otra] = [await givenCandidatura(t, { nombre: 'Una', primerApellido: 'Barca' }), await givenCandidatura(t, { nombre: 'Otra', primerApellido: 'Vela' })] // prettier-ignore
  const { body } = await leer(
    book([['Lo que hacen'], ['quién', 'oficio'], ['una barca', 'Pesca'], ['VELA OTRA', 'Pesca'], ['TOTAL', 2]]),
    'a.xlsx',
  )
  expect(body.personas.map(({ candidaturas, respuestas }) => [candidaturas[0], respuestas[0]?.respuesta])).toEqual([
    [expect.objectContaining({ id: una.id, segura: true }), { oficio: 'Pesca' }],
    [expect.objectContaining({ id: otra.id, segura: true }), { oficio: 'Pesca' }],
  ])
})

it('what somebody says of a label holds for the file', async () => {
  const content = await documento('Candidata: Nadie Así', 'Trabajo: Pesca', 'Edad: 58')
  const { body } = await leer(content, 'x.docx', { etiquetas: { TRABAJO: 'oficio', edad: null } })
  expect(body.personas[0]).toMatchObject({ candidaturas: [], respuestas: [{ respuesta: { oficio: 'Pesca' } }], sobrantes: [] })
})

it('a workbook has a persona in each row, below its titles', async () => {
  const { id } = await givenCandidatura(t, { nombre: 'Luz', primerApellido: 'Mar' })
  const { body } = await leer(
    book([
      ['Partido Río'],
      [],
      ['No.', 'Nombre', 'Apellido paterno', 'Oficio', 'Sitio'],
      [1, 'Luz', 'Mar', 'Faro', 'mar.example'],
      [2, 'Otra', 'Más', 'Red', ''],
    ]),
    'lista.xlsx',
  )
  expect(
    body.personas.map(({ sitio, nombre, candidaturas }) => [sitio, nombre, candidaturas.map((each) => [each.id, each.segura])]),
  ).toEqual([
    ['Hoja1, fila 4', 'Luz Mar', [[id, true]]],
    ['Hoja1, fila 5', 'Otra Más', []],
  ])
})

it('nothing of it is kept, and personas of another party are not offered', async () => {
  await givenCandidatura(t, {
    actor: 'PFAR',
    contienda: 'legislatura-sur',
    nombre: 'Ajena',
    primerApellido: 'Del Faro',
  })
  const before = await sql(t, 'select count(*)::int as n from captura.seccion')
  const { body } = await leer(await documento('Nombre: Ajena Del Faro', 'Oficio: Secreto del faro'), 'ajena.docx')
  expect(body.personas[0]).toMatchObject({ candidaturas: [], respuestas: [{ campo: 'oficio' }] })
  expect(await sql(t, 'select count(*)::int as n from captura.seccion')).toEqual(before)
})

it('identity answers are not read: no question of identity is among those that a label may name', async () => {
  const { body } = await leer(await documento('Nombre: Juana', 'Oficio: Pesca'), 'x.docx')
  const identidad = await sql<{ campo: string }>(
    t,
    `select jsonb_object_keys(schema->'properties') as campo from captura.cuestionario where tipo = 'identidad'`,
  )
  const asked = new Set(body.preguntas.map(({ campo }) => campo))
  expect(identidad.length).toBeGreaterThan(0)
  expect(identidad.filter(({ campo }) => asked.has(campo))).toEqual([])
})

it.each([
  ['viejo.doc', /guárdelo como \.docx/],
  ['hoja.pdf', /De un PDF no/],
  ['foto.png', /no es/],
  ['falso.docx', /terminación/],
])('%s is refused with the way out', async (name, razon) => {
  const { status, body } = await leer(Buffer.from('hola'), name)
  expect([status, razonOf(body)]).toEqual([422, expect.stringMatching(razon)])
})

it('a file without any answer says so', async () => {
  const { body } = await leer(await documento('Estimada compañera', 'Le mando un saludo.'), 'carta.docx')
  expect(body).toMatchObject({ personas: [], avisos: [expect.stringMatching(/No se encontró ninguna respuesta/)] })
})
