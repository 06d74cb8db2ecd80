import { NOMBRE_BLOQUEADO } from '@conoceles/domain'
import { agujasDe, halladas } from '../../support/agujas.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { must, moveReloj, sql, type Given } from '../../support/registro/candidaturas.ts'
import { Equipo, givenCapturada, RESPUESTAS } from '../../support/actos/captura.ts'
import { send, type Answer } from '../../support/actos/envios.ts'
import { givenCambio, leer, pagina, publicar } from '../../support/publico.ts'
import { attempt, connectAs, REFUSED } from '../../support/roles.ts'
import { manifiesto, retiradosIntactos, todoPublico, ultimoCorte } from '../../support/mundos/todo-publico.ts'

interface Bloqueo {
  id: string
  version: number
  estatus: string
  bloquea: boolean
  acciones: { acto: string; permitido: boolean; razones: string[] }[]
}

type Hecho = { bloqueo: Bloqueo; acuse: { folio: string } } & { code?: string; detail?: string; errors?: { field: string }[] }
type Quien = 'secretaria' | 'transparencia'

let test_: TestApp
let equipo: Equipo
const tokens: Partial<Record<Quien, string>> = {}

beforeAll(async () => {
  test_ = await startTestApp()
  equipo = new Equipo(test_)
  tokens.secretaria = await equipo.secretaria()
  tokens.transparencia = await test_.tokenOf('transparencia')
  await publicar(test_)
})
afterAll(() => test_.close())

const SITIO = 'https://canario.example/enlace-bloqueado'
const COMPROMISO = 'Canario-compromiso: sembrar tejocotes en la ladera y limpiar el manantial viejo'
const RESPUESTAS_CANARIO = {
  identidad: RESPUESTAS.identidad,
  curricular: { oficio: { oficio: 'Pesca', sitio: SITIO }, compromiso: { compromiso: COMPROMISO } },
}
const PROPUESTA = {
  alcance: 'persona',
  clave: null,
  base: 'riesgo',
  autoridad: null,
  orden: null,
  motivo: 'Canario-motivo de riesgo',
  documentoId: null,
  hasta: null,
}

const ORDEN = { base: 'orden', autoridad: 'Tribunal de Prueba', orden: 'JDC-1/2030' }

const proponer = (who: Quien, { id }: Given, more: object = {}): Promise<Answer<Hecho>> =>
  send<Hecho>(test_, ['POST', '/bloqueos'], { token: must(tokens[who]), json: { candidaturaId: id, ...PROPUESTA, ...more } })
const decidir = (
  who: Quien,
  { id, version }: Bloqueo,
  acto: string,
  motivo: string | null = 'Porque así se resolvió',
): Promise<Answer<Hecho>> =>
  send<Hecho>(test_, ['POST', `/bloqueos/${id}/decidir`], { token: must(tokens[who]), json: { version, acto, motivo } })

describe('somebody at risk', () => {
  it('is hidden by one person at once, until a second one decides; that one is told at once', async () => {
    const of = await givenCapturada(equipo, {}, 'completa')
    await publicar(test_)
    expect(JSON.stringify((await leer(test_, `candidaturas/${of.id}`)).body)).not.toContain('bloqueada')
    expect((await proponer('transparencia', of, { ...ORDEN, provisional: true })).body.errors?.[0]?.field).toBe('provisional')
    const { body } = await proponer('transparencia', of, { provisional: true })
    expect(body.bloqueo).toMatchObject({ estatus: 'propuesto', bloquea: true, provisionalHasta: expect.any(String) })
    await publicar(test_)
    expect((await leer<{ nombre: string }>(test_, `candidaturas/${of.id}`)).body.nombre).toBe(NOMBRE_BLOQUEADO)
    const told = async (who: Quien) =>
      (await send<{ elementos: { clave: string }[] }>(test_, ['GET', '/pendientes'], { token: must(tokens[who]) })).body.elementos.some(
        ({ clave }) => clave === `bloqueo-${body.bloqueo.id}`,
      )
    expect([await told('secretaria'), await told('transparencia')]).toEqual([true, false])
    expect((await decidir('transparencia', body.bloqueo, 'confirmar', null)).status).toBe(409)
    expect((await decidir('secretaria', body.bloqueo, 'rechazar')).status).toBe(200)
    await publicar(test_)
    expect((await leer<{ nombre: string }>(test_, `candidaturas/${of.id}`)).body.nombre).not.toBe(NOMBRE_BLOQUEADO)
    expect(await told('secretaria')).toBe(false)
  })

  it('is shown again once the time of one person alone is over', async () => {
    const of = await givenCapturada(equipo, {}, 'completa')
    const { body } = await proponer('transparencia', of, { provisional: true })
    await publicar(test_)
    expect((await leer<{ nombre: string }>(test_, `candidaturas/${of.id}`)).body.nombre).toBe(NOMBRE_BLOQUEADO)
    await sql(test_, 'alter table captura.bloqueo disable trigger bloqueo_conservar')
    await sql(test_, `update captura.bloqueo set provisional_hasta = '2030-01-01' where id = $1`, [body.bloqueo.id])
    await sql(test_, 'alter table captura.bloqueo enable trigger bloqueo_conservar')
    await sql(
      test_,
      `update captura.publicacion_pendiente set no_antes = '2030-01-02' where candidatura_id = $1 and no_antes is not null`,
      [of.id],
    )
    await publicar(test_)
    expect((await leer<{ nombre: string }>(test_, `candidaturas/${of.id}`)).body.nombre).not.toBe(NOMBRE_BLOQUEADO)
  })
})

async function bloquear(of: Given, more: object = {}): Promise<Bloqueo> {
  const { bloqueo } = (await proponer('transparencia', of, more)).body
  const done = await decidir('secretaria', bloqueo, 'confirmar', null)
  expect([done.status, done.body.bloqueo?.estatus]).toEqual([200, 'vigente'])
  await publicar(test_)
  return done.body.bloqueo
}

async function levantar(bloqueo: Bloqueo): Promise<void> {
  const asked = (await decidir('secretaria', bloqueo, 'proponerLevantar')).body.bloqueo
  expect((await decidir('transparencia', asked, 'confirmarLevantar')).status).toBe(200)
  await publicar(test_)
}

describe('the order behind a proposal', () => {
  it.each<Quien>(['secretaria', 'transparencia'])('is handed in by the role that proposes: %s', async (who) => {
    const of = await givenCapturada(equipo, {}, 'completa')
    const form = { file: { field: 'archivo', name: 'orden.pdf', content: '%PDF-1.7\norden\n%%EOF' } }
    const documento = await send<{ id: string }>(test_, ['POST', '/documentos'], { token: must(tokens[who]), form })
    expect(documento.status).toBe(201)
    const orden = { base: 'orden', autoridad: 'Tribunal de Prueba', orden: 'JDC-1/2030', documentoId: documento.body.id }
    expect((await proponer(who, of, orden)).status).toBe(201)
  })
})

describe('blocking a persona', () => {
  it('leaves nothing of her, her name neither, on any page of today or of any past corte; hashes still hold, and it says nothing of why', async () => {
    const of = await givenCapturada(equipo, {
      nombre: 'Canarianela',
      primerApellido: 'Tejocotal',
      apodo: 'Canariopaloma',
      numero: 41,
      respuestas: RESPUESTAS_CANARIO,
    })
    const mate = await givenCapturada(equipo, { nombre: 'Suplenta', numero: 41, calidad: 'suplente' })
    const before = await givenCapturada(equipo, { nombre: 'Sale', numero: 40 })
    await givenCambio(test_, { tipo: 'sustitucion', de: before, entra: of })
    await publicar(test_)
    const agujas = ['Canarianela', 'Tejocotal', 'Canariopaloma', SITIO, COMPROMISO].flatMap(agujasDe)
    expect(halladas(await todoPublico(test_), agujas)).toHaveLength(5)
    expect((await pagina(test_, mate)).text).toContain('Canarianela')
    expect((await pagina(test_, before)).text).toContain('Canarianela')
    const corte = await ultimoCorte(test_)
    const then = await manifiesto(test_, corte)

    const vista = async () => (await leer(test_, `candidaturas/${of.id}/vista.png`)).raw
    const seen = await vista()
    const { bloqueo } = (await proponer('transparencia', of)).body
    await publicar(test_)
    expect((await pagina(test_, of)).body.nombre).toBe('Canarianela Tejocotal')
    await decidir('secretaria', bloqueo, 'confirmar', null)
    await publicar(test_)

    expect((await vista()).equals(seen)).toBe(false)
    const everything = await todoPublico(test_)
    expect(halladas(everything, [...agujas, ...agujasDe('Canario-motivo'), ...agujasDe('riesgo de')])).toEqual([])
    expect(await manifiesto(test_, corte)).toEqual(then)
    expect((await retiradosIntactos(test_)).alterados).toBe(0)
    const { status, body } = await pagina(test_, of)
    expect([status, body]).toMatchObject([
      200,
      {
        nombre: 'Información no disponible',
        reserva: 'persona',
        apodo: null,
        fotografia: null,
        secciones: [],
        formula: [],
        sustituyeA: null,
        actorPolitico: { clave: 'PRIO' },
      },
    ])
    expect((await pagina(test_, mate)).body.formula.map(({ nombre }) => nombre)).toContain('Información no disponible')
    expect((await leer<{ elementos: unknown[] }>(test_, 'candidaturas?q=canarianela')).body.elementos).toEqual([])
    expect(await publicar(test_)).toBeNull()

    const now = must((await listar()).find(({ id }) => id === bloqueo.id))
    await levantar(now)
    expect((await pagina(test_, of)).body).toMatchObject({ nombre: 'Canarianela Tejocotal', reserva: null, apodo: 'Canariopaloma' })
    expect((await pagina(test_, of)).text).toContain('tejocotes')
  })
})

const listar = async () =>
  (await send<{ elementos: Bloqueo[] }>(test_, ['GET', '/bloqueos'], { token: must(tokens.secretaria) })).body.elementos

describe('blocking a part', () => {
  const OTRO_SITIO = 'https://canario.example/otro-enlace'
  const OTRO_COMPROMISO = 'Canario-parcial: sembrar ciruelos en la loma y pintar la escuela de la costa'
  const conOtras = {
    identidad: RESPUESTAS.identidad,
    curricular: { oficio: { oficio: 'Pesca', sitio: OTRO_SITIO }, compromiso: { compromiso: OTRO_COMPROMISO } },
  }

  it('takes one section, or one field, from her page of today and of every past corte, and leaves the rest; a badge is not taken back', async () => {
    const of = await givenCapturada(equipo, {
      nombre: 'Parcial',
      apodo: 'Canariogarza',
      accionAfirmativa: 'serrana',
      respuestas: conOtras,
    })
    await publicar(test_)
    const badges = (await pagina(test_, of)).body.distintivos
    const seccion = await bloquear(of, {
      alcance: 'seccion',
      clave: 'compromiso',
      base: 'orden',
      autoridad: 'Juzgado ficticio',
      orden: 'JF/1',
    })
    expect(halladas(await todoPublico(test_), agujasDe(OTRO_COMPROMISO))).toEqual([])
    const { body } = await pagina(test_, of)
    expect(body).toMatchObject({ nombre: 'Parcial Apellido', reserva: 'parcial', apodo: 'Canariogarza', distintivos: badges })
    expect(body.secciones.find(({ clave }) => clave === 'compromiso')).toMatchObject({ estatus: 'reservada', campos: [] })
    expect(body.secciones.find(({ clave }) => clave === 'oficio')?.campos.find(({ clave }) => clave === 'sitio')?.valor).toBe(OTRO_SITIO)
    await bloquear(of, { alcance: 'campo', clave: 'apodo' })
    await bloquear(of, { alcance: 'campo', clave: 'sitio' })
    await bloquear(of, { alcance: 'campo', clave: 'distintivos' })
    expect(halladas(await todoPublico(test_), ['Canariogarza', OTRO_SITIO].flatMap(agujasDe))).toEqual([])
    expect((await pagina(test_, of)).body.distintivos).toEqual([])
    await levantar(must((await listar()).find(({ id }) => id === seccion.id)))
    expect((await pagina(test_, of)).text).toContain('ciruelos')
  })

  it('ends by itself when its last day is over', async () => {
    const of = await givenCapturada(equipo, { nombre: 'Temporal', apodo: 'Canariomirlo' })
    await publicar(test_)
    await bloquear(of, { alcance: 'campo', clave: 'apodo', hasta: '2030-05-04' })
    expect((await pagina(test_, of)).body.apodo).toBeNull()
    await moveReloj(test_, '2030-05-05T19:00:00Z')
    await publicar(test_)
    expect((await pagina(test_, of)).body).toMatchObject({ apodo: 'Canariomirlo', reserva: null })
  })
})

describe('two people', () => {
  it('decide: who proposed neither confirms nor lifts what she proposed to lift, by the API and by the database', async () => {
    const of = await givenCapturada(equipo, { nombre: 'Dos' })
    const { bloqueo } = (await proponer('secretaria', of)).body
    expect(must(bloqueo.acciones.find(({ acto }) => acto === 'confirmar')).permitido).toBe(false)
    const alone = await decidir('secretaria', bloqueo, 'confirmar', null)
    expect([alone.status, alone.body.detail]).toEqual([409, 'Lo confirma una persona distinta de quien lo propuso.'])
    const connection = await connectAs(test_, 'instituto')
    const self = `update captura.bloqueo set estatus = 'vigente', confirmado_por = propuesto_por, confirmado_en = now() where id = $1`
    expect(await attempt(connection, { text: self, values: [bloqueo.id] }, { rol: 'secretaria' })).toBe('23514')
    const done = (await decidir('transparencia', bloqueo, 'confirmar', null)).body.bloqueo
    const asked = (await decidir('secretaria', done, 'proponerLevantar')).body.bloqueo
    expect((await decidir('secretaria', asked, 'confirmarLevantar')).body.detail).toContain('distinta')
    const lift = `update captura.bloqueo set estatus = 'levantado', levantado_por = levanta_propuesto_por where id = $1`
    expect(await attempt(connection, { text: lift, values: [bloqueo.id] }, { rol: 'secretaria' })).toBe('23514')
    const rewrite = `update captura.bloqueo set motivo = 'otro' where id = $1`
    expect(await attempt(connection, { text: rewrite, values: [bloqueo.id] }, { rol: 'secretaria' })).toBe(REFUSED)
    await connection.end()
    const kept = (await decidir('secretaria', asked, 'mantener')).body.bloqueo
    expect([kept.estatus, kept.bloquea]).toEqual(['vigente', true])
    expect((await decidir('secretaria', asked, 'mantener')).body.code).toBe('bloqueo.version_distinta')
    expect(await sql(test_, `select acto from bitacora.acto where objeto_id = $1 order by n`, [bloqueo.id])).toHaveLength(4)
  })

  it('say who ordered it and what is blocked, each refusal with its field; a proposal may be rejected', async () => {
    const of = await givenCapturada(equipo, { nombre: 'Falta' })
    const fields = async (more: object) => (await proponer('secretaria', of, more)).body.errors?.map(({ field }) => field)
    expect(await fields({ base: 'orden' })).toEqual(['autoridad'])
    expect(await fields({ base: 'orden', autoridad: 'Juzgado ficticio' })).toEqual(['orden'])
    expect(await fields({ alcance: 'campo', clave: 'nombre' })).toEqual(['clave'])
    expect(await fields({ hasta: '2030-01-01' })).toEqual(['hasta'])
    const { bloqueo } = (await proponer('secretaria', of)).body
    expect((await decidir('secretaria', bloqueo, 'rechazar', '')).body.errors?.map(({ field }) => field)).toEqual(['motivo'])
    expect((await decidir('secretaria', bloqueo, 'rechazar')).body.bloqueo).toMatchObject({ estatus: 'rechazado', bloquea: false })
  })
})
