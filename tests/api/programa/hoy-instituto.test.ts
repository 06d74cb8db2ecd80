import type { Rol } from '@conoceles/domain'
import { moveReloj } from '../../support/registro/candidaturas.ts'
import { AHORA, FECHA, Sala } from '../../support/actos/sesiones.ts'

interface Pendiente {
  clave: string
  texto: string
  cuantas: number
  venceEn: string | null
  empieza?: boolean
  enlace: string
}

let sala: Sala
beforeAll(async () => {
  sala = await Sala.open()
})
afterAll(() => sala.test.close())

const hoy = async (rol: Rol) => (await sala.call<{ elementos: Pendiente[] }>('GET', '/pendientes', undefined, { rol })).body.elementos
const sesiones = async (rol: Rol) => (await hoy(rol)).filter(({ clave }) => clave.startsWith('sesion_'))

describe('the list of today’s work', () => {
  it('tells an auditoría what is overdue with the INE, as the secretaría is told, and nothing that is only near', async () => {
    const overdue = (await hoy('secretaria')).find(({ clave }) => clave === 'plazos_vencidos')
    expect(overdue?.cuantas).toBeGreaterThan(1)
    const said = await hoy('auditoria')
    expect(said.map(({ clave }) => clave)).toEqual(['plazos_vencidos'])
    expect(said[0]).toMatchObject({ cuantas: overdue?.cuantas, venceEn: overdue?.venceEn, enlace: '/actividades' })
    // It is not hers to do: the line says how it stands, and who owes it.
    expect(overdue?.texto).toBe(`Atender ${overdue?.cuantas} plazos vencidos con el INE`)
    expect(said[0]?.texto).toMatch(/^Están vencidos \d+ plazos con el INE, a cargo de (\d+ áreas|\S.*)$/)
    expect((await hoy('comision')).find(({ clave }) => clave === 'plazos_vencidos')?.texto).toBe(said[0]?.texto)
  })

  it('tells a councillor of a sesión from its convocatoria to its day, with its hour; one that is only planned, no', async () => {
    await moveReloj(sala.test, `${FECHA}T09:55:00-07:00`)
    await sala.programada({ tipo: 'ordinaria' })
    expect(await sesiones('comision')).toEqual([])
    const { id } = await sala.convocada()
    expect(await sesiones('comision')).toEqual([
      {
        clave: `sesion_${id}`,
        texto: 'Acudir a la 1.ª sesión extraordinaria de 2030, del 10 de mayo de 2030: se vota un punto',
        cuantas: 1,
        venceEn: '2030-05-10T17:00:00Z',
        empieza: true,
        enlace: `/sesiones/${id}`,
      },
    ])
    for (const rol of ['auditoria', 'verificacion', 'administracion'] as const) expect(await sesiones(rol)).toEqual([])
  })

  it('tells the next day that a sesión passed without a word: its acts to the secretaría, the silence to a councillor', async () => {
    await moveReloj(sala.test, AHORA)
    const textos = async (rol: Rol) => (await sesiones(rol)).map(({ texto }) => texto).sort()
    expect(await textos('comision')).toEqual([
      'Pasó su día y no consta que se celebrara la 1.ª sesión extraordinaria de 2030, del 10 de mayo de 2030',
      'Pasó su día y no consta que se celebrara la 1.ª sesión ordinaria de 2030, del 10 de mayo de 2030',
    ])
    expect(await textos('secretaria')).toEqual([
      'Asentar lo que pasó en la 1.ª sesión extraordinaria de 2030, del 10 de mayo de 2030',
      'Pasó su día sin convocarse la 1.ª sesión ordinaria de 2030, del 10 de mayo de 2030: cambie su fecha o cancélela',
    ])
    for (const rol of ['auditoria', 'verificacion', 'administracion'] as const) expect(await sesiones(rol)).toEqual([])
  })

  it('tells nobody of a sesión that was held', async () => {
    const pendiente = (await sesiones('secretaria')).find(({ texto }) => texto.startsWith('Asentar'))
    const id = pendiente?.enlace.split('/').at(-1)
    const { body } = await sala.call<Parameters<Sala['celebrar']>[0]>('GET', `/sesiones/${id}`)
    expect((await sala.celebrar(body)).status).toBe(200)
    expect((await sesiones('secretaria')).map(({ texto }) => texto)).toEqual([expect.stringMatching(/sin convocarse/)])
  })
})
