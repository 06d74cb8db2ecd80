import { Secret } from 'otpauth'
import {
  activar,
  addCuenta,
  advance,
  altaIn,
  bitacoraOf,
  call,
  codeNow,
  codeOf,
  entrar,
  linkIn,
  mailsTo,
  renovar,
  signIn,
  startAcceso,
  type Invitada,
} from '../../support/acceso.ts'
import type { TestApp } from '../../support/app.ts'
import { givenCandidatura, sql } from '../../support/registro/candidaturas.ts'
import { aceptar as acepta, givenInvitada, givenPareja, invitar as invita, proponer, type Pareja } from '../../support/actos/propuestas.ts'

let test_: TestApp
let pareja: Pareja
let admin: string

const GOOD = 'tortuga verde camina lento'
let people = 0

const newCorreo = () => `invitada-${people++}@prueba.example`
const invitar = (body: object) => invita(test_, pareja, body)
const invitada = (body: { correo: string; rol: string }) => givenInvitada(test_, pareja, body)
const aceptar = (of: Invitada, body: object) => acepta(test_, of, body)
const actor = () => {
  const [clave = '', id = ''] = [...test_.loaded.actores][0] ?? []
  return { clave, id }
}
const idDe = async (correo: string) => String((await cuentasDe(correo)).at(-1)?.id)
const cuentasDe = (correo: string) =>
  sql(test_, 'select id, nombre, rol, estatus from acceso.cuenta where correo = $1 order by creada_en', [correo])
const desactivar = (id: string) => call(test_, `/acceso/cuentas/${id}/desactivar`, { method: 'post', token: admin })

beforeAll(async () => {
  test_ = await startAcceso()
  pareja = await givenPareja(test_)
  admin = pareja.propone
})
afterAll(() => test_.close())

describe('an invitation', () => {
  test('of a persona candidata names her candidatura and lasts seven days', async () => {
    const correo = newCorreo()
    const { id: candidaturaId } = await givenCandidatura(test_)
    expect((await invitar({ correo, rol: 'candidata', candidaturaId, nombre: 'Apellido, Nombre' })).status).toBe(200)
    const [mail = ''] = await mailsTo(test_, correo, 1)
    for (const text of ['llenar el cuestionario de su candidatura', 'durante siete días', 'Tiene hasta: martes 30 de abril de 2030, 23:59'])
      expect(mail).toContain(text)
    const enlace = await linkIn(test_, correo)
    const after = async (hours: number) => {
      const back = advance(test_, { hours })
      const { status } = await call(test_, `/acceso/invitaciones/${enlace}`)
      back()
      return status
    }
    expect([await after(0), await after(24 * 7 - 1), await after(24 * 7 + 1)]).toEqual([200, 200, 410])
  })

  test('arrives by mail, shows whom it is for, and the password that she chooses opens the account', async () => {
    const correo = newCorreo()
    const response = await invitar({ correo: correo.toUpperCase(), rol: 'comision' })
    expect(response.status).toBe(200)
    expect((await entrar(test_, correo, { contrasena: GOOD })).status).toBe(401)
    const of = { enlace: await linkIn(test_, correo), codigoActivacion: (response.body as { codigo: string }).codigo }
    const seen = await call(test_, `/acceso/invitaciones/${of.enlace}`)
    expect(seen.body).toEqual({ nombre: 'Rosalba Quintanar', correo, requiereFactor: true, requiereCodigoActivacion: true })
    expect((await activar(test_, of, GOOD)).status).toBe(200)
    expect((await entrar(test_, correo, { contrasena: GOOD })).status).toBe(200)
    const id = await idDe(correo)
    expect((await bitacoraOf(test_, 'cuenta.invitada')).some(({ objeto }) => objeto?.id === id)).toBe(true)
    expect((await bitacoraOf(test_, 'cuenta.activada')).some(({ cuenta }) => cuenta === id)).toBe(true)
  })

  test('is not accepted without a second factor, whose seed then lies encrypted', async () => {
    const correo = newCorreo()
    const of = await invitada({ correo, rol: 'verificacion' })
    const missing = await aceptar(of, { contrasena: GOOD })
    expect(missing.body).toMatchObject({ status: 401, code: 'acceso.factor_por_registrar' })
    const { alta, secret } = altaIn(test_, missing)
    expect((await aceptar(of, { contrasena: GOOD, alta: { ...alta, codigo: codeNow(test_) } })).body).toMatchObject({
      status: 401,
      code: 'acceso.codigo_invalido',
    })
    const answer = await aceptar(of, { contrasena: GOOD, alta })
    expect(new Set((answer.body as { codigosRecuperacion: string[] }).codigosRecuperacion).size).toBe(10)
    expect((await entrar(test_, correo, { contrasena: GOOD, codigo: alta.codigo })).body).toMatchObject({ code: 'acceso.codigo_invalido' })
    expect((await entrar(test_, correo, { contrasena: GOOD, codigo: codeOf(test_, secret, 1) })).status).toBe(200)
    const seed = Buffer.from(Secret.fromBase32(secret).bytes).toString('hex')
    const [row] = await sql<{ hex: string }>(
      test_,
      `select encode(f.totp_secreto, 'hex') as hex from acceso.factor f join acceso.cuenta c on c.id = f.cuenta_id where c.correo = $1`,
      [correo],
    )
    expect(row?.hex).not.toContain(seed)
    expect(row?.hex).toHaveLength(2 * (1 + 12 + 16 + 20))
  })

  test('works once, and of two at once one works', async () => {
    const correo = newCorreo()
    const of = await invitada({ correo, rol: 'comision' })
    const { alta } = altaIn(test_, await aceptar(of, { contrasena: GOOD }))
    const accept = () => aceptar(of, { contrasena: GOOD, alta })
    const answers = await Promise.all([accept(), accept()])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410])
    expect((await aceptar(of, { contrasena: GOOD })).body).toMatchObject({ status: 410, code: 'acceso.enlace_invalido' })
    expect((await call(test_, `/acceso/invitaciones/${of.enlace}`)).status).toBe(410)
  })

  test('ends after a day; another one takes its place, and the first never works again', async () => {
    const correo = newCorreo()
    const first = await invitada({ correo, rol: 'comision' })
    const back = advance(test_, { hours: 24, seconds: 1 })
    expect((await call(test_, `/acceso/invitaciones/${first.enlace}`)).status).toBe(410)
    back()
    const second = await invitada({ correo, rol: 'auditoria' })
    expect((await aceptar(first, { contrasena: GOOD })).status).toBe(410)
    expect((await activar(test_, second, GOOD)).status).toBe(200)
    expect((await entrar(test_, correo, { contrasena: GOOD })).body).toMatchObject({ cuenta: { rol: 'auditoria' } })
  })

  test('is listed with until when it is good, and since when it is not', async () => {
    const correo = newCorreo()
    await invitada({ correo, rol: 'comision' })
    const id = await idDe(correo)
    const listed = async (of: string) => {
      const { elementos } = (await call(test_, '/acceso/cuentas', { token: admin })).body as {
        elementos: { id: string; invitacion: { vigente: boolean; venceEn: string | null } | null }[]
      }
      return elementos.find((each) => each.id === of)?.invitacion
    }
    const venceEn = (await listed(id))?.venceEn
    expect(await listed(id)).toEqual({ vigente: true, venceEn: expect.stringMatching(/^\d{4}-.*Z$/) as string })
    await sql(test_, `update acceso.enlace set vence_en = vence_en - interval '24 hours 1 second' where cuenta_id = $1`, [id])
    expect(await listed(id)).toEqual({ vigente: false, venceEn: expect.not.stringMatching(String(venceEn)) as string })
    await activar(test_, await invitada({ correo, rol: 'comision' }), GOOD)
    expect(await listed(id)).toBeNull()
  })

  test.each([
    ['short', 'corta', /al menos 12/],
    ['common', 'Contrasena123!', /Use cuatro o más palabras/],
    ['made of her name', 'Quintanar2024', /Contiene su nombre/],
  ])('a %s password is refused with the reason, and the link goes on working', async (_, contrasena, reason) => {
    const correo = newCorreo()
    const of = await invitada({ correo, rol: 'comision' })
    const refused = await aceptar(of, { contrasena })
    expect(refused.body).toMatchObject({ status: 422, code: 'acceso.contrasena_debil', errors: [{ field: 'contrasena' }] })
    expect(JSON.stringify(refused.body)).toMatch(reason)
    expect((await activar(test_, of, GOOD)).status).toBe(200)
  })

  test('a password made of the name of the institute or of a party is refused', async () => {
    const correo = newCorreo()
    const of = await invitada({ correo, rol: 'comision' })
    const words = [test_.pack.instituto.nombre, ...test_.pack.actores.map(({ nombre }) => nombre)].map((name) =>
      name.replaceAll(/[^\p{L}]/gu, ''),
    )
    for (const word of words.filter((name) => name.length >= 10)) {
      expect((await aceptar(of, { contrasena: `${word}24` })).body).toMatchObject({ code: 'acceso.contrasena_debil' })
    }
  })

  test('is refused for an address with an active account', async () => {
    const { correo } = await addCuenta(test_)
    expect((await invitar({ correo, rol: 'comision' })).body).toMatchObject({ status: 409, code: 'acceso.correo_repetido' })
  })

  test.each([
    ['a party role without actor político', { rol: 'captura' }, 'actorPoliticoId'],
    ['an institute role with one', { rol: 'comision', actorPoliticoId: '6f1c0f7e-6f0a-4c0e-9a57-0d4f2a1b9c11' }, 'actorPoliticoId'],
    [
      'an actor político that does not exist',
      { rol: 'captura', actorPoliticoId: '6f1c0f7e-6f0a-4c0e-9a57-0d4f2a1b9c11' },
      'actorPoliticoId',
    ],
    ['a persona without candidatura', { rol: 'candidata' }, 'candidaturaId'],
    ['a candidatura that does not exist', { rol: 'candidata', candidaturaId: '6f1c0f7e-6f0a-4c0e-9a57-0d4f2a1b9c11' }, 'candidaturaId'],
    ['a role that does not exist', { rol: 'superusuario' }, 'rol'],
    ['a field that nobody asked for', { rol: 'comision', estatus: 'activa' }, 'estatus'],
  ])('with %s is refused by field', async (_, body, field) => {
    const response = await proponer(test_, admin, { correo: newCorreo(), ...body })
    expect(response.body).toMatchObject({ status: 400, code: 'entrada.invalida', errors: [{ field }] })
  })

  test('to a party carries its actor político', async () => {
    const [actorPoliticoId = ''] = [...test_.loaded.actores.values()]
    const correo = newCorreo()
    expect((await invitar({ correo, rol: 'captura', actorPoliticoId })).body).toEqual({ codigo: null })
    await activar(test_, await linkIn(test_, correo), GOOD)
    expect((await entrar(test_, correo, { contrasena: GOOD })).body).toMatchObject({ cuenta: { actorPolitico: { id: actorPoliticoId } } })
  })
})

describe('the administration', () => {
  test('deactivates an account in the middle of its work', async () => {
    const { cuenta, token, cookie } = await signIn(test_, 'auditoria')
    expect((await desactivar(cuenta.id)).status).toBe(204)
    expect((await call(test_, '/acceso/yo', { token })).status).toBe(401)
    expect((await renovar(test_, cookie)).status).toBe(401)
    expect((await entrar(test_, cuenta.correo, { codigo: codeNow(test_, 1) })).body).toMatchObject({
      code: 'acceso.credenciales_invalidas',
    })
    expect((await desactivar(cuenta.id)).status).toBe(204)
    expect((await bitacoraOf(test_, 'cuenta.desactivada')).filter(({ objeto }) => objeto?.id === cuenta.id)).toHaveLength(1)
  })

  test('invites a person whose account was deactivated again, for the same role: the account is hers and starts from nothing', async () => {
    const correo = newCorreo()
    await activar(test_, await invitada({ correo, rol: 'comision' }), GOOD)
    const id = await idDe(correo)
    await desactivar(id)
    const again = await invitada({ correo, rol: 'comision' })
    expect((await entrar(test_, correo, { contrasena: GOOD })).status).toBe(401)
    await activar(test_, again, GOOD)
    expect((await entrar(test_, correo, { contrasena: GOOD })).body).toMatchObject({ cuenta: { id, rol: 'comision' } })
  })

  test.each([
    ['another name', { nombre: 'Pedro Segundo', rol: 'comision' }],
    ['another role', { rol: 'auditoria' }],
  ])('gives the address of a deactivated account to %s as another account, and leaves the first as it was', async (_, otra) => {
    const correo = newCorreo()
    await activar(test_, await invitada({ correo, rol: 'comision' }), GOOD)
    const id = await idDe(correo)
    await desactivar(id)
    await activar(test_, await invitada({ correo, ...otra }), GOOD)
    const next = await idDe(correo)
    expect(next).not.toBe(id)
    expect((await entrar(test_, correo, { contrasena: GOOD })).body).toMatchObject({ cuenta: { ...otra, id: next } })
    expect(await cuentasDe(correo)).toEqual([
      { id, nombre: 'Rosalba Quintanar', rol: 'comision', estatus: 'desactivada' },
      { nombre: 'Rosalba Quintanar', ...otra, id: next, estatus: 'activa' },
    ])
    expect((await invitar({ correo, rol: 'comision' })).body).toMatchObject({ status: 409, code: 'acceso.correo_repetido' })
  })

  test('ends an invitation that nobody answered when its address goes to somebody else, and says so in the bitácora', async () => {
    const correo = newCorreo()
    const first = await invitada({ correo, rol: 'comision' })
    const id = await idDe(correo)
    for (const nombre of ['Uno', 'Dos']) expect((await invitar({ correo, nombre, rol: 'comision' })).status).toBe(200)
    expect((await aceptar(first, { contrasena: GOOD })).status).toBe(410)
    expect((await cuentasDe(correo)).map(({ estatus }) => estatus).sort()).toEqual(['desactivada', 'desactivada', 'invitada'])
    expect((await bitacoraOf(test_, 'cuenta.desactivada')).some(({ objeto }) => objeto?.id === id)).toBe(true)
  })

  test('does not deactivate itself, nor what does not exist', async () => {
    const { id } = (await call(test_, '/acceso/yo', { token: admin })).body as { id: string }
    expect((await desactivar(id)).body).toMatchObject({ status: 409, code: 'acceso.cuenta_propia' })
    expect((await desactivar('6f1c0f7e-6f0a-4c0e-9a57-0d4f2a1b9c11')).status).toBe(404)
    expect((await desactivar('1')).status).toBe(400)
  })

  test('reads the accounts page by page, each once, without secrets', async () => {
    const row = { rol: 'comision', estatus: 'activa', creada_en: '2024-04-01T00:00:00Z' }
    await test_.owner.query(
      `insert into acceso.cuenta (id, correo, nombre, rol, estatus, creada_en)
       select gen_random_uuid(), 'lista-' || n || '@prueba.example', 'Lista ' || n, $1, $2, $3::timestamptz from generate_series(1, 120) n`,
      Object.values(row),
    )
    const seen: string[] = []
    let despues: string | null = null
    let total = 0
    do {
      const page = (await call(test_, `/acceso/cuentas${despues ? `?despues=${despues}` : ''}`, { token: admin })).body as {
        elementos: Record<string, string>[]
        total: number
        siguiente: string | null
      }
      seen.push(...page.elementos.map(({ id }) => id ?? ''))
      expect(JSON.stringify(page)).not.toMatch(/contrasena|totp|argon2/)
      despues = page.siguiente
      total = page.total
    } while (despues)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toHaveLength(total)
  })
})

describe('the list of accounts', () => {
  const found = async (query: string) => {
    const { body } = await call(test_, `/acceso/cuentas?${query}`, { token: admin })
    const { elementos, total } = body as { elementos: { correo: string }[]; total: number }
    expect(total).toBe(elementos.length)
    return elementos.map(({ correo }) => correo)
  }

  test('is sought by part of a name or of an address, without accents, and by rol, estatus and actor político', async () => {
    const correo = 'buscada-singular@prueba.example'
    expect((await invitar({ correo, rol: 'captura', nombre: 'Íñigo Núñez', actorPoliticoId: actor().id })).status).toBe(200)
    for (const query of ['q=inigo', 'q=NUÑEZ', 'q=singular@', `q=singular&rol=captura&estatus=invitada&actor=${actor().clave}`])
      expect(await found(query)).toEqual([correo])
    for (const query of ['q=singular&rol=comision', 'q=singular&estatus=activa', 'q=singular&actor=OTRO', 'q=%25'])
      expect(await found(query)).toEqual([])
  })

  test('refuses a rol or an estatus that is none', async () => {
    for (const query of ['rol=nadie', 'estatus=ninguno'])
      expect((await call(test_, `/acceso/cuentas?${query}`, { token: admin })).status).toBe(400)
  })
})
