import { DATABASE_ROLES } from '../../../apps/api/src/database/pools.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenCandidatura, sql } from '../../support/registro/candidaturas.ts'
import { Equipo, guardar } from '../../support/actos/captura.ts'
import { connectAs, count, REFUSED } from '../../support/roles.ts'

const APP_ROLES = DATABASE_ROLES.map((role) => `conoceles_${role}`)
const OURS = `nspname in ('acceso', 'captura', 'identidad', 'bitacora', 'publico')`

let test_: TestApp

beforeAll(async () => {
  test_ = await startTestApp()
  const equipo = new Equipo(test_)
  await guardar(equipo, { of: await givenCandidatura(test_), at: 'curricular/oficio' }, { respuestas: { oficio: 'Pesca' } })
})
afterAll(() => test_.close())

describe('the roles of the application', () => {
  it('are neither superusers nor above row-level security, create nothing and inherit from nobody', async () => {
    const rows = await sql(
      test_,
      `select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as strong,
         exists (select 1 from pg_auth_members m where m.member = r.oid) as member from pg_roles r where rolname = any($1) order by 1`,
      [APP_ROLES],
    )
    expect(rows).toEqual([...APP_ROLES].sort().map((rolname) => ({ rolname, strong: false, member: false })))
  })

  it('own no table, schema, function nor sequence; their owner cannot sign in', async () => {
    const owners = await sql<{ owner: string }>(
      test_,
      `select distinct pg_get_userbyid(o) as owner from (
         select relowner as o from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OURS}
         union select nspowner from pg_namespace where ${OURS}
         union select proowner from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${OURS}) owners`,
    )
    expect(owners).toEqual([{ owner: 'conoceles_dueno' }])
    expect(await sql(test_, `select rolcanlogin, rolsuper, rolbypassrls from pg_roles where rolname = 'conoceles_dueno'`)).toEqual([
      { rolcanlogin: false, rolsuper: false, rolbypassrls: false },
    ])
  })

  it('create nothing anywhere, and nothing is open to everybody', async () => {
    const schemas = (await sql<{ nspname: string }>(test_, `select nspname from pg_namespace where ${OURS} or nspname = 'public'`)).map(
      ({ nspname }) => nspname,
    )
    for (const role of APP_ROLES) {
      for (const schema of schemas) {
        const [row] = await sql(test_, `select has_schema_privilege($1, $2, 'create') as may`, [role, schema])
        expect([role, schema, row]).toEqual([role, schema, { may: false }])
      }
    }
    expect(
      await sql(test_, `select table_name from information_schema.role_table_grants where grantee = 'PUBLIC' and table_schema = any($1)`, [
        schemas,
      ]),
    ).toEqual([])
  })

  it('give up a statement, a lock and an idle transaction in time', async () => {
    const rows = await sql<{ rolname: string; settings: string[] }>(
      test_,
      `select rolname, setconfig as settings from pg_db_role_setting s join pg_roles r on r.oid = s.setrole where setdatabase = 0 and rolname = any($1)`,
      [APP_ROLES],
    )
    expect(rows).toHaveLength(APP_ROLES.length)
    for (const { settings } of rows) {
      expect([...settings].sort()).toEqual(['idle_in_transaction_session_timeout=15s', 'lock_timeout=3s', 'statement_timeout=8s'])
    }
  })
})

describe('row-level security', () => {
  it('is on and forced on every table that holds something of one party or persona', async () => {
    const rows = await sql<{ t: string; forced: boolean }>(
      test_,
      `select n.nspname || '.' || c.relname as t, c.relrowsecurity and c.relforcerowsecurity as forced
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname in ('captura', 'identidad') and (n.nspname = 'identidad' or c.relname in ('candidatura', 'persona')
         or exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname in ('candidatura_id', 'persona_id', 'cuenta_id', 'creada_por')))`,
    )
    expect(rows.length).toBeGreaterThanOrEqual(11)
    expect(rows.filter(({ forced }) => !forced)).toEqual([])
  })

  it('binds the owner of the tables too', async () => {
    const seen = await test_.owner.transaction(async (tx) => {
      await tx.query('set local role conoceles_dueno')
      return (await tx.query('select id from captura.candidatura')) as object[]
    })
    expect(seen).toEqual([])
  })
})

describe('the bitácora', () => {
  const CHANGES = ['update bitacora.acto set contenido = contenido', 'delete from bitacora.acto', 'truncate bitacora.acto']

  it.each(DATABASE_ROLES)('is not changed by conoceles_%s', async (role) => {
    const client = await connectAs(test_, role)
    for (const text of CHANGES) expect([text, await count(client, { text }, { rol: 'administracion' })]).toEqual([text, REFUSED])
    expect(await count(client, { text: 'alter table bitacora.acto disable trigger all' })).toBe(REFUSED)
    await client.end()
  })

  it.each(['conoceles_dueno', 'postgres'])('is not changed by its owner %s either', async (role) => {
    for (const text of CHANGES) {
      const attempt = test_.owner.transaction(async (tx) => {
        await tx.query(`set local role ${role}`)
        await tx.query(text)
      })
      await expect(attempt).rejects.toMatchObject({ driverError: { code: REFUSED } })
    }
  })

  it('takes no number, hash nor link from the role that adds to it', async () => {
    const client = await connectAs(test_, 'instituto')
    const text = `insert into bitacora.acto (n, contenido, anterior, hash) values (1, '{}', '', '')`
    expect(await count(client, { text })).toBe(REFUSED)
    await client.end()
  })

  it('is not read by parties nor by the reader', async () => {
    for (const role of ['actor', 'lector', 'acceso'] as const) {
      const client = await connectAs(test_, role)
      expect([role, await count(client, { text: 'select 1 from bitacora.acto' }, { rol: 'auditoria' })]).toEqual([role, REFUSED])
      await client.end()
    }
  })
})

describe('the publisher', () => {
  it('reads what it needs and writes nothing private but its own queue, what it withdrew, who was counted, pseudonyms and the bitácora', async () => {
    const grants = await sql<{ t: string; privilege_type: string }>(
      test_,
      `select table_schema || '.' || table_name as t, privilege_type from information_schema.role_table_grants
       where grantee = 'conoceles_publicador' and table_schema <> 'publico' and privilege_type <> 'SELECT' order by 1, 2`,
    )
    expect(grants).toEqual([
      { t: 'captura.estadistica_contada', privilege_type: 'INSERT' },
      { t: 'captura.estadistica_corte', privilege_type: 'INSERT' },
      { t: 'captura.estadistica_cruce', privilege_type: 'INSERT' },
      { t: 'captura.estadistica_lote', privilege_type: 'INSERT' },
      { t: 'captura.publicacion_pendiente', privilege_type: 'DELETE' },
      { t: 'captura.publicacion_pendiente', privilege_type: 'INSERT' },
      { t: 'captura.recurso_retirado', privilege_type: 'DELETE' },
      { t: 'captura.recurso_retirado', privilege_type: 'INSERT' },
      { t: 'identidad.codificacion_texto', privilege_type: 'DELETE' },
      { t: 'identidad.codificacion_texto', privilege_type: 'INSERT' },
    ])
  })
})
