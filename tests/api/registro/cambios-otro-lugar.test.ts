import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenCandidatura, type Given } from '../../support/registro/candidaturas.ts'
import { cambiar, EFECTOS, estatusDe, givenAcuerdo, hecho, versionOf } from '../../support/registro/cambios.ts'
import { Equipo } from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'

let test_: TestApp
let equipo: Equipo

beforeAll(async () => {
  test_ = await startTestApp({ ahora: '2030-05-02T10:00:00-07:00' })
  equipo = new Equipo(test_)
})
afterAll(() => test_.close())

interface Efecto {
  permitido: boolean
  razones: string[]
  efectos: string[]
}
async function preview(json: { acto: string; candidaturas: string[] } & Record<string, unknown>): Promise<Efecto | undefined> {
  const { body } = await send<{ elementos: Efecto[] }>(test_, ['POST', '/cambios/vista-previa'], {
    token: await equipo.secretaria(),
    json: { efectosDesde: EFECTOS, ...json },
  })
  return body.elementos[0]
}

/** The suplente of a fórmula goes up: she holds both places. */
async function givenSube(numero: number): Promise<{ deja: Given; suplente: Given; arriba: string }> {
  const deja = await givenCandidatura(test_, { numero, primerApellido: 'Sale' })
  const suplente = await givenCandidatura(test_, { numero, calidad: 'suplente', primerApellido: 'Sube' })
  const { candidaturaId } = await hecho(equipo, { id: deja.id, hacer: 'sustituir' }, { entra: undefined, entraDe: suplente.id })
  return { deja, suplente, arriba: candidaturaId }
}

describe('the cause of a persona who passes to another place', () => {
  const SIN_OTRO =
    '«Pasa a otro lugar» se dice de quien tiene otro lugar, y a esta persona no le queda otra candidatura vigente: primero se registra el acto por el que entra en ella.'
  const causa = 'otro_lugar'

  it.each(['sustituir', 'cancelar'] as const)('does not serve to %s a persona who holds no other', async (hacer) => {
    const of = await givenCandidatura(test_)
    expect(await preview({ acto: hacer, candidaturas: [of.id], causa })).toMatchObject({ permitido: false, razones: [SIN_OTRO] })
    const { body } = await cambiar(equipo, { id: of.id, hacer }, { causa })
    expect(body).toMatchObject({ status: 409, code: 'candidatura.acto_no_permitido', detail: SIN_OTRO })
  })

  it('serves her who went up, while she is there', async () => {
    const { suplente, arriba } = await givenSube(600)
    expect(await preview({ acto: 'sustituir', candidaturas: [suplente.id], causa })).toMatchObject({ permitido: true })
    await hecho(equipo, { id: suplente.id, hacer: 'cancelar' }, { causa })
    const { body } = await cambiar(equipo, { id: arriba, hacer: 'cancelar' }, { causa })
    expect(body).toMatchObject({ status: 409, detail: SIN_OTRO })
  })

  it('is not taken of both of her places: neither in one act nor in two at once', async () => {
    const { suplente, arriba } = await givenSube(601)
    const [both, token] = [[suplente.id, arriba], await equipo.secretaria()]
    const candidaturas = await Promise.all(both.map(async (id) => ({ id, version: await versionOf(test_, id) })))
    const { id: acuerdoId } = await givenAcuerdo(equipo)
    const json = { candidaturas, acuerdoId, causa, efectosDesde: EFECTOS }
    const many = await send(test_, ['POST', '/cambios/cancelaciones'], { token, json })
    expect(many.body).toMatchObject({ status: 409, detail: [1, 2].map(() => `Nombre Sube: ${SIN_OTRO}`).join(' ') })
    const other = test_.owner.createQueryRunner()
    await other.startTransaction()
    await other.query(`update captura.candidatura set estatus = 'cancelada' where id = $1`, [arriba])
    const waiting = cambiar(equipo, { id: suplente.id, hacer: 'cancelar', token }, { acuerdoId, causa })
    await new Promise((done) => setTimeout(done, 500))
    await other.commitTransaction()
    await other.release()
    expect((await waiting).body).toMatchObject({ status: 409, detail: SIN_OTRO })
    expect(await estatusDe(test_, both)).toEqual(['aprobada', 'cancelada'])
  })
})

describe('the preview of a restitución that takes the place away from a persona who passed to it', () => {
  const QUEDA_SIN =
    'Nombre Sube había dejado su lugar de suplente, Candidatura: Legislatura (Distrito Norte): queda sin ninguno, y para que lo recupere hace falta otro acto.'
  const efectos = async (of: Given) => (await preview({ acto: 'restituir', candidaturas: [of.id] }))?.efectos

  it('says that she stays without any, where she left the one that she had', async () => {
    const { deja, suplente } = await givenSube(610)
    expect(await efectos(deja)).toHaveLength(2)
    await hecho(equipo, { id: suplente.id, hacer: 'cancelar' }, { causa: 'otro_lugar' })
    expect((await efectos(deja))?.slice(1)).toEqual(['La candidatura de Nombre Sube deja el lugar y queda sustituida.', QUEDA_SIN])
  })

  it('does not say it of a persona who left hers for another cause', async () => {
    const { deja, suplente } = await givenSube(611)
    await hecho(equipo, { id: suplente.id, hacer: 'cancelar' }, { causa: 'renuncia' })
    expect(await efectos(deja)).toHaveLength(2)
  })
})

it('the preview of a sustitución says that what she captured in the place that she holds does not come along', async () => {
  const of = await givenCandidatura(test_, { numero: 620 })
  const sube = await givenCandidatura(test_, { numero: 620, calidad: 'suplente' })
  const told = await preview({ acto: 'sustituir', candidaturas: [of.id], entraDe: sube.id })
  expect(told?.efectos).toContain(
    'Lo que haya capturado en su lugar de suplente, Candidatura: Legislatura (Distrito Norte) no pasa a éste: aquí empieza de nuevo.',
  )
})
