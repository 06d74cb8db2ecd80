import type { EntityManager } from 'typeorm'
import { buildApp } from '../../../apps/api/src/app.ts'
import { verifyCortes } from '../../../apps/api/src/cli/verificacion/verify-cortes.ts'
import { enqueue } from '../../../apps/api/src/modules/publicacion/index.ts'
import type { PruebaCorte } from '../../../apps/visor/src/api-types.ts'
import { findInTree } from '../../../apps/visor/src/features/verificacion/prueba.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenCandidatura, moveReloj, must, sql } from '../../support/registro/candidaturas.ts'
import { Equipo, givenCapturada, verificar } from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { encolar, leer, pagina, publicar } from '../../support/publico.ts'
import { fuentePublica } from '../../support/mundos/recorrido.ts'

let test_: TestApp
let equipo: Equipo

beforeAll(async () => {
  test_ = await startTestApp()
  equipo = new Equipo(test_)
  await publicar(test_)
})
afterAll(() => test_.close())

/** Verifies as an outsider does. */
const check = () => verifyCortes(fuentePublica(test_), () => undefined)

describe('a corte', () => {
  it('is made only when something public changed', async () => {
    const of = await givenCapturada(equipo)
    expect(await publicar(test_)).not.toBeNull()
    expect(await publicar(test_)).toBeNull()
    await encolar(test_, of)
    expect(await publicar(test_)).toBeNull()
    expect(await sql(test_, 'select 1 from captura.publicacion_pendiente')).toEqual([])
  })

  it.each([
    ['when it comes', false],
    ['before it', true],
  ])('is right after one that another process made, read %s, and after one that was undone', async (_, prepared) => {
    const [of, otra] = [await givenCapturada(equipo, {}, 'validada'), await givenCapturada(equipo, {}, 'validada')]
    await publicar(test_)
    const { server, services } = await buildApp(test_.deps)
    await verificar(equipo, of)
    expect(await services.publicador.publicar()).not.toBeNull()
    await server.close()
    if (prepared) await test_.services.publicador.prepare()
    await encolar(test_, await givenCandidatura(test_))
    expect(await publicar(test_)).not.toBeNull()
    await sql(test_, `alter table publico.corte add constraint nunca check (numero = 0) not valid`)
    await verificar(equipo, otra)
    await expect(publicar(test_)).rejects.toThrow('nunca')
    await sql(test_, 'alter table publico.corte drop constraint nunca')
    const { numero } = must(await publicar(test_))
    expect(await check()).toMatchObject({ cortes: numero })
  })

  it('keeps the past: each corte names the page of then by its hash, whose bytes nobody is given any more', async () => {
    const of = await givenCapturada(equipo, {}, 'validada')
    await publicar(test_)
    const before = await pagina(test_, of)
    const sha = String(before.headers.etag).slice(1, 65)
    await verificar(equipo, of)
    const corte = await publicar(test_)
    expect((await pagina(test_, of)).text).not.toBe(before.text)
    expect((await leer(test_, `recursos/${sha}`)).status).toBe(404)
    const listed = async (numero: number) =>
      (await leer<{ recursos: { ruta: string; sha256: string }[] }>(test_, `cortes/${numero}`)).body.recursos.find(
        ({ ruta }) => ruta === `candidaturas/${of.id}`,
      )?.sha256
    expect(await listed(before.body.corte.numero)).toBe(sha)
    expect(await listed(corte?.numero ?? 0)).not.toBe(sha)
  })

  it('takes what an act left while an earlier act on the same candidatura was still waiting', async () => {
    const of = await givenCapturada(equipo, { apodo: 'Antes' })
    const runner = test_.owner.createQueryRunner()
    await runner.startTransaction()
    const tx: EntityManager = runner.manager
    await tx.query(`update captura.persona set apodo = 'Después' where id = (select persona_id from captura.candidatura where id = $1)`, [
      of.id,
    ])
    await enqueue(tx, [of.id])
    await publicar(test_)
    await runner.commitTransaction()
    await runner.release()
    await publicar(test_)
    expect((await pagina(test_, of)).text).toContain('Después')
  })

  it('that the secretaría asks for tells who asked', async () => {
    await givenCapturada(equipo)
    const { status, body } = await send<{ corte: { numero: number } }>(test_, ['POST', '/publicaciones'], {
      token: await equipo.secretaria(),
    })
    expect(status).toBe(200)
    const [entry] = await sql<{ contenido: string }>(
      test_,
      `select contenido from bitacora.acto where acto = 'corte.publicado' order by n desc limit 1`,
    )
    expect(JSON.parse(entry?.contenido ?? '')).toMatchObject({
      rol: 'secretaria',
      cuenta: expect.any(String),
      objeto: { tipo: 'corte', id: String(body.corte.numero) },
    })
    await test_.services.cache.refresh()
  })

  it('signs with a key that is public before there is anything to publish', async () => {
    await sql(test_, 'delete from publico.llave')
    expect(await publicar(test_)).toBeNull()
    expect((await leer<{ elementos: object[] }>(test_, 'llaves')).body.elementos).toHaveLength(1)
  })
})

describe('whether a candidatura was public at a corte', () => {
  const NADIE = '00000000-0000-4000-8000-00000000dead'
  const ask = (corte: number, id: string) => leer<PruebaCorte>(test_, `cortes/${corte}/candidaturas/${id}`)

  it('is proved by a few hashes below what the corte signed: of who was, and of who was not', async () => {
    const before = (await publicar(test_)) ?? (await leer<{ elementos: { numero: number }[] }>(test_, 'cortes')).body.elementos[0]
    const of = await givenCapturada(equipo)
    const corte = await publicar(test_)
    const sha = String((await pagina(test_, of)).headers.etag).slice(1, 65)
    const proved = await ask(corte?.numero ?? 0, of.id)
    expect(await findInTree(proved.body, of.id)).toEqual({ datos: sha, pagina: null, integra: true })
    const { body: entera } = await leer<object>(test_, `cortes/${corte?.numero}`)
    expect(entera).toMatchObject({ cabecera: proved.body.cabecera, firma: proved.body.firma, llave: proved.body.llave })
    for (const [numero, id] of [
      [before?.numero ?? 0, of.id],
      [corte?.numero ?? 0, NADIE],
    ] as const)
      expect(await findInTree((await ask(numero, id)).body, id)).toEqual({ datos: null, pagina: null, integra: true })
  })

  it('is not asked of a corte that is not, that signed no tree, or of somebody without an id', async () => {
    expect((await ask(99_999, NADIE)).status).toBe(404)
    expect((await ask(1, 'x')).status).toBe(400)
    const [row] = await sql<{ cabecera: string }>(test_, 'select cabecera from publico.corte where numero = 1')
    const put = (cabecera: string | undefined) => sql(test_, 'update publico.corte set cabecera = $1 where numero = 1', [cabecera])
    await put(row?.cabecera.replace(/"raiz":"[0-9a-f]{64}",/, ''))
    expect((await ask(1, NADIE)).status).toBe(404)
    await put(row?.cabecera)
    expect((await ask(1, NADIE)).status).toBe(200)
  })

  it('comes with the whole list compressed, which is not sent twice', async () => {
    const packed = await leer(test_, 'cortes/1', { 'accept-encoding': 'gzip' })
    expect([packed.status, packed.headers['content-encoding']]).toEqual([200, 'gzip'])
    const again = await leer(test_, 'cortes/1', { 'accept-encoding': 'gzip', 'if-none-match': String(packed.headers.etag) })
    expect([again.status, again.text]).toEqual([304, ''])
  })
})

describe('a change that comes into force by its date, without any act', () => {
  const on = (day: string) => moveReloj(test_, `${day}T10:00:00-07:00`)
  const regimen = async () => {
    const [row] = await sql<{ cabecera: string }>(test_, 'select cabecera from publico.corte order by numero desc limit 1')
    return JSON.parse(row?.cabecera ?? '') as { aviso: number; cuestionarios: Record<string, number> }
  }
  const newVersion = (table: string, day: string, { where = 'true', changes = {} }: { where?: string; changes?: object } = {}) =>
    sql(
      test_,
      `insert into captura.${table} select (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'version', o.version + 1,
         'vigente_desde', $1::text) || $2::jsonb)).* from captura.${table} o where ${where}`,
      [day, JSON.stringify(changes)],
    )

  it('an aviso de privacidad makes a corte on its day and not before', async () => {
    await on('2030-05-11')
    await publicar(test_)
    await newVersion('aviso_privacidad', '2030-05-12')
    expect(await publicar(test_)).toBeNull()
    await on('2030-05-12')
    expect(await publicar(test_)).not.toBeNull()
    expect((await leer(test_, 'avisos-privacidad/integral')).body).toMatchObject({ version: 2 })
    expect(await regimen()).toMatchObject({ aviso: 2, cuestionarios: { curricular: 3, identidad: 2 } })
    expect(await publicar(test_)).toBeNull()
  })

  it('a cuestionario shows its new question on every page', async () => {
    const of = await givenCandidatura(test_)
    await encolar(test_, of)
    await publicar(test_)
    const [curricular] = await sql<{ schema: object }>(test_, `select schema from captura.cuestionario where tipo = 'curricular'`)
    const schema = JSON.parse(JSON.stringify(curricular?.schema).replace('"Oficio"', '"Oficio actual"')) as object
    await newVersion('cuestionario', '2030-05-13', { where: `o.tipo = 'curricular'`, changes: { schema } })
    expect(await publicar(test_)).toBeNull()
    await on('2030-05-13')
    expect(await publicar(test_)).not.toBeNull()
    expect((await pagina(test_, of)).text).toContain('Oficio actual')
  })

  it('a version that changes no public byte is sealed once, and never again', async () => {
    await newVersion('cuestionario', '2030-05-14', { where: `o.tipo = 'identidad'` })
    await on('2030-05-14')
    expect(await publicar(test_)).not.toBeNull()
    expect(await regimen()).toMatchObject({ cuestionarios: { curricular: 4, identidad: 3 } })
    expect(await publicar(test_)).toBeNull()
  })
})

describe('a check of the cortes from outside', () => {
  /** Breaks something as an owner could, checks, and mends it. */
  const broken = async (change: string, mend: string) => {
    await sql(test_, change)
    const verdict = await check().catch((error: Error) => error.message)
    await sql(test_, mend)
    return verdict
  }

  it('finds every signature, the chain and every byte of the newest one right', async () => {
    const { cortes, recursos } = await check()
    expect(cortes).toBeGreaterThan(5)
    expect(recursos).toBeGreaterThan(5)
  })

  it('finds a byte that changed', async () => {
    const at = `(select id from publico.recurso where hasta_corte is null and ruta like 'candidaturas/%' order by id limit 1)`
    await sql(test_, 'create table copia as select * from publico.recurso')
    const verdict = await broken(
      `update publico.recurso set contenido = convert_to(replace(convert_from(contenido, 'UTF8'), '"simulacro":true', '"simulacro":false'), 'UTF8') where id = ${at}`,
      `update publico.recurso r set contenido = c.contenido from copia c where c.id = r.id`,
    )
    expect(verdict).toContain('no es lo que se firmó')
  })

  it('finds a cabecera that changed, and a corte that is missing', async () => {
    const changed = await broken(
      `update publico.corte set cabecera = replace(cabecera, '"politica":1', '"politica":2') where numero = 2`,
      `update publico.corte set cabecera = replace(cabecera, '"politica":2', '"politica":1') where numero = 2`,
    )
    expect(changed).toContain('la firma no corresponde')
    await sql(test_, 'create table cortes as select * from publico.corte where numero = 3')
    const missing = await broken('delete from publico.corte where numero = 3', 'insert into publico.corte select * from cortes')
    expect(missing).toContain('Falta el corte 3')
  })
})
