import { startTestApp, type TestApp } from '../../support/app.ts'
import { must, sql } from '../../support/registro/candidaturas.ts'
import { send } from '../../support/actos/envios.ts'
import { actOn, csvOf, dosVecesCodificado, filasOf, upload, type FilaListada } from '../../support/registro/listas.ts'
import { pagina, publicar } from '../../support/publico.ts'
import { filaDe, libroDe } from './libro-ine-ayuda.ts'

let t: TestApp
let token: string

beforeAll(async () => {
  t = await startTestApp()
  token = await t.tokenOf('secretaria')
})
afterAll(() => t.close())

const proponer = async (content: string | Buffer, name = 'lista.csv') => (await upload(t, token, content, { name })).body
const tratar = async (id: string, json: object) => (await actOn(t, token, [id, 'tratamiento'], json)).body
const filas = (id: string) => filasOf(t, token, id)
const porHallazgo = async (id: string, tipo: string) =>
  (await send<{ elementos: FilaListada[]; total: number }>(t, ['GET', `/importaciones/${id}/filas?hallazgo=${tipo}`], { token })).body
const stored = async () => JSON.stringify(await sql(t, 'select to_jsonb(p) as p from captura.persona p'))

const LISTA = csvOf([
  { clave: 'jesus', nombre: 'Jesús', primer_apellido: 'Lugo', segundo_apellido: 'Cantú', sexo: 'hombre' },
  { clave: 'iris', actor_politico: 'PFAR', nombre: 'Íñiga', primer_apellido: 'Álvarez', segundo_apellido: 'Núñez', apodo: 'La Güera' },
  { clave: 'clara', actor_politico: 'PCOM' },
])

describe('a list that was saved with the wrong encoding', () => {
  it('is refused row by row, says how many can be repaired, and shows what each would be', async () => {
    const propuesta = await proponer(dosVecesCodificado(LISTA))
    expect(propuesta).toMatchObject({
      estatus: 'propuesta',
      resumen: { crear: 1, rechazar: 2 },
      hallazgos: { acentos: 2, irreparables: 0, mayusculas: 0, otrasEntidades: 0 },
    })
    const { elementos, total } = await porHallazgo(propuesta.id, 'acentos')
    expect([total, elementos.map(({ nombre }) => nombre)]).toEqual([2, ['Jesús Lugo Cantú', 'Íñiga Álvarez Núñez']])
    expect(elementos[0]).toMatchObject({
      veredicto: 'rechazar',
      errores: [{ columna: 'nombre', razon: expect.stringContaining('acentos rotos') }, { columna: 'segundo_apellido' }],
      hallazgos: [
        { tipo: 'acentos', columna: 'nombre', antes: 'JesÃºs', despues: 'Jesús' },
        { antes: 'CantÃº', despues: 'Cantú' },
      ],
    })
  })

  it('is repaired by one act, confirmed, and the public page has the right accents in its heading', async () => {
    const { id } = await proponer(dosVecesCodificado(LISTA))
    const reparada = await tratar(id, { acentos: true })
    expect(reparada).toMatchObject({ estatus: 'propuesta', resumen: { crear: 3, rechazar: 0 }, hallazgos: { acentos: 2 } })
    expect(await stored()).not.toContain('Jesús')
    expect((await actOn(t, token, [id, 'confirmar'])).body.estatus).toBe('confirmada')
    await publicar(t)
    const [row] = await sql<{ id: string }>(t, `select id from captura.candidatura where clave = 'jesus'`)
    const found = await pagina(t, { id: must(row).id, clave: 'jesus', responsable: 'PRIO' })
    expect(found.body).toMatchObject({ nombre: 'Jesús Lugo Cantú' })
    expect(await stored()).not.toMatch(/Ã|\ufffd/)
  })

  it('may be left as it came again', async () => {
    const { id } = await proponer(dosVecesCodificado(LISTA))
    await tratar(id, { acentos: true })
    expect(await tratar(id, { acentos: false })).toMatchObject({ resumen: { rechazar: 2 } })
  })

  it('as a workbook is treated alike', async () => {
    const rows = dosVecesCodificado(LISTA).toString('utf8')
    const { read, write } = await import('@e965/xlsx')
    const book = write(read(rows, { type: 'string', raw: true }), { type: 'buffer', bookType: 'xlsx' }) as Buffer
    const { id, hallazgos } = await proponer(book, 'lista.xlsx')
    expect(hallazgos).toMatchObject({ acentos: 2 })
    expect(await tratar(id, { acentos: true })).toMatchObject({ resumen: { rechazar: 0 } })
  })

  it('is read column by column though its headings are broken too', async () => {
    const csv = LISTA.replace('numero', 'número').replace('acuerdo_numero', 'número de acuerdo')
    expect(await proponer(dosVecesCodificado(csv))).toMatchObject({ estatus: 'propuesta', hallazgos: { acentos: 2 } })
  })

  it('with lost letters refuses those rows alone, with the reason, for any choice', async () => {
    const csv = csvOf([
      { clave: 'lost', nombre: 'Jes\ufffds' },
      { clave: 'control', nombre: 'Mar\u008da', actor_politico: 'PFAR' },
      { clave: 'sana', demarcacion: 'sur', actor_politico: 'PFAR' },
    ])
    const { id, hallazgos } = await proponer(csv)
    expect(hallazgos).toMatchObject({ acentos: 0, irreparables: 2 })
    expect((await tratar(id, { acentos: true })).resumen).toMatchObject({ crear: 1, rechazar: 2 })
    expect((await filas(id))[0]).toMatchObject({ errores: [{ columna: 'nombre', razon: expect.stringContaining('perdió letras') }] })
  })
})

it('a list in UTF-8 with one line of Windows-1252 keeps that line and repairs the others', async () => {
  const one = Buffer.from(csvOf([{ clave: 'uno', nombre: 'José' }]), 'latin1')
  const two = Buffer.from(csvOf([{ clave: 'dos', nombre: 'Ángela', numero: '2' }]).split('\n')[1] ?? '', 'utf8')
  const { id, hallazgos } = await proponer(Buffer.concat([one, two]))
  expect(hallazgos).toMatchObject({ acentos: 1 })
  await tratar(id, { acentos: true })
  expect((await filas(id)).map(({ nombre }) => nombre)).toEqual(['José Apellido Otro', 'Ángela Apellido Otro'])
})

describe('names all in capitals', () => {
  const MAYUSCULAS = csvOf([
    { clave: 'luz', demarcacion: 'sur', nombre: 'MARÍA DE LA LUZ', primer_apellido: 'PÉREZ', segundo_apellido: 'DE LA O', apodo: 'LA LUZ' },
    { clave: 'ana', demarcacion: 'sur', numero: '2', nombre: 'Ana' },
  ])

  it('stay as they came until somebody chooses their usual form, which is shown before', async () => {
    const propuesta = await proponer(MAYUSCULAS)
    expect(propuesta).toMatchObject({ resumen: { crear: 2, rechazar: 0 }, hallazgos: { mayusculas: 1 } })
    expect((await filas(propuesta.id))[0]).toMatchObject({
      nombre: 'MARÍA DE LA LUZ PÉREZ DE LA O',
      hallazgos: [{ tipo: 'mayusculas', antes: 'MARÍA DE LA LUZ', despues: 'María de la Luz' }, {}, { despues: 'de la O' }],
    })
    await tratar(propuesta.id, { formaUsual: true })
    expect((await filas(propuesta.id))[0]?.nombre).toBe('María de la Luz Pérez de la O')
    expect((await actOn(t, token, [propuesta.id, 'confirmar'])).body.estatus).toBe('confirmada')
    const rows = await sql(t, `select nombre, apodo from captura.persona where apodo = 'LA LUZ'`)
    expect(rows).toEqual([{ nombre: 'María de la Luz', apodo: 'LA LUZ' }])
  })
})

describe("the INE's workbook", () => {
  const CARGO = 'LEGISLATURA'
  const propia = filaDe({ ENTIDAD: 'VALLE CLARO', CARGO, 'DISTRITO LOCAL': '1', NOMBRE_CANDIDATO: 'JesÃºs CantÃº', NUM_LISTA_O_FORMULA: 1 })
  const ajena = (ENTIDAD: string, NUM_LISTA_O_FORMULA: number) => filaDe({ ENTIDAD, CARGO, NUM_LISTA_O_FORMULA })
  const rows = [propia, ajena('JALISCO', 2), ajena('DURANGO', 3), ajena('JALISCO', 4)]

  it('with broken accents is repaired like a list', async () => {
    const { id, hallazgos } = await proponer(libroDe(rows), 'libro.xlsx')
    expect(hallazgos).toMatchObject({ acentos: 1 })
    expect((await filas(id)).find(({ nombre }) => nombre === 'Jesús Cantú')).toMatchObject({ veredicto: 'rechazar' })
    await tratar(id, { acentos: true })
    const repaired = (await filas(id)).find(({ nombre }) => nombre === 'Jesús Cantú')
    expect(repaired?.errores.map(({ razon }) => razon).join()).not.toContain('acentos')
  })

  it('rejects the rows of other entidades, says how many of which, and lets nobody choose otherwise where the pack says nothing', async () => {
    const propuesta = await proponer(libroDe(rows), 'libro.xlsx')
    expect(propuesta).toMatchObject({
      hallazgos: { otrasEntidades: 3 },
      admiteOtrasEntidades: false,
      avisos: ['3 renglones son de otras entidades (Jalisco 2, Durango 1) y no se importarán.'],
    })
    const ajenas = await porHallazgo(propuesta.id, 'entidad')
    expect(ajenas.elementos.map(({ veredicto, errores }) => [veredicto, errores])).toEqual(
      Array.from({ length: 3 }, () => ['rechazar', [{ columna: 'ENTIDAD', razon: 'Es de otra entidad: no se importa.' }]]),
    )
    expect(await actOn(t, token, [propuesta.id, 'tratamiento'], { otrasEntidades: true })).toMatchObject({
      status: 409,
      body: { code: 'importacion.otras_entidades' },
    })
  })
})
