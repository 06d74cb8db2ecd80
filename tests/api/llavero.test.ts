import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DataSource, EntityManager } from 'typeorm'
import { porRotar, rotar } from '../../apps/api/src/cli/llavero/rotar.ts'
import { ownerSource } from '../../apps/api/src/database/databases.ts'
import { ENTITIES } from '../../apps/api/src/entities.ts'
import { IdentidadService } from '../../apps/api/src/modules/cuestionarios/index.ts'
import { addKey, destroyKey, openLlavero, putInForce } from '../../apps/api/src/shared/llavero.ts'
import { agujasDe, halladas } from '../support/agujas.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { must, sql, type Given } from '../support/candidaturas.ts'
import { Equipo, givenCapturada, guardar, RESPUESTAS, verSeccion } from '../support/captura.ts'
import { csvOf, upload } from '../support/listas.ts'
import { packFicticio } from '../support/proceso-ficticio/index.ts'

const CANARIO = 'CANARIO-isla-77'
const RESPUESTA = { islena: 'Sí', isla: CANARIO }
const SECCION = 'identidad/islas'

/** The pack with one question of identity that is answered in words: an option of a list would be in the cuestionario too. */
const pack = structuredClone(packFicticio)
for (const { schema } of pack.cuestionarios) {
  const { isla } = (schema as { properties: Record<string, { enum?: unknown; maxLength?: number }> }).properties
  if (isla) {
    delete isla.enum
    isla.maxLength = 40
  }
}

let test_: TestApp
let equipo: Equipo
/** A ring of this file's own: the others of the run share theirs. */
let folder: string
let all: Given[]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'conoceles-llavero-'))
  test_ = await startTestApp({ pack })
  Object.assign(test_.deps.secretos, { llavero: openLlavero(folder) })
  equipo = new Equipo(test_)
  all = []
  const respuestas = { ...RESPUESTAS, identidad: { ...RESPUESTAS.identidad, islas: RESPUESTA } }
  for (let i = 0; i < 4; i += 1) all.push(await givenCapturada(equipo, { respuestas }, 'completa'))
  await upload(test_, await equipo.secretaria(), csvOf([{ clave: 'otra' }]))
})
afterAll(async () => {
  await test_.close()
  rmSync(folder, { recursive: true, force: true })
})

const kids = async (table = 'identidad.llave') =>
  (await sql<{ kid: string; n: number }>(test_, `select kid, count(*)::int as n from ${table} group by 1 order by 1`)).map(
    ({ kid, n }) => `${kid}:${n}`,
  )
const rotacion = () => {
  const { deps, services } = test_
  return { llavero: deps.secretos.llavero, bitacora: services.bitacora, clock: deps.clock, lote: 1 }
}
/** Everybody's answers as the API hands them out, and one more save. */
async function serves(): Promise<void> {
  for (const of of all) expect((await verSeccion(equipo, of, SECCION)).respuestas).toEqual(RESPUESTA)
  const { version } = await verSeccion(equipo, must(all[0]), SECCION)
  const { status } = await guardar(equipo, { of: must(all[0]), at: SECCION }, { version, respuestas: RESPUESTA })
  expect(status).toBe(200)
}
/** All that a plain copy of the database would hold, as COPY writes it. */
async function dump(): Promise<string> {
  const schemas = `schemaname in ('acceso', 'captura', 'identidad', 'bitacora', 'publico')`
  const tables = await sql<{ t: string }>(test_, `select schemaname || '.' || tablename as t from pg_tables where ${schemas} order by 1`)
  const parts = []
  for (const { t } of tables)
    parts.push(...(await sql<{ fila: string }>(test_, `select t::text as fila from ${t} t`)).map(({ fila }) => fila))
  return parts.join('\n')
}

describe('the key ring', () => {
  it('lies outside the database, in files that only their owner reads', () => {
    expect(readdirSync(folder)).toEqual(['llavero-k1'])
    expect(statSync(join(folder, 'llavero-k1')).mode & 0o777).toBe(0o600)
  })

  it('is not in a copy of the database, and without it no identity answer can be read from one', async () => {
    const copy = await dump()
    expect(copy).toContain(must(all[0]).id)
    expect(copy.length).toBeGreaterThan(20_000)
    const key = test_.deps.secretos.llavero.key
    const agujas = [CANARIO, key.toString('base64url'), key.toString('hex'), key.toString('latin1')].flatMap(agujasDe)
    expect(halladas(copy, agujas)).toEqual([])
    const elsewhere = mkdtempSync(join(tmpdir(), 'conoceles-restaurada-'))
    const stranger = new IdentidadService({ llavero: openLlavero(elsewhere) })
    await expect(test_.owner.transaction((tx) => stranger.read(tx, must(all[0]).id))).rejects.toThrow()
    rmSync(elsewhere, { recursive: true })
  })
})

describe('a rotation while the system serves', () => {
  it('changes nothing until the new key is in force: every server can have it before', async () => {
    expect(addKey(folder)).toBe('k2')
    expect([await kids(), test_.deps.secretos.llavero.conId('k2').kid, test_.deps.secretos.llavero.kid]).toEqual([['k1:4'], 'k2', 'k1'])
    await serves()
  })

  it('killed in the middle leaves both keys alive, each row under the one that it names, and all can be read and written', async () => {
    putInForce(folder, 'k2')
    Object.assign(test_.deps.secretos, { llavero: openLlavero(folder) })
    const doomed: DataSource = await ownerSource(test_.url, ENTITIES).initialize()
    // As a kill -9 of the command: PostgreSQL sees its connection go, and the batch at hand with it.
    const onLote = async (tx: EntityManager, hechas: number) => {
      const [own] = (await tx.query('select pg_backend_pid() as pid')) as { pid: number }[]
      if (hechas === 3) await sql(test_, 'select pg_terminate_backend($1)', [own?.pid])
    }
    await expect(rotar(doomed, { ...rotacion(), onLote })).rejects.toThrow()
    await doomed.destroy()
    expect(await kids()).toEqual(['k1:2', 'k2:2'])
    await serves()
  })

  it('goes on where it stood, and then nothing is under the old key', async () => {
    await Promise.all([rotar(test_.owner, rotacion()), serves()])
    expect([await kids(), await kids('identidad.archivo')]).toEqual([['k2:4'], ['k2:1']])
    expect(await rotar(test_.owner, rotacion())).toEqual({ llaves: 0, archivos: 0, cuentas: 0 })
    await serves()
    const [entry] = await sql<{ contenido: string }>(
      test_,
      `select contenido from bitacora.acto where acto = 'llavero.rotado' order by n limit 1`,
    )
    expect(entry?.contenido).toContain('"vigente":"k2"')
  })

  it('leaves the old key needed for the answers of submissions that may be repeated, for a day', async () => {
    expect((await porRotar(test_.owner, rotacion())).envios).toBeGreaterThan(0)
    const { clock } = test_.deps
    const offset = clock.now().epochMilliseconds - clock.system().epochMilliseconds
    clock.setOffset(offset + 2 * 86_400_000)
    expect(await porRotar(test_.owner, rotacion())).toEqual({ llaves: 0, archivos: 0, envios: 0 })
    clock.setOffset(offset)
  })

  it('destroyed, the old key is missed by nobody', async () => {
    destroyKey(folder, 'k1')
    Object.assign(test_.deps.secretos, { llavero: openLlavero(folder) })
    expect(() => test_.deps.secretos.llavero.conId('k1')).toThrow('not in the ring')
    await serves()
  })
})
