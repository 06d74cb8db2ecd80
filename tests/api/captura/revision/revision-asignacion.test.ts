import { startTestApp, type TestApp } from '../../../support/app.ts'
import { Equipo, givenCapturada, observar, validar, verificar } from '../../../support/actos/captura.ts'
import { responder } from '../../../support/actos/revision.ts'
import { send } from '../../../support/actos/envios.ts'
import { moveReloj, must, type Given } from '../../../support/registro/candidaturas.ts'

interface Cola {
  elementos: { id: string; asignada: { nombre: string; propia: boolean; fija: boolean } | null }[]
  total: number
  conteos: { todas: number; libres: number; mias: number }
}

let test_: TestApp
let equipo: Equipo
let una: string
let otra: string
let waiting: Given[]

beforeAll(async () => {
  test_ = await startTestApp({ ahora: '2030-05-02T10:00:00-07:00' })
  equipo = new Equipo(test_)
  una = await equipo.verificacion()
  otra = await equipo.otraVerificacion()
  waiting = []
  for (let n = 0; n < 3; n++) waiting.push(await givenCapturada(equipo, {}, 'validada'))
})
afterAll(() => test_.close())

const ids = () => waiting.map(({ id }) => id)
const cola = async (token: string, query = '') => (await send<Cola>(test_, ['GET', `/revision/cola${query}`], { token })).body
const siguiente = async (token: string, excepto?: string) =>
  (
    await send<{ id: string | null }>(test_, ['POST', '/revision/cola/siguiente'], {
      token,
      json: excepto === undefined ? {} : { excepto },
    })
  ).body.id
const asignar = async (token: string, json: Record<string, unknown>) =>
  (
    await send<{ hechas: number; ajenas: { id: string; nombre: string }[] }>(test_, ['POST', '/revision/asignaciones'], {
      token,
      json: { deOtras: false, ...json },
    })
  ).body
const soltar = (token: string) => send(test_, ['POST', '/revision/asignaciones/fin'], { token, json: { candidaturas: ids() } })

describe('two reviewers', () => {
  afterEach(() => soltar(una))

  it('who ask at one time get different candidaturas, each the longest wait that nobody has', async () => {
    const given = await Promise.all([siguiente(una), siguiente(otra)])
    expect([...given].sort()).toEqual(ids().slice(0, 2).sort())
    expect((await cola(una)).conteos).toEqual({ todas: 3, libres: 1, mias: 1 })
    expect((await cola(otra, '?de=libres')).elementos.map(({ id }) => id)).toEqual([must(ids()[2])])
    const seen = (await cola(otra)).elementos.map(({ asignada }) => asignada?.propia ?? null)
    expect(seen.filter((own) => own === true)).toHaveLength(1)
    expect(seen.filter((own) => own === false)).toHaveLength(1)
  })

  it('go on with their own first, and then there is nothing more', async () => {
    const first = must(await siguiente(una))
    expect(await siguiente(una)).toBe(first)
    expect(await siguiente(una, first)).toBe(ids()[1])
    expect(await siguiente(otra)).toBe(ids()[2])
    expect(await siguiente(otra, must(ids()[2]))).toBeNull()
  })

  it('are told of each other: one takes it only if she asks for it', async () => {
    const [id] = ids()
    await asignar(una, { candidaturas: [id] })
    expect(await asignar(otra, { candidaturas: ids() })).toMatchObject({ hechas: 2, ajenas: [{ id }] })
    expect(await asignar(otra, { candidaturas: [id], deOtras: true })).toEqual({ hechas: 1, ajenas: [] })
    expect((await cola(otra)).conteos).toEqual({ todas: 3, libres: 0, mias: 3 })
  })
})

it('a page that was left open gives it back; what somebody assigned stays until it is let go', async () => {
  const { body } = await send<{ elementos: { id: string; propia: boolean }[] }>(test_, ['GET', '/revision/revisoras'], { token: una })
  const para = must(body.elementos.find(({ propia }) => !propia)).id
  const [fija, abierta] = ids()
  await asignar(una, { candidaturas: [fija], para })
  await asignar(una, { candidaturas: [abierta] })
  await moveReloj(test_, '2030-05-02T11:00:00-07:00')
  expect((await cola(una)).conteos).toEqual({ todas: 3, libres: 2, mias: 0 })
  await asignar(otra, { candidaturas: [fija] })
  await moveReloj(test_, '2030-05-02T12:00:00-07:00')
  expect((await cola(otra, '?de=mias')).elementos.map(({ id }) => id)).toEqual([fija])
  await soltar(otra)
  expect((await cola(otra)).conteos.libres).toBe(3)
})

it('nobody is assigned who does not review, and what leaves the queue leaves with its reviewer', async () => {
  const strange = await send(test_, ['POST', '/revision/asignaciones'], {
    token: una,
    json: { candidaturas: ids(), para: '00000000-0000-4000-8000-00000000000a', deOtras: false },
  })
  expect(strange.status).toBe(404)
  const given = must(waiting[0])
  await asignar(una, { candidaturas: [given.id] })
  await verificar(equipo, given)
  expect((await cola(una)).conteos).toEqual({ todas: 2, libres: 2, mias: 0 })
})

it('is asked for by reason, actor político and cargo', async () => {
  expect((await cola(una, '?motivo=observacion_vencida')).total).toBe(0)
  expect((await cola(una, `?motivo=verificar&actor=${must(waiting[1]).responsable}`)).total).toBe(2)
  expect((await cola(una, '?actor=nadie')).total).toBe(0)
})

it('one that a reviewer observed is never hers: another closes it', async () => {
  const of = await givenCapturada(equipo, {}, 'validada')
  await observar(equipo, of)
  await responder(equipo, of)
  await validar(equipo, of)
  expect(await asignar(una, { candidaturas: [of.id] })).toEqual({ hechas: 0, ajenas: [] })
  expect(await asignar(otra, { candidaturas: [of.id] })).toEqual({ hechas: 1, ajenas: [] })
})
