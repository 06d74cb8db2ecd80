import { startTestApp, type TestApp } from '../../../support/app.ts'
import { givenCandidatura, moveReloj, must, sql, type Given } from '../../../support/registro/candidaturas.ts'
import {
  acto,
  Equipo,
  givenCapturada,
  guardar,
  observar,
  OBSERVACION,
  validar,
  verCaptura,
  verificar,
} from '../../../support/actos/captura.ts'
import { send } from '../../../support/actos/envios.ts'
import { abierta, AT, cerrar, cola, pedir, responder, vista } from '../../../support/actos/revision.ts'

/** A Thursday; the 1st is a rest day of the Valle. */
const NOW = '2030-05-02T10:00:00-07:00'
const CORREGIDO = { compromiso: 'Abrir dos talleres de redes, uno en cada orilla, y cuidar el agua del valle entero.' }

let test_: TestApp
let equipo: Equipo
let observa: string
let otra: string

beforeAll(async () => {
  test_ = await startTestApp({ ahora: NOW })
  equipo = new Equipo(test_)
  observa = await equipo.verificacion()
  otra = await equipo.otraVerificacion()
})
afterAll(() => test_.close())

const historial = async (of: Given) => {
  const { body } = await send<{ historial: { acto: string; detalle: string | null }[] }>(test_, ['GET', `/candidaturas/${of.id}`], {
    token: await equipo.validacion(of.responsable),
  })
  return body.historial
}
const estatusOf = async (of: Given) =>
  (await sql<{ e: string }>(test_, 'select estatus_captura as e from captura.candidatura where id = $1', [of.id]))[0]?.e

describe('an observación', () => {
  it('has its ground, its round, and a term in the days that the pack counts', async () => {
    const of = await givenCapturada(equipo, {}, 'validada')
    await observar(equipo, of)
    // Two working days from a Thursday: Monday.
    expect(await abierta(equipo, of)).toMatchObject({ ronda: 1, supuesto: 'ilegible', venceEn: '2030-05-07T06:59:59Z', vencida: false })
  })

  it('answered in words can be validated again with the text as it is, and each answer is kept', async () => {
    const of = await givenCapturada(equipo, {}, 'validada')
    await observar(equipo, of)
    const before = (await vista(equipo, of)).respuestas
    await responder(equipo, of, 'La frase se refiere al propio taller.')
    await responder(equipo, of, 'Y el taller es el que dice la primera.')
    expect(await estatusOf(of)).toBe('completa')
    await validar(equipo, of)
    const seen = await vista(equipo, of, otra)
    expect(seen.respuestas).toEqual(before)
    expect(must(seen.observaciones[0]).respuestas.map(({ texto, rol }) => [texto, rol])).toEqual([
      ['La frase se refiere al propio taller.', 'captura'],
      ['Y el taller es el que dice la primera.', 'captura'],
    ])
    await verificar(equipo, of)
    expect(await estatusOf(of)).toBe('verificada')
  })

  it('answered by the persona herself counts the same', async () => {
    const of = await givenCapturada(equipo, {}, 'validada')
    await observar(equipo, of)
    const { id } = await abierta(equipo, of)
    const token = await equipo.candidata(of)
    const { status } = await pedir(equipo, { of, path: `observaciones/${id}/respuestas`, token }, { texto: 'Soy yo quien lo dice así.' })
    expect(status).toBe(200)
    expect(await estatusOf(of)).toBe('completa')
  })

  it('waits for the other one of its section', async () => {
    const of = await givenCapturada(equipo, {}, 'validada')
    await observar(equipo, of)
    await observar(equipo, of, { supuesto: 'ajeno', texto: 'La última frase habla de otra persona.' })
    await responder(equipo, of)
    expect(await estatusOf(of)).toBe('observada')
    expect((await acto(equipo, { of, hacer: 'validar' })).body.detail).toBe('Hay observaciones sin atender.')
    await guardar(equipo, { of, at: AT }, { version: 1, respuestas: CORREGIDO })
    expect(await estatusOf(of)).toBe('completa')
  })

  it('goes through rounds until it is attended, and the history of the candidatura tells it all', async () => {
    const of = await givenCapturada(equipo, {}, 'validada')
    await observar(equipo, of)
    const first = await abierta(equipo, of)
    const early = await pedir(equipo, { of, path: 'observaciones', token: otra }, { ...OBSERVACION, anterior: first.id })
    expect(early.body.detail).toBe('Todavía no se atiende: se observa de nuevo cuando el actor político la valide.')
    await responder(equipo, of)
    await validar(equipo, of)
    const texto = 'Sigue sin entenderse: diga qué taller.'
    const again = await pedir(equipo, { of, path: 'observaciones', token: observa }, { ...OBSERVACION, texto, anterior: first.id })
    expect(again.status).toBe(200)
    expect((await vista(equipo, of)).observaciones).toMatchObject([
      { ronda: 1, cierre: { desenlace: 'reiterada' } },
      { ronda: 2, texto, cierre: null },
    ])
    await guardar(equipo, { of, at: AT }, { version: 1, respuestas: CORREGIDO })
    await validar(equipo, of)
    expect((await cerrar(equipo, { of, token: otra })).status).toBe(200)
    await verificar(equipo, of)
    const told = (await historial(of)).map((hecho) => hecho.acto)
    for (const hecho of ['observada', 'respondida', 'observada_de_nuevo', 'observacion_atendida', 'verificada'])
      expect(told).toContain(hecho)
    expect((await historial(of)).find((hecho) => hecho.acto === 'observacion_atendida')?.detalle).toBe(
      'No se entiende lo que dice. Se revisó lo que se pedía.',
    )
  })

  it('that is withdrawn leaves the section as it was: validated, or verified', async () => {
    const validada = await givenCapturada(equipo, {}, 'validada')
    const verificada = await givenCapturada(equipo)
    for (const [of, estatus] of [
      [validada, 'validada'],
      [verificada, 'verificada'],
    ] as const) {
      await observar(equipo, of)
      expect((await cerrar(equipo, { of, token: otra })).body.detail).toBe(
        'Todavía no se atiende: el actor político debe validarla otra vez.',
      )
      expect((await cerrar(equipo, { of, token: otra, desenlace: 'retirada' })).status).toBe(200)
      expect([(await vista(equipo, of)).estatus, await estatusOf(of)]).toEqual([estatus, estatus])
    }
  })

  it('is not withdrawn under the hands of a person who corrects it', async () => {
    const of = await givenCapturada(equipo, {}, 'validada')
    await observar(equipo, of)
    await guardar(equipo, { of, at: AT }, { version: 1, respuestas: CORREGIDO })
    expect((await cerrar(equipo, { of, token: otra, desenlace: 'retirada' })).body.detail).toBe(
      'El actor político la está corrigiendo: se cierra cuando la valide.',
    )
    // The draft belongs to its author: the institute reads the validated text.
    expect((await vista(equipo, of, otra)).respuestas).not.toEqual(CORREGIDO)
  })

  it('may be attended after the captura closed: the institute opened it knowing the day', async () => {
    const of = await givenCapturada(equipo, {}, 'validada')
    await observar(equipo, of)
    await moveReloj(test_, '2030-07-05T10:00:00-07:00')
    expect((await abierta(equipo, of)).vencida).toBe(true)
    expect((await guardar(equipo, { of, at: AT }, { version: 1, respuestas: CORREGIDO })).status).toBe(200)
    await validar(equipo, of)
    await verificar(equipo, of)
    await moveReloj(test_, NOW)
    expect(await estatusOf(of)).toBe('verificada')
  })
})

describe('pending work', () => {
  const pendientes = async (token: string) =>
    (
      await send<{ elementos: { clave: string; texto: string; cuantas: number; venceEn: string | null }[] }>(
        test_,
        ['GET', '/pendientes'],
        {
          token,
        },
      )
    ).body.elementos

  it('the actor político is told how many to answer and when the first falls due', async () => {
    const of = await givenCapturada(equipo, { actor: 'PCOM', contienda: 'legislatura-sur' }, 'validada')
    await observar(equipo, of)
    const token = await equipo.captura('PCOM')
    const found = (await pendientes(token)).find(({ clave }) => clave === 'responder')
    expect(found).toMatchObject({ texto: 'Responder una observación', cuantas: 1, venceEn: '2030-05-07T06:59:59Z' })
    await responder(equipo, of)
    expect((await pendientes(token)).some(({ clave }) => clave === 'responder')).toBe(false)
  })

  it('once captura closed nobody is asked to begin or to complete what takes nothing any more', async () => {
    await givenCandidatura(test_, { actor: 'PCOM', contienda: 'legislatura-sur' })
    const [captura, secretaria] = await Promise.all([equipo.captura('PCOM'), equipo.secretaria()])
    const claves = async () => [...(await pendientes(captura)), ...(await pendientes(secretaria))].map(({ clave }) => clave)
    const atClose = async (when: string) => {
      await moveReloj(test_, when)
      const found = await claves()
      await moveReloj(test_, NOW)
      return found.filter((clave) => ['iniciar', 'completar', 'seguimiento'].includes(clave))
    }
    expect(await atClose('2030-07-03T23:59:59-07:00')).toEqual(['iniciar', 'seguimiento'])
    expect(await atClose('2030-07-04T00:00:00-07:00')).toEqual([])
  })

  it('the queue begins with what has waited longest, and marks what one may not close', async () => {
    const later = await givenCapturada(equipo, {}, 'validada')
    await moveReloj(test_, '2030-04-25T10:00:00-07:00')
    const earlier = await givenCapturada(equipo, {}, 'validada')
    await moveReloj(test_, NOW)
    await observar(equipo, later)
    await responder(equipo, later)
    await validar(equipo, later)
    const seen = async (token: string) => (await cola(test_, token)).elementos.filter(({ id }) => [later.id, earlier.id].includes(id))
    expect(await seen(observa)).toMatchObject([
      { id: earlier.id, motivo: 'verificar', observaciones: 0, cierraOtra: false },
      { id: later.id, motivo: 'verificar', observaciones: 1, cierraOtra: true },
    ])
    expect(await seen(otra)).toMatchObject([{ cierraOtra: false }, { cierraOtra: false }])
  })

  it('an observación whose term passed is in the queue of the institute', async () => {
    const of = await givenCapturada(equipo, {}, 'validada')
    await observar(equipo, of)
    const find = async () => (await cola(test_, otra)).elementos.find(({ id }) => id === of.id)
    expect(await find()).toBeUndefined()
    await moveReloj(test_, '2030-05-07T00:00:00-07:00')
    const found = await find()
    const told = (await pendientes(otra)).find(({ clave }) => clave === 'observaciones_vencidas')
    await moveReloj(test_, NOW)
    expect(found).toMatchObject({ motivo: 'observacion_vencida', desde: '2030-05-07T07:00:00.000Z' })
    expect(told?.cuantas).toBeGreaterThan(0)
  })
})

describe('the wrong person, the wrong thing, and two at once', () => {
  it('two reviewers at once: one closes and the other is told', async () => {
    const of = await givenCapturada(equipo, {}, 'validada')
    await observar(equipo, of)
    const { id } = await abierta(equipo, of)
    const { version } = await verCaptura(equipo, of)
    const third = await test_.tokenOf('verificacion')
    const json = { version, desenlace: 'retirada', nota: 'No procede.' }
    const answers = await Promise.all([otra, third].map((token) => pedir(equipo, { of, path: `observaciones/${id}/cierre`, token }, json)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await cerrar(equipo, { of, token: otra }).catch((error: Error) => error.message)).toContain('not there')
    const again = await pedir(
      equipo,
      { of, path: `observaciones/${id}/cierre`, token: third },
      { desenlace: 'retirada', nota: 'No procede.' },
    )
    expect(again.body.detail).toBe('La observación ya se cerró.')
  })

  it('an act on a version that another changed is refused', async () => {
    const of = await givenCapturada(equipo, {}, 'validada')
    const { version } = await verCaptura(equipo, of)
    await observar(equipo, of)
    const { id } = await abierta(equipo, of)
    const stale = await pedir(
      equipo,
      { of, path: `observaciones/${id}/respuestas`, token: await equipo.captura() },
      { version, texto: 'Una respuesta cualquiera.' },
    )
    expect(stale.body.code).toBe('candidatura.version_distinta')
  })

  it('another actor político finds nothing there, and no role does another’s part', async () => {
    const of = await givenCapturada(equipo, {}, 'validada')
    await observar(equipo, of)
    const { id } = await abierta(equipo, of)
    const answer = { texto: 'Una respuesta cualquiera.' }
    const path = `observaciones/${id}/respuestas`
    expect((await pedir(equipo, { of, path, token: await equipo.captura('PFAR') }, answer)).status).toBe(404)
    expect((await pedir(equipo, { of, path, token: observa }, answer)).status).toBe(403)
    const close = { desenlace: 'retirada', nota: 'No procede.' }
    expect((await pedir(equipo, { of, path: `observaciones/${id}/cierre`, token: await equipo.validacion() }, close)).status).toBe(403)
  })

  it('the id of an observación says nothing under another candidatura', async () => {
    const [of, other] = [await givenCapturada(equipo, {}, 'validada'), await givenCapturada(equipo, {}, 'validada')]
    await observar(equipo, other)
    const { id } = await abierta(equipo, other)
    const { status, body } = await pedir(
      equipo,
      { of, path: `observaciones/${id}/respuestas`, token: await equipo.captura() },
      { texto: 'Una respuesta cualquiera.' },
    )
    expect([status, body.detail]).toEqual([409, 'La observación ya se cerró.'])
    expect((await abierta(equipo, other)).respuestas).toEqual([])
  })
})
