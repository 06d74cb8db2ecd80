import { bitacoraOf } from '../../support/acceso.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { must } from '../../support/registro/candidaturas.ts'
import { send } from '../../support/actos/envios.ts'
import { actOn, csvOf, upload, type Importacion, type Row } from '../../support/registro/listas.ts'

let test_: TestApp
let token: string

beforeAll(async () => {
  test_ = await startTestApp()
  token = await test_.tokenOf('secretaria')
})
afterAll(() => test_.close())

/** Each test begins without candidaturas. */
beforeEach(async () => {
  await sql(`truncate captura.publicacion_pendiente, captura.importacion cascade`)
  await sql('delete from captura.candidatura')
  await sql('delete from captura.persona')
})

const sql = <T>(text: string, params: unknown[] = []) => test_.owner.query(text, params) as Promise<T[]>

async function importar(rows: Row[]): Promise<Importacion> {
  const { body } = await upload(test_, token, csvOf(rows))
  expect(body.resumen.rechazar).toBe(0)
  const confirmed = await actOn(test_, token, [body.id, 'confirmar'])
  expect(confirmed.body).toMatchObject({ estatus: 'confirmada', puedeDeshacer: true, razonesDeshacer: [] })
  return confirmed.body
}

/** Everything of the register that an import may touch; versions and the acts' own records aside. */
async function register(): Promise<unknown[]> {
  return Promise.all([
    sql(`select c.clave, c.postulacion_id, c.responsable_id, c.partido_origen_id, c.numero, c.calidad, c.accion_afirmativa, c.eleccion_consecutiva,
      c.acuerdo_id, c.estatus, c.orden, c.folio_formula, c.cargo_id, c.demarcacion_id, c.actor_id, p.nombre, p.primer_apellido, p.apodo, p.fecha_nacimiento::text
      from captura.candidatura c join captura.persona p on p.id = c.persona_id order by c.clave`),
    sql('select count(*)::int as n from captura.persona'),
    sql('select contienda_id, actor_id from captura.postulacion order by 1, 2'),
    sql('select palabra, candidatura_id from captura.palabra order by 1, 2'),
  ])
}

const undo = (id: string) => actOn(test_, token, [id, 'deshacer'])

it('gives back what there was: rows created and changed, places and postulaciones', async () => {
  await importar([
    { clave: 'a', demarcacion: 'sur' },
    { clave: 'b', demarcacion: 'sur', numero: '2' },
  ])
  const before = await register()
  const second = await importar([
    { clave: 'a', demarcacion: 'sur', numero: '2', apodo: 'La Ola' },
    { clave: 'b', demarcacion: 'sur', numero: '1' },
    { clave: 'c', actor_politico: 'PFAR', acuerdo_numero: 'VC/ACU/9' },
    { clave: 'd', demarcacion: 'sur', calidad: 'suplente' },
  ])
  expect(await register()).not.toEqual(before)
  expect((await undo(second.id)).body).toMatchObject({ estatus: 'deshecha', falla: null, puedeDeshacer: false })
  expect(await register()).toEqual(before)
  const [entry] = await bitacoraOf(test_, 'importacion.deshecha')
  expect(entry?.detalle).toMatchObject({ retiradas: 2, restauradas: 2 })
  expect(await sql('select 1 from captura.importacion_fila where antes is not null')).toHaveLength(0)
})

it('is done once, and leaves the earlier import to be undone after it', async () => {
  const first = await importar([{ clave: 'a' }])
  const second = await importar([{ clave: 'a', apodo: 'Otra' }])
  expect(await undo(first.id)).toMatchObject({ status: 409, body: { code: 'importacion.no_deshacible' } })
  expect((await undo(second.id)).body.estatus).toBe('deshecha')
  expect(await undo(second.id)).toMatchObject({ status: 409 })
})

it('withdraws in the next corte what was public of it', async () => {
  const { id } = await importar([{ clave: 'a' }, { clave: 'a-S', calidad: 'suplente' }])
  await test_.services.publicador.publicar()
  expect(await sql('select 1 from publico.candidatura')).toHaveLength(2)
  expect((await undo(id)).body.estatus).toBe('deshecha')
  await test_.services.publicador.publicar()
  expect(await sql('select 1 from publico.candidatura')).toHaveLength(0)
})

describe('is refused with its reason', () => {
  let id: string
  let candidatura: string

  beforeEach(async () => {
    id = (await importar([{ clave: 'a' }, { clave: 'a-S', calidad: 'suplente' }])).id
    candidatura = must((await sql<{ id: string }>(`select id from captura.candidatura where clave = 'a'`))[0]).id
  })
  afterEach(async () => {
    expect(await sql('select 1 from captura.candidatura')).toHaveLength(2)
  })

  const expectRefused = async (reason: RegExp) => {
    const refused = { code: 'importacion.no_deshacible', errors: [{ field: 'importacion', reasons: [expect.stringMatching(reason)] }] }
    expect(await undo(id)).toMatchObject({ status: 409, body: refused })
    const { body } = await send<Importacion>(test_, ['GET', `/importaciones/${id}`], { token })
    expect(body).toMatchObject({ estatus: 'confirmada', puedeDeshacer: false, razonesDeshacer: [expect.stringMatching(reason)] })
  }

  it('once somebody captured on it', async () => {
    const captura = await test_.tokenOf('captura', { actor: 'PRIO' })
    const path = `/candidaturas/${candidatura}/captura/curricular/oficio`
    await sql(`update captura.candidatura set cuenta_entregada = '2030-04-20', captura_vence = '2030-06-01'`)
    const saved = await send(test_, ['PUT', path], { token: captura, json: { version: 0, respuestas: { oficio: 'Pesca' } }, headers: KEY })
    expect(saved.status).toBe(200)
    await expectRefused(/1 ya tienen captura, un cambio/)
  })

  it('once its accounts were delivered', async () => {
    const [acuerdo] = await sql<{ id: string }>('select id from captura.acuerdo')
    const json = {
      acuerdoId: must(acuerdo).id,
      actorPoliticoId: must(test_.loaded.actores.get('PRIO')),
      recibe: 'Representación de PRIO',
      entregadaEn: '2030-04-21T10:00:00-07:00',
    }
    expect((await send(test_, ['POST', '/entregas'], { token, json, headers: KEY })).status).toBeLessThan(300)
    await expectRefused(/2 ya tienen/)
  })

  it('once a persona has her own account', async () => {
    await test_.tokenOf('candidata', { candidaturaId: candidatura })
    await expectRefused(/1 ya tienen la cuenta de su persona/)
  })

  it('by PostgreSQL too, if somebody is faster', async () => {
    await sql(`update captura.importacion set estatus = 'deshaciendo' where id = $1`, [id])
    await sql(`update captura.candidatura set version = version + 1 where id = $1`, [candidatura])
    await test_.services.importador.trabajar()
    const { body } = await send<Importacion>(test_, ['GET', `/importaciones/${id}`], { token })
    expect(body).toMatchObject({ estatus: 'confirmada', falla: expect.stringMatching(/1 ya tienen captura/) })
  })
})

const KEY = { 'idempotency-key': 'clave-de-prueba-1' }

it.each(['validacion', 'verificacion', 'comision', 'administracion'] as const)('%s does not undo', async (rol) => {
  const { id } = await importar([{ clave: 'a' }])
  const other = await test_.tokenOf(rol, { actor: 'PRIO' })
  expect((await send(test_, ['POST', `/importaciones/${id}/deshacer`], { token: other })).status).toBe(403)
})

it('rows that disappear by undoing disappear in no other way', async () => {
  await importar([{ clave: 'a' }])
  const tables = ['candidatura', 'persona', 'acuerdo', 'postulacion', 'contienda', 'demarcacion', 'actor_politico']
  for (const table of tables) {
    const [before] = await sql<{ n: number }>(`select count(*)::int as n from captura.${table}`)
    await test_.deps.databases.instituto
      .transaction(async (tx) => {
        await tx.query(`select set_config('app.rol', 'secretaria', true)`)
        await tx.query(`delete from captura.${table}`)
      })
      .catch(() => undefined)
    expect([table, await sql(`select count(*)::int as n from captura.${table}`)]).toEqual([table, [before]])
  }
})
