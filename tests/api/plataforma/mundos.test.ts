import type pg from 'pg'
import { ROLES } from '@conoceles/domain'
import { act, type Quien } from '../../../apps/api/src/shared/act.ts'
import { DATABASE_ROLES, type DatabaseRole } from '../../../apps/api/src/database/pools.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { actorId, givenCandidatura, must, sql, type Given } from '../../support/registro/candidaturas.ts'
import { Equipo, givenCapturada, guardar, observar } from '../../support/actos/captura.ts'
import { csvOf, upload } from '../../support/registro/listas.ts'
import { entregarArchivos, revisar, ROWS_OF_B, trabajar, vivir } from '../../support/mundos/mundos.ts'
import { encolar } from '../../support/publico.ts'
import { attempt, connectAs, count, REFUSED, type Ajustes } from '../../support/roles.ts'

const STAFF = ROLES.filter((rol) => !['captura', 'validacion', 'candidata'].includes(rol))
const PRIVATE = `schemaname in ('acceso', 'captura', 'identidad', 'bitacora')`

let test_: TestApp
let clients: Record<DatabaseRole, pg.Client>
/** Candidaturas of party A, which asks, and of party B, which must stay unseen. */
let own: Given
let other: Given
let draft: Given
let asA: Ajustes

beforeAll(async () => {
  test_ = await startTestApp()
  const equipo = new Equipo(test_)
  own = await givenCapturada(equipo, { actor: 'PRIO' }, 'completa')
  other = await givenCapturada(equipo, { actor: 'PFAR', contienda: 'legislatura-sur' }, 'validada')
  draft = await givenCandidatura(test_, { actor: 'PFAR', contienda: 'alcaldia-m1' })
  await observar(equipo, other)
  await guardar(equipo, { of: draft, at: 'curricular/oficio' }, { respuestas: { oficio: 'Pesca' }, clave: 'de-b-1' })
  await entregarArchivos(equipo, draft)
  await upload(test_, await equipo.secretaria(), csvOf([{ clave: 'otra' }]))
  await vivir(equipo, draft)
  await trabajar(test_)
  await revisar(test_, other)
  await encolar(test_, other)
  asA = { rol: 'validacion', actor: actorId(test_, 'PRIO') }
  const pairs = await Promise.all(DATABASE_ROLES.map(async (role) => [role, await connectAs(test_, role)] as const))
  clients = Object.fromEntries(pairs) as typeof clients
})
afterAll(async () => {
  await Promise.all(Object.values(clients).map((client) => client.end()))
  await test_.close()
})

const tables = async (condition: string) =>
  (await sql<{ t: string }>(test_, `select schemaname || '.' || tablename as t from pg_tables where ${condition} order by 1`)).map(
    ({ t }) => t,
  )
const rlsTables = () => tables('rowsecurity')
const ofB = () => [other.id, draft.id]
const keysOfB = async (table: string) => {
  const { key, where } = must(ROWS_OF_B[table])
  return (await sql<{ key: string }>(test_, `select ${key}::text as key from ${table} where ${where}`, [ofB()])).map((row) => row.key)
}

/** No row, or not even the right to look for one. */
function expectNothing(where: string, found: number | string): void {
  expect([where, found === REFUSED ? 0 : found]).toEqual([where, 0])
}

describe('the reader of the public world', () => {
  it('is refused by PostgreSQL on every private table, whatever it sets', async () => {
    const names = await tables(PRIVATE)
    expect(names.length).toBeGreaterThan(25)
    for (const table of names) {
      for (const text of [`select 1 from ${table}`, `insert into ${table} default values`, `delete from ${table}`, `truncate ${table}`]) {
        expect([text, await count(clients.lector, { text }, { rol: 'verificacion' })]).toEqual([text, REFUSED])
      }
    }
  })

  it('reads what is public and changes none of it', async () => {
    for (const table of await tables(`schemaname = 'publico'`)) {
      // Visits it only adds to, by a function.
      const refused = (await count(clients.lector, { text: `select 1 from ${table} limit 1` })) === REFUSED
      expect([table, refused]).toEqual([table, table === 'publico.visita'])
      for (const text of [`insert into ${table} default values`, `delete from ${table}`, `update ${table} set ctid = ctid`]) {
        expect(await count(clients.lector, { text })).not.toEqual(expect.any(Number))
      }
    }
  })

  it('cannot become anybody else', async () => {
    for (const role of ['conoceles_dueno', 'conoceles_instituto', 'conoceles_publicador', 'postgres']) {
      expect(await count(clients.lector, { text: `set role ${role}` })).toBe(REFUSED)
    }
  })
})

describe('party A, with nothing but SQL', () => {
  it('finds every table with row-level security in this test, and rows of party B in each', async () => {
    expect(Object.keys(ROWS_OF_B).sort()).toEqual(await rlsTables())
    for (const table of await rlsTables()) expect([table, (await keysOfB(table)).length]).not.toEqual([table, 0])
  })

  it('sees rows of its own and none of party B', async () => {
    for (const table of await rlsTables()) {
      const { key } = must(ROWS_OF_B[table])
      const seen = await attempt(clients.actor, { text: `select ${key}::text as key from ${table}` }, asA)
      const keys = typeof seen === 'string' ? [] : (seen.rows as { key: string }[]).map((row) => row.key)
      expect(seen === REFUSED || typeof seen !== 'string').toBe(true)
      const hidden = new Set(await keysOfB(table))
      expect([table, keys.filter((each) => hidden.has(each))]).toEqual([table, []])
    }
    expect(await count(clients.actor, { text: 'select 1 from captura.seccion' }, asA)).toBeGreaterThan(0)
    expect(await count(clients.actor, { text: 'select 1 from identidad.respuesta' }, asA)).toBeGreaterThan(0)
  })

  it('changes and deletes none of them', async () => {
    for (const table of await rlsTables()) {
      const { key } = must(ROWS_OF_B[table])
      const values = [await keysOfB(table)]
      const where = `where ${key}::text = any($1)`
      for (const text of [`delete from ${table} ${where}`, `update ${table} set ${key} = ${key} ${where}`]) {
        expectNothing(text, await count(clients.actor, { text, values }, asA))
      }
    }
    const text = 'update captura.candidatura set version = version + 1 where id = any($1)'
    expect(await count(clients.actor, { text, values: [ofB()] }, asA)).toBe(0)
  })

  it('adds no row to what is party B’s, nor hands over one of its own', async () => {
    for (const table of (await rlsTables()).filter((each) => each !== 'captura.imagen')) {
      const { key, where } = must(ROWS_OF_B[table])
      const [row] = await sql<{ row: Record<string, unknown> }>(test_, `select to_json(t) as row from ${table} t where ${where} limit 1`, [
        ofB(),
      ])
      const fresh = key === 'id' ? { ...must(row).row, id: test_.loaded.procesoId } : must(row).row
      const text = `insert into ${table} select * from json_populate_record(null::${table}, $1)`
      expect([table, await count(clients.actor, { text, values: [JSON.stringify(fresh)] }, asA)]).toEqual([table, REFUSED])
    }
    const handing = 'update captura.seccion set candidatura_id = $2 where candidatura_id = $1'
    expect(await count(clients.actor, { text: handing, values: [own.id, other.id] }, asA)).toBe(REFUSED)
  })

  it.each<[string, () => Ajustes]>([
    ['without any setting', () => ({})],
    ['with a party and no role', () => ({ actor: actorId(test_, 'PFAR') })],
    ['with a role and no party', () => ({ rol: 'captura', actor: '' })],
    ['with a role of the institute', () => ({ rol: 'verificacion', actor: actorId(test_, 'PFAR') })],
    ['with a role that does not exist', () => ({ rol: `captura' or true --`, actor: actorId(test_, 'PFAR') })],
  ])('%s there are no rows at all', async (_title, ajustes) => {
    for (const table of await rlsTables()) {
      expectNothing(table, await count(clients.actor, { text: `select 1 from ${table}` }, ajustes()))
    }
  })

  it('a persona sees her own candidatura and no other of her party', async () => {
    const ajustes = { rol: 'candidata', candidatura: draft.id, actor: actorId(test_, 'PFAR') }
    const seen = await attempt(clients.actor, { text: 'select id from captura.candidatura' }, ajustes)
    expect((seen as pg.QueryResult<{ id: string }>).rows).toEqual([{ id: draft.id }])
  })
})

describe('the staff of the institute', () => {
  it('without a setting, or with a role of a party, finds no rows at all', async () => {
    for (const ajustes of [{}, { rol: 'captura', actor: actorId(test_, 'PFAR') }, { rol: '' }]) {
      for (const table of (await rlsTables()).filter((each) => each !== 'captura.envio')) {
        expectNothing(table, await count(clients.instituto, { text: `select 1 from ${table}` }, ajustes))
      }
    }
  })

  it.each(STAFF)('with the role %s sees identity rows only as reviewer, and only of what was validated', async (rol) => {
    for (const table of ['identidad.llave', 'identidad.respuesta', 'identidad.formato', 'captura.seccion', 'captura.consentimiento']) {
      const key = 'candidatura_id'
      const seen = await attempt(clients.instituto, { text: `select distinct ${key} from ${table}` }, { rol })
      const ids = typeof seen === 'string' ? [] : (seen.rows as { candidatura_id: string }[]).map((row) => row.candidatura_id)
      const reach = rol === 'verificacion' && !['identidad.formato', 'identidad.llave'].includes(table)
      // The Unidad de Transparencia reads what personas decided, never what they answered.
      if (rol === 'transparencia' && table === 'captura.consentimiento') expect(ids.length).toBeGreaterThan(1)
      else expect([table, ids]).toEqual([table, reach ? [other.id] : []])
    }
  })
})

describe('200 transactions of two parties, interleaved over one pool', () => {
  const quien = (actor: string): Quien => ({
    cuentaId: test_.loaded.procesoId,
    rol: 'captura',
    actorPoliticoId: actorId(test_, actor),
    candidaturaId: null,
    requestId: 'prueba',
  })

  it('never see a row of each other, and leave nothing behind for a read without settings', async () => {
    const { databases } = test_.deps
    const read = 'select distinct responsable_id as id, pg_sleep(random() * 0.01) is null as slept from captura.candidatura'
    const party = (i: number) => (i % 2 === 0 ? 'PRIO' : 'PFAR')
    const seen = await Promise.all(
      Array.from({ length: 200 }, (_, i) => act(databases, quien(party(i)), (tx) => tx.query(read) as Promise<{ id: string }[]>)),
    )
    seen.forEach((rows, i) => expect(rows.map(({ id }) => id)).toEqual([actorId(test_, party(i))]))
    const bare = await Promise.all(Array.from({ length: 30 }, () => databases.actor.query('select id from captura.candidatura')))
    expect(bare.flat()).toEqual([])
  })
})
