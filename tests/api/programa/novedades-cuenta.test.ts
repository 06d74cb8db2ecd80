import {
  Equipo,
  givenCapturada,
  guardar,
  OBSERVACION,
  observar,
  RESPUESTAS,
  validar,
  verCaptura,
  verificar,
} from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { begin, simpleDecode, startRecordatorios } from '../../support/actos/recordatorios.ts'
import { pausar, resolver, responder, solicitar } from '../../support/actos/revision.ts'
import type { TestApp } from '../../support/app.ts'
import { givenCandidatura, moveReloj, must, sql } from '../../support/registro/candidaturas.ts'
import type { Buzon } from '../../support/servidor/buzon.ts'

interface Novedad {
  dia: string
  tipo: string
  vence: string | null
  horas: number | null
  cuantas: number
  sinLeer: number
  muestra: { id: string; nombre: string }[]
}

interface Lista {
  elementos: Novedad[]
  sinLeer: number
  hasta: string
}

let test_: TestApp
let buzon: Buzon
/** Each test has accounts of its own: none of them saw anything yet. */
let equipo: Equipo

beforeAll(async () => {
  ;({ test: test_, buzon } = await startRecordatorios())
})
beforeEach(async () => {
  equipo = new Equipo(test_)
  await sql(test_, `update acceso.cuenta set estatus = 'desactivada'`)
  await begin({ test: test_, buzon }, '2030-05-06T10:00:00-07:00')
  for (const table of ['marca_novedades', 'observacion', 'solicitud_correccion', 'pausa']) await sql(test_, `delete from captura.${table}`)
  await sql(test_, `update captura.candidatura set estatus = 'cancelada'`)
})
afterAll(async () => {
  await test_.close()
  await buzon.close()
})

async function listar(token: string): Promise<Lista> {
  const { status, body } = await send<Lista>(test_, ['GET', '/novedades'], { token })
  expect(status).toBe(200)
  const count = await send<{ sinLeer: number }>(test_, ['GET', '/novedades/sin-leer'], { token })
  expect([count.status, count.body.sinLeer]).toEqual([200, body.sinLeer])
  return body
}
const tipos = async (token: string) => (await listar(token)).elementos.map(({ tipo, cuantas }) => [tipo, cuantas])
const elegir = async (token: string, correo: string) =>
  expect((await send(test_, ['PUT', '/novedades/correo'], { token, json: { correo } })).status).toBe(200)

/** Looks twice: nobody is told the same again. Only the messages about several candidaturas. */
async function correos(): Promise<{ asunto: string; texto: string }[]> {
  await test_.services.recordatorios.recordador.trabajar()
  await test_.services.recordatorios.recordador.trabajar()
  const all = buzon.recibidos.map(({ asunto, crudo }) => ({ asunto, texto: simpleDecode(crudo) }))
  return all.filter(({ texto }) => texto.includes('Esto pasó con las candidaturas que usted sigue'))
}

describe('the novedades of an account', () => {
  it('are of its own actor político: complete ones for those who validate, without what it did itself', async () => {
    const of = await givenCapturada(equipo, {}, 'completa')
    const own = await equipo.validacion()
    expect(await tipos(own)).toEqual([['completa', 1]])
    expect((await listar(own)).elementos[0]?.muestra).toEqual([{ id: of.id, nombre: 'Nombre Apellido' }])
    expect(await tipos(await equipo.captura())).toEqual([])
    expect(await tipos(await equipo.validacion('PFAR'))).toEqual([])
    const { version } = must((await verCaptura(equipo, of)).secciones.find(({ clave }) => clave === 'oficio'))
    await guardar(equipo, { of, at: 'curricular/oficio', token: own }, { version, respuestas: RESPUESTAS.curricular.oficio })
    expect(await tipos(own)).toEqual([])
  })

  it('are what the institute did, for the party, and what the party did, for who reviews', async () => {
    const [observada, corregida, publica] = [await givenCapturada(equipo), await givenCapturada(equipo), await givenCapturada(equipo)]
    await observar(equipo, observada)
    await solicitar(equipo, corregida)
    await resolver(equipo, corregida, { aceptada: true })
    await pausar(equipo, publica)
    await responder(equipo, observada)
    for (const token of [await equipo.captura(), await equipo.validacion()])
      expect((await tipos(token)).filter(([tipo]) => tipo !== 'completa')).toEqual([
        ['observada', 1],
        ['correccion_aceptada', 1],
        ['pausada', 1],
        ['publicada', 1],
      ])
    expect(await tipos(await equipo.verificacion())).toEqual([
      ['respondida', 1],
      ['correccion_pedida', 1],
    ])
    expect(await tipos(await equipo.captura('PFAR'))).toEqual([])
    expect(await tipos(await equipo.secretaria())).toEqual([['publicada', 1]])
  })

  it('never hold the text nor the section of an observación', async () => {
    const of = await givenCapturada(equipo, {}, 'validada')
    await observar(equipo, of, { cuestionario: 'identidad', seccion: 'islas', texto: 'Falta la constancia de la isla' })
    const token = await equipo.captura()
    const [{ dia, tipo }] = [must((await listar(token)).elementos[0])]
    const list = await send(test_, ['GET', '/novedades'], { token })
    const some = await send<{ elementos: { id: string }[] }>(test_, ['GET', `/novedades/candidaturas?dia=${dia}&tipo=${tipo}`], { token })
    expect(some.body.elementos.map(({ id }) => id)).toEqual([of.id])
    for (const answer of [list, some]) expect(answer.bytes.toString()).not.toMatch(/\bislas?\b|constancia/i)
    const other = await equipo.captura('PFAR')
    const unseen = await send<{ elementos: object[] }>(test_, ['GET', `/novedades/candidaturas?dia=${dia}&tipo=${tipo}`], { token: other })
    expect(unseen.body.elementos).toEqual([])
  })

  it('count a bulk act once, and nothing that was marked as read', async () => {
    const all = [await givenCapturada(equipo, {}, 'validada'), await givenCapturada(equipo, {}, 'validada')]
    const token = await equipo.otraVerificacion()
    for (const of of all) await verCaptura(equipo, of, token)
    const candidaturas = await Promise.all(
      all.map(async ({ id, ...of }) => ({ id, version: (await verCaptura(equipo, { id, ...of })).version })),
    )
    expect((await send(test_, ['POST', '/verificaciones'], { token, json: { candidaturas } })).status).toBe(200)
    const captura = await equipo.captura()
    const { hasta, elementos, sinLeer } = await listar(captura)
    expect([sinLeer, elementos.map(({ tipo, cuantas }) => [tipo, cuantas])]).toEqual([1, [['publicada', 2]]])
    expect((await send(test_, ['POST', '/novedades/leidas'], { token: captura, json: { hasta } })).body).toEqual({ sinLeer: 0 })
    expect((await listar(captura)).elementos.map(({ cuantas, sinLeer: nuevas }) => [cuantas, nuevas])).toEqual([[2, 0]])
    await observar(equipo, must(all[0]))
    const despues = (await listar(captura)).elementos.map(({ tipo, sinLeer: nuevas }) => [tipo, nuevas])
    expect(despues).toEqual([
      ['observada', 1],
      ['publicada', 0],
    ])
    // Others of the same party read for themselves; a mark that is to come is one of now.
    expect((await listar(await equipo.validacion())).sinLeer).toBe(2)
    await send(test_, ['POST', '/novedades/leidas'], { token: captura, json: { hasta: '2031-01-01T00:00:00Z' } })
    await moveReloj(test_, '2030-05-06T11:00:00-07:00')
    await observar(equipo, must(all[1]))
    expect((await listar(captura)).sinLeer).toBe(1)
  })

  it.each([
    ['2030-05-06T10:00:00-07:00', 72],
    ['2030-05-08T23:30:00-07:00', 1],
    ['2030-05-08T10:00:00-07:00', 24],
  ])('at %s say how many are left %d hours before the term ends', async (ahora, horas) => {
    await givenCandidatura(test_)
    await givenCapturada(equipo, {}, 'validada')
    await sql(test_, `update captura.candidatura set captura_vence = '2030-05-08' where estatus = 'aprobada'`)
    await moveReloj(test_, ahora)
    const own = (await listar(await equipo.captura())).elementos.filter(({ tipo }) => tipo === 'plazo')
    expect(own).toMatchObject([{ vence: '2030-05-08', horas, cuantas: 1, sinLeer: 1 }])
    await moveReloj(test_, '2030-05-09T00:00:01-07:00')
    expect((await tipos(await equipo.captura())).filter(([tipo]) => tipo === 'plazo')).toEqual([])
  })
})

describe('the mail of an account', () => {
  async function observarDos(): Promise<void> {
    const all = [await givenCapturada(equipo, {}, 'validada'), await givenCapturada(equipo, {}, 'validada')]
    for (const of of all) await observar(equipo, of)
  }

  it('is none until it chooses', async () => {
    const token = await equipo.captura()
    expect((await send(test_, ['GET', '/novedades/correo'], { token })).body).toEqual({
      correo: 'ninguno',
      opciones: ['ninguno', 'resumen', 'momento'],
    })
    expect((await send(test_, ['GET', '/novedades/correo'], { token: await equipo.validacion() })).body).toMatchObject({
      correo: 'terminadas',
    })
    await moveReloj(test_, '2030-05-05T10:00:00-07:00')
    await observarDos()
    await moveReloj(test_, '2030-05-05T10:16:00-07:00')
    expect(await correos()).toEqual([])
  })

  it('at once is one message for a bulk act, without names nor texts, to nobody of another party', async () => {
    await elegir(await equipo.captura(), 'momento')
    await elegir(await equipo.captura('PFAR'), 'momento')
    await observarDos()
    await moveReloj(test_, '2030-05-06T10:16:00-07:00')
    const [sent, ...others] = await correos()
    expect(others).toEqual([])
    expect(sent?.asunto).toBe('Conóceles: El instituto observó 2 candidaturas')
    expect(sent?.texto).toContain('/consola/novedades')
    expect(sent?.texto).not.toMatch(new RegExp(`${OBSERVACION.texto}|Apellido`))
  })

  it('once a day holds all kinds, and leaves at the hour of messages', async () => {
    await elegir(await equipo.validacion(), 'resumen')
    await observarDos()
    await verificar(equipo, await givenCapturada(equipo, {}, 'validada'))
    await moveReloj(test_, '2030-05-06T12:00:00-07:00')
    expect(await correos()).toEqual([])
    await moveReloj(test_, '2030-05-07T08:46:00-07:00')
    const [sent, ...others] = await correos()
    expect(others).toEqual([])
    expect(sent?.asunto).toBe('Conóceles: El instituto observó 2 candidaturas y 1 novedad más')
    expect(sent?.texto).toContain('- 1 candidatura verificada ya es pública.')
  })

  it('of terms leaves in the quiet hours too, when they end', async () => {
    await elegir(await equipo.captura(), 'momento')
    const { id } = await givenCandidatura(test_)
    await sql(test_, `update captura.candidatura set captura_vence = '2030-05-06' where id = $1`, [id])
    await moveReloj(test_, '2030-05-06T23:02:00-07:00')
    expect((await correos()).map(({ asunto }) => asunto)).toEqual([
      'Conóceles: Falta enviar 1 candidatura al instituto: su captura vence el 6 de mayo de 2030, 23:59',
    ])
  })

  it('that an account no longer wants is not sent, nor the one that a persona ended', async () => {
    const token = await equipo.validacion()
    await elegir(token, 'ninguno')
    const of = await givenCapturada(equipo, {}, 'completa')
    const ended = await send(test_, ['POST', `/candidaturas/${of.id}/terminada`], { token: await equipo.candidata(of) })
    expect(ended.status).toBe(200)
    await correos()
    expect(buzon.recibidos.map(({ asunto }) => asunto)).toEqual(['Conóceles: avisó que terminó su cuestionario'])
    await validar(equipo, of)
  })
})
