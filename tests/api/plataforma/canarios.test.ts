import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { leerIndice, searchWords, type IndicePublico } from '@conoceles/domain'
import { loadSimulacro } from '../../../apps/api/src/carga/load-simulacro.ts'
import { candidaturaId } from '../../../apps/api/src/carga/rows.ts'
import { generateSimulacro, type CapturaSimulada, type Simulacro } from '../../../apps/api/src/simulacro/index.ts'
import { conectar } from '../../support/maquinas/cliente.ts'
import { agujasDe, bytesOf, halladas, todoDe, type Aguja } from '../../support/agujas.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { must, sql } from '../../support/registro/candidaturas.ts'
import { readCluster } from '../../support/servidor/cluster.ts'
import { exported } from '../../support/servidor/copias.ts'
import { send } from '../../support/actos/envios.ts'
import { withMunicipios } from '../../support/mundos/municipios.ts'
import { capturarDeNuevo, ownToken } from '../../support/registro/recaptura.ts'
import { comparaciones, everyPage, rutasDatosAbiertos } from '../../support/mundos/recorrido.ts'
import { provocarRechazos, type Rechazo } from '../../support/actos/rechazos.ts'
import { readPdf } from '../../support/pdf.ts'
import { publicar } from '../../support/publico.ts'
import { CON_PAGINAS } from '../../support/browser/visor.ts'
import { INICIO_EN_CAPTURA as INICIO, packEnCaptura as entero } from '../../support/paquete.ts'

const PUBLICO = '/api/v1/publico'
const ENCODINGS = ['br', 'gzip', 'identity'] as const
const TOTAL = 1_000
const pack = withMunicipios(entero, 8)

let test_: TestApp
let simulacro: Simulacro
let agujas: Aguja[]
let folios: string[]
let capturing: CapturaSimulada
/** Refusals of bad requests, and of those made while the database failed. */
let rechazadas: Rechazo[]

/** Every statement that the application sends is in the log of the database; those that bring the simulacro are too many. */
const SETTINGS = ['log_min_duration_statement = 0']

beforeAll(async () => {
  simulacro = generateSimulacro(pack, { semilla: 2_024, total: TOTAL, ahora: INICIO })
  agujas = simulacro.canarios.flatMap(({ valores }) => valores.flatMap(agujasDe))
  test_ = await startTestApp({
    pack,
    config: { logNivel: 'trace', ...CON_PAGINAS },
    settings: SETTINGS,
    load: (owner, deps) =>
      owner.transaction(async (tx) => {
        await tx.query('set local log_min_duration_statement = -1')
        return loadSimulacro(tx, deps, { pack, simulacro, inicio: INICIO })
      }),
  })
  await publicar(test_)
  const claves = simulacro.canarios.map(({ candidatura }) => candidatura)
  capturing = must(simulacro.capturas.find(({ candidatura, estatus }) => estatus === 'en_captura' && claves.includes(candidatura)))
  const token = await ownToken(test_, { simulacro, clave: capturing.candidatura })
  ;({ folios, rechazadas } = await capturarDeNuevo(test_, { capturing, token }))
  await publicar(test_)
}, 300_000)
afterAll(() => test_.close())

const get = (url: string, encoding: string = 'identity') =>
  test_.app.inject({ url: PUBLICO + url, headers: { 'accept-encoding': encoding } })
const getPage = (url: string, encoding: string = 'identity') => test_.app.inject({ url, headers: { 'accept-encoding': encoding } })
const idsCanarios = () => simulacro.canarios.map(({ candidatura }) => candidaturaId(candidatura))
const json = async <T>(url: string) => (await get(url)).json<T>()

describe('personas who refused publication', () => {
  it('are many, in every stage, and their captures are found where they may be: with their own actor político', async () => {
    expect(simulacro.canarios.length).toBeGreaterThanOrEqual(12)
    expect(agujas.length).toBeGreaterThan(300)
    expect(folios.length).toBeGreaterThan(5)
    for (const { candidatura, valores } of simulacro.canarios) {
      const token = await ownToken(test_, { simulacro, clave: candidatura })
      const path = `/candidaturas/${candidaturaId(candidatura)}/captura`
      const { bytes } = await send(test_, ['GET', path], { token })
      expect(halladas(bytes, agujas).sort()).toEqual(valores.filter((valor) => /canario/i.test(valor)).sort())
    }
  })

  it('are on pages without any badge', async () => {
    for (const { candidatura } of simulacro.canarios) {
      const page = await get(`/candidaturas/${candidaturaId(candidatura)}`)
      expect([candidatura, page.statusCode]).toEqual([candidatura, 200])
      expect(page.json<{ distintivos: unknown[] }>().distintivos).toEqual([])
    }
  })
})

describe('not one byte of them', () => {
  interface Corte {
    recursos: { ruta: string; sha256: string }[]
  }
  const newest = async () => must((await json<{ elementos: { numero: number }[] }>('/cortes')).elementos[0]).numero

  it('is in any resource of the newest corte, as it travels or unpacked', async () => {
    const { recursos } = await json<Corte>(`/cortes/${await newest()}`)
    const kinds = new Set(recursos.map(({ ruta }) => ruta.split('/')[0]))
    expect(recursos.length).toBeGreaterThan(500)
    expect([...kinds].sort()).toEqual([
      'avisos-privacidad',
      'calendario',
      'calendario.ics',
      'candidaturas',
      'catalogos',
      'consulta',
      'contiendas',
      'diccionario',
      'errores',
      'estadisticas',
      'fotografias',
      'indice',
      'lectura-facil',
      'mosaicos',
      'paginas',
      'politica',
      'proceso',
      'territorio',
    ])
    for (const [index, { ruta }] of recursos.entries()) {
      const encoding = ENCODINGS[index % 3]
      const page = ruta.startsWith('paginas/') ? ruta.slice('paginas'.length) : null
      const answer = await (page === null ? get(`/${ruta}`, encoding) : getPage(page, encoding))
      expect([ruta, answer.statusCode, halladas(await todoDe(answer), agujas)]).toEqual([ruta, 200, []])
      if (page !== null) expect(String(answer.headers['content-type'])).toContain('text/html')
    }
  })

  it('is in the comparison of any of them with a rival, as the server renders it', async () => {
    for (const url of await comparaciones(json, idsCanarios()))
      expect([url, halladas(await todoDe(await getPage(url)), [...agujas, ...agujasDe('data-consulta')])]).toEqual([url, ['data-consulta']])
  })

  it('is in the answer of any public route; a new route is not walked until it is written here', async () => {
    const numero = await newest()
    const { recursos } = await json<Corte>(`/cortes/${numero}`)
    const ids = idsCanarios()
    const ofCanarios = recursos.filter(({ ruta }) => ids.some((id) => ruta.endsWith(id)))
    const tables = recursos.flatMap(({ ruta }) => (ruta.startsWith('estadisticas/') ? [`/${ruta}`] : []))
    const photos = recursos.filter(({ ruta }) => ruta.startsWith('fotografias/')).slice(0, 6)
    const walks: Record<string, string[]> = {
      getContratoPublico: [''],
      getEspecificacionPublica: ['/openapi.json'],
      getProcesoPublico: ['/proceso'],
      listContiendas: ['/contiendas'],
      getContienda: (await json<{ elementos: { clave: string }[] }>('/contiendas')).elementos.map(({ clave }) => `/contiendas/${clave}`),
      getTerritorio: ['/territorio'],
      listMosaicos: ['/mosaicos'],
      getIndice: ['/indice'],
      getConsulta: ['/consulta'],
      listErroresContestados: ['/errores'],
      // The proceso of Morelos has no registered emblem; that of the tests has (emblemas.test.ts).
      getEmblema: [],
      // Nor a video of its own (senas-visor.test.ts).
      getSenas: [],
      getLecturaFacil: ['/lectura-facil'],
      // Nor has it a language beside Spanish (idiomas.test.ts).
      getIdioma: [],
      getFotografiaDeCandidatura: await someOfPhotograph(),
      getPoliticaPublica: ['/politica'],
      getCalendarioPublico: ['/calendario.ics'],
      getFechasPublicas: ['/calendario'],
      listAvisosPublicos: ['/avisos-privacidad'],
      getAvisoPublico: ['/avisos-privacidad/integral', '/avisos-privacidad/simplificado'],
      getVersionAvisoPublico: ['/avisos-privacidad/versiones/1/integral', '/avisos-privacidad/versiones/1/simplificado'],
      getPdfAvisoPublico: ['/avisos-privacidad/versiones/1/integral/aviso.pdf', '/avisos-privacidad/versiones/1/simplificado/aviso.pdf'],
      getCambiosAvisoPublico: [],
      listEstadisticas: ['/estadisticas'],
      getEstadistica: tables.filter((url) => !url.endsWith('/csv')),
      getEstadisticaCsv: tables.filter((url) => url.endsWith('/csv')),
      listCandidaturasPublicas: await everyPage(json),
      getCandidaturaPublica: ids.map((id) => `/candidaturas/${id}`),
      getFichaPdf: ids.map((id) => `/candidaturas/${id}/ficha.pdf`),
      getVistaDeCandidatura: ids.slice(0, 3).map((id) => `/candidaturas/${id}/vista.png`),
      getVistaDeContienda: ['/contiendas/gubernatura-17/vista.png'],
      getVistaDelSitio: ['/vista.png'],
      getHistoriaPublica: ids.map((id) => `/candidaturas/${id}/historia`),
      getFotografiaPublica: photos.map(({ ruta }) => `/${ruta}`),
      getRecurso: ofCanarios.map(({ sha256 }) => `/recursos/${sha256}`),
      listCortes: ['/cortes'],
      getCorte: Array.from({ length: numero }, (_, i) => `/cortes/${i + 1}`),
      getCorteVigente: ['/cortes/vigente'],
      listCambiosEntreCortes: Array.from({ length: numero }, (_, i) => `/cortes/${i}/cambios/${numero}`),
      getPruebaCandidatura: ids.map((id) => `/cortes/${numero}/candidaturas/${id}`),
      listLlaves: ['/llaves'],
      ...rutasDatosAbiertos(test_),
      listCabezas: ['/bitacora/cabezas'],
      getAcuse: folios.map((folio) => `/acuses/${folio}`),
    }
    const open = test_.instruments.routes.flatMap(({ contract }) => (contract?.permiso === 'publico' ? [contract.id] : []))
    expect(Object.keys(walks).sort()).toEqual(open.sort())
    for (const url of Object.values(walks).flat()) {
      for (const encoding of ENCODINGS) {
        const answer = await get(url, encoding)
        expect([url, answer.statusCode, halladas(await todoDe(answer), agujas)]).toEqual([url, 200, []])
      }
    }
  })

  it('is in the index, also once its codes are words again', async () => {
    const filas = leerIndice(await json<IndicePublico>('/indice'))
    expect(filas.length).toBeGreaterThan(500)
    expect(halladas(JSON.stringify(filas), agujas)).toEqual([])
  })

  async function someOfPhotograph(): Promise<string[]> {
    const { elementos } = await json<{ elementos: { id: string; fotografia: string | null }[] }>('/candidaturas?limite=1000')
    return elementos.flatMap(({ id, fotografia }) => (fotografia ? [`/candidaturas/${id}/fotografia`] : [])).slice(0, 3)
  }

  it('is in a copy of it all as files, as they lie there or unpacked', async () => {
    const bytes = await exported(test_)
    expect([bytes.length > 10_000 * TOTAL, halladas(bytes, agujas)]).toEqual([true, []])
  })

  it('is in what a PDF says of itself, nor in what a photograph carries behind its image', async () => {
    const { recursos } = await json<Corte>(`/cortes/${await newest()}`)
    const of = (pattern: RegExp) => recursos.filter(({ ruta }) => pattern.test(ruta))
    const pdfs = of(/\.pdf$/)
    expect(pdfs.length).toBeGreaterThan(1)
    for (const { ruta } of pdfs) {
      const { rawPayload } = await get(`/${ruta}`)
      const said = [JSON.stringify(readPdf.properties(rawPayload)), readPdf.metadata(rawPayload), readPdf.text(rawPayload)]
      expect([ruta, said.every((text) => text.length > 50), halladas(said.join('\n'), agujas)]).toEqual([ruta, true, []])
    }
    const photos = of(/^fotografias\//)
    expect(photos.length).toBeGreaterThan(5)
    for (const { ruta } of photos.slice(0, 30)) {
      const { exif, xmp, iptc, icc, comments, tifftagPhotoshop } = await sharp((await get(`/${ruta}`)).rawPayload).metadata()
      expect([ruta, { exif, xmp, iptc, icc, comments, tifftagPhotoshop }]).toEqual([ruta, {}])
    }
  })

  it('is in the body or the headers of a refusal: of what is not there, is malformed, is of another party, or failed', async () => {
    const seen = [...rechazadas, ...(await provocarRechazos(test_, simulacro))]
    const statuses = new Set(seen.map(({ statusCode }) => statusCode))
    expect([...statuses].sort()).toEqual(expect.arrayContaining([400, 404, 500]))
    for (const answer of seen) expect([answer.statusCode, halladas(await todoDe(answer), agujas)]).toEqual([answer.statusCode, []])
  })

  it('is in any answer to a machine, asked by the name of each of them or by her page', async () => {
    // Another test of this file may have made it listen.
    if (!test_.app.server.listening) await test_.app.listen({ port: 0, host: '127.0.0.1' })
    const { client, preguntar } = await conectar(must(test_.app.listeningOrigin))
    const ids = idsCanarios()
    const rivals = await sql<{ id: string }>(test_, 'select id from publico.candidatura where id <> all($1) limit 1', [ids])
    for (const id of ids) {
      const { candidatura } = await preguntar('ver_candidatura', { id })
      const answers = [
        candidatura,
        await preguntar('buscar_candidaturas', { nombre: String(candidatura?.['nombre']) }),
        await preguntar('comparar_candidaturas', { ids: [id, rivals[0]?.id] }),
      ]
      expect([id, halladas(JSON.stringify(answers), agujas)]).toEqual([id, []])
    }
    await client.close()
  })

  it('is in what tells how the service is: it says that it lives, and there are no metrics', async () => {
    for (const url of ['/live', '/metrics', '/status', '/api/v1/metrics', '/api/openapi.json', '/api/v1/openapi.json']) {
      const answer = await test_.app.inject({ url })
      expect([url, halladas(await todoDe(answer), agujas)]).toEqual([url, []])
      if (url.endsWith('metrics')) expect(answer.statusCode).toBe(404)
    }
  })

  it('is in the words of the search nor in what the list is filtered by, in small letters either', async () => {
    const words = simulacro.canarios.flatMap(({ valores }) => valores.flatMap(searchWords)).filter((word) => word.includes('canario'))
    expect(words.length).toBeGreaterThan(20)
    const found = `select comienzo from publico.comienzo where comienzo like '%canario%' or comienzo = any($1)`
    expect(await sql(test_, found, [words])).toEqual([])
    expect(await sql(test_, `select 1 from publico.candidatura c where c::text ilike '%canario%'`)).toEqual([])
  })

  it('can be searched for', async () => {
    for (const q of ['canario', 'CANARIO-1', 'canario-3@example.org'])
      expect((await json<{ total: number }>(`/candidaturas?q=${q}`)).total).toBe(0)
  })

  it('is in the log of the application, which has every request and the fault of each save', () => {
    const log = test_.instruments.log.join('')
    expect(log).toContain('"ruta":"/api/v1/candidaturas/:id/captura/:cuestionario/:seccion"')
    expect(log).toContain('"code":"23514"')
    expect(halladas(log, agujas)).toEqual([])
  })

  it('is in the log of the database, which has every statement', () => {
    const log = readFileSync(readCluster().log)
    expect(log.includes('insert into bitacora.acto (contenido) values ($1)')).toBe(true)
    expect(log.includes('INSERT INTO "identidad"."respuesta"')).toBe(true)
    expect(halladas(log, agujas)).toEqual([])
  })

  it('is in the bitácora', async () => {
    const rows = await sql<{ contenido: string }>(test_, 'select contenido from bitacora.acto')
    expect(rows.some(({ contenido }) => contenido.includes(candidaturaId(capturing.candidatura)))).toBe(true)
    expect(halladas(rows.map(({ contenido }) => contenido).join('\n'), agujas)).toEqual([])
  })

  it('lies in clear in any table, but what is no answer of identity in the two tables made for it', async () => {
    const allowed: Record<string, RegExp> = { 'captura.persona': /^\d{4}-/, 'captura.seccion': /^canario-\d+@/ }
    const tables = await sql<{ t: string }>(
      test_,
      `select schemaname || '.' || tablename as t from pg_tables where schemaname in ('acceso', 'captura', 'identidad', 'publico', 'bitacora') order by 1`,
    )
    expect(tables.length).toBeGreaterThan(30)
    for (const { t } of tables.filter((table) => table.t !== 'publico.recurso')) {
      const found: string[] = []
      const rows = await sql(test_, `select * from ${t}`)
      for (let at = 0; at < rows.length; at += 2_000) found.push(...halladas(bytesOf(rows.slice(at, at + 2_000)), agujas))
      expect([t, found.filter((valor) => !allowed[t]?.test(valor))]).toEqual([t, []])
    }
    expect(await sql(test_, 'select 1 from identidad.respuesta limit 1')).toHaveLength(1)
  })
})
