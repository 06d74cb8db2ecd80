import type { TestApp } from '../../../support/app.ts'
import { send } from '../../../support/actos/envios.ts'
import { startProgramaReal } from '../../../support/actos/programa.ts'
import { readPdf } from '../../../support/pdf.ts'
import { moveReloj } from '../../../support/registro/candidaturas.ts'

interface Errata {
  clave: string
  cita: { dice: string }
  debeDecir: string | null
}

let t: TestApp
beforeAll(async () => {
  t = await startProgramaReal()
  await moveReloj(t, '2023-10-10T10:00:00-06:00')
})
afterAll(() => t.close())

const get = async <T>(path: string) => send<T>(t, ['GET', path], { token: await t.tokenOf('secretaria') })

describe('the slips of the pen in the programme', () => {
  it('are told with their citation on the calendar, and those of an actividad on its page', async () => {
    const { erratas } = (await get<{ erratas: Errata[] }>('/actividades')).body
    const said = new Map(erratas.map(({ cita, debeDecir }) => [cita.dice, debeDecir]))
    expect(said.get('Acuerdo INE/CG616/2023')).toBe('Acuerdo INE/CG616/2022')
    expect(said.get('Proceso Electoral Local 2020-2021')).toBe('Proceso Electoral Local 2023-2024')
    expect(said.get('en fecha 29 de diciembre de 2020')).toBeNull()
    const own = (await get<{ erratas: Errata[] }>('/actividades/11.16')).body.erratas
    expect(own.map(({ cita, debeDecir }) => [cita.dice, debeDecir])).toEqual([['30 de mayo de 2023', '30 de mayo de 2024']])
  })

  it('are printed as a document, each of them', async () => {
    const { status, bytes } = await get('/actividades/erratas.pdf')
    expect(status).toBe(200)
    const text = readPdf.text(bytes).replaceAll(/\s+/g, ' ')
    expect(text).toContain('Fe de erratas del programa de trabajo')
    const { erratas } = (await get<{ erratas: Errata[] }>('/actividades')).body
    expect(erratas.filter(({ cita }) => !text.includes(cita.dice.slice(0, 12)))).toEqual([])
  })
})

describe('a date on which sources differ', () => {
  it.each([
    ['11.11', 'remision', '2024-02-06'],
    ['11.13', 'presentacion', '2024-04-26'],
    ['informe-final', 'remision', '2024-10-03'],
  ])('%s %s is governed as a person decides, and both readings stay in sight', async (clave, milestone, fin) => {
    interface Detalle {
      statements: { clave: string; milestone: string; fin: string | null; rige: boolean; cita: { dice: string } }[]
      contradicciones: { milestone: string; resuelto: boolean }[]
      hitos: { milestone: string; vence: string; resuelto: boolean }[]
    }
    const readings = ({ statements }: Detalle) => statements.filter((each) => each.milestone === milestone)
    const before = (await get<Detalle>(`/actividades/${clave}`)).body
    expect(new Set(readings(before).map((each) => each.fin)).size).toBeGreaterThan(1)
    expect(before.contradicciones.some((each) => each.milestone === milestone && !each.resuelto)).toBe(true)
    const statement = readings(before).find((each) => each.fin === fin)?.clave
    const json = { milestone, statement, razon: 'Así lo acordó la Comisión.' }
    const token = await t.tokenOf('secretaria')
    const { status } = await send(t, ['POST', `/actividades/${clave}/resolver`], { token, json })
    expect(status).toBe(200)
    const after = (await get<Detalle>(`/actividades/${clave}`)).body
    expect(after.hitos.find((each) => each.milestone === milestone)).toMatchObject({ vence: fin, resuelto: true })
    expect(readings(after).map((each) => each.fin)).toEqual(readings(before).map((each) => each.fin))
  })
})
