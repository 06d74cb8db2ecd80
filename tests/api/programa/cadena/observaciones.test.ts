import { Equipo } from '../../../support/actos/captura.ts'
import { intentar, OBSERVA, observar } from '../../../support/actos/entregables.ts'
import { Sala } from '../../../support/actos/sesiones.ts'

let sala: Sala
let equipo: Equipo
beforeAll(async () => {
  sala = await Sala.open()
  equipo = new Equipo(sala.test)
})
afterAll(() => sala.test.close())

const OBSERVACION = { ...OBSERVA, integrante: 'Cora Comité', fecha: '2030-04-22' }

describe('an observación of the reunión de trabajo', () => {
  it('comes from a member whose charge was in force on its day', async () => {
    const stranger = await intentar(equipo, ['A', 'observaciones'], { ...OBSERVACION, integrante: 'Paula Preside' })
    expect([stranger.status, stranger.body.errors?.map(({ field }) => field)]).toEqual([400, ['integrante']])
    const { id } = await observar(equipo, 'A', OBSERVACION)
    expect(id).not.toBe('')
  })

  it('is no observación of hers before her charge began; where the directory of a day names nobody, it is taken', async () => {
    await sala.integrante({ organo: 'comite', nombre: 'Nora Nueva', encargo: 'integrante', voto: true, desde: '2030-05-01' })
    expect((await intentar(equipo, ['A', 'observaciones'], { ...OBSERVACION, integrante: 'Nora Nueva' })).status).toBe(400)
    await observar(equipo, 'A', { ...OBSERVACION, integrante: 'Nora Nueva', fecha: '2030-05-02' })
    await observar(equipo, 'A', { ...OBSERVACION, integrante: 'De otro tiempo', fecha: '2030-01-10' })
  })

  it('stands once: the same words of the same member are no second one', async () => {
    const again = await intentar(equipo, ['A', 'observaciones'], OBSERVACION)
    expect([again.status, again.body.detail]).toEqual([409, 'Ya consta esa misma observación de Cora Comité.'])
    await observar(equipo, 'A', { ...OBSERVACION, texto: 'Otra cosa.' })
  })
})
