import { activar, call, entrar, linkIn, startAcceso, tokenOf } from '../../support/acceso.ts'
import type { TestApp } from '../../support/app.ts'
import { sql } from '../../support/registro/candidaturas.ts'
import { aceptar, givenInvitada, givenPareja, invitar, type Pareja } from '../../support/actos/propuestas.ts'

const GOOD = 'tortuga verde camina lento'

let test_: TestApp
let pareja: Pareja
let people = 0

const newCorreo = () => `codigo-${people++}@prueba.example`

beforeAll(async () => {
  test_ = await startAcceso()
  pareja = await givenPareja(test_)
})
afterAll(() => test_.close())

describe('the code that opens an account', () => {
  test('is asked for before a second factor is offered, and the fifth wrong one ends the link', async () => {
    const correo = newCorreo()
    const invitada = await givenInvitada(test_, pareja, { correo, rol: 'verificacion' })
    const path = `/acceso/invitaciones/${invitada.enlace}`
    expect((await call(test_, path)).body).toMatchObject({ requiereFactor: true, requiereCodigoActivacion: true })
    expect((await aceptar(test_, { enlace: invitada.enlace }, { contrasena: GOOD })).body).toMatchObject({
      code: 'acceso.codigo_activacion',
    })
    for (const left of ['Quedan 4', 'Quedan 3', 'Quedan 2', 'Queda 1', 'Se agotaron']) {
      const refused = await aceptar(test_, { ...invitada, codigoActivacion: 'ZZZZ-ZZZZ' }, { contrasena: GOOD })
      expect(refused.body).not.toHaveProperty('segundoFactor')
      expect(refused.body).toMatchObject({ status: 422, code: 'acceso.codigo_activacion', detail: expect.stringContaining(left) as string })
    }
    expect((await call(test_, path)).status).toBe(410)
    expect((await aceptar(test_, invitada, { contrasena: GOOD })).status).toBe(410)
  })

  test('is taken in small letters and without its hyphen', async () => {
    const invitada = await givenInvitada(test_, pareja, { correo: newCorreo(), rol: 'comision' })
    const codigoActivacion = invitada.codigoActivacion?.toLowerCase().replace('-', ' ')
    expect((await activar(test_, { ...invitada, codigoActivacion }, GOOD)).status).toBe(200)
  })

  test('is kept as a hash, and no party has one', async () => {
    const correo = newCorreo()
    const { codigoActivacion = '' } = await givenInvitada(test_, pareja, { correo, rol: 'comision' })
    const rows = await sql(test_, 'select codigo from acceso.enlace where codigo is not null', [])
    expect(JSON.stringify(rows)).not.toContain(codigoActivacion.replace('-', ''))
    const [actorPoliticoId] = [...test_.loaded.actores.values()]
    const party = await invitar(test_, pareja, { correo: newCorreo(), rol: 'captura', actorPoliticoId })
    expect(party.body).toEqual({ codigo: null })
  })
})

describe('the first accounts', () => {
  test('come from the installation with a code, and two of them make all others', async () => {
    const correos = [newCorreo(), newCorreo()]
    const tokens: string[] = []
    for (const correo of correos) {
      const { codigo } = await test_.services.acceso.invitarAdministracion(correo)
      const enlace = await linkIn(test_, correo)
      await activar(test_, { enlace, codigoActivacion: codigo ?? '' }, GOOD)
      tokens.push(tokenOf(await entrar(test_, correo, { contrasena: GOOD })))
    }
    const [propone = '', confirma = ''] = tokens
    expect((await invitar(test_, { propone, confirma }, { correo: newCorreo(), rol: 'verificacion' })).status).toBe(200)
  })
})
