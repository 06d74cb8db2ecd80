import { randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { comprobarCortes } from '../../../apps/api/src/modules/derechos/conclusion/supresion.queries.ts'
import { agujasDe, halladas } from '../../support/agujas.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenCandidatura, moveReloj, must, sql, type Given } from '../../support/registro/candidaturas.ts'
import { Equipo, givenCapturada, guardar, RESPUESTAS } from '../../support/actos/captura.ts'
import { cuantasHay, leerConstancia, Mesa, todoPrivado, type Hecho } from '../../support/actos/conclusion.ts'
import { send } from '../../support/actos/envios.ts'
import { unzip } from '../../support/actos/expedientes.ts'
import { entregarArchivos } from '../../support/mundos/mundos.ts'
import { leer, pagina, publicar } from '../../support/publico.ts'
import { attempt, connectAs, count, REFUSED } from '../../support/roles.ts'
import { manifiesto, retiradosIntactos, todoPublico, ultimoCorte } from '../../support/mundos/todo-publico.ts'

/** Folder where the papers are left, to be looked at page by page. */
const LOOK = join(__dirname, '../../../.cache/papeles')
/** Charge of the account that confirms. */
const CARGO = 'Titular de la Unidad de Transparencia'
const SITIO = 'https://canario.example/enlace-de-conclusion'
const COMPROMISO = 'Canario-compromiso: criar tejocotes junto al muelle nuevo y pintar los barandales viejos'
const RESPUESTAS_CANARIO = {
  identidad: RESPUESTAS.identidad,
  curricular: { oficio: { oficio: 'Pesca', sitio: SITIO }, compromiso: { compromiso: COMPROMISO } },
}

let test_: TestApp
let equipo: Equipo
let ella: Given
let mesa: Mesa

beforeAll(async () => {
  test_ = await startTestApp()
  equipo = new Equipo(test_)
  mesa = await Mesa.abrir(test_)
  await sql(
    test_,
    `insert into acceso.cargo_cuenta (id, cuenta_id, cargo, desde)
     select gen_random_uuid(), id, $1, '2020-01-01' from acceso.cuenta where rol = 'transparencia'`,
    [CARGO],
  )
  ella = await givenCapturada(equipo, { actor: 'PRIO', numero: 41, apodo: 'Canariopaloma', respuestas: RESPUESTAS_CANARIO })
  await entregarArchivos(equipo, await givenCandidatura(test_, { actor: 'PFAR', contienda: 'alcaldia-m1' }))
  await publicar(test_)
})
afterAll(() => test_.close())

describe('before election day', () => {
  it('the whole plan can be read: each day, its ground, and what it would take', async () => {
    const { etapas } = await mesa.plan('verificacion')
    expect(etapas.map(({ clave, fecha, estatus }) => [clave, fecha, estatus])).toEqual([
      ['fin_difusion', '2030-07-09', 'programada'],
      ['desindexacion', '2030-07-12', 'programada'],
      ['bloqueo', '2030-08-08', 'programada'],
      ['supresion', '2030-09-07', 'programada'],
    ])
    const taken = Object.fromEntries(must(etapas[3]).toma.map(({ clave, cuantas }) => [clave, cuantas]))
    expect(taken).toMatchObject({ respuestas: 2, identidad: 3, llaves: 2, fotografias: 1, documentos: 1 })
    expect(etapas.flatMap(({ acciones }) => acciones).every(({ permitido }) => !permitido)).toBe(true)
  })

  it('says it to the public too, with its source', async () => {
    const { conclusion } = (
      await leer<{ conclusion: { clave: string; fecha: string; fuente: string; realizada: null }[] }>(test_, 'politica')
    ).body
    expect(conclusion.map(({ clave, fecha, fuente, realizada }) => [clave, fecha, fuente !== '', realizada])[0]).toEqual([
      'fin_difusion',
      '2030-07-09',
      true,
      null,
    ])
  })

  it('nothing is carried out before its day, nor fixed before it nor out of order', async () => {
    const early = await mesa.actuar('secretaria', 'fin_difusion', 'realizar')
    expect([early.status, early.body.code, early.body.detail]).toEqual([
      409,
      'conclusion.acto_no_permitido',
      'Todavía no llega su día (9 de julio de 2030).',
    ])
    expect((await mesa.fijar('secretaria', 'fin_difusion', '2030-07-07')).body.errors?.[0]?.field).toBe('fecha')
    expect((await mesa.fijar('transparencia', 'bloqueo', '2030-08-20')).status).toBe(409)
    const fixed = await mesa.fijar('secretaria', 'bloqueo', '2030-08-20')
    expect([fixed.status, (await mesa.etapa('bloqueo')).fecha, (await mesa.etapa('supresion')).fecha]).toEqual([
      200,
      '2030-08-20',
      '2030-09-19',
    ])
    const stale = await send<Hecho>(test_, ['POST', '/conclusion/bloqueo/fecha'], {
      token: mesa.token('secretaria'),
      json: { fecha: '2030-08-21', sustento: 'Acuerdo inventado', version: 0 },
    })
    expect(stale.body.code).toBe('conclusion.version_distinta')
  })
})

const ABIERTA = 'Solicitud ARCO/2030/009, de acceso: falta responderla.'
const RECURRIDA = 'Solicitud ARCO/2030/010, de oposición: tiene un recurso de revisión sin resolver.'
const VULNERADA = 'Vulneración VUL/2030/001: falta decidir si afecta los derechos de alguien.'
/** Number and name of each duty that the board tells as overdue. */
async function vencidosConIne(): Promise<string[]> {
  interface Tablero {
    elementos: { numero: string; nombre: string; hitos: { estatus: string }[] }[]
  }
  const { body } = await send<Tablero>(test_, ['GET', '/actividades'], { token: mesa.token('secretaria') })
  return body.elementos.flatMap(({ numero, nombre, hitos }) =>
    hitos.filter(({ estatus }) => estatus === 'vencida').map(() => `${numero} ${nombre}`),
  )
}

/** A request without an answer, one that was appealed, and two breaches, one of which affects nobody. */
async function dejarAbierto(): Promise<void> {
  const recurrida = JSON.stringify([{ acto: 'responder', sentido: 'improcedente' }, { acto: 'recurrir' }])
  for (const [folio, derecho, hechos] of [
    ['ARCO/2030/009', 'acceso', '[]'],
    ['ARCO/2030/010', 'oposicion', recurrida],
  ])
    // prettier-ignore
    await sql(
      test_,
      `insert into captura.solicitud_derecho (id, proceso_id, candidatura_id, folio, derecho, recibida, descripcion, hechos, version, creada_en, creada_por)
       values ($1, $2, $3, $4, $5, '2030-09-02', 'Pide algo.', $6, 0, now(), $1)`,
      [randomUUID(), test_.loaded.procesoId, ella.id, folio, derecho, hechos],
    )
  for (const [folio, hechos] of [
    ['VUL/2030/001', '[]'],
    ['VUL/2030/002', '[{"acto": "descartar_afectacion"}]'],
  ])
    // prettier-ignore
    await sql(
      test_,
      `insert into captura.vulneracion (id, proceso_id, folio, tipo, que, causa, hallada_en, hallada_por, datos, medidas, recomendaciones, medios,
         hechos, version, acuse_folio, registrada_en, registrada_por)
       values ($1, $2, $3, 'uso', 'Algo', 'No se sabe', now(), 'Alguien', '{contacto}', '', '', '', $4, 0, 'A', now(), $1)`,
      [randomUUID(), test_.loaded.procesoId, folio, hechos],
    )
}

const AGUJAS = [SITIO, COMPROMISO, 'Canariopaloma'].flatMap(agujasDe)

describe('the end of publication', () => {
  it('takes what was captured from every page of today and of the past; each page says soberly since when and why, and every hash holds', async () => {
    await moveReloj(test_, '2030-07-10T18:00:00Z')
    expect(halladas(await todoPublico(test_), AGUJAS)).toHaveLength(3)
    const corte = await ultimoCorte(test_)
    const then = await manifiesto(test_, corte)
    const tablas = (await leer(test_, 'estadisticas')).text
    expect(await mesa.etapa('fin_difusion')).toMatchObject({ estatus: 'atrasada', atrasada: true })
    expect(await mesa.pendientes('secretaria')).toContain('conclusion-fin_difusion')
    expect((await mesa.actuar('transparencia', 'fin_difusion', 'realizar')).status).toBe(409)
    expect((await mesa.actuar('secretaria', 'desindexacion', 'realizar')).body.detail).toMatch(/Todavía no llega su día/)

    const done = await mesa.actuar('secretaria', 'fin_difusion', 'realizar')
    expect([done.status, (await mesa.etapa('fin_difusion')).estatus]).toEqual([200, 'realizada'])
    await publicar(test_)
    expect((await pagina(test_, ella)).body).toMatchObject({
      estatus: 'aprobada',
      actorPolitico: { clave: 'PRIO' },
      apodo: null,
      edad: null,
      secciones: [],
      distintivos: [],
      finDifusion: { desde: '2030-07-10', base: 'Ley inventada, artículo 1' },
    })
    expect(halladas(await todoPublico(test_), AGUJAS)).toEqual([])
    expect(await manifiesto(test_, corte)).toEqual(then)
    expect((await retiradosIntactos(test_)).alterados).toBe(0)
    expect((await leer(test_, 'estadisticas')).text).toBe(tablas)
    expect((await leer<{ finDifusion: { desde: string } }>(test_, 'proceso')).body.finDifusion.desde).toBe('2030-07-10')
    expect(await publicar(test_)).toBeNull()
    expect((await mesa.actuar('secretaria', 'fin_difusion', 'realizar')).body.detail).toBe('Ya se realizó.')
  })
})

describe('de-indexing', () => {
  it('asks search engines to keep nothing of candidaturas, pages and answers alike, and leaves the rest alone', async () => {
    const robots = async (url: string) => (await test_.app.inject({ url })).headers['x-robots-tag']
    expect(await robots(`/api/v1/publico/candidaturas/${ella.id}`)).toBeUndefined()
    await moveReloj(test_, '2030-07-13T18:00:00Z')
    expect((await mesa.actuar('secretaria', 'desindexacion', 'realizar')).status).toBe(200)
    await publicar(test_)
    for (const path of [`candidaturas/${ella.id}`, 'candidaturas?limite=5']) {
      expect([path, await robots(`/api/v1/publico/${path}`)]).toEqual([path, 'noindex, noarchive'])
      expect([path, await robots(`/api/v1/publico/${path}`)]).toEqual([path, 'noindex, noarchive'])
    }
    expect(await robots('/api/v1/publico/proceso')).toBeUndefined()
    for (const page of [`/candidaturas/${ella.id}`, '/comparar'])
      expect([page, test_.services.cache.headersOf(page)]).toEqual([page, { 'x-robots-tag': 'noindex, noarchive' }])
    expect(test_.services.cache.headersOf('/estadisticas')).toEqual({})
  })
})

describe('the block', () => {
  let party: pg.Client
  let staff: pg.Client
  let door: pg.Client

  beforeAll(async () => {
    party = await connectAs(test_, 'actor')
    staff = await connectAs(test_, 'instituto')
    door = await connectAs(test_, 'publicador')
  })
  afterAll(() => Promise.all([party.end(), staff.end(), door.end()]))

  const PRIVADAS = ['captura.seccion', 'captura.consentimiento', 'identidad.respuesta', 'identidad.llave']

  it('leaves nothing to read or to write to parties, reviewers and the publisher, by SQL neither', async () => {
    await moveReloj(test_, '2030-08-20T18:00:00Z')
    const actor = test_.loaded.actores.get('PRIO') ?? ''
    const asParty = { rol: 'captura', actor }
    const seen = async () => ({
      party: await count(party, { text: 'select 1 from captura.seccion' }, asParty),
      reviewer: await count(staff, { text: 'select 1 from captura.seccion' }, { rol: 'verificacion' }),
      door: await count(door, { text: 'select 1 from identidad.respuesta' }),
    })
    expect(await seen()).toEqual({ party: 4, reviewer: 4, door: 3 })
    expect((await mesa.actuar('transparencia', 'bloqueo', 'realizar')).status).toBe(200)
    expect(await seen()).toEqual({ party: 0, reviewer: 0, door: 0 })
    for (const table of ['captura.candidatura', ...PRIVADAS]) {
      expect([table, await count(party, { text: `select 1 from ${table}` }, asParty)]).toEqual([table, 0])
    }
    for (const rol of ['secretaria', 'verificacion', 'transparencia', 'auditoria']) {
      for (const table of PRIVADAS)
        expect([rol, table, await count(staff, { text: `select 1 from ${table}` }, { rol })]).toEqual([rol, table, 0])
    }
    const insert = `insert into captura.consentimiento (id, candidatura_id, aviso_id, aviso_sha256, tratamiento, publicacion, estadistica, mecanismo,
      otorgado_en, revision) select gen_random_uuid(), $1, id, sha256, true, true, true, 'sesion', now(), 'aceptada' from captura.aviso_privacidad limit 1`
    expect(await attempt(party, { text: insert, values: [ella.id] }, { rol: 'candidata', candidatura: ella.id })).toBe(REFUSED)
    expect(
      await attempt(
        staff,
        { text: `update captura.etapa_conclusion set concluida_en = null, concluida_dia = null where clave = 'bloqueo'` },
        { rol: 'secretaria' },
      ),
    ).toBe(REFUSED)

    const late = await guardar(equipo, { of: ella, at: 'curricular/oficio' }, { version: 1, respuestas: { oficio: 'Otra' } })
    expect([late.status, late.body.code]).toEqual([409, 'datos.bloqueados'])
    await publicar(test_)
    expect(halladas(await todoPublico(test_), AGUJAS)).toEqual([])
    expect((await retiradosIntactos(test_)).cuantos).toBeGreaterThan(0)
  })
})

describe('a blocked datum', () => {
  it('is read by the roles that the law names, with a reason, which stays; and by nobody else', async () => {
    const [{ clave } = { clave: '' }] = await sql<{ clave: string }>(test_, 'select clave from captura.candidatura where id = $1', [
      ella.id,
    ])
    const json = { clave, motivo: 'Responsabilidad en trámite, expediente VC/9/2030' }
    const ask = (token: string, body: object = json) =>
      send<{ secciones: { respuestas: object | null }[] }>(test_, ['POST', '/conclusion/consultas'], { token, json: body })
    const read = await ask(mesa.token('auditoria'))
    expect([read.status, halladas(read.bytes, agujasDe(COMPROMISO))]).toEqual([200, [COMPROMISO]])
    expect((await ask(mesa.token('auditoria'), { clave })).status).toBe(400)
    expect((await ask(mesa.token('secretaria'))).status).toBe(403)
    const [entry] = await sql<{ contenido: string }>(
      test_,
      `select contenido from bitacora.acto where acto = 'conclusion.datos_consultados'`,
    )
    expect(entry?.contenido).toContain('VC/9/2030')
  })
})

describe('the suppression', () => {
  it('takes two people, on its day, and not even then by SQL unless both said so', async () => {
    await moveReloj(test_, '2030-09-20T18:00:00Z')
    const staff = await connectAs(test_, 'instituto')
    expect(await attempt(staff, { text: 'select captura.suprimir_lote(10, now())' }, { rol: 'secretaria' })).toBe(REFUSED)
    expect(await attempt(staff, { text: 'select captura.suprimir_lote(10, now())' }, { rol: 'auditoria' })).toBe(REFUSED)
    await staff.end()
    // A request that nobody answered is told before the act, without the name of anybody.
    await dejarAbierto()
    const { abierto } = await mesa.plan('secretaria')
    expect(abierto.slice(0, 3)).toEqual([ABIERTA, RECURRIDA, VULNERADA])
    const vencidos = await vencidosConIne()
    expect(vencidos.length).toBeGreaterThan(0)
    expect(abierto[3]).toBe(`Plazos vencidos con el INE: ${vencidos.length}.`)
    expect(abierto.slice(4).map((each) => each.replace(/, que vencía el .*/, ''))).toEqual(
      vencidos.map((each) => `Vencido con el INE: ${each}`),
    )
    // The register of breaches and the requests are not for everybody who sees the plan.
    expect((await mesa.plan('verificacion')).abierto).toEqual(abierto.slice(3))
    expect((await mesa.actuar('secretaria', 'supresion', 'proponer')).status).toBe(200)
    expect((await mesa.actuar('secretaria', 'supresion', 'confirmar')).body.detail).toMatch(/persona distinta/)
    await test_.services.conclusion.supresor.trabajar()
    expect(await cuantasHay(test_, 'identidad.llave')).toBe(2)
    expect((await mesa.actuar('transparencia', 'supresion', 'confirmar')).status).toBe(200)
    expect((await mesa.etapa('supresion')).estatus).toBe('en_curso')
  })

  it('goes on where it stood after it was cut short, destroys everything once, and leaves a certificate', async () => {
    const corte = await ultimoCorte(test_)
    const then = await manifiesto(test_, corte)
    const { supresor } = test_.services.conclusion
    // A fault in the middle of a batch leaves all of it undone.
    await sql(test_, `alter table captura.etapa_conclusion add constraint prueba check (progreso is null) not valid`)
    await expect(supresor.trabajar()).rejects.toThrow()
    expect([await cuantasHay(test_, 'identidad.llave'), (await mesa.etapa('supresion')).estatus]).toEqual([2, 'en_curso'])
    await sql(test_, 'alter table captura.etapa_conclusion drop constraint prueba')
    // After the batch of personas the process dies: the next one takes the rest.
    const quien = { cuentaId: randomUUID(), rol: 'secretaria', actorPoliticoId: null, candidaturaId: null, requestId: 'prueba' } as const
    expect(await supresor.paso(quien)).toBe(true)
    expect([await cuantasHay(test_, 'identidad.llave'), (await mesa.etapa('supresion')).estatus]).toEqual([0, 'en_curso'])
    await supresor.trabajar()
    await supresor.trabajar()
    expect((await mesa.etapa('supresion')).estatus).toBe('realizada')
    await publicar(test_)

    for (const table of ['identidad.respuesta', 'identidad.llave', 'identidad.formato', 'captura.fotografia', 'captura.recurso_retirado'])
      expect([table, await cuantasHay(test_, table)]).toEqual([table, 0])
    expect(halladas(await todoPrivado(test_), AGUJAS)).toEqual([])
    expect(halladas(await todoPublico(test_), AGUJAS)).toEqual([])
    expect(await manifiesto(test_, corte)).toEqual(then)
    expect((await pagina(test_, ella)).body).toMatchObject({ estatus: 'aprobada', finDifusion: { desde: '2030-07-10' } })
    expect((await mesa.pendientes('secretaria')).filter((clave) => clave.startsWith('conclusion-'))).toEqual([])
  })

  it('can be proved from outside: the certificate verifies and names what was destroyed, and so do all cortes', async () => {
    const answer = await send(test_, ['GET', '/conclusion/constancia'], { token: mesa.token('auditoria') })
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/zip'])
    const { report, constancia } = await leerConstancia(answer.bytes)
    mkdirSync(LOOK, { recursive: true })
    writeFileSync(join(LOOK, 'constancia.pdf'), must((await unzip(answer.bytes)).get('constancia.pdf')))
    expect([report.archivos, report.spki]).toEqual([6, test_.deps.secretos.firma.spki])
    // Names with their charge, and no identifier of an account in what people read.
    const { propuso, confirmo } = constancia.personas
    expect([propuso?.nombre, propuso?.cargo, confirmo?.cargo]).toEqual([expect.any(String), 'Secretaría', CARGO])
    expect(propuso?.nombre).not.toBe(confirmo?.nombre)
    expect(constancia.abierto.slice(0, 3)).toEqual([ABIERTA, RECURRIDA, VULNERADA])
    expect(constancia.abierto[3]).toMatch(/^Plazos vencidos con el INE: /)
    expect(constancia.destruidas).toMatchObject({ respuestas: 2, identidad: 3, llaves: 2, documentos: 1, fotografias: 1 })
    expect(constancia.versiones.cuantas).toBeGreaterThan(0)
    expect(constancia.cortes).toMatchObject({ fallan: [] })
    const altered = Buffer.concat([answer.bytes.subarray(0, 60), Buffer.from('x'), answer.bytes.subarray(61)])
    await expect(leerConstancia(altered)).rejects.toThrow()
    const cortes = await test_.deps.databases.publicador.transaction(comprobarCortes)
    expect([cortes.cuantos, cortes.fallan]).toEqual([await ultimoCorte(test_), []])
  })
})
