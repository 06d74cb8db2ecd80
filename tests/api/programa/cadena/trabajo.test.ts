import type { TestApp } from '../../../support/app.ts'
import { send } from '../../../support/actos/envios.ts'
import { startProgramaReal } from '../../../support/actos/programa.ts'
import { moveReloj } from '../../../support/registro/candidaturas.ts'

interface Plan {
  tipo: string
  alcanza: boolean
  empezar: string
  pasos: { clave: string; fecha: string; convocar: string | null; organo: string | null }[]
}

let t: TestApp
let token: string
beforeAll(async () => {
  t = await startProgramaReal()
  token = await t.tokenOf('secretaria')
})
afterAll(() => t.close())

const get = async <T>(path: string) => (await send<T>(t, ['GET', path], { token })).body
const plan = async () => (await get<{ plan: Plan | null }>('/entregables/11.4')).plan
const trabajo = async () => {
  const { elementos } = await get<{ elementos: { clave: string; texto: string; venceEn: string }[] }>('/pendientes')
  return elementos.filter(({ clave }) => clave === 'trabajo_11.4').map(({ texto }) => texto)
}

describe('the plan of work of 11.4, due at the Pleno on 1 November 2023', () => {
  it('is no work of the day while there is time, and its dates count back by organs and convocatorias', async () => {
    await moveReloj(t, '2023-10-10T10:00:00-06:00')
    expect(await trabajo()).toEqual([])
    expect(await plan()).toMatchObject({ tipo: 'ordinaria', alcanza: true, empezar: '2023-10-20' })
    const { pasos = [] } = (await plan()) ?? {}
    expect(pasos.filter(({ organo }) => organo !== null)).toEqual([
      expect.objectContaining({ organo: 'comision', fecha: '2023-10-27', convocar: '2023-10-24' }),
      expect.objectContaining({ organo: 'pleno', fecha: '2023-11-01', convocar: '2023-10-27' }),
    ])
  })

  it('leads the day from when its steps leave no more time, twelve days before its term', async () => {
    await moveReloj(t, '2023-10-20T10:00:00-06:00')
    expect(await trabajo()).toEqual([
      expect.stringMatching(/^«Plan de trabajo.*toca elaborar el proyecto.*a más tardar el 20 de octubre de 2023$/),
    ])
  })

  it('proposes shorter convocatorias when it is late, and says when not even those leave time', async () => {
    await moveReloj(t, '2023-10-24T10:00:00-06:00')
    expect(await plan()).toMatchObject({ tipo: 'extraordinaria', alcanza: true })
    await moveReloj(t, '2023-11-01T10:00:00-06:00')
    expect(await plan()).toMatchObject({ tipo: 'extraordinaria_urgente', alcanza: false })
    expect(await trabajo()).toEqual([expect.stringMatching(/el tiempo no alcanza para sus 7 pasos/)])
    await moveReloj(t, '2023-11-02T10:00:00-06:00')
    expect([await plan(), await trabajo()]).toEqual([null, []])
  })
})
