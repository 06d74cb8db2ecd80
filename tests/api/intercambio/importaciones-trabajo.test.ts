import { buildApp } from '../../../apps/api/src/app.ts'
import { startImportador } from '../../../apps/api/src/modules/intercambio/importaciones/index.ts'
import { bitacoraOf } from '../../support/acceso.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { send } from '../../support/actos/envios.ts'
import { actOn, csvOf, handIn, settle, upload, type Importacion, type Row } from '../../support/registro/listas.ts'
import { pack } from '../../support/paquete.ts'

/** More than one batch of everything. */
const MANY = 1_200

let test_: TestApp
let token: string

beforeAll(async () => {
  test_ = await startTestApp({ pack })
  token = await test_.tokenOf('secretaria')
})
afterAll(() => test_.close())

const sql = <T>(text: string, params: unknown[] = []) => test_.owner.query(text, params) as Promise<T[]>
const count = async (prefix: string) =>
  (await sql<{ n: number }>('select count(*)::int as n from captura.candidatura where clave like $1', [`${prefix}-%`]))[0]?.n
const find = async (id: string) => (await send<Importacion>(test_, ['GET', `/importaciones/${id}`], { token })).body
const confirm = (id: string) => send<Importacion>(test_, ['POST', `/importaciones/${id}/confirmar`], { token, json: {} })

/** Places of representación proporcional; `lista` keeps the lists of the tests apart. */
function rowsOf(prefix: string, lista: number, many = MANY): Row[] {
  const partidos = pack.actores.filter(({ tipo }) => tipo === 'partido').map(({ clave }) => clave)
  return Array.from({ length: many }, (_, n): Row => {
    const half = Math.floor(n / 2)
    const place = { actor_politico: partidos[half % partidos.length], numero: String(lista * 100 + Math.floor(half / partidos.length) + 1) }
    const calidad = n % 2 ? 'suplente' : 'propietaria'
    return { ...place, calidad, clave: `${prefix}-${n}`, cargo: 'diputacion_rp', demarcacion: '17', acuerdo_fecha: '2024-04-01' }
  })
}

/** Cuts the connection of the job, as when its process dies, at the statement that `when` names. */
async function dyingWhen(
  when: { table: string; operation: 'insert' | 'update'; after: number },
  work: () => Promise<unknown>,
): Promise<void> {
  await sql(`create or replace function public.morir() returns trigger language plpgsql as $$ begin
    perform nextval('public.muertes');
    if currval('public.muertes') > ${when.after} then perform pg_terminate_backend(pg_backend_pid()); end if;
    return null; end $$`)
  await sql('create sequence public.muertes')
  await sql('grant usage on sequence public.muertes to public')
  await sql(`create trigger morir after ${when.operation} on ${when.table} for each statement execute function public.morir()`)
  await work().then(
    () => Promise.reject(new Error('nobody died')),
    () => undefined,
  )
  await sql(`drop trigger morir on ${when.table}`)
  await sql('drop sequence public.muertes')
}

const work = () => test_.services.importador.trabajar()

describe('a job that dies', () => {
  it('while it reads, reads again from the beginning', async () => {
    const { body } = await handIn(test_, token, csvOf(rowsOf('leer', 0)))
    await dyingWhen({ table: 'captura.importacion_fila', operation: 'insert', after: 1 }, work)
    expect(await find(body.id)).toMatchObject({ estatus: 'leyendo', avance: { hechas: expect.any(Number) } })
    expect((await settle(test_, token, body.id)).body).toMatchObject({ estatus: 'propuesta', avance: null, resumen: { crear: MANY } })
  })

  it('while it judges, judges again', async () => {
    const { body } = await handIn(test_, token, csvOf(rowsOf('juzgar', 0)))
    await dyingWhen({ table: 'captura.importacion_fila', operation: 'update', after: 2 }, work)
    expect(await find(body.id)).toMatchObject({ estatus: 'revisando' })
    expect((await settle(test_, token, body.id)).body).toMatchObject({ estatus: 'propuesta', resumen: { crear: MANY, rechazar: 0 } })
  })

  it('in the middle of writing leaves nothing of it, says how far it was, and writes all of it the next time', async () => {
    const { body } = await upload(test_, token, csvOf(rowsOf('escribir', 0)))
    expect((await confirm(body.id)).body).toMatchObject({ estatus: 'aplicando' })
    await dyingWhen({ table: 'captura.candidatura', operation: 'insert', after: 2 }, work)
    expect(await count('escribir')).toBe(0)
    const { estatus, avance } = await find(body.id)
    expect([estatus, avance?.total]).toEqual(['aplicando', 2 * MANY])
    expect(avance?.hechas).toBeGreaterThanOrEqual(MANY)
    expect((await settle(test_, token, body.id)).body).toMatchObject({ estatus: 'confirmada', avance: null })
    expect(await count('escribir')).toBe(MANY)
    const entries = await bitacoraOf(test_, 'importacion.confirmada')
    expect(entries).toHaveLength(1)
  })

  it('in the middle of undoing has undone nothing, and undoes all of it the next time', async () => {
    const [{ id } = { id: '' }] = await sql<{ id: string }>(`select id from captura.importacion where estatus = 'confirmada'`)
    await send(test_, ['POST', `/importaciones/${id}/deshacer`], { token, json: {} })
    await dyingWhen({ table: 'captura.importacion', operation: 'update', after: 2 }, work)
    expect(await count('escribir')).toBe(MANY)
    expect((await settle(test_, token, id)).body).toMatchObject({ estatus: 'deshecha' })
    expect(await count('escribir')).toBe(0)
  })

  it('again and again is not begun for ever', async () => {
    const { body } = await upload(test_, token, csvOf(rowsOf('nunca', 1)))
    await confirm(body.id)
    for (let turn = 0; turn < 3; turn += 1) await dyingWhen({ table: 'captura.candidatura', operation: 'insert', after: 0 }, work)
    expect((await settle(test_, token, body.id)).body).toMatchObject({
      estatus: 'propuesta',
      falla: expect.stringContaining('No se escribió nada'),
    })
    expect(await count('nunca')).toBe(0)
    expect((await actOn(test_, token, [body.id, 'confirmar'])).body).toMatchObject({ estatus: 'confirmada', falla: null })
  })
})

it('a process that is stopped leaves its step at once, and the next one takes it up', async () => {
  const { body } = await upload(test_, token, csvOf(rowsOf('parar', 8)))
  await confirm(body.id)
  const { services, server } = await buildApp(test_.deps)
  const worker = startImportador(services.importador, server.log)
  const total = () => find(body.id).then(({ avance }) => avance?.total ?? 0)
  while ((await total()) === 0) await new Promise((done) => setTimeout(done, 20))
  await worker.stop()
  await server.close()
  expect(await find(body.id)).toMatchObject({ estatus: 'aplicando', avance: null })
  expect(await count('parar')).toBe(0)
  expect((await settle(test_, token, body.id)).body.estatus).toBe('confirmada')
  expect(await count('parar')).toBe(MANY)
})

describe('at once', () => {
  it('two confirmations of one list: one begins it, the other is told', async () => {
    const { body } = await upload(test_, token, csvOf(rowsOf('doble', 2, 20)))
    const answers = await Promise.all([confirm(body.id), confirm(body.id)])
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409])
    expect((await settle(test_, token, body.id)).body.estatus).toBe('confirmada')
    expect(await count('doble')).toBe(20)
  })

  it('two lists that claim the same: the first is written, the second is reviewed again', async () => {
    const first = await upload(test_, token, csvOf(rowsOf('uno', 3, 20)))
    const second = await upload(test_, token, csvOf(rowsOf('dos', 3, 20)))
    await Promise.all([confirm(first.body.id), confirm(second.body.id)])
    expect((await settle(test_, token, first.body.id)).body.estatus).toBe('confirmada')
    expect(await find(second.body.id)).toMatchObject({
      estatus: 'propuesta',
      falla: expect.stringContaining('cambiaron'),
      resumen: { rechazar: 20 },
    })
    expect([await count('uno'), await count('dos')]).toEqual([20, 0])
  })

  it('two replicas: one works, the other leaves it to it', async () => {
    const { body } = await handIn(test_, token, csvOf(rowsOf('replica', 4)))
    const [done] = await Promise.all([work(), work(), work()])
    expect(done).toBeUndefined()
    expect(await find(body.id)).toMatchObject({ estatus: 'propuesta', resumen: { crear: MANY } })
  })
})

describe('a whole state', () => {
  it('with 4,163 rows is proposed and confirmed in seconds, and equal when it is handed in again', async () => {
    const rows = rowsOf('estado', 5, 4_163)
    const began = performance.now()
    const { body } = await upload(test_, token, csvOf(rows))
    expect(body.resumen).toMatchObject({ crear: 4_163, cambiar: 0, igual: 0, rechazar: 0 })
    expect(await actOn(test_, token, [body.id, 'confirmar'])).toMatchObject({ status: 200, body: { estatus: 'confirmada' } })
    expect(performance.now() - began).toBeLessThan(60_000)
    expect((await upload(test_, token, csvOf(rows))).body.resumen).toMatchObject({ crear: 0, cambiar: 0, igual: 4_163 })
  })
})
