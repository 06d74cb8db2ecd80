import { activar, addCuenta, bitacoraOf, call, mailsTo, signIn, startAcceso } from '../../support/acceso.ts'
import type { TestApp } from '../../support/app.ts'
import { sql } from '../../support/registro/candidaturas.ts'
import { aceptar, decidir, givenInvitada, givenPareja, idOf, invitar, proponer, type Pareja } from '../../support/actos/propuestas.ts'

const GOOD = 'tortuga verde camina lento'
const INSTITUTE = ['verificacion', 'secretaria', 'transparencia', 'comision', 'administracion', 'auditoria'] as const

let test_: TestApp
let pareja: Pareja
let people = 0

const newCorreo = () => `propuesta-${people++}@prueba.example`
const listar = async (token: string) =>
  (await call(test_, '/acceso/propuestas', { token })).body as { elementos: Propuesta[]; confirmadores: number }
const activas = async (correo: string) => sql(test_, `select rol from acceso.cuenta where correo = $1 and estatus = 'activa'`, [correo])

interface Propuesta {
  id: string
  correo: string
  estatus: string
  autoria: string
  razones: string[]
  advertencias: string[]
  motivo: string | null
}

beforeAll(async () => {
  test_ = await startAcceso()
  pareja = await givenPareja(test_)
})
afterAll(() => test_.close())

describe('one administración alone', () => {
  test.each([...INSTITUTE, 'captura', 'candidata'] as const)(
    'cannot open an account of %s, in whatever order it calls the routes',
    async (rol) => {
      const solo = await signIn(test_, 'administracion')
      const correo = newCorreo()
      const reach = rol === 'captura' ? { actorPoliticoId: [...test_.loaded.actores.values()][0] } : {}
      const body = { correo, rol, ...reach }
      expect((await call(test_, '/acceso/cuentas', { method: 'post', token: solo.token, body: { nombre: 'Otra', ...body } })).status).toBe(
        405,
      )
      const proposed = await proponer(test_, solo.token, body)
      if (rol === 'candidata') return expect(proposed.status).toBe(400)
      const id = idOf(proposed)
      for (const act of ['confirmar', 'rechazar']) {
        const refused = await decidir(test_, solo.token, `${id}/${act}`, act === 'rechazar' ? { motivo: 'No' } : undefined)
        expect(refused.body).toMatchObject({ status: 409, code: 'propuesta.otra_persona' })
      }
      expect((await proponer(test_, solo.token, body)).body).toMatchObject({ code: 'propuesta.repetida' })
      expect((await call(test_, `/acceso/cuentas/${id}/reenviar`, { method: 'post', token: solo.token })).status).toBe(404)
      await call(test_, '/acceso/recuperar', { method: 'post', body: { correo } })
      expect((await decidir(test_, solo.token, `${id}/retirar`)).status).toBe(204)
      expect((await decidir(test_, solo.token, `${id}/confirmar`)).body).toMatchObject({ status: 409, code: 'propuesta.decidida' })
      await expect(mailsTo(test_, correo, 1)).rejects.toThrow()
      expect(await activas(correo)).toEqual([])
    },
  )

  test('cannot take an account that was closed, nor give it another role', async () => {
    const correo = newCorreo()
    const invitada = await givenInvitada(test_, pareja, { correo, rol: 'comision' })
    await activar(test_, invitada, GOOD)
    const [row] = await sql(test_, 'select id from acceso.cuenta where correo = $1', [correo])
    const solo = await signIn(test_, 'administracion')
    await call(test_, `/acceso/cuentas/${String(row?.id)}/desactivar`, { method: 'post', token: solo.token })
    expect((await call(test_, `/acceso/cuentas/${String(row?.id)}/reenviar`, { method: 'post', token: solo.token })).body).toMatchObject({
      code: 'cuenta.acto_no_permitido',
    })
    for (const rol of ['comision', 'verificacion']) {
      const id = idOf(await proponer(test_, solo.token, { correo, rol }))
      expect((await decidir(test_, solo.token, `${id}/confirmar`)).status).toBe(409)
      await decidir(test_, solo.token, `${id}/retirar`)
    }
    expect(await activas(correo)).toEqual([])
  })

  test('gets no code of an account that it proposed by sending its invitation again', async () => {
    const correo = newCorreo()
    const invitada = await givenInvitada(test_, pareja, { correo, rol: 'verificacion' })
    const [row] = await sql(test_, 'select id from acceso.cuenta where correo = $1', [correo])
    const path = `/acceso/cuentas/${String(row?.id)}/reenviar`
    expect((await call(test_, path, { method: 'post', token: pareja.propone })).body).toMatchObject({ code: 'propuesta.otra_persona' })
    const again = await call(test_, path, { method: 'post', token: pareja.confirma })
    expect(again.body).toEqual({ codigo: expect.stringMatching(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/) as string })
    expect((await aceptar(test_, invitada, { contrasena: GOOD })).status).toBe(410)
  })

  test('does not confirm through an account that it alone had invited before two were needed', async () => {
    const [solo, hecha, otra] = [
      await signIn(test_, 'administracion'),
      await signIn(test_, 'administracion'),
      await signIn(test_, 'secretaria'),
    ]
    await heredar(hecha.cuenta, solo.cuenta.id)
    await heredar(otra.cuenta, hecha.cuenta.id)
    const pairs = [
      [solo, hecha],
      [hecha, solo],
      [solo, otra],
      [hecha, otra],
    ] as const
    for (const [propone, confirma] of pairs) {
      const id = idOf(await proponer(test_, propone.token, { correo: newCorreo(), rol: 'verificacion' }))
      expect((await decidir(test_, confirma.token, `${id}/confirmar`)).body).toMatchObject({ code: 'propuesta.otra_persona' })
      expect((await listar(confirma.token)).elementos.find((each) => each.id === id)?.razones.join()).toContain('Una sola persona')
      expect((await decidir(test_, pareja.confirma, `${id}/confirmar`)).status).toBe(200)
    }
  })

  test.each([
    ['its own', (correo: string) => correo],
    ['its own with a tag', (correo: string) => correo.replace('@', '+otra@')],
    ['its own in capitals', (correo: string) => correo.toUpperCase()],
  ])('cannot propose a second account at %s mailbox', async (_, spell) => {
    const solo = await signIn(test_, 'administracion')
    const refused = await proponer(test_, solo.token, { correo: spell(solo.cuenta.correo), rol: 'verificacion' })
    expect(refused.body).toMatchObject({ status: 409, code: 'acceso.correo_repetido' })
  })

  test('cannot propose the same Gmail mailbox with dots or tags', async () => {
    await invitar(test_, pareja, { correo: 'rosalba.quintanar@gmail.com', rol: 'comision' })
    const answers = ['rosalbaquintanar@gmail.com', 'r.osalba.quintanar+x@googlemail.com'].map((correo) =>
      proponer(test_, pareja.propone, { correo, rol: 'comision' }),
    )
    for (const { body } of await Promise.all(answers)) expect(body).toMatchObject({ status: 409, code: 'acceso.correo_repetido' })
    expect((await proponer(test_, pareja.propone, { correo: 'rosalba@gmail.com', rol: 'comision' })).status).toBe(201)
  })
})

describe('two people', () => {
  test.each(INSTITUTE)('open an account of %s with the link by mail and the code apart', async (rol) => {
    const correo = newCorreo()
    const invitada = await givenInvitada(test_, pareja, { correo, rol })
    const [mail = ''] = await mailsTo(test_, correo, 1)
    expect(mail).not.toContain(invitada.codigoActivacion)
    expect((await activar(test_, invitada, GOOD)).status).toBe(200)
    expect(await activas(correo)).toEqual([{ rol }])
  })

  test('are told in the bitácora, by their accounts and by that of the one they vouch for', async () => {
    const correo = newCorreo()
    await givenInvitada(test_, pareja, { correo, rol: 'comision' })
    const [row] = await sql(test_, 'select id from acceso.cuenta where correo = $1', [correo])
    const own = async (token: string) => idOf(await call(test_, '/acceso/yo', { token }))
    const entry = (await bitacoraOf(test_, 'cuenta.invitada')).find(({ objeto }) => objeto?.id === row?.id)
    expect(entry).toMatchObject({
      cuenta: await own(pareja.confirma),
      detalle: { rol: 'comision', propuestaPor: await own(pareja.propone) },
    })
  })

  test('are listed with each account for the auditoría, and a loaded account by the installation', async () => {
    const correo = newCorreo()
    const invitada = await givenInvitada(test_, pareja, { correo, rol: 'comision' })
    await activar(test_, invitada, GOOD)
    const { token, cuenta } = await signIn(test_, 'auditoria')
    await sql(test_, `update acceso.cuenta set creada_en = creada_en - interval '1 year' where correo in ($1, $2)`, [correo, cuenta.correo])
    const { elementos } = (await call(test_, '/acceso/cuentas', { token })).body as { elementos: { correo: string; aval: object }[] }
    const avalOf = (of: string) => elementos.find((each) => each.correo === of)?.aval
    const instant = expect.stringMatching(/Z$/) as string
    expect(avalOf(correo)).toEqual({
      ...{ origen: 'dos_personas', propuestaPor: 'Persona de Prueba', propuestaEn: instant },
      ...{ confirmadaPor: 'Persona de Prueba', confirmadaEn: instant, activadaEn: instant },
    })
    expect(avalOf(cuenta.correo)).toMatchObject({ origen: 'instalacion', propuestaPor: null, activadaEn: null })
  })

  test('decide once: of two who confirm at once, one does', async () => {
    const id = idOf(await proponer(test_, pareja.propone, { correo: newCorreo(), rol: 'comision' }))
    const other = (await signIn(test_, 'secretaria')).token
    const answers = await Promise.all([pareja.confirma, other].map((token) => decidir(test_, token, `${id}/confirmar`)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  test('reject with a reason, which the proposer reads', async () => {
    const id = idOf(await proponer(test_, pareja.propone, { correo: newCorreo(), rol: 'comision' }))
    expect((await decidir(test_, pareja.confirma, `${id}/rechazar`, {})).status).toBe(400)
    expect((await decidir(test_, pareja.confirma, `${id}/rechazar`, { motivo: 'No trabaja aquí' })).status).toBe(204)
    const seen = (await listar(pareja.propone)).elementos.find((each) => each.id === id)
    expect(seen).toMatchObject({ estatus: 'rechazada', motivo: 'No trabaja aquí', autoria: 'propia' })
    expect((await decidir(test_, pareja.confirma, `${id}/confirmar`)).body).toMatchObject({ code: 'propuesta.decidida' })
  })

  test('see what waits for them, and a warning where the name has an account already', async () => {
    const { correo } = await addCuenta(test_)
    const [{ nombre }] = (await sql(test_, 'select nombre from acceso.cuenta where correo = $1', [correo])) as [{ nombre: string }]
    const id = idOf(await proponer(test_, pareja.propone, { correo: newCorreo(), rol: 'comision', nombre }))
    const { elementos, confirmadores } = await listar(pareja.confirma)
    expect(elementos.find((each) => each.id === id)).toMatchObject({
      autoria: 'ajena',
      razones: [],
      advertencias: [expect.stringContaining('ese nombre')],
    })
    expect(confirmadores).toBeGreaterThan(0)
    const hoy = (await call(test_, '/pendientes', { token: pareja.confirma })).body as { elementos: { clave: string; enlace: string }[] }
    expect(hoy.elementos).toContainEqual(expect.objectContaining({ clave: 'confirmar_cuentas', enlace: '/cuentas' }))
  })

  test('do not open it with a mailbox that got an account meanwhile', async () => {
    const correo = newCorreo()
    const id = idOf(await proponer(test_, pareja.propone, { correo, rol: 'comision' }))
    await sql(test_, `update acceso.cuenta set correo = $1 where id = $2`, [correo.replace('@', '+a@'), (await addCuenta(test_)).id])
    expect((await decidir(test_, pareja.confirma, `${id}/confirmar`)).body).toMatchObject({ code: 'acceso.correo_repetido' })
  })
})

/** As the migration leaves an account that one person alone invited. */
async function heredar(cuenta: { id: string; correo: string }, por: string): Promise<void> {
  await sql(
    test_,
    `insert into acceso.propuesta_cuenta (id, nombre, correo, rol, estatus, propuesta_por, propuesta_en, cuenta_id)
     select gen_random_uuid(), nombre, correo, rol, 'heredada', $2, now(), id from acceso.cuenta where id = $1`,
    [cuenta.id, por],
  )
}
