import type { TestApp } from '../../../support/app.ts'
import { send } from '../../../support/actos/envios.ts'
import { startProgramaReal, type HitoDicho } from '../../../support/actos/programa.ts'
import { moveReloj } from '../../../support/registro/candidaturas.ts'

interface Tablero {
  elementos: { clave: string; hitos: Omit<HitoDicho, 'clave'>[] }[]
}

let t: TestApp
let token: string
beforeAll(async () => {
  t = await startProgramaReal()
  token = await t.tokenOf('secretaria')
  await moveReloj(t, '2024-10-03T10:00:00-06:00')
})
afterAll(() => t.close())

const get = async <T>(path: string) => (await send<T>(t, ['GET', path], { token })).body

describe('the programme of Morelos on 3 October 2024, with nothing done but what it tells', () => {
  it('counts duties by kind, and no edge of a period among the overdue', async () => {
    const { elementos } = await get<Tablero>('/actividades')
    const hitos = elementos.flatMap(({ clave, hitos: own }) => own.map((hito) => ({ ...hito, clave })))
    const counts: Record<string, number> = {}
    for (const { milestone, estatus } of hitos) {
      const key = `${estatus} ${milestone}`
      counts[key] = (counts[key] ?? 0) + 1
    }
    expect(counts).toEqual({
      'cumplida_en_tiempo pleno': 2,
      'cumplida_en_tiempo remision': 2,
      'vencida pleno': 22,
      'vencida comision': 11,
      'vencida remision': 18,
      'vencida presentacion': 3,
      'vencida comite': 1,
      'concluido termino': 8,
      'en_curso inicio': 1,
    })
    const ended = hitos.filter(({ estatus }) => estatus === 'concluido').map(({ clave }) => clave)
    expect(ended).toEqual(['11.5', '11.7', '11.8', '11.9', '11.10', 'otro-documento', 'mejoras', 'modificacion'])
  })

  it('counts the same in the work of the day, and reminds nobody of the end of a period', async () => {
    const { elementos } = await get<{ elementos: { clave: string; cuantas: number }[] }>('/pendientes')
    expect(elementos.find(({ clave }) => clave === 'plazos_vencidos')?.cuantas).toBe(22 + 11 + 18 + 3 + 1)
    const { proximos } = await get<{ proximos: { asunto: string }[] }>('/recordatorios/panorama')
    expect(proximos.length).toBeGreaterThan(55)
    expect(proximos.filter(({ asunto }) => /Término del periodo|Inicio$/.test(asunto))).toEqual([])
  })
})
