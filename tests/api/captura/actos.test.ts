import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenCandidatura, moveReloj, sql, type Given } from '../../support/registro/candidaturas.ts'
import {
  abrirIdentidad,
  acto,
  Equipo,
  givenCapturada,
  guardar,
  observar,
  RESPUESTAS,
  validar,
  verCaptura,
  verificar,
  verSeccion,
  type CapturaVista,
} from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'

const COMPROMISO = 'curricular/compromiso'
const CORREGIDO = { compromiso: 'Abrir dos talleres de redes, uno en cada orilla, y cuidar el agua del valle entero.' }

let test_: TestApp
let equipo: Equipo

beforeAll(async () => {
  test_ = await startTestApp({ ahora: '2030-05-02T10:00:00-07:00' })
  equipo = new Equipo(test_)
})
afterAll(() => test_.close())

const acts = async (of: Given) =>
  (await sql<{ acto: string }>(test_, 'select acto from bitacora.acto where objeto_id = $1 order by n', [of.id])).map((row) => row.acto)
const estatusOf = async (of: Given) =>
  Object.fromEntries((await verCaptura(equipo, of)).secciones.map(({ clave, estatus }) => [clave, estatus]))
const detail = async (of: Given, token: string) =>
  (
    await send<{
      estatusCaptura: string
      version: number
      acciones: { acto: string; permitido: boolean; razones: string[] }[]
      historial: { acto: string }[]
    }>(test_, ['GET', `/candidaturas/${of.id}`], { token })
  ).body

describe('validating', () => {
  it('hands a complete captura to the institute and gives an acuse', async () => {
    const of = await givenCapturada(equipo, {}, 'completa')
    const { body } = await validar(equipo, of)
    expect(body).toMatchObject({
      acto: 'candidatura.validada',
      folio: expect.any(String),
      sal: expect.any(String),
      firma: expect.any(String),
    })
    expect(await detail(of, await equipo.validacion())).toMatchObject({ estatusCaptura: 'validada' })
    expect(new Set(Object.values(await estatusOf(of)))).toEqual(new Set(['validada']))
    const late = await guardar(equipo, { of, at: COMPROMISO }, { version: 1, respuestas: CORREGIDO })
    expect(late).toMatchObject({ status: 409, body: { code: 'captura.cerrada' } })
  })

  it('refuses an incomplete captura with every reason, the same that the detail shows', async () => {
    const of = await givenCandidatura(test_)
    const razones = [
      'Falta completar la sección «Oficio».',
      'Falta completar la sección «Compromiso».',
      'Falta completar la sección «Islas».',
      'Falta completar la sección «Sierra».',
      'Falta registrar el consentimiento de la persona.',
    ]
    const { status, body } = await acto(equipo, { of, hacer: 'validar' })
    expect(status).toBe(409)
    expect(body).toMatchObject({ code: 'candidatura.acto_no_permitido', detail: razones.join(' ') })
    const { acciones } = await detail(of, await equipo.validacion())
    expect(acciones.find((accion) => accion.acto === 'validar')).toEqual({ acto: 'validar', permitido: false, razones })
  })

  it('twice at once has one effect', async () => {
    const of = await givenCapturada(equipo, {}, 'completa')
    const { version } = await verCaptura(equipo, of)
    const answers = await Promise.all([1, 2].map(() => acto(equipo, { of, hacer: 'validar' }, { version })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('candidatura.version_distinta')
    expect((await acts(of)).filter((each) => each === 'candidatura.validada')).toHaveLength(1)
  })

  it('a version that is not the last one is refused: somebody changed what was read', async () => {
    const of = await givenCapturada(equipo, {}, 'completa')
    const { version } = await verCaptura(equipo, of)
    await guardar(equipo, { of, at: COMPROMISO }, { version: 1, respuestas: CORREGIDO })
    const { status, body } = await acto(equipo, { of, hacer: 'validar' }, { version })
    expect(status).toBe(409)
    expect(body).toMatchObject({ code: 'candidatura.version_distinta', actual: { version: version + 1 } })
  })

  it('a candidatura that was replaced or cancelled is refused, and so is capturing it', async () => {
    const of = await givenCapturada(equipo, { estatus: 'aprobada' }, 'completa')
    await sql(test_, `update captura.candidatura set estatus = 'sustituida' where id = $1`, [of.id])
    expect((await acto(equipo, { of, hacer: 'validar' })).body.detail).toBe('La candidatura ya no está vigente.')
    const save = await guardar(equipo, { of, at: COMPROMISO }, { version: 1, respuestas: CORREGIDO })
    expect(save.body.detail).toBe('La candidatura ya no está vigente.')
  })

  it('after the last day of capture is refused', async () => {
    const of = await givenCapturada(equipo, {}, 'completa')
    await moveReloj(test_, '2030-07-04T00:00:00-07:00')
    const answer = await acto(equipo, { of, hacer: 'validar' })
    await moveReloj(test_, '2030-05-02T10:00:00-07:00')
    expect(answer.body).toMatchObject({ code: 'candidatura.acto_no_permitido', detail: 'La captura cerró el 3 de julio de 2030.' })
  })
})

describe('verifying', () => {
  it('fixes a validated captura: nobody changes it any more', async () => {
    const of = await givenCapturada(equipo)
    expect(await detail(of, await equipo.verificacion())).toMatchObject({ estatusCaptura: 'verificada' })
    expect(await verSeccion(equipo, of, COMPROMISO)).toMatchObject({
      estatus: 'verificada',
      verificadas: RESPUESTAS.curricular.compromiso,
      editable: false,
    })
    const save = await guardar(equipo, { of, at: COMPROMISO }, { version: 1, respuestas: CORREGIDO })
    expect(save.body).toMatchObject({ code: 'captura.cerrada' })
    expect((await detail(of, await equipo.validacion())).historial.map((each) => each.acto)).toEqual([
      'capturada',
      'validada',
      'verificada',
    ])
  })

  it('refuses a captura that was not validated', async () => {
    const of = await givenCapturada(equipo, {}, 'completa')
    const { version } = await verCaptura(equipo, of)
    const { body } = await acto(equipo, { of, hacer: 'verificar' }, { version })
    expect(body).toMatchObject({ code: 'candidatura.acto_no_permitido', detail: 'Sólo se verifica lo que el actor político ya validó.' })
  })

  it('twice at once has one effect', async () => {
    const of = await givenCapturada(equipo, {}, 'validada')
    const { version } = await verCaptura(equipo, of)
    const answers = await Promise.all([1, 2, 3].map(() => acto(equipo, { of, hacer: 'verificar' }, { version })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect((await acts(of)).filter((each) => each === 'candidatura.verificada')).toHaveLength(1)
  })

  it('lets the reviewer read the identity answers from then on only, once she said why, and each reading is an entry', async () => {
    const of = await givenCapturada(equipo, {}, 'completa')
    const reviewer = await equipo.verificacion()
    const identidad = ({ secciones }: CapturaVista) =>
      secciones.filter(({ cuestionario }) => cuestionario === 'identidad').map(({ respuestas }) => respuestas)
    const leidas = async () => (await acts(of)).filter((each) => each === 'identidad.leida').length
    expect(identidad(await abrirIdentidad(equipo, of, reviewer))).toEqual([{}, {}])
    expect((await verCaptura(equipo, of, reviewer)).lecturaIdentidad).toMatchObject({ pideMotivo: false })
    await validar(equipo, of)
    const before = await leidas()
    const closed = await verCaptura(equipo, of, reviewer)
    expect(identidad(closed)).toEqual([{}, {}])
    expect(closed.lecturaIdentidad).toEqual({ pideMotivo: true, motivo: null, explicacion: null })
    expect(await leidas()).toBe(before)
    expect(identidad(await abrirIdentidad(equipo, of, reviewer))).toEqual([RESPUESTAS.identidad.islas, RESPUESTAS.identidad.sierra])
    expect(await leidas()).toBe(before + 1)
  })
})

describe('observing a section', () => {
  it('opens that section and no other; corrected, validated and verified again it counts', async () => {
    const of = await givenCapturada(equipo, {}, 'validada')
    await observar(equipo, of)
    expect(await estatusOf(of)).toEqual({ oficio: 'validada', compromiso: 'observada', islas: 'validada', sierra: 'validada' })
    expect(await verSeccion(equipo, of, COMPROMISO)).toMatchObject({
      editable: true,
      observaciones: [{ supuesto: 'ilegible', cierre: null }],
    })
    const other = await guardar(equipo, { of, at: 'curricular/oficio' }, { version: 1, respuestas: { oficio: 'Otro' } })
    expect(other.body).toMatchObject({
      code: 'captura.cerrada',
      detail: 'Esta sección no está observada ni abierta a corrección: ya está en manos del instituto.',
    })
    expect((await acto(equipo, { of, hacer: 'validar' })).body.detail).toContain('Hay observaciones sin atender.')

    await guardar(equipo, { of, at: COMPROMISO }, { version: 1, respuestas: CORREGIDO })
    await validar(equipo, of)
    await verificar(equipo, of)
    expect(await verSeccion(equipo, of, COMPROMISO)).toMatchObject({
      estatus: 'verificada',
      verificadas: CORREGIDO,
      observaciones: [{ cierre: { desenlace: 'atendida' } }],
    })
    expect((await acts(of)).slice(-5)).toEqual([
      'candidatura.validada',
      'candidatura.observada',
      'captura.guardada',
      'candidatura.validada',
      'candidatura.verificada',
    ])
  })

  it('that was verified keeps the last verified text beside the new one, and the other sections keep their day', async () => {
    const of = await givenCapturada(equipo)
    const dates = async () =>
      Object.fromEntries(
        (
          await sql<{ clave: string; en: Date }>(
            test_,
            'select clave, verificada_en as en from captura.seccion where candidatura_id = $1',
            [of.id],
          )
        ).map(({ clave, en }) => [clave, en.toISOString()]),
      )
    const before = await dates()
    await moveReloj(test_, '2030-05-03T10:00:00-07:00')
    await observar(equipo, of)
    await guardar(equipo, { of, at: COMPROMISO }, { version: 1, respuestas: CORREGIDO })
    expect(await verSeccion(equipo, of, COMPROMISO)).toMatchObject({ respuestas: CORREGIDO, verificadas: RESPUESTAS.curricular.compromiso })
    await validar(equipo, of)
    await verificar(equipo, of)
    const after = await dates()
    await moveReloj(test_, '2030-05-02T10:00:00-07:00')
    expect(after.compromiso).not.toBe(before.compromiso)
    expect({ ...after, compromiso: null }).toEqual({ ...before, compromiso: null })
  })

  it.each<[string, Record<string, unknown>, number, string]>([
    ['a ground that is not on the list', { supuesto: 'no_me_gusta' }, 409, 'candidatura.acto_no_permitido'],
    ['a section that does not exist', { seccion: 'sueldos' }, 404, 'ruta.no_existe'],
    ['a text that says nothing', { texto: 'mal' }, 400, 'entrada.invalida'],
    ['an old version', { version: 1 }, 409, 'candidatura.version_distinta'],
  ])('with %s is refused', async (_title, wrong, status, code) => {
    const of = await givenCapturada(equipo, {}, 'validada')
    const fine = { cuestionario: 'curricular', seccion: 'compromiso', supuesto: 'ilegible', texto: 'No se entiende la segunda frase.' }
    const answer = await acto(equipo, { of, hacer: 'observaciones' }, { ...fine, ...wrong })
    expect(answer).toMatchObject({ status, body: { code } })
    expect(await estatusOf(of)).toMatchObject({ compromiso: 'validada' })
  })

  it('that nobody validated is refused', async () => {
    const of = await givenCapturada(equipo, {}, 'completa')
    const { version } = await verCaptura(equipo, of)
    const fine = { cuestionario: 'curricular', seccion: 'compromiso', supuesto: 'ilegible', texto: 'No se entiende la segunda frase.' }
    const { status } = await acto(equipo, { of, hacer: 'observaciones' }, { ...fine, version })
    expect(status).toBe(409)
  })
})

describe('the wrong person', () => {
  it.each<[string, 'validar' | 'verificar' | 'observaciones', () => Promise<string>]>([
    ['the capturing account does not validate', 'validar', () => equipo.captura()],
    ['the institute does not validate', 'validar', () => equipo.verificacion()],
    ['the validating account does not verify', 'verificar', () => equipo.validacion()],
    ['the secretaría does not verify', 'verificar', () => equipo.secretaria()],
    ['the validating account does not observe', 'observaciones', () => equipo.validacion()],
  ])('%s', async (_title, hacer, tokenOf) => {
    const of = await givenCapturada(equipo, {}, 'completa')
    const answer = await acto(equipo, { of, hacer, token: await tokenOf() }, { version: 1 })
    expect(answer).toMatchObject({ status: 403, body: { code: 'acceso.sin_permiso' } })
  })

  it('finds nothing of another actor político', async () => {
    const of = await givenCapturada(equipo, {}, 'completa')
    const answer = await acto(equipo, { of, hacer: 'validar', token: await equipo.validacion('PFAR') }, { version: 1 })
    expect(answer).toMatchObject({ status: 404, body: { code: 'ruta.no_existe' } })
  })
})
