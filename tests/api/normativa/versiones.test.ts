import { addQuestion, addSection, removeSection, setAlMenosUno, showWhen, updateQuestion } from '@conoceles/cuestionarios'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenCandidatura, must, sql, type Given } from '../../support/registro/candidaturas.ts'
import {
  abrirIdentidad,
  acto,
  capturarTodo,
  Equipo,
  givenCapturada,
  guardar,
  RESPUESTAS,
  validar,
  verCaptura,
  verificar,
  verSeccion,
} from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { fotografiar, givenConFotografia } from '../../support/actos/fotografias.ts'
import { pagina, publicar } from '../../support/publico.ts'
import { AHORA, PACK } from '../../support/actos/sesiones.ts'
import { expectOk, guionDe, preguntaDe, Taller, TEXTO, type Alcance } from '../../support/actos/versiones.ts'

const SI = 'Sí'
const ALFARERIA = 'Alfarería'
const OFICIO = { ...RESPUESTAS.curricular.oficio, lema: 'Con red y con remo' }
const CON_LEMA = { ...RESPUESTAS, curricular: { ...RESPUESTAS.curricular, oficio: OFICIO } }
const NUEVA_IDENTIDAD = { ...RESPUESTAS.identidad, islas: { islena: 'De isla', isla: 'Isla Chica' } }

let test_: TestApp
let equipo: Equipo
let taller: Taller

beforeAll(async () => {
  test_ = await startTestApp({ pack: PACK, ahora: AHORA })
  equipo = new Equipo(test_)
  taller = new Taller(equipo)
})
afterAll(() => test_.close())

const seccion = async (of: Given, clave: string) => {
  await publicar(test_)
  return must((await pagina(test_, of)).body.secciones.find((each) => each.clave === clave))
}

/** A reworded question, another whose answers become others, one that is new and obligatory, and a section that stays. */
const reformada = async () => {
  const draft = await taller.desdeVigente('curricular')
  const oficio = { ...preguntaDe(draft, 'oficio'), title: 'Ocupación', enum: ['Barro', 'Pesca', 'Otro'] }
  const one = updateQuestion(guionDe(draft), 'oficio', oficio)
  const two = addQuestion(one, 'oficio', { clave: 'lema', pregunta: { ...TEXTO, 'x-publico': true } })
  const guion = updateQuestion(two, 'sitio', { ...preguntaDe(draft, 'sitio'), title: 'Página' })
  return taller.guardado(draft, { ...guion, traslados: { oficio: { modo: 'mapeada', de: 'oficio', opciones: { [ALFARERIA]: 'Barro' } } } })
}

describe('a version activated in mid-process', () => {
  let verificada: Given
  let alfarera: Given
  let enCaptura: Given
  let antes: Awaited<ReturnType<typeof seccion>>
  let prevista: Alcance
  let hecha: Alcance | null

  beforeAll(async () => {
    const barro = {
      ...RESPUESTAS,
      curricular: { ...RESPUESTAS.curricular, oficio: { oficio: ALFARERIA, sitio: 'https://faro.example/uno' } },
    }
    verificada = await givenCapturada(equipo)
    alfarera = await givenConFotografia(equipo, { respuestas: barro })
    enCaptura = await givenCapturada(equipo, {}, 'completa')
    await givenCandidatura(test_)
    antes = await seccion(verificada, 'oficio')
    const draft = await reformada()
    expect(draft).toMatchObject({ fallas: [], intactas: ['compromiso'] })
    prevista = await taller.alcance(draft)
    hecha = (await taller.activar(draft)).alcance
  })

  it('told beforehand whom it would change, with the whole beside it, and changed just those', async () => {
    expect(hecha).toEqual(prevista)
    expect(prevista).toMatchObject({
      ...{ candidaturas: 4, conCaptura: 3, seAbren: 2, verificadas: 2, trasCierre: 0 },
      secciones: [
        { clave: 'oficio', guardadas: 3, conservan: 0, seAbren: 2 },
        { clave: 'compromiso', guardadas: 3, conservan: 3, seAbren: 0 },
      ],
    })
    for (const [each, oficio] of [
      [verificada, 'Pesca'],
      [alfarera, 'Barro'],
      [enCaptura, 'Pesca'],
    ] as const) {
      expect(await verSeccion(equipo, each, 'curricular/oficio')).toMatchObject({
        ...{ estatus: 'en_captura', version: 2, editable: true },
        respuestas: { oficio, sitio: 'https://faro.example/uno' },
        faltantes: [{ campo: 'lema' }],
      })
    }
    expect(await verSeccion(equipo, verificada, 'curricular/compromiso')).toMatchObject({
      estatus: 'verificada',
      version: 1,
      editable: false,
    })
    expect((await acto(equipo, { of: verificada, hacer: 'validar' })).body.detail).toBe('Falta completar la sección «Oficio».')
  })

  it('shows the reviewer what was sent last and since when it is corrected, and nothing of what is being written', async () => {
    const token = await equipo.verificacion()
    const oficio = async (of: Given) => {
      const captura = await verCaptura(equipo, of, token)
      return { captura, seccion: must(captura.secciones.find(({ clave }) => clave === 'oficio')) }
    }
    const { captura, seccion: sent } = await oficio(alfarera)
    expect(captura).toMatchObject({
      enCorreccion: { desde: expect.stringMatching(/^2030-/) as string },
      consentimiento: { tratamiento: true },
      fotografia: { textoAlternativo: expect.any(String) as string },
    })
    expect(sent).toMatchObject({ sinPreguntar: ['lema'], abiertaDesde: captura.enCorreccion?.desde })
    expect(sent.respuestas).toMatchObject({ oficio: ALFARERIA })
    const at = 'curricular/oficio'
    await fotografiar(equipo, alfarera, '#993333')
    expectOk(await guardar(equipo, { of: alfarera, at }, { version: 2, respuestas: { ...OFICIO, oficio: 'Barro' } }))
    const after = await oficio(alfarera)
    expect(after.seccion.respuestas).toEqual(sent.respuestas)
    expect(after.captura.fotografia).toEqual(captura.fotografia)
    expect((await oficio(enCaptura)).captura).toMatchObject({ enCorreccion: null, consentimiento: null, fotografia: null })
  })

  it('shows what was answered before with what was asked then, to every role that may read it', async () => {
    const path = `/candidaturas/${verificada.id}/captura/anteriores`
    type Lista = { elementos: { version: number; clave: string; estatus: string; preguntas: { titulo: string; respuesta: object }[] }[] }
    for (const token of [await equipo.captura(verificada.responsable), await equipo.verificacion()]) {
      const { body } = await send<Lista>(test_, ['GET', path], { token })
      expect(body.elementos.map(({ version, clave, estatus }) => [version, clave, estatus])).toEqual([
        [3, 'compromiso', 'verificada'],
        [3, 'oficio', 'verificada'],
      ])
      expect(body.elementos[1]?.preguntas).toContainEqual({ clave: 'oficio', titulo: 'Oficio', respuesta: { valor: 'Pesca' } })
    }
    expect((await send(test_, ['GET', path], { token: await equipo.captura('PFAR') })).status).toBe(404)
  })

  it('left what is public as it was asked and verified until it is verified again; what is new waits for the policy', async () => {
    expect(await seccion(verificada, 'oficio')).toEqual(antes)
    const at = 'curricular/oficio'
    const stale = await guardar(equipo, { of: verificada, at }, { version: 1, respuestas: RESPUESTAS.curricular.oficio })
    expect(stale.body).toMatchObject({ code: 'captura.version_distinta', actual: { version: 2, respuestas: { oficio: 'Pesca' } } })
    expectOk(await guardar(equipo, { of: verificada, at }, { version: 2, respuestas: CON_LEMA.curricular.oficio }))
    expect(await seccion(verificada, 'oficio')).toEqual(antes)
    await validar(equipo, verificada)
    await verificar(equipo, verificada)
    const { campos } = await seccion(verificada, 'oficio')
    expect(campos.map(({ clave, valor }) => [clave, valor])).toEqual(antes.campos.map(({ clave, valor }) => [clave, valor]))
    expect(JSON.stringify(campos)).toContain('Ocupación')
    expect((await pagina(test_, verificada)).text).not.toContain('Con red y con remo')
  })

  it('may be answered after the captura closed where it opened what had been sent, and nowhere else', async () => {
    const cierres = await sql<{ id: string; dia: string }>(test_, 'select id, cierre_captura::text as dia from captura.cargo')
    await sql(test_, `update captura.cargo set cierre_captura = '2030-05-01'`)
    const at = 'curricular/oficio'
    expect((await guardar(equipo, { of: alfarera, at }, { version: 3, respuestas: CON_LEMA.curricular.oficio })).status).toBe(200)
    const never = await guardar(equipo, { of: enCaptura, at }, { version: 2, respuestas: CON_LEMA.curricular.oficio })
    expect(never.body.detail).toMatch(/La captura cerró/)
    await validar(equipo, alfarera)
    for (const { id, dia } of cierres) await sql(test_, 'update captura.cargo set cierre_captura = $2 where id = $1', [id, dia])
  })

  it('passes identity answers when they are opened, untouched until somebody saves', async () => {
    const of = await givenCapturada(equipo, { respuestas: CON_LEMA })
    const sealed = () => sql(test_, `select pregunta, encode(cifrada, 'hex') as cifrada from identidad.respuesta where candidatura_id = $1 order by 1`, [of.id]) // prettier-ignore
    const before = await sealed()
    const draft = await taller.desdeVigente('identidad')
    const guion = updateQuestion(guionDe(draft), 'islena', {
      ...preguntaDe(draft, 'islena'),
      enum: ['De isla', 'De tierra', 'Prefiero no contestar'],
    })
    const { schema, uischema } = showWhen(guion, 'isla', { campo: 'islena', schema: { const: 'De isla' } })
    const traslados = { islena: { modo: 'mapeada', de: 'islena', opciones: { [SI]: 'De isla', No: 'De tierra' } } }
    await taller.activar(await taller.guardado(draft, { schema, uischema, traslados }))
    const islas = await verSeccion(equipo, of, 'identidad/islas')
    expect(islas).toMatchObject({
      estatus: 'en_captura',
      respuestas: { islena: 'De isla', isla: 'Isla Chica' },
      faltantes: [],
      editable: true,
    })
    expect(await verSeccion(equipo, of, 'identidad/sierra')).toMatchObject({ estatus: 'verificada', respuestas: { serrana: 'No' } })
    expect(await sealed()).toEqual(before)
    const respuestas = { islena: 'De isla', isla: 'Isla Grande' }
    expectOk(await guardar(equipo, { of, at: 'identidad/islas' }, { version: islas.version, respuestas }))
    expect((await verSeccion(equipo, of, 'identidad/islas')).respuestas).toEqual(respuestas)
    await validar(equipo, of)
    await verificar(equipo, of)
    const seen = (await abrirIdentidad(equipo, of, await equipo.verificacion())).secciones.find(({ clave }) => clave === 'islas')
    expect(seen?.verificadas).toEqual(respuestas)
  })

  it('keeps a section that is no longer asked public until the whole is let out again', async () => {
    const of = await givenCapturada(equipo, { respuestas: { ...CON_LEMA, identidad: NUEVA_IDENTIDAD } })
    const draft = await taller.desdeVigente('curricular')
    const { schema, uischema } = addQuestion(removeSection(guionDe(draft), 'compromiso'), 'oficio', { clave: 'meta', pregunta: TEXTO })
    await taller.activar(await taller.guardado(draft, { schema, uischema }))
    const { compromiso } = RESPUESTAS.curricular.compromiso
    expect(await seccion(of, 'compromiso')).toMatchObject({ estatus: 'publicada', campos: [{ valor: compromiso }] })
    expect((await verCaptura(equipo, of)).secciones.map(({ clave }) => clave)).toEqual(['oficio', 'islas', 'sierra'])
    await capturarTodo(equipo, of, { curricular: { oficio: { ...CON_LEMA.curricular.oficio, meta: 'Más redes' } } })
    await validar(equipo, of)
    await verificar(equipo, of)
    await publicar(test_)
    expect((await pagina(test_, of)).body.secciones.map(({ clave }) => clave)).toEqual(['oficio'])
  })

  it('is of some cargos only when it says so; the others answer what they answered', async () => {
    const [cargo] = await sql<{ clave: string }>(
      test_,
      'select g.clave from captura.candidatura c join captura.cargo g on g.id = c.cargo_id where c.id = $1',
      [verificada.id],
    )
    const other = await givenCandidatura(test_, { contienda: 'alcaldia-m1' })
    const draft = await taller.desdeVigente('curricular')
    const sitio = preguntaDe(draft, 'sitio')
    const one = await taller.guardado(draft, {
      ...updateQuestion(guionDe(draft), 'sitio', { ...sitio, title: 'Web' }),
      cargos: [must(cargo).clave],
    })
    expect((await taller.activar(one)).alcance?.candidaturas).toBeGreaterThan(3)
    const versionOf = async (of: Given) => (await verCaptura(equipo, of)).cuestionarios.find(({ tipo }) => tipo === 'curricular')?.version
    expect(must(await versionOf(verificada)) - must(await versionOf(other))).toBe(1)
    const mixed = await taller.guardado(await taller.desdeVigente('curricular'), { cargos: null })
    expect(mixed.base).toBeNull()
    expect(mixed.acciones.find(({ acto: name }) => name === 'aprobar')?.razones).toContain(
      'Sus cargos no responden hoy la misma versión: prepare un borrador para cada una.',
    )
  })

  it('leaves a verified candidatura as it is, public and private, when it only adds what is optional and takes a section away', async () => {
    const of = await givenCapturada(equipo, {
      respuestas: { ...CON_LEMA, identidad: NUEVA_IDENTIDAD, curricular: { oficio: { ...CON_LEMA.curricular.oficio, meta: 'Redes' } } },
    })
    const antes = await seccion(of, 'oficio')
    const draft = await taller.desdeVigente('curricular')
    const opcional = { ...TEXTO, 'x-obligatorio': false }
    const one = addQuestion(guionDe(draft), 'oficio', { clave: 'apodo', pregunta: opcional })
    const two = addSection(one, 'extra', { titulo: 'Algo más', descripcion: null })
    const guion = addQuestion(two, 'extra', { clave: 'gusto', pregunta: opcional })
    const { alcance } = await taller.activar(await taller.guardado(draft, guion))
    expect(alcance).toMatchObject({ seAbren: 0 })
    expect(await verSeccion(equipo, of, 'curricular/oficio')).toMatchObject({ estatus: 'verificada', sinPreguntar: ['apodo'] })
    expect(await verSeccion(equipo, of, 'curricular/extra')).toMatchObject({ estatus: 'verificada', version: 0, sinPreguntar: ['gusto'] })
    expect(await seccion(of, 'oficio')).toEqual(antes)
    expect(await seccion(of, 'extra')).toMatchObject({ estatus: 'sin_captura' })
    const again = await taller.desdeVigente('curricular')
    await taller.activar(await taller.guardado(again, removeSection(setAlMenosUno(guionDe(again), []), 'oficio')))
    expect(await seccion(of, 'oficio')).toEqual(antes)
  })
})
