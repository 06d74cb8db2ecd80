import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenCandidatura, must, sql, type Given } from '../../support/registro/candidaturas.ts'
import {
  abrirIdentidad,
  acto,
  capturarTodo,
  consentir,
  Equipo,
  givenCapturada,
  guardar,
  RESPUESTAS,
  validar,
  verCaptura,
  verificar,
  verSeccion,
  type CapturaVista,
} from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { connectAs, count } from '../../support/roles.ts'

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

  it('that an answer elsewhere opened after it was complete is not validated until it is answered', async () => {
    await consentir(equipo, of)
    await capturarTodo(equipo, of, { ...RESPUESTAS, identidad: { sierra: RESPUESTAS.identidad.sierra } })
    const estatus = async () => (await verSeccion(equipo, of, 'identidad/islas')).estatus
    expect(await save({ islena: 'Sí' })).toMatchObject({ status: 200, body: { estatus: 'en_captura' } })
    // As a section stays that was complete, and of which another asks for more since.
    await sql(test_, `update captura.seccion set estatus = 'completa' where candidatura_id = $1 and clave = 'islas'`, [of.id])
    await sql(test_, `update captura.candidatura set estatus_captura = 'completa' where id = $1`, [of.id])
    expect(await estatus()).toBe('completa')
    const refused = await acto(equipo, { of, hacer: 'validar' })
    expect(refused).toMatchObject({ status: 409, body: { detail: 'Falta completar la sección «Islas».' } })
    await capturarTodo(equipo, of)
    await validar(equipo, of)
    expect(await estatus()).toBe('validada')
  })

  it('that was complete when she refused its treatment stops nothing: the captura is validated without it', async () => {
    await consentir(equipo, of)
    await capturarTodo(equipo, of)
    await consentir(equipo, of, { tratamiento: false })
    await validar(equipo, of)
  })

  it('that was never asked because she refused is asked when she authorises it, also after her captura was verified', async () => {
    of = await givenCapturada(equipo, { consentimiento: { tratamiento: false }, respuestas: { curricular: RESPUESTAS.curricular } })
    const secciones = async () =>
      (await verCaptura(equipo, of)).secciones.flatMap(({ cuestionario, estatus, editable }) =>
        cuestionario === 'identidad' ? [`${estatus} ${editable}`] : [],
      )
    await consentir(equipo, of)
    expect(await secciones()).toEqual(['vacia true', 'vacia true'])
    await capturarTodo(equipo, of, { identidad: RESPUESTAS.identidad })
    await validar(equipo, of)
    await verificar(equipo, of)
    expect(await secciones()).toEqual(['verificada false', 'verificada false'])
  })

  it('saved at once by two is told only to the persona, and to an account with today’s reading noted', async () => {
    await consentir(equipo, of)
    await save()
    const another = await test_.tokenOf('captura', { actor: of.responsable })
    const late = (token: string) => guardar(equipo, { of, at: 'identidad/islas', token }, { respuestas: {} })
    expect(await late(another)).toMatchObject({ status: 409, body: { actual: { version: 1, respuestas: null } } })
    expect((await late(await equipo.candidata(of))).body.actual).toEqual({ version: 1, respuestas: RESPUESTAS.identidad.islas })
    await verCaptura(equipo, of, another)
    expect((await late(another)).body.actual).toEqual({ version: 1, respuestas: RESPUESTAS.identidad.islas })
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

describe('reading what a persona answered', () => {
  interface Lectura {
    acto: string
    nombre: string | null
    rol: string
    actorPolitico: string | null
    motivo: string | null
    explicacion: string | null
    veces: number
  }

  const lecturas = async (token: string) =>
    (await send<{ elementos: Lectura[] }>(test_, ['GET', `/candidaturas/${of.id}/lecturas`], { token })).body.elementos
  const answersOf = ({ secciones }: CapturaVista) =>
    Object.assign({}, ...secciones.filter(({ cuestionario }) => cuestionario === 'identidad').map(({ respuestas }) => respuestas)) as object
  const ALL = { ...RESPUESTAS.identidad.islas, ...RESPUESTAS.identidad.sierra }

  it('asks the reviewer why, and the reason holds for her account until the day is over', async () => {
    of = await givenCapturada(equipo, {}, 'validada')
    const reviewer = await equipo.verificacion()
    const closed = await verCaptura(equipo, of, reviewer)
    expect(answersOf(closed)).toEqual({})
    expect(closed.secciones.flatMap(({ cuestionario, faltantes }) => (cuestionario === 'identidad' ? faltantes : []))).toEqual([])
    expect(answersOf(await abrirIdentidad(equipo, of, reviewer))).toEqual(ALL)
    const again = await verCaptura(equipo, of, reviewer)
    expect([answersOf(again), again.lecturaIdentidad]).toEqual([ALL, { pideMotivo: false, motivo: 'revision', explicacion: null }])
    expect((await verCaptura(equipo, of, await equipo.otraVerificacion())).lecturaIdentidad.pideMotivo).toBe(true)
    const { clock } = test_.deps
    const offset = clock.now().epochMilliseconds - clock.system().epochMilliseconds
    clock.setOffset(offset + 86_400_000)
    expect((await verCaptura(equipo, of, reviewer)).lecturaIdentidad.pideMotivo).toBe(true)
    clock.setOffset(offset)
  })

  it('takes no reason that says nothing, and opens nothing for it', async () => {
    of = await givenCapturada(equipo, {}, 'validada')
    const path = `/candidaturas/${of.id}/identidad/lectura`
    const token = await equipo.verificacion()
    for (const json of [{ motivo: 'otro' }, { motivo: 'queja', explicacion: '  corta  ' }, { motivo: 'porque sí' }, {}]) {
      const { status, bytes } = await send(test_, ['POST', path], { token, json })
      expect([json, status]).toEqual([json, 400])
      expect(bytes.toString()).not.toContain('Isla Chica')
    }
    expect((await verCaptura(equipo, of, token)).lecturaIdentidad.pideMotivo).toBe(true)
  })

  it('is told to the persona: who, as what, why and how often; of herself nothing', async () => {
    of = await givenCapturada(equipo, {}, 'validada')
    const ella = await equipo.candidata(of)
    await verCaptura(equipo, of, ella)
    await abrirIdentidad(equipo, of, await equipo.verificacion(), { motivo: 'queja', explicacion: 'Queja 12 de la Unidad.' })
    await verCaptura(equipo, of, await equipo.verificacion())
    await verCaptura(equipo, of)
    const query = `/exportaciones/ine?alcance=completo&motivo=${encodeURIComponent('Entrega final al INE')}`
    expect((await send(test_, ['GET', query], { token: await equipo.secretaria() })).status).toBe(200)
    const seen = await lecturas(ella)
    expect(seen.map(({ acto, rol, motivo, explicacion, veces }) => [acto, rol, motivo, explicacion, veces])).toEqual([
      ['identidad.exportada', 'secretaria', 'Entrega final al INE', null, 1],
      ['identidad.leida', 'verificacion', 'queja', 'Queja 12 de la Unidad.', 2],
      ['identidad.leida', 'validacion', 'captura', null, 1],
    ])
    expect(seen[1]?.nombre).toEqual(expect.any(String))
    expect(seen[2]?.actorPolitico).toEqual(expect.any(String))
    expect(await lecturas(await test_.tokenOf('transparencia'))).toEqual(seen)
  })

  it('is told to no other persona, party nor reviewer', async () => {
    of = await givenCapturada(equipo, {}, 'validada')
    const other = await givenCandidatura(test_)
    const ask = async (token: string) => (await send(test_, ['GET', `/candidaturas/${of.id}/lecturas`], { token })).status
    expect(await ask(await equipo.candidata(other))).toBe(404)
    for (const token of [await equipo.captura(), await equipo.verificacion(), await equipo.secretaria()]) expect(await ask(token)).toBe(403)
    const actor = await connectAs(test_, 'actor')
    const text = `select * from bitacora.lecturas_de('${of.id}', 'America/Mexico_City')`
    expect(await count(actor, { text }, { rol: 'candidata', candidatura: other.id })).toBe(0)
    expect(await count(actor, { text }, { rol: 'captura', actor: must(test_.loaded.actores.get('PRIO')) })).toBe(0)
    await actor.end()
  })

  it('without its entry is no reading: where the bitácora cannot be written nobody is shown anything', async () => {
    of = await givenCapturada(equipo, {}, 'validada')
    await sql(test_, `alter table bitacora.acto add constraint prueba check (acto <> 'identidad.leida') not valid`)
    const path = `/candidaturas/${of.id}/identidad/lectura`
    const { status, bytes } = await send(test_, ['POST', path], { token: await equipo.verificacion(), json: { motivo: 'revision' } })
    await sql(test_, 'alter table bitacora.acto drop constraint prueba')
    expect([status, bytes.includes('Isla Chica')]).toEqual([500, false])
  })
})

/** Shape of the answers to a reader without any key: the rows, which are blank, how long they are. */
const SHAPE = `select json_agg(json_build_object('pregunta', pregunta, 'vacia', cifrada is null, 'largo', length(cifrada)) order by pregunta) as respuestas
  from identidad.respuesta where candidatura_id = $1`
