import { advance, bitacoraOf, call, linkIn, mailsTo, signIn, startAcceso } from '../../support/acceso.ts'
import { aceptar, decidir, givenPareja, proponer, type Pareja } from '../../support/actos/propuestas.ts'
import type { TestApp } from '../../support/app.ts'
import { givenCandidatura, sql } from '../../support/registro/candidaturas.ts'

const GOOD = 'tortuga verde camina lento'
const SEVEN_DAYS = { hours: 24 * 7 + 1 }

let test_: TestApp
let pareja: Pareja
let partido: string
let people = 0

const newCorreo = () => `ella-${people++}@prueba.example`
const invitar = (token: string, personas: object[], path = '/acceso/personas') =>
  call(test_, path, { method: 'post', token, body: { personas } })
const pedir = (enlace: string) => call(test_, `/acceso/invitaciones/${enlace}/pedir`, { method: 'post' })
const pendientes = async (token: string) =>
  ((await call(test_, '/pendientes', { token })).body as { elementos: { clave: string; cuantas: number }[] }).elementos
const listar = async (token: string, query: string) =>
  ((await call(test_, `/acceso/personas?${query}`, { token })).body as { elementos: Persona[] }).elementos

interface Persona {
  candidaturaId: string
  nombre: string
  estatus: string
  cuenta: { id: string; correo: string | null; pedidaEn: string | null } | null
}

interface Revisada {
  nombre: string | null
  razones: string[]
}

const givenElla = (nombre = 'Ximena', actor = 'PRIO') =>
  givenCandidatura(test_, {
    actor,
    contienda: actor === 'PRIO' ? 'legislatura-norte' : 'legislatura-sur',
    nombre,
    primerApellido: 'Quintanar',
    segundoApellido: 'Ávila',
  })

beforeAll(async () => {
  test_ = await startAcceso()
  pareja = await givenPareja(test_)
  partido = (await signIn(test_, 'captura', { actorPoliticoId: test_.loaded.actores.get('PRIO') ?? '' })).token
})
afterAll(() => test_.close())

/** Proposed by her party and confirmed by the institute; her account and the link in her mail. */
async function givenInvitada() {
  const { id: candidaturaId } = await givenElla()
  const correo = newCorreo()
  await invitar(partido, [{ candidaturaId, correo }])
  const [row] = await sql(test_, `select id from acceso.propuesta_cuenta where correo = $1`, [correo])
  const id = String(row?.id)
  const confirmed = await decidir(test_, pareja.confirma, 'confirmar', { ids: [id] })
  return { candidaturaId, correo, id, confirmed, enlace: await linkIn(test_, correo) }
}

describe('a party that invites its personas', () => {
  test('reads who is invited, who is not and why, and the message, before anything is kept', async () => {
    const [one, other] = [await givenElla(), await givenElla('Brenda')]
    const ajena = await givenElla('Carla', 'PFAR')
    const correo = newCorreo()
    const personas = [
      { candidaturaId: one.id, correo, nombre: 'QUINTANAR AVILA XIMENA' },
      { candidaturaId: other.id, correo: correo.toUpperCase() },
      { candidaturaId: ajena.id, correo: newCorreo() },
      { candidaturaId: other.id, correo: newCorreo(), nombre: 'Ximena Quintanar' },
    ]
    const { body } = await invitar(partido, personas, '/acceso/personas/vista-previa')
    const { personas: seen, mensaje } = body as { personas: Revisada[]; mensaje: { asunto: string; texto: string } }
    expect(seen.map(({ nombre, razones }) => [nombre, ...razones])).toEqual([
      ['Ximena Quintanar Ávila'],
      ['Brenda Quintanar Ávila', 'Ese correo está repetido en la lista.'],
      [null, 'No existe, o no está a su alcance.'],
      ['Brenda Quintanar Ávila', 'El correo llegó a nombre de «Ximena Quintanar», que no es esta persona.'],
    ])
    expect(mensaje.texto).toContain('durante siete días')
    expect(await sql(test_, 'select 1 from acceso.propuesta_cuenta where correo = $1', [correo])).toEqual([])
  })

  test('proposes those without a reason against, and the institute sends all with one act', async () => {
    const [one, other] = [await givenElla(), await givenElla('Brenda')]
    const [correo, otro] = [newCorreo(), newCorreo()]
    const personas = [one, other].map(({ id: candidaturaId }, at) => ({ candidaturaId, correo: [correo, otro][at] }))
    await invitar(partido, personas)
    await expect(mailsTo(test_, correo, 1)).rejects.toThrow()
    const again = (await invitar(partido, personas)).body as { personas: Revisada[] }
    expect(again.personas.map(({ razones }) => razones.length)).toEqual([1, 1])
    const rows = await sql(test_, 'select id from acceso.propuesta_cuenta where correo = any($1)', [[correo, otro]])
    const staff = (await proponer(test_, pareja.propone, { correo: newCorreo(), rol: 'comision' })).body as { id: string }
    const ids = [...rows.map(({ id }) => String(id)), staff.id]
    const { body } = await decidir(test_, pareja.confirma, 'confirmar', { ids })
    expect(body).toMatchObject({ omitidas: [{ id: staff.id, razon: expect.stringContaining('por separado') as string }] })
    expect((body as { enviadas: string[] }).enviadas).toHaveLength(2)
    for (const each of [correo, otro]) expect(await mailsTo(test_, each, 1)).toHaveLength(1)
  })

  test('confirms nothing itself, and sends no invitation of another party or of the institute', async () => {
    const { candidaturaId } = await givenInvitada()
    const [own] = await listar(partido, `candidaturaId=${candidaturaId}`)
    expect(own).toMatchObject({ estatus: 'invitada', cuenta: { correo: null } })
    const reenviar = (token: string) => call(test_, `/acceso/cuentas/${own?.cuenta?.id}/reenviar`, { method: 'post', token })
    const otro = (await signIn(test_, 'captura', { actorPoliticoId: test_.loaded.actores.get('PFAR') ?? '' })).token
    expect((await reenviar(otro)).status).toBe(404)
    expect((await reenviar(partido)).status).toBe(200)
    expect((await decidir(test_, partido, 'confirmar', { ids: [] })).status).toBe(403)
  })
})

describe('an administración', () => {
  test('finds a persona by her name, and cannot give her account another name', async () => {
    const { id: candidaturaId } = await givenElla('Wendolín')
    expect((await listar(pareja.propone, 'q=wendolin%20quintanar')).map((each) => each.candidaturaId)).toEqual([candidaturaId])
    expect(await listar(pareja.propone, '')).toEqual([])
    const refused = await proponer(test_, pareja.propone, { correo: newCorreo(), rol: 'candidata', candidaturaId, nombre: 'Otra Persona' })
    expect(refused.body).toMatchObject({
      status: 400,
      errors: [{ field: 'nombre', reasons: ['Esa candidatura es de Wendolín Quintanar Ávila.'] }],
    })
  })
})

describe('a persona whose link works no more', () => {
  test('asks for another once it expired: those who may send it are told, and one act sends it', async () => {
    const { correo, candidaturaId, enlace } = await givenInvitada()
    expect((await pedir(enlace)).body).toEqual({ estatus: 'enviada' })
    const back = advance(test_, SEVEN_DAYS)
    expect((await pedir(enlace)).body).toEqual({ estatus: 'pedida' })
    expect((await pedir(enlace)).body).toEqual({ estatus: 'pedida' })
    back()
    for (const token of [partido, pareja.propone, pareja.confirma])
      expect((await pendientes(token)).find(({ clave }) => clave === 'enviar_invitaciones')).toMatchObject({ cuantas: 1 })
    const [asked] = await listar(partido, 'pedidas=si')
    expect(asked).toMatchObject({ candidaturaId, cuenta: { pedidaEn: expect.any(String) as string } })
    expect((await bitacoraOf(test_, 'cuenta.invitacion_pedida')).filter(({ objeto }) => objeto?.id === asked?.cuenta?.id)).toHaveLength(1)
    expect((await call(test_, `/acceso/cuentas/${asked?.cuenta?.id}/reenviar`, { method: 'post', token: partido })).status).toBe(200)
    expect(await listar(partido, 'pedidas=si')).toEqual([])
    expect(await linkIn(test_, correo, 2)).not.toBe(enlace)
  })

  test('is told that her account is active when she used it', async () => {
    const { enlace, correo } = await givenInvitada()
    await sql(test_, `update acceso.cuenta set estatus = 'activa' where correo = $1`, [correo])
    expect((await pedir(enlace)).body).toEqual({ estatus: 'activa' })
    expect((await aceptar(test_, { enlace }, { contrasena: GOOD })).status).toBe(410)
    expect((await pedir('x'.repeat(43))).body).toMatchObject({ code: 'acceso.enlace_invalido' })
  })
})
