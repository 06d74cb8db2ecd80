import { startTestApp, type TestApp } from '../support/app.ts'
import { givenCandidatura, sql, type Given } from '../support/candidaturas.ts'
import { capturarTodo, consentir, Equipo, guardar, RESPUESTAS, verSeccion } from '../support/captura.ts'

let test_: TestApp
let equipo: Equipo
let of: Given

beforeAll(async () => {
  test_ = await startTestApp()
  equipo = new Equipo(test_)
})
beforeEach(async () => {
  of = await givenCandidatura(test_)
})
afterAll(() => test_.close())

const acts = () =>
  sql<{ contenido: string }>(test_, `select contenido from bitacora.acto where acto = 'captura.guardada' and objeto_id = $1 order by n`, [
    of.id,
  ])

describe('the identity cuestionario', () => {
  const save = (respuestas: Record<string, unknown> = RESPUESTAS.identidad.islas) =>
    guardar(equipo, { of, at: 'identidad/islas' }, { respuestas })
  const TOLD = '"Sí"|"No"|Isla|islena|isla'

  it('is not received before the persona decided on its treatment', async () => {
    const { status, body } = await save()
    expect(status).toBe(409)
    expect(body).toMatchObject({ code: 'captura.cerrada', detail: expect.stringContaining('consentimiento') })
    expect(await sql(test_, 'select 1 from identidad.respuesta where candidatura_id = $1', [of.id])).toEqual([])
  })

  it('is received once she authorised it', async () => {
    await consentir(equipo, of)
    expect(await save()).toMatchObject({ status: 200, body: { estatus: 'completa' } })
    expect((await verSeccion(equipo, of, 'identidad/islas')).respuestas).toEqual(RESPUESTAS.identidad.islas)
  })

  it('is waived when she refused it: nothing is received, and the captura is complete without it', async () => {
    await consentir(equipo, of, { tratamiento: false })
    const { status, body } = await save()
    expect(status).toBe(409)
    expect(body.detail).toContain('no consintió')
    await capturarTodo(equipo, of, { curricular: RESPUESTAS.curricular })
    expect(await sql(test_, 'select estatus_captura from captura.candidatura where id = $1', [of.id])).toEqual([
      { estatus_captura: 'completa' },
    ])
  })

  it('leaves nothing in the database that tells one answer from another without the key', async () => {
    const told = async (respuestas: Record<string, unknown>) => {
      of = await givenCandidatura(test_)
      await consentir(equipo, of)
      await guardar(equipo, { of, at: 'identidad/islas' }, { respuestas, clave: `forma-${of.id}` })
      const [forma] = await sql(test_, SHAPE, [of.id])
      const [{ envio } = { envio: '' }] = await sql<{ envio: string }>(
        test_,
        'select respuesta::text as envio from captura.envio where clave = $1',
        [`forma-${of.id}`],
      )
      return { forma, envio }
    }
    const yes = await told({ islena: 'Sí', isla: 'Isla Chica' })
    const no = await told({ islena: 'No' })
    expect(no.forma).toEqual(yes.forma)
    for (const { envio } of [yes, no]) {
      expect(envio).not.toMatch(/"sal"/)
      expect(envio).not.toMatch(new RegExp(TOLD))
    }
  })

  it('leaves in the bitácora which section was saved, not which questions were answered', async () => {
    await consentir(equipo, of)
    await save({ islena: 'Sí', isla: 'Isla Chica' })
    await guardar(equipo, { of, at: 'identidad/islas' }, { version: 1, respuestas: { islena: 'No' } })
    const fields = (await acts()).map(({ contenido }) => (JSON.parse(contenido) as { detalle: { campos: string[] } }).detalle.campos)
    expect(fields[0]).toEqual(fields[1])
  })
})

/** What a reader of the tables sees without any key: which rows there are, which are blank, how long they are. */
const SHAPE = `select json_agg(json_build_object('pregunta', pregunta, 'vacia', cifrada is null, 'largo', length(cifrada)) order by pregunta) as respuestas
  from identidad.respuesta where candidatura_id = $1`
