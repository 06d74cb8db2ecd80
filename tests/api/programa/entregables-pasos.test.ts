import { randomUUID } from 'node:crypto'
import type { Quien } from '../../../apps/api/src/shared/act.ts'
import { act } from '../../../apps/api/src/shared/act.ts'
import type { Actos, ClaveActo } from '@conoceles/domain'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { actosDe } from '../../support/registro/cambios.ts'
import { moveReloj, must, sql } from '../../support/registro/candidaturas.ts'
import { Equipo } from '../../support/actos/captura.ts'
import { agregarVersion, intentar, MOTIVO, observar, OBSERVA, recibir, trabajar, verTrabajo } from '../../support/actos/entregables.ts'
import { send } from '../../support/actos/envios.ts'

const AHORA = '2030-04-25T10:00:00-07:00'

let test_: TestApp
let equipo: Equipo
let comision: string
/** Acts on A before the test. */
let before: number

beforeAll(async () => {
  test_ = await startTestApp({ ahora: AHORA })
  equipo = new Equipo(test_)
  comision = await test_.tokenOf('comision')
})
afterAll(() => test_.close())
// One chain of work is all that the pack has: each test begins it anew.
beforeEach(async () => {
  await moveReloj(test_, AHORA)
  await sql(
    test_,
    'truncate captura.entregable_version, captura.entregable_observacion, captura.entregable_paso, captura.cumplimiento cascade',
  )
  before = (await actosDe(test_, 'A')).length
})

const actos = async () => (await actosDe(test_, 'A')).slice(before)
const HECHO = { ocurridoEn: '2030-04-22T12:00:00-07:00', referencia: 'VC/OF/12' }
const estatus = async () => (await verTrabajo(equipo, 'A')).pasos.map((paso) => paso.estatus)
const responder = (id: string, more: object = {}) =>
  intentar(equipo, ['A', `observaciones/${id}/responder`], { sentido: 'aceptada', texto: 'Se agregó el costo.', anterior: null, ...more })

/** An acuerdo of a list, and the duty that it opened. */
async function givenEvento(numero: string): Promise<{ id: string; acuerdoId: string }> {
  const [id, acuerdoId] = [randomUUID(), randomUUID()]
  const { procesoId } = test_.loaded
  await sql(test_, `insert into captura.acuerdo (id, proceso_id, numero, fecha) values ($1, $2, $3, '2030-04-20')`, [
    acuerdoId,
    procesoId,
    numero,
  ])
  await sql(
    test_,
    `insert into captura.evento (id, proceso_id, tipo, actividades, fecha, ocurrido_en, acuerdo_id, titulo)
     values ($1, $2, 'acuerdo_candidaturas', '{C}', '2030-04-20', now(), $3, $4)`,
    [id, procesoId, acuerdoId, `Acuerdo ${numero}`],
  )
  return { id, acuerdoId }
}

/** An act of another module, as it writes it into the bitácora. */
async function anotar<K extends ClaveActo>(acto: K, detalle: Actos[K]): Promise<void> {
  const cuentaId = randomUUID()
  const quien: Quien = { cuentaId, rol: 'secretaria', actorPoliticoId: null, candidaturaId: null, requestId: 'prueba' }
  const objeto = { tipo: 'prueba', id: randomUUID() }
  await act(test_.deps.databases, quien, (tx) =>
    test_.services.bitacora.registrar(tx, { acto, cuentaId, rol: 'secretaria', objeto, detalle }),
  )
}

describe('the chain of work', () => {
  it('goes from the project to the observaciones by what was recorded, and the board says what is next and of whom', async () => {
    const board = async () =>
      (
        await send<{ elementos: { clave: string; siguiente: { clave: string; texto: string; responsables: object[] } | null }[] }>(
          test_,
          ['GET', '/actividades'],
          { token: comision },
        )
      ).body.elementos.find(({ clave }) => clave === 'A')?.siguiente
    expect(await board()).toEqual({
      clave: 'a',
      tipo: 'proyecto',
      texto: 'Elaborar el proyecto',
      responsables: [{ clave: 'OF', nombre: 'Oficina de Valle Claro' }],
    })
    await agregarVersion(equipo, 'A')
    const documentoId = await recibir(equipo)
    const { trabajo, acuse } = await trabajar(equipo, ['A', 'pasos/b/hecho'], { ...HECHO, documentoId })
    expect(acuse.acto).toBe('entregable.paso_hecho')
    expect(trabajo.registros).toMatchObject([{ paso: 'b', referencia: 'VC/OF/12', documento: { id: documentoId } }])
    expect(await estatus()).toEqual(['hecho', 'hecho', 'en_curso', 'pendiente', 'pendiente', 'pendiente'])
    const { id } = await observar(equipo, 'A')
    await trabajar(equipo, ['A', 'pasos/c/hecho'], { ...HECHO, referencia: 'Minuta 4' })
    expect((await estatus())[2]).toBe('en_curso')
    expect((await board())?.clave).toBe('c')
    await responder(id, { version: 1 })
    expect((await estatus()).slice(0, 4)).toEqual(['hecho', 'hecho', 'hecho', 'en_curso'])
    expect(await board()).toMatchObject({ clave: 'd', texto: 'Convocar a sesión' })
  })

  it('is done where the record of the reunión says that nobody observed anything, and not by silence', async () => {
    await trabajar(equipo, ['A', 'pasos/c/hecho'], HECHO)
    expect((await estatus())[2]).toBe('en_curso')
    await trabajar(equipo, ['A', 'pasos/c/anular'], MOTIVO)
    await trabajar(equipo, ['A', 'pasos/c/hecho'], { ...HECHO, sinObservaciones: true })
    expect((await estatus())[2]).toBe('hecho')
    await observar(equipo, 'A', { sinObservaciones: true, texto: '' })
    expect((await estatus())[2]).toBe('hecho')
    await observar(equipo, 'A', { integrante: 'Otra Integrante' })
    expect((await estatus())[2]).toBe('en_curso')
    await trabajar(equipo, ['A', 'pasos/c/anular'], MOTIVO)
    const denied = await intentar(equipo, ['A', 'pasos/c/hecho'], { ...HECHO, sinObservaciones: true })
    expect(denied.body.detail).toMatch(/no se puede decir que no las hubo/)
  })

  it('may go out of its order, which is told', async () => {
    await trabajar(equipo, ['A', 'pasos/d/hecho'], HECHO)
    const { pasos } = await verTrabajo(equipo, 'A')
    expect(pasos[3]).toMatchObject({ estatus: 'hecho', fecha: '2030-04-22', antesDe: ['a', 'b', 'c'] })
    const json = { milestone: 'pleno', aplica: true, ocurridoEn: '2030-04-24T10:00:00-07:00', referencia: 'VC/ACU/1' }
    await send(test_, ['POST', '/actividades/A/cumplir'], { token: await equipo.secretaria(), json })
    const after = await verTrabajo(equipo, 'A')
    expect(after.pasos.map(({ rebasado }) => rebasado)).toEqual([true, true, true, false, true, false])
    expect(after.siguiente).toBeNull()
  })

  it('records a step once, in time, when two do it at once; a wrong one is annulled with its reason and stays', async () => {
    const both = await Promise.all([1, 2].map(() => intentar(equipo, ['A', 'pasos/b/hecho'], HECHO)))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const llave = randomUUID()
    const [once, again] = [1, 2].map(() => intentar(equipo, ['A', 'pasos/d/hecho'], HECHO, { llave }))
    expect((await once)?.body.acuse.folio).toBe((await again)?.body.acuse.folio)
    await trabajar(equipo, ['A', 'pasos/b/anular'], MOTIVO)
    expect((await intentar(equipo, ['A', 'pasos/b/anular'], MOTIVO)).status).toBe(409)
    await trabajar(equipo, ['A', 'pasos/b/hecho'], HECHO)
    const rows = await sql<{ motivo: string | null }>(
      test_,
      `select anulado_motivo as motivo from captura.entregable_paso where paso = 'b' order by registrado_en`,
    )
    expect(rows).toEqual([MOTIVO, { motivo: null }])
    expect((await actos()).filter((acto) => acto === 'entregable.paso_hecho')).toHaveLength(3)
  })

  it.each<[string, string, object, number, string | null]>([
    ['in the future', 'b', { ...HECHO, ocurridoEn: '2030-04-25T10:30:00-07:00' }, 400, 'ocurridoEn'],
    ['without a reference', 'b', { ...HECHO, referencia: '    ' }, 400, 'referencia'],
    ['with a document that is not there', 'b', { ...HECHO, documentoId: randomUUID() }, 400, 'documentoId'],
    ['of a convocatoria that says that nobody observed', 'b', { ...HECHO, sinObservaciones: true }, 400, 'sinObservaciones'],
    ['that a version makes', 'a', HECHO, 404, null],
    ['that its moment makes', 'e', HECHO, 404, null],
    ['that is none', 'z', HECHO, 404, null],
  ])('refuses a step %s', async (_title, paso, json, status, field) => {
    const answer = await intentar(equipo, ['A', `pasos/${paso}/hecho`], json)
    expect([answer.status, answer.body.errors?.[0]?.field ?? null]).toEqual([status, field])
  })

  it('has the event behind a duty that it opened, belongs to that event alone, and keeps it when its import is undone', async () => {
    const [one, other] = [await givenEvento('VC/ACU/71'), await givenEvento('VC/ACU/72')]
    await agregarVersion(equipo, `C/${one.id}`, { clase: 'final' })
    const { pasos, siguiente, versiones } = await verTrabajo(equipo, `C/${one.id}`)
    expect(pasos[0]).toMatchObject({ estatus: 'hecho', fecha: '2030-04-20', referencia: 'Acuerdo VC/ACU/71' })
    expect([siguiente?.clave, versiones.length]).toEqual(['b', 1])
    expect((await verTrabajo(equipo, `C/${other.id}`)).versiones).toEqual([])
    await anotar('importacion.deshecha', { retiradas: 0, restauradas: 0, candidaturas: [], acuerdos: [one.acuerdoId, other.acuerdoId] })
    expect(await sql(test_, 'select id from captura.evento')).toEqual([{ id: one.id }])
  })
})

describe('the convocatoria of a sesión', () => {
  it('makes its step for each entregable of the agenda, once, with its own acuse', async () => {
    const detalle = { entregables: ['A', 'B/2030-04'], organo: 'comision', convocadaEn: '2030-04-24T18:00:00-07:00', referencia: 'CONV/5' }
    await anotar('sesion.convocada', detalle)
    await anotar('sesion.convocada', { ...detalle, referencia: 'CONV/6' })
    const { pasos, registros } = await verTrabajo(equipo, 'A')
    expect(pasos[3]).toMatchObject({ clave: 'd', estatus: 'hecho', fecha: '2030-04-24', referencia: 'CONV/5' })
    expect(registros).toHaveLength(1)
    expect(await actos()).toEqual(['entregable.paso_hecho'])
    expect((await verTrabajo(equipo, 'B/2030-04')).registros).toEqual([])
  })

  it('of a reunión de trabajo makes its own step, and the reunión that was held makes that of the observaciones', async () => {
    const reunion = { entregables: ['A'], organo: 'comision', tipo: 'reunion_trabajo', sesion: 'Primera Reunión de Trabajo' }
    await anotar('sesion.convocada', { ...reunion, convocadaEn: '2030-04-24T18:00:00-07:00', referencia: 'CONV/7' })
    const pasos = async () => (await verTrabajo(equipo, 'A')).pasos.slice(1, 4)
    expect(await pasos()).toMatchObject([{ estatus: 'hecho', fecha: '2030-04-24', referencia: 'CONV/7' }, {}, { referencia: null }])
    await anotar('sesion.celebrada', { ...reunion, tipo: 'ordinaria', terminadaEn: '2030-04-25T09:00:00-07:00', folio: 'F' })
    expect((await verTrabajo(equipo, 'A')).registros.map(({ paso }) => paso)).toEqual(['b'])
    await anotar('sesion.celebrada', { ...reunion, terminadaEn: '2030-04-25T09:00:00-07:00', folio: 'F' })
    // Held, and not yet whether anybody observed something.
    expect((await pasos())[1]).toMatchObject({ estatus: 'en_curso' })
    const { registros } = await verTrabajo(equipo, 'A')
    expect(registros.find(({ paso }) => paso === 'c')).toMatchObject({ referencia: 'Primera Reunión de Trabajo', sinObservaciones: false })
  })

  it('makes no step of the Comisión when it is of another organ; one that says nothing does no harm', async () => {
    await anotar('sesion.convocada', { entregables: ['A'], organo: 'pleno' })
    await anotar('sesion.convocada', {})
    expect((await verTrabajo(equipo, 'A')).registros).toEqual([])
    await anotar('sesion.convocada', { entregables: ['A'] })
    expect((await verTrabajo(equipo, 'A')).pasos[3]).toMatchObject({ fecha: '2030-04-25', referencia: 'Convocatoria a sesión' })
  })
})

describe('the observaciones of each member', () => {
  it('belong to their author: the Comisión writes its own and takes back no other', async () => {
    const own = await observar(equipo, 'A', {}, { token: comision })
    const other = await observar(equipo, 'A', { integrante: 'Otra Integrante', fecha: '2030-04-23' })
    const seen = (await verTrabajo(equipo, 'A', comision)).observaciones
    expect(seen.map(({ integrante, rol, propia }) => [integrante, rol, propia])).toEqual([
      ['Olga Observante', 'comision', true],
      ['Otra Integrante', 'secretaria', false],
    ])
    const refused = await intentar(equipo, ['A', `observaciones/${other.id}/retirar`], MOTIVO, { token: comision })
    expect(refused.body.code).toBe('acceso.sin_permiso')
    const another = await test_.tokenOf('comision')
    expect((await intentar(equipo, ['A', `observaciones/${own.id}/retirar`], MOTIVO, { token: another })).status).toBe(403)
    const { trabajo } = await trabajar(equipo, ['A', `observaciones/${own.id}/retirar`], MOTIVO, { token: comision })
    expect(trabajo.observaciones[0]).toMatchObject({ id: own.id, texto: OBSERVA.texto, retiro: MOTIVO })
    expect((await responder(own.id)).body.detail).toBe('La observación se retiró.')
    await trabajar(equipo, ['A', `observaciones/${other.id}/retirar`], MOTIVO)
    const denied = await intentar(equipo, ['A', `observaciones/${other.id}/responder`], {}, { token: comision })
    expect(denied.body.code).toBe('acceso.sin_permiso')
  })

  it('are answered with words and the version that attends them; a second answer follows, and none is lost', async () => {
    await agregarVersion(equipo, 'A')
    const { id } = await observar(equipo, 'A')
    const { body } = await responder(id, { version: 1 })
    const [first] = must(body.trabajo.observaciones[0]).respuestas
    expect(first).toMatchObject({ sentido: 'aceptada', texto: 'Se agregó el costo.', version: 1 })
    const blind = await responder(id, { sentido: 'rechazada' })
    expect([blind.status, blind.body.code, blind.body.actual]).toEqual([409, 'entregable.respuesta_distinta', first])
    const second = await responder(id, { sentido: 'parcial', texto: 'Sólo en parte.', anterior: must(first).id })
    expect(must(second.body.trabajo.observaciones[0]).respuestas.map(({ sentido }) => sentido)).toEqual(['parcial', 'aceptada'])
  })

  it('answered by two at once keep the first answer and show it to the other', async () => {
    const { id } = await observar(equipo, 'A')
    const both = await Promise.all([responder(id, { texto: 'Una respuesta' }), responder(id, { texto: 'Otra respuesta' })])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const [kept] = must((await verTrabajo(equipo, 'A')).observaciones[0]).respuestas
    expect(both.find(({ status }) => status === 409)?.body.actual).toEqual(kept)
  })

  it('are recorded as none for a member who had none, and contradict no other of hers', async () => {
    await observar(equipo, 'A', { sinObservaciones: true, texto: '', lugar: '' })
    const both = await intentar(equipo, ['A', 'observaciones'], { ...OBSERVA, integrante: 'OLGA  observante' })
    expect(both.body.detail).toMatch(/no tuvo observaciones; retire primero eso/)
    await observar(equipo, 'A', { integrante: 'Otra Integrante' })
    const none = { ...OBSERVA, integrante: 'Otra Integrante', sinObservaciones: true, texto: '' }
    expect((await intentar(equipo, ['A', 'observaciones'], none)).status).toBe(409)
    const [first] = (await verTrabajo(equipo, 'A')).observaciones
    expect((await responder(must(first).id)).status).toBe(409)
  })

  it.each<[string, object, string]>([
    ['without words', { texto: '  ' }, 'texto'],
    ['with words, and none', { sinObservaciones: true }, 'texto'],
    ['by nobody', { integrante: '   .' }, 'integrante'],
    ['without a charge', { cargo: 'x' }, 'cargo'],
    ['dated tomorrow', { fecha: '2030-04-26' }, 'fecha'],
  ])('%s are refused with the field', async (_title, wrong, field) => {
    const { status, body } = await intentar(equipo, ['A', 'observaciones'], { ...OBSERVA, ...wrong })
    expect([status, body.errors?.map((error) => error.field)]).toEqual([400, [field]])
  })

  it('left open are warned about once the final version is there', async () => {
    await observar(equipo, 'A')
    for (const contenido of ['Áreas responsables', 'Calendario']) {
      await agregarVersion(equipo, 'A', { clase: 'otra' })
      await trabajar(equipo, ['A', 'contenidos/senalar'], { contenido, lugar: 'P. 1', version: 1 })
    }
    const { trabajo } = await agregarVersion(equipo, 'A', { clase: 'final' })
    expect(trabajo.advertencias).toEqual(['Hay una observación sin atender.'])
  })

  it('keep their own day, whenever they are written down', async () => {
    await moveReloj(test_, '2030-05-20T10:00:00-07:00')
    const { id } = await observar(equipo, 'A', { fecha: '2030-04-22' })
    const [row] = await sql<{ fecha: string; en: Date }>(
      test_,
      `select fecha::text, registrada_en as en from captura.entregable_observacion where id = $1`,
      [id],
    )
    expect([row?.fecha, must(row).en.toISOString().slice(0, 10)]).toEqual(['2030-04-22', '2030-05-20'])
  })
})
