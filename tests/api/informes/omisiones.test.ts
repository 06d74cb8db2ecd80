import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { openExpediente } from '../../../apps/api/src/cli/verificacion/expediente-source.ts'
import { verifyExpediente } from '../../../apps/api/src/cli/verificacion/verify-expediente.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenCandidatura, moveReloj, must, sql, type Given } from '../../support/registro/candidaturas.ts'
import {
  consentir,
  Equipo,
  givenCapturada,
  guardar,
  RESPUESTAS,
  verSeccion,
  type Guardado,
  type Problem,
} from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'

interface Seccion {
  titulo: string
  estatus: string
  folio: string | null
  extemporaneaEn: string | null
}

interface Omision {
  id: string
  clase: string
  extemporaneaEn: string | null
  entrega: { folio: string } | null
  regla: string
  secciones: Seccion[]
}

interface Lista {
  universo: number
  total: number
  actores: { clave: string; cuantas: number }[]
  elementos: Omision[]
}

interface Emitida {
  emitida: { id: string; omisiones: number; universo: number; sha256: string; folio: string }
}

/** The term of the legislature ends on 30 April; captura closes in July. */
const EN_PLAZO = '2030-04-29T10:00:00-07:00'
const DESPUES = '2030-05-02T10:00:00-07:00'

let test_: TestApp
let equipo: Equipo
let secretaria: string
let nada: Given
let media: Given
let entera: Given
let tarde: Given
let folio = ''

beforeAll(async () => {
  test_ = await startTestApp({ ahora: EN_PLAZO })
  equipo = new Equipo(test_)
  secretaria = await equipo.secretaria()
  const norte = { actor: 'PRIO', contienda: 'legislatura-norte' }
  nada = await givenCandidatura(test_, { ...norte, nombre: 'Nadie' })
  media = await givenCandidatura(test_, { ...norte, nombre: 'Media' })
  tarde = await givenCandidatura(test_, { ...norte, nombre: 'Tarde' })
  entera = await givenCapturada(equipo, { ...norte, nombre: 'Entera' }, 'completa')
  await givenCandidatura(test_, { actor: 'PFAR', contienda: 'legislatura-sur', nombre: 'Ajena' })
  await consentir(equipo, media, { tratamiento: false, publicacion: false, estadistica: false })
  const saved = await guardar<Guardado>(equipo, { of: media, at: 'curricular/oficio' }, { respuestas: RESPUESTAS.curricular.oficio })
  folio = saved.body.acuse.folio
  await moveReloj(test_, DESPUES)
  const late = { version: 0, respuestas: RESPUESTAS.curricular.compromiso }
  expect((await guardar<Guardado>(equipo, { of: media, at: 'curricular/compromiso' }, late)).body).toMatchObject({ extemporanea: true })
  await guardar(equipo, { of: tarde, at: 'curricular/oficio' }, { respuestas: RESPUESTAS.curricular.oficio })
})
afterAll(() => test_.close())

async function list(query = '', token = secretaria): Promise<Lista> {
  const { status, body } = await send<Lista>(test_, ['GET', `/omisiones${query}`], { token })
  expect(status).toBe(200)
  return body
}

const of = ({ elementos }: Lista, { id }: Given) => elementos.find((each) => each.id === id)
const estatusOf = (omision: Omision | undefined) => must(omision).secciones.map(({ estatus }) => estatus)

describe('the list of omissions', () => {
  it('says how each section stood when the term ended, with its acuse, and what came late apart', async () => {
    const found = await list()
    expect([found.universo, found.total]).toEqual([5, 4])
    expect(of(found, entera)).toBeUndefined()
    expect([of(found, nada)?.clase, estatusOf(of(found, nada))]).toEqual(['sin_captura', ['vacia', 'vacia', 'vacia', 'vacia']])
    const half = must(of(found, media))
    expect([half.clase, estatusOf(half)]).toEqual(['incompleta', ['completa', 'vacia', 'exenta', 'exenta']])
    expect(half.secciones[0]?.folio).toBe(folio)
    expect(half.secciones[1]?.extemporaneaEn).toMatch(/^2030-05-02T17:00:/)
    expect(half.regla).toMatch(/^\d+ días (naturales|hábiles), que se cuentan desde el día siguiente/)
    expect([of(found, tarde)?.clase, of(found, tarde)?.extemporaneaEn]).toEqual(['sin_captura', expect.stringMatching(/^2030-05-02T/)])
  })

  it('is counted by actor político, and filtered', async () => {
    expect((await list()).actores.map(({ clave, cuantas }) => [clave, cuantas])).toEqual(
      expect.arrayContaining([
        ['PRIO', 3],
        ['PFAR', 1],
      ]),
    )
    expect((await list('?actor=PFAR')).total).toBe(1)
    expect((await list('?clase=incompleta')).elementos.map(({ id }) => id)).toEqual([media.id])
  })

  it('does not change with what happens later, nor holds who had validated in time', async () => {
    await guardar(equipo, { of: media, at: 'curricular/oficio' }, { version: 1, respuestas: {} })
    expect(estatusOf(of(await list(), media))).toEqual(['completa', 'vacia', 'exenta', 'exenta'])
    await sql(test_, `update captura.candidatura set validada_en = '2030-04-30T12:00:00Z' where id = $1`, [nada.id])
    expect(of(await list(), nada)).toBeUndefined()
    await sql(test_, 'update captura.candidatura set validada_en = null where id = $1', [nada.id])
  })

  it('is of nobody whose term still runs: 23:59:59.999 is in time, 00:00:00 is late', async () => {
    const { clock } = test_.deps
    const real = clock.now
    const at = (instant: string) => (clock.now = () => Temporal.Instant.from(instant))
    const edge = await givenCandidatura(test_, { actor: 'PRIO', contienda: 'legislatura-norte', nombre: 'Orilla' })
    const token = await equipo.captura()
    const save = (version: number) =>
      guardar<Guardado>(equipo, { of: edge, at: 'curricular/oficio', token }, { version, respuestas: RESPUESTAS.curricular.oficio })
    at('2030-05-01T06:59:59.999Z')
    expect((await save(0)).body).toMatchObject({ extemporanea: false })
    at('2030-05-01T07:00:00Z')
    expect((await save(1)).body).toMatchObject({ extemporanea: true })
    clock.now = real
    expect((await verSeccion(equipo, edge, 'curricular/oficio')) as unknown).toMatchObject({ extemporanea: true })
    expect(must(of(await list(), edge)).secciones[0]).toMatchObject({ estatus: 'completa', extemporaneaEn: '2030-05-01T07:00:00.000Z' })
    await sql(test_, `update captura.candidatura set estatus = 'cancelada' where id = $1`, [edge.id])
  })
})

describe('an emitted list', () => {
  it('is one signed file that proves itself, with the list, the evidence of each and its acts', async () => {
    const asked = { token: secretaria, json: { actor: 'PRIO' }, headers: { 'idempotency-key': 'emision-1' } }
    const first = await send<Emitida>(test_, ['POST', '/omisiones/emisiones'], asked)
    const again = await send<Emitida>(test_, ['POST', '/omisiones/emisiones'], asked)
    expect([first.status, again.body.emitida.id]).toEqual([201, first.body.emitida.id])
    const { emitida } = first.body
    expect([emitida.omisiones, emitida.universo]).toEqual([3, 4])
    const file = await send(test_, ['GET', `/omisiones/emisiones/${emitida.id}`], { token: secretaria })
    const path = join(mkdtempSync(join(tmpdir(), 'omisiones-')), 'omisiones.zip')
    writeFileSync(path, file.bytes)
    const source = await openExpediente(path)
    const rutas = [...(await source.rutas())]
    const report = await verifyExpediente(source, () => undefined)
    source.close()
    expect(rutas).toEqual(expect.arrayContaining(['omisiones.pdf', 'omisiones.xlsx', 'evidencia/parte-1.pdf', 'indice.html', 'firma.json']))
    expect(rutas.filter((ruta) => ruta.endsWith('.json') && ruta.startsWith('evidencia/'))).toHaveLength(3)
    expect(report.acuses).toBeGreaterThanOrEqual(3)
  })

  it('stays as it was: later captures change the list and not the file, and not even SQL may', async () => {
    const { body } = await send<{ elementos: { id: string; sha256: string; bytes: number }[] }>(test_, ['GET', '/omisiones/emisiones'], {
      token: secretaria,
    })
    const [emitida] = body.elementos
    const before = await send(test_, ['GET', `/omisiones/emisiones/${emitida?.id}`], { token: secretaria })
    await guardar(equipo, { of: nada, at: 'curricular/oficio' }, { respuestas: RESPUESTAS.curricular.oficio })
    const after = await send(test_, ['GET', `/omisiones/emisiones/${emitida?.id}`], { token: secretaria })
    expect(after.bytes.equals(before.bytes)).toBe(true)
    expect(before.bytes.length).toBe(emitida?.bytes)
    const instituto = test_.deps.databases.instituto
    await expect(instituto.query(`update captura.omision_emitida set omisiones = 0`)).rejects.toThrow(/permission denied/)
    await expect(instituto.query(`delete from captura.omision_emitida`)).rejects.toThrow(/permission denied/)
  })

  it('is refused where nobody omitted anything, and says why', async () => {
    const { status, body } = await send<Problem>(test_, ['POST', '/omisiones/emisiones'], { token: secretaria, json: { actor: 'PCOM' } })
    expect([status, body.code]).toEqual([409, 'omisiones.ninguna'])
    expect(body.detail).toContain('no hay omisiones que emitir')
  })

  it('is the secretaría’s to emit, and of an actor político that exists', async () => {
    const comision = await test_.tokenOf('comision')
    expect((await list('', comision)).total).toBe(4)
    expect((await send(test_, ['POST', '/omisiones/emisiones'], { token: comision, json: { actor: null } })).status).toBe(403)
    expect((await send(test_, ['POST', '/omisiones/emisiones'], { token: secretaria, json: { actor: 'NADIE' } })).status).toBe(404)
  })
})
