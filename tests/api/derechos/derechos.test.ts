import { Temporal } from 'temporal-polyfill'
import { agregarCatalogos } from '../../../apps/api/src/carga/agregar-catalogos.ts'
import { verifyCortes } from '../../../apps/api/src/cli/verificacion/verify-cortes.ts'
import { bitacoraOf } from '../../support/acceso.ts'
import { agujasDe, halladas } from '../../support/agujas.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenCandidatura, must, sql, type Given } from '../../support/registro/candidaturas.ts'
import {
  abrirIdentidad,
  Equipo,
  givenCapturada,
  guardar,
  RESPUESTAS,
  verSeccion,
  type Acuse,
  type Problem,
} from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { unzip } from '../../support/actos/expedientes.ts'
import { entregarArchivos } from '../../support/mundos/mundos.ts'
import { readPdf } from '../../support/pdf.ts'
import { leer, publicar } from '../../support/publico.ts'
import { fuentePublica } from '../../support/mundos/recorrido.ts'
import { connectAs, count, REFUSED } from '../../support/roles.ts'

interface Solicitud {
  id: string
  folio: string
  estatus: string
  persona: string
  version: number
  plazo: { clave: string; vence: string; quedan: number; dias: number; fuente: string } | null
  hechos: { acto: string; texto: string; sentido: string | null }[]
  acciones: { acto: string; permitido: boolean; razones: string[] }[]
  entregaDatos: boolean
}
interface Hecha {
  solicitud: Solicitud
  acuse: Acuse
}

const PDF = '%PDF-1.7\nCANARIO-credencial-4471\n%%EOF'
let test_: TestApp
let equipo: Equipo
let unidad: string
let of: Given

beforeAll(async () => {
  test_ = await startTestApp()
  equipo = new Equipo(test_)
  unidad = await test_.tokenOf('transparencia')
  of = await givenCapturada(equipo)
  await publicar(test_)
})
afterAll(() => test_.close())

const hoy = () => test_.deps.clock.today().toString()
const ask = <T = Hecha & Problem>(method: 'GET' | 'POST', path: string, json?: object, token = unidad) =>
  send<T>(test_, [method, `/derechos${path}`], { token, ...(json ? { json } : {}) })
const recibir = async (derecho: string, who = of, recibida = hoy()): Promise<Solicitud> => {
  const body = { candidaturaId: who.id, derecho, recibida, descripcion: 'Pido lo que corresponde sobre todos mis datos.' }
  const { status, body: made } = await ask('POST', '', body)
  expect(status).toBe(201)
  return made.solicitud
}
const acreditar = (id: string, content = PDF) =>
  send<Hecha & Problem>(test_, ['POST', `/derechos/${id}/identidad`], {
    token: unidad,
    form: { file: { field: 'archivo', name: 'ine.pdf', content } },
  })
const actuar = (id: string, json: object) => ask('POST', `/${id}/actos`, { texto: 'Así se hizo y consta en el expediente.', ...json })
/** From received to the answer that it proceeds. */
async function procedente(derecho: string, who = of): Promise<Solicitud> {
  const { id } = await recibir(derecho, who)
  const { version } = (await acreditar(id)).body.solicitud
  const { status, body } = await actuar(id, { acto: 'responder', sentido: 'procedente', version })
  expect(status).toBe(200)
  return body.solicitud
}

describe('a request about one’s data', () => {
  it('is received with a folio and a term in working days, which says how many are left and where it comes from', async () => {
    const solicitud = await recibir('rectificacion')
    expect(solicitud).toMatchObject({ folio: expect.stringMatching(/^ARCO\/2030\/\d{3}-[2-9A-Z]{4}$/), estatus: 'en_tramite', version: 1 })
    expect(solicitud.plazo).toMatchObject({ clave: 'responder', dias: 8, quedan: 8, fuente: 'Inventado para las pruebas' })
    const days = Temporal.PlainDate.from(hoy()).until(must(solicitud.plazo).vence).days
    expect(days).toBeGreaterThan(8)
  })

  it('that takes the number of one that a restored backup does not have never takes its folio', async () => {
    const lost = await recibir('acceso')
    await sql(test_, 'delete from captura.solicitud_derecho where id = $1', [lost.id])
    const next = await recibir('acceso')
    expect(next.folio.split('-')[0]).toBe(lost.folio.split('-')[0])
    expect(next.folio).not.toBe(lost.folio)
  })

  it('is not answered before the persona proved who she is; the document lies encrypted and each reading of it is an entry', async () => {
    const { id, version } = await recibir('oposicion')
    const early = await actuar(id, { acto: 'responder', sentido: 'procedente', version })
    expect(early.body).toMatchObject({ code: 'derecho.acto_no_permitido', detail: expect.stringMatching(/^Falta que la persona acredite/) })
    expect((await acreditar(id, 'no es un documento')).status).toBe(422)
    expect((await acreditar(id)).body.solicitud).toMatchObject({ version: version + 1 })
    expect((await acreditar(id)).status).toBe(409)
    const rows = await sql<{ t: string }>(test_, 'select t::text as t from identidad.prueba_derecho t')
    expect(halladas(rows.map(({ t }) => t).join(), agujasDe('CANARIO-credencial-4471'))).toEqual([])
    const file = await ask('GET', `/${id}/identidad`)
    expect([file.status, file.bytes.toString(), file.headers['content-disposition']]).toEqual([
      200,
      PDF,
      expect.stringContaining('attachment'),
    ])
    expect(await sql(test_, `select 1 from bitacora.acto where acto = 'derecho.prueba_leida' and objeto_id = $1`, [id])).toHaveLength(1)
  })

  it('is prevented once, and an operator who saw an older version is told', async () => {
    const { id, version } = await recibir('acceso')
    const { body } = await actuar(id, { acto: 'prevenir', version })
    expect(body.solicitud).toMatchObject({ estatus: 'prevenida', plazo: { clave: 'prevenir', dias: 3, quedan: 3 } })
    const told = { acto: 'notificar', medioEntrega: 'comparecencia', enviada: hoy(), version: body.solicitud.version }
    body.solicitud = (await actuar(id, told)).body.solicitud
    expect(body.solicitud).toMatchObject({ estatus: 'prevenida', plazo: { clave: 'desahogar', dias: 4, quedan: 4 } })
    expect((await actuar(id, { acto: 'desahogar', version })).body).toMatchObject({ code: 'derecho.version_distinta' })
    const attended = await actuar(id, { acto: 'desahogar', version: body.solicitud.version })
    expect(attended.body.solicitud).toMatchObject({ estatus: 'en_tramite', plazo: { clave: 'responder' } })
    expect((await actuar(id, { acto: 'prevenir', version: attended.body.solicitud.version })).body.detail).toBe('Se previene una sola vez.')
  })

  it('has its terms also where the proceso was loaded before they were in its pack, once they were added', async () => {
    const { bitacora } = test_.services
    const catalogos = async () => must((await sql<{ catalogos: object }>(test_, 'select catalogos from captura.proceso'))[0]).catalogos
    const before = await catalogos()
    await sql(test_, `update captura.proceso set catalogos = (catalogos - 'derechos' - 'estadistica') || '{"oficio": {"propio": true}}'`)
    const add = () => test_.owner.transaction((tx) => agregarCatalogos(tx, test_.pack, bitacora))
    expect(await add()).toEqual({ claves: ['estadistica', 'derechos'] })
    expect(await catalogos()).toEqual({ ...before, oficio: { propio: true } })
    expect(await add()).toEqual({ claves: [] })
    expect(await bitacoraOf(test_, 'proceso.catalogos_agregados')).toHaveLength(1)
    // A proceso with terms of its own keeps them, and gets those that came later.
    const [own, late] = Object.keys((before as { derechos: object }).derechos) as [string, string]
    await sql(test_, `update captura.proceso set catalogos = jsonb_set(catalogos #- array['derechos', $2], array['derechos', $1], '{"propio": true}')`, [own, late]) // prettier-ignore
    expect(await add()).toEqual({ claves: [`derechos.${late}`] })
    const { derechos: offered } = before as { derechos: Record<string, unknown> }
    expect((await catalogos()) as object).toMatchObject({ derechos: { [own]: { propio: true }, [late]: offered[late] } })
    const other = { ...test_.pack, clave: 'otro' }
    expect(await test_.owner.transaction((tx) => agregarCatalogos(tx, other, bitacora))).toEqual({ otro: test_.pack.clave })
    await sql(test_, 'update captura.proceso set catalogos = $1', [JSON.stringify(before)])
  })

  it('is among what Transparencia has to do today from its first day, with its folio, its persona, what is owed and how long', async () => {
    const pendientes = async () =>
      (await send<{ elementos: { clave: string; texto: string; enlace: string }[] }>(test_, ['GET', '/pendientes'], { token: unidad })).body
        .elementos
    const { id, folio, persona } = await recibir('oposicion')
    const [line] = (await pendientes()).filter(({ clave }) => clave === `derecho-${id}`)
    expect(line).toMatchObject({
      texto: expect.stringMatching(
        new RegExp(
          `^Responder una oposición · ${folio}, ${persona}. Quedan 8 días hábiles. Prevenir, si algo falta, a más tardar el \\d+ de mayo de 2030$`,
        ),
      ),
      enlace: `/derechos/${id}`,
      venceEn: expect.any(String),
    })
  })

  it('says by how many working days its term is overdue, and hides no other', async () => {
    const late = await recibir('cancelacion', of, Temporal.PlainDate.from(hoy()).subtract({ days: 60 }).toString())
    expect(must(late.plazo).quedan).toBeLessThan(-10)
    const { status, body } = await ask<{ elementos: Solicitud[] }>('GET', '')
    expect([status, body.elementos.map(({ id }) => id)]).toEqual([200, expect.arrayContaining([late.id])])
    expect((await ask<{ solicitud: Solicitud }>('GET', `/${late.id}`)).status).toBe(200)
  })

  it('is for Transparencia alone, in the database too', async () => {
    for (const rol of ['secretaria', 'auditoria', 'comision'] as const)
      expect((await ask('GET', '', undefined, await test_.tokenOf(rol))).status).toBe(403)
    const client = await connectAs(test_, 'instituto')
    const text = 'select 1 from captura.solicitud_derecho'
    expect(await count(client, { text }, { rol: 'secretaria' })).toBe(0)
    expect(await count(client, { text }, { rol: 'transparencia' })).toBeGreaterThan(3)
    expect(await count(client, { text: 'delete from captura.solicitud_derecho' }, { rol: 'transparencia' })).toBe(REFUSED)
    await client.end()
  })
})

describe('access', () => {
  it('hands the persona everything that is kept of her, identity answers too, once it proceeds; and she is told of the reading', async () => {
    const { id } = await recibir('acceso')
    expect((await ask('GET', `/${id}/datos`)).status).toBe(409)
    const { version } = (await acreditar(id)).body.solicitud
    await actuar(id, { acto: 'responder', sentido: 'procedente', version })
    const { status, bytes } = await ask('GET', `/${id}/datos`)
    expect(status).toBe(200)
    const archivos = await unzip(bytes)
    expect([...archivos.keys()]).toEqual(['datos.json', 'datos.pdf'])
    expect(readPdf.text(must(archivos.get('datos.pdf')))).toContain('Isla Chica')
    const datos = JSON.parse(must(archivos.get('datos.json')).toString()) as {
      identidad: object
      secciones: object[]
      consentimientos: object[]
      actos: object[]
      persona: object
    }
    expect(datos.identidad).toEqual({ ...RESPUESTAS.identidad.islas, ...RESPUESTAS.identidad.sierra })
    expect([datos.secciones.length, datos.consentimientos.length]).toEqual([4, 1])
    expect(datos.actos.length).toBeGreaterThan(5)
    expect(JSON.stringify(datos)).toContain(RESPUESTAS.curricular.compromiso.compromiso)
    const { body } = await send<{ elementos: { acto: string; explicacion: string }[] }>(test_, ['GET', `/candidaturas/${of.id}/lecturas`], {
      token: await equipo.candidata(of),
    })
    expect(body.elementos[0]).toMatchObject({
      acto: 'derechos.acceso_leido',
      rol: 'transparencia',
      explicacion: expect.stringContaining('ARCO/'),
    })
  })

  it('hands her what she was photographed with and what she signed too', async () => {
    const draft = await givenCandidatura(test_)
    await entregarArchivos(equipo, draft)
    const { id } = await procedente('acceso', draft)
    const archivos = [...(await unzip((await ask('GET', `/${id}/datos`)).bytes))]
    expect(archivos.map(([ruta]) => ruta.replace(/-[0-9a-f]{12}(?=[.]webp$)/, ''))).toEqual([
      'datos.json',
      'datos.pdf',
      'fotografias/1-2030-04-20.webp',
      expect.stringMatching(/^documentos\/1-consentimiento-.*[.]pdf$/),
    ])
    expect(archivos[3]?.[1].toString()).toContain('firma')
  })
})

describe('a cancelación that is made effective', () => {
  let hers: Given
  let cancelada: Solicitud

  beforeAll(async () => {
    hers = await givenCapturada(equipo, { consentimiento: { publicacion: true } })
    await publicar(test_)
    const { body } = await leer<{ distintivos: unknown[] }>(test_, `candidaturas/${hers.id}`)
    expect(body.distintivos.length).toBeGreaterThan(0)
    const { id, version } = await procedente('cancelacion', hers)
    const { body: propuesta } = await actuar(id, { acto: 'proponer_efectivo', version })
    const segunda = { acto: 'hacer_efectivo', version: propuesta.solicitud.version, texto: 'La segunda persona la hace efectiva.' }
    const { status, body: made } = await ask('POST', `/${id}/actos`, segunda, await test_.tokenOf('transparencia'))
    expect(status).toBe(200)
    cancelada = made.solicitud
    await publicar(test_)
  })

  it('destroys the data key and the answers: the vault reads nothing, for nobody, ever again', async () => {
    expect(cancelada).toMatchObject({ estatus: 'efectiva', plazo: null })
    for (const table of ['identidad.llave', 'identidad.respuesta'])
      expect([table, await sql(test_, `select 1 from ${table} where candidatura_id = $1`, [hers.id])]).toEqual([table, []])
    expect((await verSeccion(equipo, hers, 'identidad/islas')).respuestas).toEqual({})
    const seen = await abrirIdentidad(equipo, hers, await equipo.verificacion())
    expect(JSON.stringify(seen.secciones.filter(({ cuestionario }) => cuestionario === 'identidad'))).not.toContain('Isla Chica')
    const { version } = await verSeccion(equipo, hers, 'identidad/islas')
    const { status, body } = await guardar(equipo, { of: hers, at: 'identidad/islas' }, { version, respuestas: RESPUESTAS.identidad.islas })
    expect([status, body.detail]).toEqual([409, expect.stringContaining('suprimieron')])
  })

  it('leaves who, when and why, and the answers of others alone', async () => {
    expect(await sql(test_, 'select motivo from identidad.supresion where candidatura_id = $1', [hers.id])).toEqual([
      { motivo: cancelada.folio },
    ])
    expect((await verSeccion(equipo, of, 'identidad/islas')).respuestas).toEqual(RESPUESTAS.identidad.islas)
    const [entry] = await sql<{ contenido: string }>(test_, `select contenido from bitacora.acto where acto = 'identidad.suprimida'`)
    expect(entry?.contenido).toContain('"llaves":1')
  })

  it('takes her badges out of the public world, past cortes too, and every corte still verifies', async () => {
    expect((await leer<{ distintivos: unknown[] }>(test_, `candidaturas/${hers.id}`)).body.distintivos).toEqual([])
    const report = await verifyCortes(fuentePublica(test_), () => undefined)
    expect(report.cortes).toBeGreaterThanOrEqual(3)
    const { body } = await send<{ integra: boolean }>(test_, ['GET', '/bitacora/verificacion'], { token: await test_.tokenOf('auditoria') })
    expect(body.integra).toBe(true)
  })

  it('is done by nobody else, not even with SQL', async () => {
    const client = await connectAs(test_, 'instituto')
    const text = `select identidad.suprimir(array['${of.id}']::uuid[], 'x', now())`
    for (const rol of ['verificacion', 'auditoria', 'administracion', ''])
      expect([rol, await count(client, { text }, { rol })]).toEqual([rol, REFUSED])
    await client.end()
  })
})
