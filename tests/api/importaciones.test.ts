import { utils, write } from '@e965/xlsx'
import { pack as packMorelos } from '@conoceles/proceso-morelos-2024'
import { bitacoraOf } from '../support/acceso.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { send } from '../support/envios.ts'
import { csvOf, upload, type Importacion, type Row } from '../support/listas.ts'

let test_: TestApp
let token: string

beforeAll(async () => {
  test_ = await startTestApp()
  token = await test_.tokenOf('secretaria')
})
afterAll(() => test_.close())

const confirm = (id: string, json: object = {}) => send(test_, ['POST', `/importaciones/${id}/confirmar`], { token, json })
const sql = <T>(text: string, params: unknown[] = []) => test_.owner.query(text, params) as Promise<T[]>
const count = async () => (await sql<{ n: number }>('select count(*)::int as n from captura.candidatura'))[0]?.n

const formula: Row[] = [
  { clave: 'a-P', accion_afirmativa: 'Personas isleñas' },
  { clave: 'a-S', calidad: 'suplente', nombre: 'José   Ñandú', sexo: 'hombre' },
  { clave: 'b-P', actor_politico: 'LUCES', partido_origen: 'PCOM' },
]

describe('a list', () => {
  let proposal: Importacion

  it('is read and shown row by row, and changes nothing yet', async () => {
    const answer = await upload(test_, token, csvOf([...formula, { clave: 'mala', numero: '9', cargo: 'virreinato' }]))
    expect(answer.status).toBe(201)
    proposal = answer.body
    expect(proposal).toMatchObject({ estatus: 'propuesta', resumen: { crear: 3, cambiar: 0, igual: 0, rechazar: 1 } })
    expect(proposal.filas[3]).toMatchObject({ fila: 5, veredicto: 'rechazar', errores: [{ columna: 'cargo' }] })
    expect(await count()).toBe(0)
    expect(await bitacoraOf(test_, 'importacion.propuesta')).toHaveLength(1)
  })

  it('with refused rows is not confirmed unless they are left out on purpose', async () => {
    expect(await confirm(proposal.id)).toMatchObject({ status: 409, body: { code: 'importacion.con_rechazos' } })
    expect(await count()).toBe(0)
    const answer = await confirm(proposal.id, { omitirRechazadas: true })
    expect(answer).toMatchObject({ status: 200, body: { acto: 'importacion.confirmada' } })
    expect(await count()).toBe(3)
  })

  it('leaves candidaturas that are approved, not captured, and in the hands of the party of origin', async () => {
    const rows =
      await sql(`select c.clave, c.estatus, c.estatus_captura, c.cuenta_entregada::text as entrega, r.clave as responsable, o.clave as origen, p.nombre, c.accion_afirmativa
      from captura.candidatura c join captura.persona p on p.id = c.persona_id join captura.actor_politico r on r.id = c.responsable_id
      left join captura.actor_politico o on o.id = c.partido_origen_id order by c.clave`)
    const common = { estatus: 'aprobada', estatus_captura: 'sin_captura', entrega: '2030-04-20' }
    expect(rows).toEqual([
      { ...common, clave: 'a-P', responsable: 'PRIO', origen: 'PRIO', nombre: 'Nombre', accion_afirmativa: 'islena' },
      { ...common, clave: 'a-S', responsable: 'PRIO', origen: 'PRIO', nombre: 'José Ñandú', accion_afirmativa: null },
      { ...common, clave: 'b-P', responsable: 'PCOM', origen: 'PCOM', nombre: 'Nombre', accion_afirmativa: null },
    ])
  })

  it('is written into the bitácora with its claves as a hash, and wakes the publisher', async () => {
    const [entry] = await bitacoraOf(test_, 'importacion.confirmada')
    expect(entry?.detalle).toMatchObject({ creadas: 3, cambiadas: 0, omitidas: 1, claves: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect((await bitacoraOf(test_, 'candidatura.registrada'))[0]?.detalle.candidaturas).toHaveLength(3)
    expect(JSON.stringify(await bitacoraOf(test_, 'importacion.confirmada'))).not.toContain('Ñandú')
    const [pending] = await sql<{ n: number }>('select count(*)::int as n from captura.publicacion_pendiente')
    expect(pending?.n).toBe(3)
  })

  it('is confirmed once', async () => {
    expect(await confirm(proposal.id, { omitirRechazadas: true })).toMatchObject({
      status: 409,
      body: { code: 'importacion.no_confirmable' },
    })
    expect(await send(test_, ['POST', `/importaciones/${proposal.id}/descartar`], { token })).toMatchObject({ status: 409 })
  })

  it('handed in twice is equal in every row, and confirming it changes nothing', async () => {
    const before = await sql('select * from captura.candidatura order by id')
    const { body } = await upload(test_, token, csvOf(formula))
    expect(body.resumen).toEqual({ crear: 0, cambiar: 0, igual: 3, rechazar: 0 })
    expect((await confirm(body.id)).status).toBe(200)
    expect(await sql('select * from captura.candidatura order by id')).toEqual(before)
  })

  it('corrects what changed, and only that', async () => {
    const [before] = await sql<{ version: number }>(`select version from captura.candidatura where clave = 'a-P'`)
    const { body } = await upload(test_, token, csvOf([{ ...formula[0], apodo: 'La Ola', eleccion_consecutiva: 'Sí' }]))
    expect(body.filas[0]?.cambios).toEqual([
      { campo: 'apodo', antes: null, despues: 'La Ola' },
      { campo: 'eleccion_consecutiva', antes: 'no', despues: 'sí' },
    ])
    await confirm(body.id)
    const [row] = await sql(
      `select p.apodo, c.eleccion_consecutiva, c.version from captura.candidatura c join captura.persona p on p.id = c.persona_id where c.clave = 'a-P'`,
    )
    expect(row).toEqual({ apodo: 'La Ola', eleccion_consecutiva: true, version: (before?.version ?? 0) + 1 })
    expect(await count()).toBe(3)
  })

  it('creates the postulación that it implies, and says so before', async () => {
    const { body } = await upload(test_, token, csvOf([{ clave: 'c-P', actor_politico: 'PFAR', acuerdo_numero: 'VC/ACU/2' }]))
    expect(body.filas[0]?.cambios).toEqual([{ campo: 'postulacion', antes: null, despues: 'Partido Faro en Legislatura, Distrito Norte' }])
    await confirm(body.id)
    const [row] =
      await sql(`select po.orden, po.integrantes, ac.numero from captura.candidatura c join captura.postulacion po on po.id = c.postulacion_id
      join captura.acuerdo ac on ac.id = c.acuerdo_id where c.clave = 'c-P'`)
    expect(row).toEqual({ orden: 3, integrantes: [], numero: 'VC/ACU/2' })
  })

  it('whose data changed since it was shown has to be looked at again', async () => {
    const first = await upload(test_, token, csvOf([{ clave: 'd-S', demarcacion: 'sur', calidad: 'suplente' }]))
    const second = await upload(test_, token, csvOf([{ clave: 'd-S', demarcacion: 'sur', calidad: 'suplente', apodo: 'Otra' }]))
    expect((await send(test_, ['POST', `/importaciones/${first.body.id}/confirmar`], { token })).status).toBe(200)
    expect(await confirm(second.body.id)).toMatchObject({ status: 409, body: { code: 'importacion.no_confirmable' } })
  })

  it('that is discarded keeps no personal data', async () => {
    const { body } = await upload(test_, token, csvOf([{ clave: 'z', nombre: 'Zenobia', demarcacion: 'sur', numero: '2' }]))
    expect((await send(test_, ['POST', `/importaciones/${body.id}/descartar`], { token })).status).toBe(204)
    expect((await send<Importacion>(test_, ['GET', `/importaciones/${body.id}`], { token })).body).toMatchObject({
      estatus: 'descartada',
      filas: [],
    })
    expect(JSON.stringify(await sql('select * from captura.importacion where id = $1', [body.id]))).not.toContain('Zenobia')
  })

  it('stays in the list of lists, newest first, without its rows', async () => {
    const { body } = await send<{ elementos: Importacion[]; total: number; siguiente: string | null }>(test_, ['GET', '/importaciones'], {
      token,
    })
    expect(body.elementos).toHaveLength(body.total)
    expect(body.elementos[0]).toMatchObject({ estatus: 'descartada', resumen: { crear: 1 } })
    expect(body.elementos[0]).not.toHaveProperty('filas')
    expect(body.siguiente).toBeNull()
  })
})

describe('a file', () => {
  it('may be a workbook', async () => {
    const rows = csvOf([{ clave: 'xlsx-1', demarcacion: 'sur', numero: '2' }])
      .trim()
      .split('\n')
      .map((line) => line.replaceAll('"', '').split(','))
    const book = write(
      { SheetNames: ['Lista'], Sheets: { Lista: utils.aoa_to_sheet(rows) } },
      { type: 'buffer', bookType: 'xlsx' },
    ) as Buffer
    expect(await upload(test_, token, book, 'lista.xlsx')).toMatchObject({ status: 201, body: { resumen: { crear: 1 } } })
  })

  it.each<[string, string, string | Buffer, RegExp]>([
    ['without two of the columns', 'lista.csv', 'clave,nombre\n1,2\n', /Faltan columnas: cargo,/],
    ['that is something else', 'lista.csv', Buffer.from('%PDF-1.7\n'), /terminación|CSV/],
    ['without rows', 'lista.csv', csvOf([]), /vacío/],
    ['of blank rows', 'lista.csv', `${csvOf([])}${' ,'.repeat(16)} \n`, /vacío|filas/],
  ])('%s is one clear refusal', async (_title, name, content, reason) => {
    const { status, body } = await upload(test_, token, content, name)
    expect(status).toBe(422)
    expect(body).toMatchObject({
      code: 'entrada.archivo_invalido',
      errors: [{ field: 'archivo', reasons: [expect.stringMatching(reason)] }],
    })
  })

  it.each([
    ['no form at all', { json: { archivo: 'x' } }, 415],
    ['a form without file', { form: { fields: { otra: 'x' } } }, 400],
    ['a file under another name', { form: { file: { field: 'otro', name: 'a.csv', content: 'a' } } }, 400],
    ['more than 10 MB', { form: { file: { field: 'archivo', name: 'a.csv', content: Buffer.alloc(10 * 1024 * 1024 + 1, 'a') } } }, 413],
  ])('%s is refused', async (_title, sent, status) => {
    expect((await send(test_, ['POST', '/importaciones'], { token, ...sent })).status).toBe(status)
  })

  it('that is cut short is the caller’s fault', async () => {
    const answer = await test_.app.inject({
      method: 'POST',
      url: '/api/v1/importaciones',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'multipart/form-data; boundary=x' },
      payload: '--x\r\ncontent-disposition: form-data; name="archivo"; filename="a.csv"\r\n\r\nabc',
    })
    expect(answer.statusCode).toBe(400)
  })

  it('has a template that opens in a spreadsheet as text', async () => {
    const { headers, bytes } = await send(test_, ['GET', '/importaciones/plantilla.csv'], { token })
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': expect.stringContaining('attachment'),
    })
    expect(bytes.toString('utf8')).toMatch(/^\ufeff"clave","cargo",.*"acuerdo_fecha"\r\n$/)
  })
})

it.each(['validacion', 'verificacion', 'administracion'] as const)('%s does not import', async (rol) => {
  const other = await test_.tokenOf(rol, { actor: 'PRIO' })
  expect((await send(test_, ['GET', '/importaciones'], { token: other })).status).toBe(403)
  expect((await upload(test_, other, csvOf([{}]))).status).toBe(403)
})

describe('a whole state', () => {
  let big: TestApp
  beforeAll(async () => {
    big = await startTestApp({ pack: packMorelos })
  })
  afterAll(() => big.close())

  it('of 4,163 rows is proposed and confirmed in seconds', async () => {
    const secretaria = await big.tokenOf('secretaria')
    const partidos = packMorelos.actores.filter(({ tipo }) => tipo === 'partido').map(({ clave }) => clave)
    const rows = Array.from({ length: 4163 }, (_, n): Row => {
      const half = Math.floor(n / 2)
      const place = { actor_politico: partidos[half % partidos.length], numero: String(Math.floor(half / partidos.length) + 1) }
      const calidad = n % 2 ? 'suplente' : 'propietaria'
      return { ...place, calidad, clave: `rp-${n}`, cargo: 'diputacion_rp', demarcacion: '17', acuerdo_fecha: '2024-04-01' }
    })
    const { body, status } = await upload(big, secretaria, csvOf(rows))
    expect({ status, resumen: body.resumen }).toEqual({ status: 201, resumen: { crear: 4163, cambiar: 0, igual: 0, rechazar: 0 } })
    const began = performance.now()
    const answer = await send(big, ['POST', `/importaciones/${body.id}/confirmar`], { token: secretaria, json: {} })
    expect(answer.status).toBe(200)
    expect(performance.now() - began).toBeLessThan(5_000)
    const again = await upload(big, secretaria, csvOf(rows))
    expect(again.body.resumen).toEqual({ crear: 0, cambiar: 0, igual: 4163, rechazar: 0 })
  }, 60_000)
})
