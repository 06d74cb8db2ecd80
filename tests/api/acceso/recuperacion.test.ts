import { setTimeout } from 'node:timers/promises'
import { addCuenta, advance, bitacoraOf, call, entrar, linkIn, mailsTo, navegadorOf, signIn, startAcceso } from '../../support/acceso.ts'
import type { TestApp } from '../../support/app.ts'
import { aceptar, givenInvitada, givenPareja, invitar, proponer, type Pareja } from '../../support/actos/propuestas.ts'

let test_: TestApp
let pareja: Pareja

const GOOD = 'tortuga verde camina lento'
let people = 0

const newCorreo = () => `invitada-${people++}@prueba.example`
const restablecer = (token: string, contrasena = GOOD) =>
  call(test_, '/acceso/restablecer', { method: 'post', body: { token, contrasena } })
const comprobar = (token: string) => call(test_, `/acceso/restablecer/${token}`)
const recuperar = (correo: string) => call(test_, '/acceso/recuperar', { method: 'post', body: { correo } })

beforeAll(async () => {
  test_ = await startAcceso()
  pareja = await givenPareja(test_)
})
afterAll(() => test_.close())

describe('recovery', () => {
  test('a new password by a link of one hour ends every device, and the old password', async () => {
    const { correo } = await addCuenta(test_)
    const open = await entrar(test_, correo)
    const { accessToken } = open.body as { accessToken: string }
    expect((await recuperar(correo)).status).toBe(202)
    const token = await linkIn(test_, correo)
    expect((await restablecer(token)).status).toBe(204)
    expect((await call(test_, '/acceso/yo', { token: accessToken })).status).toBe(401)
    expect((await entrar(test_, correo)).status).toBe(401)
    expect((await entrar(test_, correo, { contrasena: GOOD })).status).toBe(200)
    expect((await restablecer(token)).body).toMatchObject({ status: 410, code: 'acceso.enlace_invalido' })
    expect(await bitacoraOf(test_, 'acceso.contrasena_restablecida')).not.toEqual([])
  })

  test('answers the same for an address without account, and sends nothing', async () => {
    const { correo } = await addCuenta(test_)
    const [known, unknown] = [await recuperar(correo), await recuperar('nadie@prueba.example')]
    expect(unknown.body).toEqual(known.body)
    expect(unknown.status).toBe(known.status)
    await mailsTo(test_, correo, 1)
    await expect(mailsTo(test_, 'nadie@prueba.example', 1)).rejects.toThrow()
  })

  test('does not spare the second factor', async () => {
    const { correo } = await addCuenta(test_, 'verificacion')
    await recuperar(correo)
    await restablecer(await linkIn(test_, correo))
    expect((await entrar(test_, correo, { contrasena: GOOD, codigo: null })).body).toMatchObject({
      code: 'acceso.segundo_factor_requerido',
    })
    expect((await entrar(test_, correo, { contrasena: GOOD })).status).toBe(200)
  })

  test('ends the wait of the browser that chose it', async () => {
    const { correo } = await addCuenta(test_)
    for (let round = 0; round < 7; round += 1) await entrar(test_, correo, { contrasena: 'no es ninguna' })
    await recuperar(correo)
    const cookie = navegadorOf(await restablecer(await linkIn(test_, correo)))
    expect((await entrar(test_, correo, { contrasena: GOOD })).body).toMatchObject({ code: 'acceso.espera' })
    expect((await entrar(test_, correo, { contrasena: GOOD, cookie })).status).toBe(200)
  })

  test('a link ends after an hour, and a newer one replaces it', async () => {
    const { correo } = await addCuenta(test_)
    await recuperar(correo)
    const first = await linkIn(test_, correo)
    const back = advance(test_, { minutes: 61 })
    expect((await restablecer(first)).status).toBe(410)
    await recuperar(correo)
    const second = await linkIn(test_, correo, 2)
    back()
    expect((await restablecer(first)).status).toBe(410)
    expect((await restablecer(second)).status).toBe(204)
  })

  test('a link is asked about before anything is typed: that spends nothing and names nobody', async () => {
    const { correo } = await addCuenta(test_)
    await recuperar(correo)
    const token = await linkIn(test_, correo)
    const seen = await comprobar(token)
    expect([seen.status, seen.text]).toEqual([204, ''])
    const back = advance(test_, { minutes: 61 })
    expect((await comprobar(token)).body).toMatchObject({ status: 410, code: 'acceso.enlace_invalido' })
    back()
    expect((await restablecer(token)).status).toBe(204)
    const [spent, unknown] = [await comprobar(token), await comprobar('A'.repeat(43))]
    expect(spent.body).toMatchObject({ status: 410, code: 'acceso.enlace_invalido' })
    expect({ ...spent.body, requestId: '', instance: '' }).toEqual({ ...unknown.body, requestId: '', instance: '' })
  })

  test('asked for again and again within five minutes sends one message', async () => {
    const { correo } = await addCuenta(test_)
    for (let round = 0; round < 4; round += 1) await recuperar(correo)
    await mailsTo(test_, correo, 1)
    await expect(mailsTo(test_, correo, 2)).rejects.toThrow()
  })

  test('a link of recovery does not accept an invitation, nor the other way round', async () => {
    const { correo } = await addCuenta(test_)
    await recuperar(correo)
    expect((await aceptar(test_, { enlace: await linkIn(test_, correo) }, { contrasena: GOOD })).status).toBe(410)
    const invited = newCorreo()
    const { enlace: invitation } = await givenInvitada(test_, pareja, { correo: invited, rol: 'comision' })
    expect((await comprobar(invitation)).status).toBe(410)
    expect((await restablecer(invitation)).status).toBe(410)
  })
})

describe('without a way to send mail', () => {
  test('production refuses to invite and to recover instead of losing the message', async () => {
    const production = await startAcceso({ modo: 'produccion' })
    try {
      production.deps.config.modo = 'simulacro'
      const { token } = await signIn(production, 'administracion')
      const body = { nombre: 'Rosalba Quintanar', correo: newCorreo(), rol: 'comision' }
      const refused = { status: 503, code: 'acceso.correo_no_disponible' }
      expect((await proponer(production, token, body)).body).toMatchObject(refused)
      expect((await call(production, '/acceso/recuperar', { method: 'post', body: { correo: body.correo } })).body).toMatchObject(refused)
      expect(await production.owner.query('select 1 from acceso.propuesta_cuenta where correo = $1', [body.correo])).toEqual([])
    } finally {
      await production.close()
    }
  })

  test('when the mail server does not answer, the confirmer is told, and sending the invitation again is enough', async () => {
    const broken = await startAcceso({ correo: { url: 'smtp://127.0.0.1:9', remitente: 'conoceles@prueba.example' } })
    try {
      const two = await givenPareja(broken)
      const body = { correo: newCorreo(), rol: 'comision' }
      expect((await invitar(broken, two, body)).body).toMatchObject({ status: 503, code: 'acceso.correo_no_disponible' })
      const listed = async () => {
        const { elementos } = (await call(broken, '/acceso/cuentas', { token: two.confirma })).body as {
          elementos: { id: string; correo: string }[]
        }
        return elementos.find(({ correo }) => correo === body.correo)
      }
      expect(await listed()).toMatchObject({ invitacion: { vigente: false, venceEn: null } })
      const again = await call(broken, `/acceso/cuentas/${(await listed())?.id}/reenviar`, { method: 'post', token: two.confirma })
      expect(again.body).toMatchObject({ status: 503 })
      expect((await call(broken, '/acceso/recuperar', { method: 'post', body: { correo: body.correo } })).status).toBe(202)
    } finally {
      await broken.close()
    }
  })

  test('when the mail server does not answer, the link that did not leave keeps no other one from being sent', async () => {
    const broken = await startAcceso({ correo: { url: 'smtp://127.0.0.1:9', remitente: 'conoceles@prueba.example' } })
    try {
      const { id, correo } = await addCuenta(broken)
      const links = (which: string) => broken.owner.query(`select 1 from acceso.enlace where cuenta_id = $1 and usado_en is ${which}`, [id])
      for (const times of [1, 2]) {
        await call(broken, '/acceso/recuperar', { method: 'post', body: { correo } })
        for (let wait = 0; wait < 50 && (await links('not null')).length < times; wait += 1) await setTimeout(100)
        expect([await links('null'), (await links('not null')).length]).toEqual([[], times])
      }
    } finally {
      await broken.close()
    }
  })
})
