import { Equipo, givenCapturada, OBSERVACION, observar, validar, verificar } from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { begin, filas, simpleDecode, startRecordatorios } from '../../support/actos/recordatorios.ts'
import type { TestApp } from '../../support/app.ts'
import { givenCandidatura, moveReloj, sql, type Given } from '../../support/registro/candidaturas.ts'
import type { Buzon } from '../../support/servidor/buzon.ts'

/** In the hours in which messages leave, while captura is open. */
const AHORA = '2030-05-06T10:00:00-07:00'

let test_: TestApp
let buzon: Buzon
let equipo: Equipo

beforeAll(async () => {
  ;({ test: test_, buzon } = await startRecordatorios())
  equipo = new Equipo(test_)
})
beforeEach(async () => {
  await begin({ test: test_, buzon }, AHORA)
  await sql(test_, `update captura.candidatura set validada_en = null, verificada_en = null, terminada_en = null`)
  await sql(test_, `update captura.observacion set cerrada_en = now(), desenlace = 'retirada' where cerrada_en is null`)
})
afterAll(async () => {
  await test_.close()
  await buzon.close()
})

/** Looks twice: nobody is told the same fact again. */
async function work(): Promise<{ asunto: string; texto: string }[]> {
  await test_.services.recordatorios.recordador.trabajar()
  await test_.services.recordatorios.recordador.trabajar()
  return buzon.recibidos
    .map(({ asunto, crudo }) => ({ asunto, texto: simpleDecode(crudo) }))
    .filter(({ asunto }) => asunto.startsWith('Conóceles'))
}
const novedades = async () =>
  (await filas(test_)).filter(({ tipo }) => tipo === 'novedad').map(({ clave, rol, estatus }) => [clave.split('|')[1], rol, estatus])

describe('the persona is told by mail', () => {
  it('once of what her actor político sent, with nothing left to do', async () => {
    await givenCapturada(equipo, {}, 'validada')
    const [sent, ...others] = await work()
    expect(sent?.asunto).toBe('Conóceles: su cuestionario llegó al instituto')
    expect(sent?.texto).toContain('Usted no tiene que hacer nada')
    expect(others).toEqual([])
    expect(await novedades()).toEqual([['validada', 'candidata', 'enviado']])
  })

  it('of what the institute observed: its text, its day and the way to the place', async () => {
    const of = await givenCapturada(equipo, {}, 'validada')
    await observar(equipo, of)
    const [sent] = await work()
    expect(sent?.asunto).toBe('Conóceles: su cuestionario tiene algo que corregir')
    for (const text of [OBSERVACION.texto, 'Observada: lunes 6 de mayo de 2030', 'Sección: ', 'Tiene hasta'])
      expect(sent?.texto).toContain(text)
    expect(sent?.texto).toContain(`/consola/candidaturas/${of.id}/captura/curricular/compromiso`)
  })

  it('of what it observed in identity without its text, its section or its place', async () => {
    const of = await givenCapturada(equipo, {}, 'validada')
    await observar(equipo, of, { cuestionario: 'identidad', seccion: 'islas', texto: 'Falta la constancia de la isla' })
    const [sent] = await work()
    expect(sent?.asunto).toBe('Conóceles: su cuestionario tiene algo que corregir')
    expect(sent?.texto).not.toMatch(/\bislas?\b|Qué corregir|Sección/i)
    expect(sent?.texto).toContain('/consola/mi-candidatura')
    expect(sent?.texto).toContain('Tiene hasta')
  })

  it('that her page is public, with its address', async () => {
    const of = await givenCapturada(equipo, {}, 'validada')
    await verificar(equipo, of)
    const [sent] = await work()
    expect(sent?.asunto).toBe('Conóceles: su página ya es pública')
    expect(sent?.texto).toContain(`/candidaturas/${of.id}`)
  })

  it('that hers was reviewed, and on the day it begins that it is public, where publication begins later', async () => {
    const of = await givenCapturada(equipo, {}, 'validada')
    await verificar(equipo, of)
    const [cargo] = await sql<{ id: string; inicio: string }>(
      test_,
      'select g.id, g.inicio_publicacion::text as inicio from captura.cargo g join captura.candidatura c on c.cargo_id = g.id where c.id = $1',
      [of.id],
    )
    const inicio = (day = cargo?.inicio) => sql(test_, 'update captura.cargo set inicio_publicacion = $2 where id = $1', [cargo?.id, day])
    await inicio('2030-05-08')
    const [revisada, ...others] = await work()
    expect(others).toEqual([])
    expect(revisada?.asunto).toBe('Conóceles: el instituto ya revisó su cuestionario')
    expect(revisada?.texto).toContain('Su página será pública desde: miércoles 8 de mayo de 2030')
    expect(revisada?.texto).not.toMatch(/ya es pública/)
    await moveReloj(test_, '2030-05-08T10:00:00-07:00')
    const [, publica] = await work()
    expect(publica?.asunto).toBe('Conóceles: su página ya es pública')
    expect(publica?.texto).toContain(`/candidaturas/${of.id}`)
    await inicio()
  })

  it.each([
    [7, 'lunes 13'],
    [3, 'jueves 9'],
    [1, 'martes 7'],
  ])('%d days before her term ends, while hers is not finished', async (days, ultimo) => {
    const of = await givenCandidatura(test_)
    await equipo.candidata(of)
    await sql(test_, `update captura.candidatura set captura_vence = date '2030-05-06' + $2::int where id = $1`, [of.id, days])
    const [sent] = await work()
    expect(sent?.asunto).toBe(`Conóceles: tiene hasta el ${6 + days} de mayo de 2030 para llenar su cuestionario`)
    // As her page says it.
    expect(sent?.texto).toContain(`Tiene hasta: ${ultimo} de mayo de 2030, 23:59\r\n`)
    await sql(test_, 'update captura.candidatura set captura_vence = null where id = $1', [of.id])
  })
})

it('her actor político is told that she finished, and she has the folio of her notice, as a suplente too', async () => {
  const of: Given = await givenCapturada(equipo, { calidad: 'suplente' }, 'completa')
  await equipo.validacion(of.responsable)
  const { status, body } = await send<{ folio: string }>(test_, ['POST', `/candidaturas/${of.id}/terminada`], { token: await equipo.candidata(of) }) // prettier-ignore
  expect(status).toBe(200)
  const sent = await work()
  const toActor = sent.find(({ asunto }) => /^Conóceles: .* avisó que terminó su cuestionario$/.test(asunto))
  expect(toActor?.texto).toContain(`/consola/candidaturas/${of.id}/captura/envio`)
  const toHer = sent.find(({ asunto }) => asunto === 'Conóceles: avisó que terminó su cuestionario')
  expect(toHer?.texto).toContain(`Folio de su aviso: ${body.folio}`)
  expect(toHer?.texto).toMatch(/Candidatura: .* \(suplente\), /)
  expect((await novedades()).toSorted()).toEqual([
    ['avisada', 'candidata', 'enviado'],
    ['terminada', 'validacion', 'enviado'],
  ])
  await validar(equipo, of)
})

it('a fact that holds no more is told to nobody', async () => {
  await givenCapturada(equipo, {}, 'validada')
  buzon.conducta = 'rechaza'
  await test_.services.recordatorios.recordador.trabajar()
  await sql(test_, `update captura.candidatura set estatus_captura = 'observada' where estatus_captura = 'validada'`)
  buzon.conducta = 'acepta'
  await sql(test_, "update captura.recordatorio set proximo_intento = '2020-01-01'")
  expect(await work()).toEqual([])
  expect(await novedades()).toEqual([['validada', 'candidata', 'innecesario']])
})
