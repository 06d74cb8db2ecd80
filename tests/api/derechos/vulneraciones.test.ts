import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenDocumento } from '../../support/registro/cambios.ts'
import { must, sql, type Given } from '../../support/registro/candidaturas.ts'
import { abrirIdentidad, Equipo, givenCapturada, type Acuse, type Problem } from '../../support/actos/captura.ts'
import { send, type Answer } from '../../support/actos/envios.ts'
import { readPdf } from '../../support/pdf.ts'
import { connectAs, count, REFUSED } from '../../support/roles.ts'

interface Vulneracion {
  id: string
  folio: string
  version: number
  estatus: string
  afectadas: number
  faltas: string[]
  reloj: { transcurrido: string; hasta: string | null } | null
  candidaturas: { nombre: string }[]
  acciones: { acto: string; permitido: boolean; razones: string[] }[]
}
type Hecha = { vulneracion: Vulneracion; acuse: Acuse } & Problem

/** Where the papers are left, to be looked at page by page. */
const LOOK = join(__dirname, '../../../.cache/papeles')
const SECRETO = 'canario-vulneracion-4471'
let test_: TestApp
let equipo: Equipo
let unidad: string
let secretaria: string
let of: Given
let otra: Given
let actual: Vulneracion

beforeAll(async () => {
  test_ = await startTestApp()
  equipo = new Equipo(test_)
  unidad = await test_.tokenOf('transparencia')
  secretaria = await equipo.secretaria()
  of = await givenCapturada(equipo, {}, 'verificada')
  otra = await givenCapturada(equipo, { nombre: 'Otilia' }, 'completa')
  mkdirSync(LOOK, { recursive: true })
})
afterAll(() => test_.close())

const datos = (more: object = {}) => ({
  tipo: 'uso',
  que: `Una cuenta leyó respuestas que no tenía por qué leer (${SECRETO}).`,
  causa: '',
  ocurrioDesde: null,
  ocurrioHasta: null,
  halladaEn: '2030-05-01T15:00:00.000Z',
  halladaPor: 'Rita Revisa, al leer la bitácora',
  datos: [],
  ...{ medidas: '', recomendaciones: '', medios: '', candidaturas: [], cuentas: [] },
  ...more,
})
const ask = <T = Hecha>(method: 'GET' | 'POST' | 'PUT', path: string, json?: object, token = unidad): Promise<Answer<T>> =>
  send<T>(test_, [method, `/vulneraciones${path}`], { token, ...(json ? { json } : {}) })
const actuar = async (acto: string, more: object = {}, token = unidad) => {
  const { version } = (await ask<Vulneracion>('GET', `/${actual.id}`)).body
  return ask('POST', `/${actual.id}/actos`, { acto, version, texto: 'Se hizo como dice el acta.', ...more }, token)
}
const pendientes = async (token: string) =>
  (await send<{ elementos: { clave: string; texto: string }[] }>(test_, ['GET', '/pendientes'], { token })).body.elementos.flatMap(
    ({ clave, texto }) => (clave === `vulneracion-${actual.id}` ? [texto] : []),
  )

it('is registered as it is found, with what is not known left open, and is told on the first page of the Unidad', async () => {
  expect((await ask('POST', '', datos({ halladaEn: '2031-01-01T00:00:00.000Z' }))).body.errors?.[0]?.field).toBe('halladaEn')
  expect((await ask('POST', '', datos(), secretaria)).status).toBe(403)
  const { status, body } = await ask('POST', '', datos())
  expect([status, body.detail]).toEqual([201, undefined])
  actual = body.vulneracion
  expect(actual).toMatchObject({ folio: expect.stringMatching(/^VUL\/2030\/001-/), estatus: 'en_analisis', afectadas: 0, reloj: null })
  expect(actual.faltas).toHaveLength(5)
  expect(await pendientes(unidad)).toEqual([expect.stringContaining('Decidir si una vulneración afecta los derechos')])
})

it('finds whose data were read, and by whom, in the bitácora; asking is an act', async () => {
  await abrirIdentidad(equipo, of, await equipo.verificacion())
  const { body } = await ask<{ personas: { id: string; veces: number; quienes: string[] }[] }>('GET', '/lecturas?desde=2030-01-01')
  const leida = must(body.personas.find(({ id }) => id === of.id))
  expect(leida.quienes.length).toBeGreaterThan(0)
  expect(body.personas.some(({ id }) => id === otra.id)).toBe(false)
  const none = await ask<{ personas: unknown[] }>('GET', '/lecturas?hasta=2029-01-01')
  expect(none.body.personas).toEqual([])
  const acts = await sql(test_, `select 1 from bitacora.acto where acto = 'vulneracion.lecturas_consultadas'`)
  expect(acts).toHaveLength(2)
  const cuentas = await ask<{ elementos: { nombre: string; cargo: string }[] }>('GET', '/cuentas?q=verificacion')
  expect(cuentas.body.elementos).toContainEqual(expect.objectContaining({ nombre: leida.quienes[0], cargo: 'Verificación' }))
  const [reader] = await sql<{ id: string }>(
    test_,
    `select contenido::jsonb ->> 'cuenta' as id from bitacora.acto where acto = 'identidad.leida' and contenido::jsonb ->> 'rol' = 'verificacion' order by n desc`,
  )
  const byReader = await ask<{ personas: { id: string }[] }>('GET', `/lecturas?cuentaId=${must(reader).id}`)
  expect(byReader.body.personas.map(({ id }) => id)).toEqual([of.id])
})

it('takes the persons, and refuses those that nobody knows', async () => {
  const { version } = actual
  const body = datos({ candidaturas: [of.id, otra.id, of.id], datos: ['identidad'], version })
  const unknown = { ...body, candidaturas: ['00000000-0000-4000-8000-00000000dead'] }
  expect((await ask('PUT', `/${actual.id}`, unknown)).body.errors?.[0]?.field).toBe('candidaturas')
  const done = await ask('PUT', `/${actual.id}`, body)
  expect([done.status, done.body.vulneracion.afectadas]).toEqual([200, 2])
  expect((await ask('PUT', `/${actual.id}`, body)).body.code).toBe('vulneracion.version_distinta')
})

it('counts the time since its effect was confirmed, and asks for the five contents before its notices', async () => {
  expect((await actuar('descartar_afectacion')).body.detail).toContain('persona distinta')
  expect((await actuar('confirmar_afectacion', {}, secretaria)).status).toBe(403)
  expect((await actuar('confirmar_afectacion', { en: '2030-04-01T00:00:00.000Z' })).body.errors?.[0]?.field).toBe('en')
  expect((await actuar('confirmar_afectacion', { en: '2030-05-01T15:00:00.000Z' })).status).toBe(200)
  actual = (await ask<Vulneracion>('GET', `/${actual.id}`)).body
  expect(must(actual.reloj)).toMatchObject({ hasta: null, transcurrido: expect.stringMatching(/día|hora|minuto/) })
  expect(await pendientes(unidad)).toEqual([expect.stringContaining(`desde que se confirmó: ${must(actual.reloj).transcurrido}`)])
  expect((await actuar('proponer_notificaciones')).body.detail).toContain('Faltan las recomendaciones')
  const whole = {
    ...{ medidas: 'Se cerró la cuenta y se cambió su contraseña.', recomendaciones: 'Desconfíe de quien diga conocer sus respuestas.' },
    medios: 'Unidad de Transparencia, en la dirección del Instituto.',
  }
  const body = datos({ ...whole, candidaturas: [of.id, otra.id], datos: ['identidad', 'contacto'], version: actual.version })
  expect((await ask('PUT', `/${actual.id}`, body)).body.vulneracion.faltas).toEqual([])
})

it('its notices are proposed by one person and confirmed by another; until then they are a draft and cannot be sent', async () => {
  expect((await actuar('proponer_notificaciones')).body.vulneracion.estatus).toBe('por_confirmar')
  expect((await ask('PUT', `/${actual.id}`, datos({ version: 5 }))).body.code).toMatch(/^vulneracion\./)
  expect((await actuar('enviar_garante', { medio: 'Oficio' })).body.detail).toContain('ya confirmó')
  expect((await actuar('confirmar_notificaciones')).body.detail).toContain('persona distinta')
  const draft = await ask('GET', `/${actual.id}/notificaciones/personas?formato=pdf`)
  expect(readPdf.text(draft.bytes)).toContain('PROYECTO')
  expect([await pendientes(secretaria), await pendientes(unidad)]).toEqual([
    [expect.stringContaining('Confirmar las notificaciones')],
    [expect.stringContaining('Falta que otra persona')],
  ])
  expect((await actuar('devolver_notificaciones', {}, secretaria)).body.vulneracion.estatus).toBe('por_redactar')
  await actuar('proponer_notificaciones')
  expect((await actuar('confirmar_notificaciones', {}, secretaria)).body.vulneracion.estatus).toBe('por_enviar')
})

it('its notices say the five contents: to each person in a letter of her own, to the garante without a name', async () => {
  const nombres = actual.candidaturas.map(({ nombre }) => nombre.toUpperCase())
  const personas = await ask('GET', `/${actual.id}/notificaciones/personas?formato=pdf`)
  const garante = await ask('GET', `/${actual.id}/notificaciones/garante?formato=pdf`)
  const word = await ask('GET', `/${actual.id}/notificaciones/personas?formato=docx`)
  writeFileSync(join(LOOK, 'vulneracion-personas.pdf'), personas.bytes)
  writeFileSync(join(LOOK, 'vulneracion-garante.pdf'), garante.bytes)
  writeFileSync(join(LOOK, 'vulneracion-personas.docx'), word.bytes)
  const [toPersons, toGarante] = [personas, garante].map(({ bytes }) => readPdf.text(bytes).replaceAll(/\s+/g, ' '))
  for (const text of [toPersons, toGarante]) {
    expect(text).toMatch(/I\. Naturaleza.*II\. Datos.*III\. Recomendaciones.*IV\. Acciones.*V\. Medios/)
    expect(text).not.toMatch(/PROYECTO|undefined|null|\d{4}-\d{2}-\d{2}T/)
  }
  for (const nombre of nombres) expect([toPersons?.includes(nombre), toGarante?.includes(nombre)]).toEqual([true, false])
  expect(word.bytes.subarray(0, 2).toString()).toBe('PK')
})

it('stays open until both notices went out, each with its way and its proof', async () => {
  const documentoId = await givenDocumento(equipo)
  expect((await actuar('enviar_personas', { documentoId })).body.errors?.[0]?.field).toBe('medio')
  expect((await actuar('enviar_personas', { medio: 'Correo' })).body.errors?.[0]?.field).toBe('documentoId')
  expect((await actuar('enviar_personas', { medio: 'Correo', documentoId })).body.vulneracion.estatus).toBe('por_enviar')
  expect((await actuar('enviar_personas', { medio: 'Correo', documentoId })).status).toBe(409)
  expect(await pendientes(unidad)).toHaveLength(1)
  const done = await actuar('enviar_garante', { medio: 'Oficio con sello', documentoId })
  expect([done.body.vulneracion.estatus, typeof done.body.vulneracion.reloj?.hasta]).toEqual(['notificada', 'string'])
  expect(await pendientes(unidad)).toEqual([])
  expect((await actuar('anotar', { texto: 'Se cambió el procedimiento para siempre.' })).status).toBe(200)
})

it('its bitácora is a file of words that names nobody', async () => {
  const auditoria = await test_.tokenOf('auditoria')
  const pdf = await ask('GET', '/libro?formato=pdf', undefined, auditoria)
  writeFileSync(join(LOOK, 'vulneraciones.pdf'), pdf.bytes)
  const csv = (await ask('GET', '/libro?formato=csv', undefined, auditoria)).bytes.toString()
  for (const text of [readPdf.text(pdf.bytes), csv]) {
    expect(text).toContain(actual.folio)
    for (const { nombre } of actual.candidaturas) expect(text).not.toContain(nombre)
  }
  expect(csv).toContain('Se cambió el procedimiento para siempre.')
  expect((await ask('GET', '/libro?formato=xlsx', undefined, auditoria)).status).toBe(200)
})

it('keeps in the bitácora what was done, and never what was written', async () => {
  const acts = await sql<{ acto: string; contenido: string }>(
    test_,
    `select acto, contenido from bitacora.acto where acto like 'vulneracion.%' order by n`,
  )
  const names = new Set(acts.map(({ acto }) => acto))
  for (const acto of [
    'registrada',
    'corregida',
    'confirmar_afectacion',
    'confirmar_notificaciones',
    'enviar_garante',
    'notificacion_leida',
  ])
    expect(names).toContain(`vulneracion.${acto}`)
  expect(acts.some(({ contenido }) => contenido.includes(SECRETO))).toBe(false)
})

it('the database changes nothing of what was done or confirmed, and shows nobody else the register', async () => {
  await expect(sql(test_, `update captura.vulneracion set que = 'otra cosa' where id = $1`, [actual.id])).rejects.toThrow(/no cambia/)
  await expect(sql(test_, `update captura.vulneracion set hechos = '[]' where id = $1`, [actual.id])).rejects.toThrow(/no cambia/)
  const as = await connectAs(test_, 'instituto')
  try {
    const all = { text: 'select id from captura.vulneracion' }
    expect([await count(as, all, { rol: 'comision' }), await count(as, all, { rol: 'auditoria' })]).toEqual([0, 1])
    expect(await count(as, { text: 'delete from captura.vulneracion' }, { rol: 'secretaria' })).toBe(REFUSED)
  } finally {
    await as.end()
  }
})
