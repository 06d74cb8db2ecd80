import { celebracionOf, hora, Sala } from '../../../support/actos/sesiones.ts'
import { must } from '../../../support/registro/candidaturas.ts'

let sala: Sala
beforeAll(async () => {
  sala = await Sala.open()
})
afterAll(() => sala.test.close())

interface Tablero {
  elementos: { clave: string; faltan: string[] }[]
}

describe('a point that was approved elsewhere', () => {
  const faltan = async () =>
    must((await sala.call<Tablero>('GET', '/actividades')).body.elementos.find(({ clave }) => clave === 'A')).faltan

  it('lacks no approval any more, so that no plan offers it', async () => {
    const { body } = await sala.call<{ elementos: { clave: string; aprueba: string }[] }>('GET', '/organos')
    const { aprueba } = must(body.elementos.find(({ clave }) => clave === 'concejo'))
    expect(await faltan()).toContain(aprueba)
    const hecho = { milestone: aprueba, aplica: true, ocurridoEn: hora('09:00'), referencia: 'VC/ACU/1' }
    await sala.call('POST', '/actividades/A/cumplir', hecho)
    expect(await faltan()).not.toContain(aprueba)
  })

  it('leaves the sesión by being taken off with its reason, which the record keeps', async () => {
    const convocada = await sala.convocada()
    const refused = await sala.celebrar(convocada)
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringMatching(/Retire el punto con su motivo/)])
    const body = celebracionOf(convocada) as { puntos: object[] }
    const puntos = body.puntos.map((punto, at) =>
      at === 1 ? { ...punto, retirado: true, motivoRetiro: 'Ya se había aprobado.', votadoEn: null, votos: [] } : punto,
    )
    const held = await sala.celebrar(convocada, { puntos })
    expect([held.status, held.body.detail]).toEqual([200, undefined])
    expect(held.body.sesion.celebraciones[0]?.puntos[1]).toMatchObject({ resultado: 'retirado', motivoRetiro: 'Ya se había aprobado.' })
  })
})

it('the plan of a sesión whose day passed can be corrected, and is then convened', async () => {
  const { id, version } = await sala.programada({ fecha: '2030-05-11' })
  const plan = {
    version,
    fecha: '2030-05-21',
    hora: '10:00',
    modalidad: 'presencial',
    lugar: 'Sala',
    puntos: [{ titulo: 'Uno', seVota: true, documentos: [] }],
  }
  const { body } = await sala.call('PUT', `/sesiones/${id}`, plan)
  const call = { version: body.sesion.version, convocadaEn: '2030-05-20T09:00:00-07:00', documentos: [] }
  expect((await sala.call('POST', `/sesiones/${id}/convocar`, call)).body.sesion).toMatchObject({
    estatus: 'convocada',
    fecha: '2030-05-21',
  })
})
