import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DataSource, EntityManager } from 'typeorm'
import { cerradas, porRotar, rotar } from '../../../apps/api/src/cli/llavero/rotar.ts'
import { leerSuprimidas, listarSuprimidas, resuprimir } from '../../../apps/api/src/cli/llavero/suprimidas.ts'
import { verifyCortes } from '../../../apps/api/src/cli/verificacion/verify-cortes.ts'
import { ownerSource } from '../../../apps/api/src/database/owner.ts'
import { ENTITIES } from '../../../apps/api/src/modules.ts'
import { IdentidadService } from '../../../apps/api/src/modules/captura/index.ts'
import type { Deps } from '../../../apps/api/src/shared/deps.ts'
import { addKey, destroyKey, openLlavero, putInForce, type Llavero } from '../../../apps/api/src/shared/criptografia/llavero.ts'
import { bitacoraOf } from '../../support/acceso.ts'
import { agujasDe, halladas } from '../../support/agujas.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { must, sql, type Given } from '../../support/registro/candidaturas.ts'
import { Equipo, givenCapturada, guardar, RESPUESTAS, verSeccion, type CapturaVista, type Problem } from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { csvOf, upload } from '../../support/registro/listas.ts'
import { packFicticio } from '../../support/proceso-ficticio/index.ts'
import { publicar } from '../../support/publico.ts'
import { fuentePublica } from '../../support/mundos/recorrido.ts'
import { respaldar, type Respaldo } from '../../support/servidor/respaldo.ts'

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
  for (let i = 0; i < 5; i += 1) all.push(await givenCapturada(equipo, { respuestas }, 'completa'))
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

describe('a backup that is restored into another database', () => {
  let respaldo: Respaldo
  let ajena: TestApp
  let other: string
  let suprimida: Given
  const conLlavero = (llavero: Llavero) => Object.assign(ajena.deps.secretos, { llavero })
  const ver = (of: Given, token: string) => send<Problem & CapturaVista>(ajena, ['GET', `/candidaturas/${of.id}/captura`], { token })

  beforeAll(async () => {
    other = mkdtempSync(join(tmpdir(), 'conoceles-otro-llavero-'))
    suprimida = must(all[4])
    await sql(
      test_,
      `update captura.persona set apodo = 'CANARIO-fuera' where id = (select persona_id from captura.candidatura where id = $1)`,
      [must(all[0]).id],
    )
    await publicar(test_)
    respaldo = await respaldar(test_.owner)
    const load = async (owner: DataSource, { clock }: Deps) => {
      await respaldo.restaurar(owner)
      const [proceso] = (await owner.query('select desfase_reloj as desfase from captura.proceso')) as { desfase: string }[]
      clock.setOffset(Number(proceso?.desfase))
      return test_.loaded
    }
    ajena = await startTestApp({ pack, load })
    conLlavero(openLlavero(other))
  })
  afterAll(async () => {
    respaldo.borrar()
    await ajena.close()
    rmSync(other, { recursive: true })
  })

  it('holds every row, and no identity answer nor key of the ring in its bytes', async () => {
    const bytes = respaldo.bytes()
    const key = test_.deps.secretos.llavero.key
    expect(bytes.includes('CANARIO-fuera')).toBe(true)
    expect(halladas(bytes, [CANARIO, key.toString('base64url'), key.toString('hex'), key.toString('latin1')].flatMap(agujasDe))).toEqual([])
    const rows = (of: TestApp) => sql(of, 'select n, hash from bitacora.acto order by n')
    expect(await rows(ajena)).toEqual(await rows(test_))
  })

  it('serves beside another key ring, and says plainly why identity answers cannot be read', async () => {
    const token = await ajena.tokenOf('captura', { actor: must(all[0]).responsable })
    const { status, body } = await ver(must(all[0]), token)
    expect([status, body.code]).toEqual([503, 'identidad.llave_ausente'])
    expect(body.title).toContain('llavero')
    expect(await cerradas(ajena.owner, ajena.deps.secretos.llavero)).toBe(all.length)
    expect(await cerradas(ajena.owner, test_.deps.secretos.llavero)).toBe(0)
    expect((await ajena.app.inject('/api/v1/publico/proceso')).statusCode).toBe(200)
    expect((await verifyCortes(fuentePublica(ajena), () => undefined)).cortes).toBeGreaterThan(0)
    expect(
      (await send<{ integra: boolean }>(ajena, ['GET', '/bitacora/verificacion'], { token: await ajena.tokenOf('auditoria') })).body
        .integra,
    ).toBe(true)
  })

  it('reads everything once its own key ring is there', async () => {
    conLlavero(test_.deps.secretos.llavero)
    for (const of of all) {
      const { body } = await ver(of, await ajena.tokenOf('captura', { actor: of.responsable }))
      expect(body.secciones.find(({ clave }) => clave === 'islas')?.respuestas).toEqual(RESPUESTA)
    }
  })

  it('suppresses again the personas who were suppressed after it, by the list that was kept apart, and once only', async () => {
    const lista = join(other, 'suprimidas.json')
    await test_.owner.transaction(async (tx) => {
      await tx.query(`select set_config('app.rol', 'transparencia', true)`)
      await tx.query('select identidad.suprimir(array[$1]::uuid[], $2, now())', [suprimida.id, 'ARCO/2030/001'])
    })
    writeFileSync(lista, JSON.stringify(await listarSuprimidas(test_.owner)))
    const again = () => resuprimir(ajena.owner, ajena.services.bitacora, must(leerSuprimidas(lista) ?? undefined))
    expect(await again()).toEqual({ hechas: 1, estaban: 0, conceden: 0, ausentes: 0 })
    expect(await again()).toEqual({ hechas: 0, estaban: 1, conceden: 0, ausentes: 0 })
    const left = async (of: TestApp) => sql(of, 'select 1 from identidad.respuesta where candidatura_id = $1', [suprimida.id])
    expect(await left(ajena)).toEqual([])
    expect(await listarSuprimidas(ajena.owner)).toEqual(await listarSuprimidas(test_.owner))
    expect(await bitacoraOf(ajena, 'identidad.suprimida')).toMatchObject([{ detalle: { motivo: 'ARCO/2030/001', trasRestaurar: true } }])
    all = all.filter((of) => of !== suprimida)
  })

  it('destroys again the answers of a persona who refused the treatment after it, and lets her be asked anew', async () => {
    const negada = must(all[3])
    const file = join(other, 'negadas.json')
    const id = randomUUID()
    await sql(
      test_,
      `insert into captura.consentimiento (id, candidatura_id, aviso_id, aviso_sha256, tratamiento, publicacion, estadistica, mecanismo, otorgado_en, revision)
       select $1, $2, aviso_id, aviso_sha256, false, false, false, 'cuenta_propia', otorgado_en + interval '1 hour', 'no_requiere'
       from captura.consentimiento where candidatura_id = $2 order by otorgado_en desc limit 1`,
      [id, negada.id],
    )
    const lista = await listarSuprimidas(test_.owner)
    expect(lista.negadas.map(({ candidaturaId }) => candidaturaId)).toEqual([negada.id])
    writeFileSync(file, JSON.stringify(lista))
    await sql(test_, 'delete from captura.consentimiento where id = $1', [id])
    const again = () => resuprimir(ajena.owner, ajena.services.bitacora, must(leerSuprimidas(file) ?? undefined))
    // A persona who consents in this base after that refusal keeps her answers.
    const negadas = lista.negadas.map((each) => ({ ...each, negadaEn: '2000-01-01T00:00:00.000Z' }))
    const antigua = await resuprimir(ajena.owner, ajena.services.bitacora, { ...lista, negadas })
    expect(antigua).toEqual({ hechas: 0, estaban: 1, conceden: 1, ausentes: 0 })
    expect(await again()).toEqual({ hechas: 1, estaban: 1, conceden: 0, ausentes: 0 })
    expect(await again()).toEqual({ hechas: 0, estaban: 2, conceden: 0, ausentes: 0 })
    const left = (table: string) => sql(ajena, `select 1 from identidad.${table} where candidatura_id = $1`, [negada.id])
    expect([await left('respuesta'), await left('llave'), await left('supresion')]).toEqual([[], [], []])
    expect(await bitacoraOf(ajena, 'identidad.suprimida')).toContainEqual(
      expect.objectContaining({ objeto: { tipo: 'candidatura', id: negada.id } }),
    )
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
    expect(await rotar(test_.owner, rotacion())).toEqual({ llaves: 0, archivos: 0, textos: 0, cuentas: 0 })
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
    expect(await porRotar(test_.owner, rotacion())).toEqual({ llaves: 0, archivos: 0, textos: 0, envios: 0 })
    clock.setOffset(offset)
  })

  it('destroyed, the old key is missed by nobody', async () => {
    destroyKey(folder, 'k1')
    Object.assign(test_.deps.secretos, { llavero: openLlavero(folder) })
    expect(() => test_.deps.secretos.llavero.conId('k1')).toThrow('not in the ring')
    await serves()
  })
})
