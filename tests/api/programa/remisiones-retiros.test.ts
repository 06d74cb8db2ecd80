import { startTestApp, type TestApp } from '../../support/app.ts'
import { moveReloj, must } from '../../support/registro/candidaturas.ts'
import { Equipo } from '../../support/actos/captura.ts'
import { MOTIVO, recibir, trabajar } from '../../support/actos/entregables.ts'
import { send } from '../../support/actos/envios.ts'
import { preparar, type RemisionVista } from '../../support/actos/remisiones.ts'

type Vista = RemisionVista & {
  anuladaEn: string | null
  anexos: { id: string; retiro: { entregable: string; retiradoEn: string } | null }[]
}

let test_: TestApp
let equipo: Equipo
let secretaria: string

beforeAll(async () => {
  test_ = await startTestApp()
  equipo = new Equipo(test_)
  secretaria = await equipo.secretaria()
  await moveReloj(test_, '2030-05-04T10:00:00-07:00')
})
afterAll(() => test_.close())

const ver = async (id: string) => (await send<Vista>(test_, ['GET', `/remisiones/${id}`], { token: secretaria })).body
const post = (path: string, json: object) => send(test_, ['POST', path], { token: secretaria, json })
const tipos = ({ advertencias }: Vista) => advertencias.map(({ tipo }) => tipo)

/** A version of A with a document of its own. */
async function agregar(documentoId: string): Promise<number> {
  const json = { clase: 'otra', fecha: '2030-05-01', nota: 'Se anexa', documentoId }
  const { trabajo } = await trabajar(equipo, ['A', 'versiones'], json)
  return must(trabajo.versiones[0]).numero
}

describe('an attachment of a remisión', () => {
  it('that was withdrawn as evidence is marked with its date, and the sender is warned and not stopped', async () => {
    const [plan, other] = [await recibir(equipo), await recibir(equipo)]
    const numero = await agregar(plan)
    const { id } = await preparar(test_, secretaria, { anexos: [plan, other], fecha: '2030-05-01' })
    expect([tipos(await ver(id)), (await ver(id)).anexos.map(({ retiro }) => retiro)]).toEqual([['dia_inhabil'], [null, null]])
    await trabajar(equipo, ['A', `versiones/${numero}/retirar`], MOTIVO)
    const marked = await ver(id)
    expect(tipos(marked)).toContain('anexo_retirado')
    expect(marked.anexos).toMatchObject([
      { id: plan, retiro: { entregable: 'A' } },
      { id: other, retiro: null },
    ])
    const sent = await post(`/remisiones/${id}/enviar`, { version: 1, enviadaEn: '2030-05-04T09:00:00-07:00', medio: 'correo' })
    expect(sent.status).toBe(200)
  })

  it('that was withdrawn after it was sent is marked, and nobody is said to have been warned', async () => {
    const plan = await recibir(equipo)
    const numero = await agregar(plan)
    const { id } = await preparar(test_, secretaria, { entregables: ['B/2030-05'], anexos: [plan], fecha: '2030-05-01' })
    await post(`/remisiones/${id}/enviar`, { version: 1, enviadaEn: '2030-05-04T09:00:00-07:00', medio: 'correo' })
    await trabajar(equipo, ['A', `versiones/${numero}/retirar`], MOTIVO)
    const sent = await ver(id)
    expect(sent.anexos).toMatchObject([{ retiro: { entregable: 'A' } }])
    expect(tipos(sent)).not.toContain('anexo_retirado')
  })

  it('is evidence still where the same file stands as another version', async () => {
    const plan = await recibir(equipo)
    const numero = await agregar(plan)
    await trabajar(equipo, ['A', `versiones/${numero}/retirar`], MOTIVO)
    await agregar(plan)
    const { id } = await preparar(test_, secretaria, { entregables: ['B/2030-06'], anexos: [plan] })
    expect((await ver(id)).anexos).toMatchObject([{ id: plan, retiro: null }])
  })
})

it('the list says when one of two remisiones with one number was annulled', async () => {
  const first = await preparar(test_, secretaria, { entregables: ['B/2030-06'], numero: 'VC/OF/90/2030' })
  await post(`/remisiones/${first.id}/anular`, { motivo: 'El oficio se volvió a hacer.' })
  await preparar(test_, secretaria, { entregables: ['B/2030-06'], numero: 'VC/OF/90/2030' })
  const { body } = await send<{ elementos: Vista[] }>(test_, ['GET', '/remisiones?q=of/90'], { token: secretaria })
  const told = new Map(body.elementos.map(({ estatus, anuladaEn }) => [estatus, anuladaEn]))
  expect([told.get('anulada'), told.get('preparada')]).toEqual([expect.stringMatching(/^2030-05-04T/), null])
})
