import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { readBase, verifyBase } from '../../../apps/api/src/cli/verificacion/verify-base.ts'
import { verifyBitacora } from '../../../apps/api/src/cli/verificacion/verify-bitacora.ts'
import { CabezasService } from '../../../apps/api/src/modules/publicacion/index.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { sql } from '../../support/registro/candidaturas.ts'
import { Equipo, givenCapturada, observar, RESPUESTAS, verCaptura } from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { leer, publicar } from '../../support/publico.ts'
import { fuentePublica } from '../../support/mundos/recorrido.ts'

interface Verificacion {
  integra: boolean
  n: number
  cabeza: string | null
  primerFallo: number | null
}

interface Row {
  n: string
  contenido: string
  anterior: Buffer
  hash: Buffer
}

let test_: TestApp
let auditoria: string
let signed: { n: number; hash: string }
let intact: Row[]

const check = async () => (await send<Verificacion>(test_, ['GET', '/bitacora/verificacion'], { token: auditoria })).body
/** Tampers as a superuser: PostgreSQL itself refuses everybody else. */
const tamper = async (...statements: string[]) => {
  for (const text of ['alter table bitacora.acto disable trigger user', ...statements, 'alter table bitacora.acto enable trigger user'])
    await sql(test_, text)
}

beforeAll(async () => {
  test_ = await startTestApp()
  const equipo = new Equipo(test_)
  auditoria = await test_.tokenOf('auditoria')
  const of = await givenCapturada(equipo, { fechaNacimiento: '1971-03-14', apodo: 'CANARIO-apodo' })
  await verCaptura(equipo, of, await equipo.verificacion())
  await observar(equipo, of, { texto: 'CANARIO-texto: no se entiende la frase.' })
  const other = await givenCapturada(equipo)
  await observar(equipo, other)
  await publicar(test_)
  const [corte] = (await leer<{ elementos: { numero: number }[] }>(test_, 'cortes')).body.elementos
  signed = (await leer<{ cabecera: { bitacora: typeof signed } }>(test_, `cortes/${corte?.numero}`)).body.cabecera.bitacora
  intact = await sql<Row>(test_, 'select n, contenido, anterior, hash from bitacora.acto order by n')
})
afterAll(() => test_.close())

describe('the chain', () => {
  it('holds from the first entry to the last, and says so with its head', async () => {
    const last = intact.at(-1)
    expect(intact.length).toBeGreaterThan(15)
    expect(await check()).toEqual({ integra: true, n: intact.length, cabeza: last?.hash.toString('hex'), primerFallo: null })
  })

  it('is SHA-256 of the hash before in hexadecimal and the content: anybody can recompute it', () => {
    let previous = ''
    for (const { contenido, hash } of intact) {
      previous = createHash('sha256')
        .update(previous + contenido)
        .digest('hex')
      expect(hash.toString('hex')).toBe(previous)
    }
  })

  it('has numbers without gaps also when many acts come at once and some of them fail', async () => {
    const { bitacora } = test_.services
    const { instituto } = test_.deps.databases
    const write = (i: number) =>
      instituto.transaction(async (tx) => {
        await bitacora.registrar(tx, { acto: 'acceso.salida', cuentaId: null, rol: null, objeto: null, detalle: { motivo: `salida ${i}` } })
        if (i % 5 === 0) throw new Error('the act failed')
      })
    const done = await Promise.allSettled(Array.from({ length: 50 }, (_, i) => write(i)))
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(40)
    expect(await check()).toMatchObject({ integra: true, n: intact.length + 40 })
    await tamper(`delete from bitacora.acto where n > ${intact.length}`)
  })

  it('is signed into each corte, its own entry included', () => {
    const entry = intact.find(({ n }) => Number(n) === signed.n)
    expect(entry?.hash.toString('hex')).toBe(signed.hash)
    expect(entry?.contenido).toContain('"acto":"corte.publicado"')
  })
})

describe('a superuser who tampers with the tables, with the triggers off', () => {
  /** Found, and where; afterwards everything is as it was. */
  const found = async (...statements: string[]): Promise<Verificacion> => {
    await tamper(...statements)
    const verdict = await check()
    await tamper('delete from bitacora.acto')
    for (const { n, contenido, anterior, hash } of intact) {
      await sql(test_, 'alter table bitacora.acto disable trigger user')
      await sql(test_, 'insert into bitacora.acto (n, contenido, anterior, hash) values ($1, $2, $3, $4)', [n, contenido, anterior, hash])
    }
    await sql(test_, 'alter table bitacora.acto enable trigger user')
    expect(await check()).toMatchObject({ integra: true, n: intact.length })
    return verdict
  }

  it.each([1, 9, 17])('and edits entry %i is found at that entry', async (n) => {
    const edit = `update bitacora.acto set contenido = replace(contenido, '"rol":"', '"rol":"x') where n = ${n}`
    const blunt = `update bitacora.acto set contenido = '{"acto":"nada"}' where n = ${n}`
    expect(await found(edit, blunt)).toMatchObject({ integra: false, primerFallo: n })
  })

  it('and edits one with its own hash right again is found at the next', async () => {
    const edit = `update bitacora.acto set contenido = '{"acto":"nada"}' where n = 9`
    const rehash = `update bitacora.acto set hash = sha256(convert_to(encode(anterior, 'hex') || contenido, 'UTF8')) where n = 9`
    expect(await found(edit, rehash)).toMatchObject({ integra: false, primerFallo: 10 })
  })

  it('and deletes from the middle is found at the gap', async () => {
    expect(await found('delete from bitacora.acto where n = 7')).toMatchObject({ integra: false, primerFallo: 7 })
  })

  it('and deletes from the middle and closes the gap is found too', async () => {
    const renumber = ['update bitacora.acto set n = -(n - 1) where n > 7', 'update bitacora.acto set n = -n where n < 0']
    expect(await found('delete from bitacora.acto where n = 7', ...renumber)).toMatchObject({ integra: false, primerFallo: 7 })
  })

  it('and swaps two entries is found at the first of them', async () => {
    const swap = [
      'update bitacora.acto set n = -4 where n = 4',
      'update bitacora.acto set n = 4 where n = 5',
      'update bitacora.acto set n = 5 where n = -4',
    ]
    expect(await found(...swap)).toMatchObject({ integra: false, primerFallo: 4 })
  })

  it('and adds one in between with a hash of its own is found', async () => {
    const shift = ['update bitacora.acto set n = -(n + 1) where n > 6', 'update bitacora.acto set n = -n where n < 0']
    const insert = `insert into bitacora.acto (n, contenido, anterior, hash) select 7, '{"acto":"nada"}', hash, sha256(convert_to(encode(hash, 'hex') || '{"acto":"nada"}', 'UTF8')) from bitacora.acto where n = 6`
    expect(await found(...shift, insert)).toMatchObject({ integra: false, primerFallo: 8 })
  })

  it('and cuts the tail is found by the head that the newest corte signed', async () => {
    expect(await found(`delete from bitacora.acto where n >= ${signed.n}`)).toMatchObject({ integra: false, primerFallo: signed.n })
  })

  it('and cuts the tail and writes another one that is longer is found by it too', async () => {
    const forge = Array.from({ length: 3 }, () => `insert into bitacora.acto (contenido) values ('{"acto":"nada"}')`)
    expect(
      await found(`delete from bitacora.acto where n >= ${signed.n}`, 'alter table bitacora.acto enable trigger user', ...forge),
    ).toMatchObject({
      integra: false,
      primerFallo: signed.n,
    })
  })

  it('and makes the corte agree is found: its signature does not', async () => {
    const forge = `update publico.corte set cabecera = replace(cabecera, '"n":${signed.n}', '"n":3') where numero = (select max(numero) from publico.corte)`
    const mend = forge.replace(`'"n":${signed.n}', '"n":3'`, `'"n":3', '"n":${signed.n}'`)
    await sql(test_, forge)
    expect(await check()).toMatchObject({ integra: false })
    await sql(test_, mend)
    expect(await check()).toMatchObject({ integra: true })
  })

  it('and empties it is found', async () => {
    expect(await found('delete from bitacora.acto')).toMatchObject({ integra: false, primerFallo: 1 })
  })
})

describe('the head that is signed each hour', () => {
  const START = Temporal.Instant.from('2035-01-01T00:00:00Z')
  const write = () =>
    test_.deps.databases.instituto.transaction((tx) =>
      test_.services.bitacora.registrar(tx, {
        acto: 'acceso.salida',
        cuentaId: null,
        rol: null,
        objeto: null,
        detalle: { motivo: 'salida' },
      }),
    )
  /** The worker of a process of its own at that minute of the machine's clock. */
  const at = (minutes: number) => {
    const clock = { ...test_.deps.clock, system: () => START.add({ minutes }) }
    return new CabezasService({ ...test_.deps, clock })
  }
  const list = async () =>
    (await leer<{ elementos: { cabecera: { numero: number; bitacora: { n: number } } }[] }>(test_, 'bitacora/cabezas')).body.elementos
  const extract = async () => (await send(test_, ['GET', '/bitacora/extracto'], { token: auditoria })).bytes.toString('utf8')

  it('is not signed while the newest corte vouches for everything, and is once something was done after it', async () => {
    expect(await at(0).firmar()).toBeNull()
    await write()
    expect(await at(0).firmar()).toMatchObject({ numero: 1, anterior: null, bitacora: { n: intact.length + 1 } })
  })

  it('waits for its hour, whichever replica looks, and for something to have been done in it', async () => {
    await write()
    expect(await at(59).firmar()).toBeNull()
    const [one, other] = [at(60), at(60)]
    const signed = await Promise.all([one.firmar(), other.firmar()])
    expect(signed.filter(Boolean)).toHaveLength(1)
    expect(await at(600).firmar()).toBeNull()
    expect((await list()).map(({ cabecera }) => [cabecera.numero, cabecera.bitacora.n])).toEqual([
      [2, intact.length + 2],
      [1, intact.length + 1],
    ])
  })

  it('says nothing of what the bitácora holds, and is changed by nobody', async () => {
    expect(Object.keys((await list())[0]?.cabecera ?? {}).sort()).toEqual(['anterior', 'bitacora', 'en', 'numero', 'tipo'])
    for (const change of ['update publico.cabeza set n = 0', 'delete from publico.cabeza', 'truncate publico.cabeza'])
      await expect(sql(test_, change)).rejects.toMatchObject({ driverError: { code: '42501' } })
  })

  it('finds a tail that was cut after the last corte, from inside and from outside', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'extracto-'))
    const file = join(folder, 'bitacora.jsonl')
    const whole = await extract()
    writeFileSync(file, whole)
    expect(await verifyBitacora(file, { source: fuentePublica(test_) })).toMatchObject({ anclado: intact.length + 2 })
    expect(await verifyBase(file, await readBase(test_.url))).toBe(intact.length + 3)
    await tamper(`delete from bitacora.acto where n > ${intact.length}`)
    await expect(readBase(test_.url).then((base) => verifyBase(file, base))).rejects.toThrow(
      `La base no tiene los actos ${intact.length + 1} a ${intact.length + 3} del extracto.`,
    )
    expect(await check()).toMatchObject({ integra: false, primerFallo: intact.length + 1 })
    writeFileSync(file, await extract())
    await expect(verifyBitacora(file, { source: fuentePublica(test_) })).rejects.toThrow(
      `El acto ${intact.length + 1} de la bitácora no es el que firmó la cabeza 1 (31 de diciembre de 2034`,
    )
    rmSync(folder, { recursive: true })
  })
})

describe('an entry', () => {
  it('says who did what to what, and from which request', () => {
    const verificada = intact
      .map(({ contenido }) => JSON.parse(contenido) as Record<string, unknown>)
      .find(({ acto }) => acto === 'candidatura.verificada')
    expect(verificada).toMatchObject({
      rol: 'verificacion',
      cuenta: expect.stringMatching(/^[0-9a-f-]{36}$/),
      objeto: { tipo: 'candidatura', id: expect.any(String) },
      peticion: expect.stringMatching(/^[0-9a-f-]{36}$/),
      en: expect.stringMatching(/Z$/),
      sistema: expect.stringMatching(/Z$/),
    })
  })

  it('names fields, never what they hold', () => {
    const all = intact.map(({ contenido }) => contenido).join('\n')
    const values = [...Object.values(RESPUESTAS.curricular.oficio), RESPUESTAS.curricular.compromiso.compromiso, 'Isla Chica']
    for (const value of [...values, 'CANARIO-', '1971-03-14', 'Nombre', 'Apellido', '@prueba.example']) expect(all).not.toContain(value)
    expect(all).toContain('"campos":["oficio","sitio"]')
  })

  it('is listed newest first, by act, page after page', async () => {
    const list = async (query: string) =>
      (
        await send<{ elementos: { n: number; acto: string }[]; siguiente: string | null }>(test_, ['GET', `/bitacora${query}`], {
          token: auditoria,
        })
      ).body
    const { elementos } = await list('?acto=captura.guardada')
    expect(elementos.map(({ acto }) => acto)).toEqual(Array.from({ length: 8 }, () => 'captura.guardada'))
    const numbers = (await list('')).elementos.map(({ n }) => n)
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a))
    expect((await list('?despues=5')).elementos.map(({ n }) => n)).toEqual([4, 3, 2, 1])
  })
})
