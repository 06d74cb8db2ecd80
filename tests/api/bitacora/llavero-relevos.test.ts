import { createPrivateKey, randomUUID, sign } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { razonParaConservar, relevar } from '../../../apps/api/src/cli/llavero/relevar.ts'
import { verifyCortes } from '../../../apps/api/src/cli/verificacion/verify-cortes.ts'
import { AcusesService } from '../../../apps/api/src/modules/bitacora/acuses.service.ts'
import { announceLlave } from '../../../apps/api/src/modules/publicacion/index.ts'
import { addKey, destroyKey, putInForce, type Clase } from '../../../apps/api/src/shared/criptografia/llavero.ts'
import { openSecretos, type Firma } from '../../../apps/api/src/shared/criptografia/secretos.ts'
import { addCuenta, advance, bitacoraOf, call, codeNow, cookieOf, entrar, renovar, signIn, tokenOf } from '../../support/acceso.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenCandidatura, must, sql } from '../../support/registro/candidaturas.ts'
import { send } from '../../support/actos/envios.ts'
import { encolar, leer, publicar } from '../../support/publico.ts'
import { fuentePublica } from '../../support/mundos/recorrido.ts'

/** Keys are looked at once a second. */
const LOOK_MS = 1_200

let test_: TestApp
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'conoceles-relevos-'))
  test_ = await startTestApp({ secretos: folder, config: { proxy: '127.0.0.1' } })
})
afterAll(async () => {
  await test_.close()
  rmSync(folder, { recursive: true, force: true })
})

const relevo = (clase: Exclude<Clase, 'llavero'>, kid: string) => {
  const { deps, services } = test_
  return { folder, clase, kid, bitacora: services.bitacora, clock: deps.clock }
}

/** As the commands `nueva` and `rotar` do, beside the system that serves. */
async function rotar(clase: Exclude<Clase, 'llavero'>): Promise<string> {
  const kid = addKey(folder, clase)
  await relevar(test_.owner, relevo(clase, kid))
  await pause(LOOK_MS)
  return kid
}

const lastRotation = async () => must((await bitacoraOf(test_, 'llavero.rotado')).at(-1)).detalle

describe('another key of the sessions', () => {
  const headerOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as { kid: string }
  const enters = async (token: string) => (await call(test_, '/acceso/yo', { token })).status

  it('ends no session: tokens of the key before are good until they expire, and renewals bring the new one', async () => {
    const { token, cookie, cuenta } = await signIn(test_, 'comision')
    const kid = await rotar('jwt')
    expect([headerOf(token).kid, await enters(token)]).toEqual(['k1', 200])
    const renewed = tokenOf(await renovar(test_, cookie))
    expect([headerOf(renewed).kid, await enters(renewed)]).toEqual([kid, 200])
    expect(await lastRotation()).toEqual({ clase: 'jwt', anterior: 'jwt-k1', vigente: `jwt-${kid}` })

    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, number>
    const thief = createPrivateKey(openSecretos(folder).jwt.conId('k1').privateKey)
    const forge = (change: object) => {
      const payload = Buffer.from(JSON.stringify({ ...claims, sub: cuenta.id, jti: randomUUID(), ...change })).toString('base64url')
      const input = `${token.split('.')[0]}.${payload}`
      return `${input}.${sign(null, Buffer.from(input), thief).toString('base64url')}`
    }
    const later = Math.floor(Date.now() / 1000) + 30
    expect(await enters(forge({}))).toBe(200)
    expect(await enters(forge({ iat: later, exp: later + 600 }))).toBe(401)
    expect(await enters(forge({ exp: later + 86_400 }))).toBe(401)

    expect(await razonParaConservar(test_.owner, relevo('jwt', 'k1'))).toMatch(/^Hay sesiones que todavía la usan: espere 10 minutos\.$/)
    const back = advance(test_, { minutes: 11 })
    expect(await razonParaConservar(test_.owner, relevo('jwt', 'k1'))).toBeNull()
    back()
    destroyKey(folder, 'k1', 'jwt')
    await pause(LOOK_MS)
    expect([await enters(token), await enters(renewed)]).toEqual([401, 200])
  })
})

describe('another signing key', () => {
  const acuse = async () => {
    const acuses = new AcusesService(test_.deps)
    const firmado = acuses.firmar('documento.recibido', { uno: 1 })
    await test_.deps.databases.instituto.transaction((tx) => acuses.guardar(tx, firmado))
    return firmado.folio
  }
  const check = async (folio: string) => (await leer<{ valido: boolean; llave: string }>(test_, `acuses/${folio}`)).body
  const verificada = async () =>
    (await send<{ integra: boolean }>(test_, ['GET', '/bitacora/verificacion'], { token: await test_.tokenOf('auditoria') })).body.integra
  let before: Firma

  it('is recognised by the one before, and what both signed is checked from outside', async () => {
    before = test_.deps.secretos.firma
    await encolar(test_, await givenCandidatura(test_))
    await publicar(test_)
    const first = await acuse()
    await rotar('firma')
    const after = test_.deps.secretos.firma
    expect(after.id).not.toBe(before.id)
    await encolar(test_, await givenCandidatura(test_))
    await publicar(test_)
    const second = await acuse()

    const told: string[] = []
    expect(await verifyCortes(fuentePublica(test_), (sentence) => void told.push(sentence))).toMatchObject({ cortes: 2 })
    expect(told.filter((sentence) => sentence.startsWith('Llave '))).toHaveLength(2)
    expect([await check(first), await check(second)]).toMatchObject([
      { valido: true, llave: before.id },
      { valido: true, llave: after.id },
    ])
    const { body } = await leer<{ elementos: { id: string; desde: string | null; hasta: string | null; anterior: string | null }[] }>(
      test_,
      'llaves',
    )
    const [old, current] = body.elementos
    expect(old).toMatchObject({ id: before.id, desde: null, anterior: null })
    expect(current).toMatchObject({ id: after.id, desde: old?.hasta, hasta: null, anterior: before.id })
    expect(await lastRotation()).toMatchObject({ clase: 'firma', vigente: 'firma-k2', firma: { anterior: before.id, llave: after.id } })
    expect(await verificada()).toBe(true)
  })

  it('signs alone: a replica without it publishes nothing with the one before', async () => {
    const stale = test_.deps.databases.publicador.transaction((tx) => announceLlave(tx, before))
    await expect(stale).rejects.toThrow(`the signing key ${before.id} was replaced`)
  })

  it('is put in force by the same command where it was interrupted', async () => {
    putInForce(folder, 'k1', 'firma')
    expect(await relevar(test_.owner, relevo('firma', 'k2'))).toEqual({ anterior: 'k1' })
    expect(await relevar(test_.owner, relevo('firma', 'k2'))).toBeNull()
    expect(await sql(test_, 'select 1 from publico.llave')).toHaveLength(2)
  })

  it('leaves the one before to be destroyed: its public key is enough to check', async () => {
    expect(await razonParaConservar(test_.owner, relevo('firma', 'k1'))).toBeNull()
    destroyKey(folder, 'k1', 'firma')
    await pause(LOOK_MS)
    expect(existsSync(join(folder, 'firma.pem'))).toBe(false)
    expect(await verifyCortes(fuentePublica(test_), () => undefined)).toMatchObject({ cortes: 2 })
    expect(await verificada()).toBe(true)
  })
})

describe('another key of the passwords', () => {
  const storedOf = async (id: string) =>
    must((await sql<{ contrasena: string }>(test_, 'select contrasena from acceso.cuenta where id = $1', [id]))[0]).contrasena

  it('lets everybody in with the same password, which passes to it then', async () => {
    const [one, other] = [await addCuenta(test_, 'comision', { totp: true }), await addCuenta(test_, 'comision', { totp: true })]
    // As hashes were kept before there could be a second key.
    await sql(test_, `update acceso.cuenta set contrasena = replace(contrasena, 'k1$', '$') where id = $1`, [one.id])
    const kid = await rotar('pimienta')
    const waiting = Number(/^\d+/.exec((await razonParaConservar(test_.owner, relevo('pimienta', 'k1'))) ?? '')?.[0])
    expect(waiting).toBeGreaterThanOrEqual(2)
    expect((await entrar(test_, one.correo, { codigo: codeNow(test_), contrasena: 'otra-contrasena-1' })).status).toBe(401)
    for (const { id, correo } of [one, other]) {
      const answer = await entrar(test_, correo, { codigo: codeNow(test_) })
      expect([answer.status, cookieOf(answer) !== '']).toEqual([200, true])
      expect(await storedOf(id)).toMatch(new RegExp(`^${kid}\\$argon2id\\$`))
    }
    expect(await razonParaConservar(test_.owner, relevo('pimienta', 'k1'))).toMatch(new RegExp(`^${waiting - 2} cuentas|^$`))
  })

  it('makes no password good again once the one before is gone', async () => {
    const { correo } = await addCuenta(test_, 'comision', { totp: true })
    await sql(test_, `update acceso.cuenta set contrasena = replace(contrasena, 'k2$', 'k1$') where correo = $1`, [correo])
    destroyKey(folder, 'k1', 'pimienta')
    await pause(LOOK_MS)
    expect((await entrar(test_, correo, { codigo: codeNow(test_) })).status).toBe(401)
  })
})
