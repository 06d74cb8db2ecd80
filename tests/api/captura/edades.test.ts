import type { ProcesoPack } from '@conoceles/domain'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { abrirIdentidad, acto, capturarTodo, consentir, Equipo, guardar, RESPUESTAS, verCaptura, verificar, verSeccion } from '../../support/actos/captura.ts' // prettier-ignore
import { givenCandidatura, sql, type Given } from '../../support/registro/candidaturas.ts'
import { packFicticio } from '../../support/proceso-ficticio/index.ts'

/** The election day of the fictitious proceso: 7 July 2030. */
const EDADES = { cuarenta: '1990-02-28', casiSesenta: '1970-07-08', sesenta: '1970-07-07' }
const { curricular, identidad } = RESPUESTAS
const SIN_SIERRA = { curricular, identidad: { islas: identidad.islas } }
const SERRANA = 'identidad/sierra'

let test_: TestApp
let equipo: Equipo

beforeAll(async () => {
  test_ = await startTestApp({ pack: onlyAskedFrom(packFicticio, 60) })
  equipo = new Equipo(test_)
})
afterAll(() => test_.close())

/** The question `serrana`, which is a section of its own, asked only from an age on. */
function onlyAskedFrom(pack: ProcesoPack, desde: number): ProcesoPack {
  const cuestionarios = structuredClone(pack.cuestionarios)
  for (const { tipo, schema } of cuestionarios) {
    const properties = schema['properties'] as Record<string, Record<string, unknown>>
    if (tipo === 'identidad') properties['serrana'] = { ...properties['serrana'], 'x-edades': { desde } }
  }
  return { ...pack, cuestionarios }
}

async function givenNacida(fechaNacimiento: string): Promise<Given> {
  const of = await givenCandidatura(test_, { fechaNacimiento })
  await consentir(equipo, of)
  return of
}

const incompletas = async (of: Given) => (await acto(equipo, { of, hacer: 'validar' })).body.detail ?? ''

it.each(['cuarenta', 'casiSesenta'] as const)(
  'a captura is complete without a question that is not asked at her age (%s)',
  async (edad) => {
    const of = await givenNacida(EDADES[edad])
    expect(await verSeccion(equipo, of, SERRANA)).toMatchObject({ porEdad: ['serrana'], faltantes: [] })
    await capturarTodo(equipo, of, SIN_SIERRA)
    expect((await acto(equipo, { of, hacer: 'validar' })).status).toBe(200)
    await verificar(equipo, of)
  },
)

it('is asked of somebody who reaches the age on election day, and of somebody without a date of birth', async () => {
  const of = await givenNacida(EDADES.sesenta)
  const asked = { porEdad: [], faltantes: [{ campo: 'serrana' }] }
  expect(await verSeccion(equipo, of, SERRANA)).toMatchObject(asked)
  await capturarTodo(equipo, of, SIN_SIERRA)
  expect(await incompletas(of)).toContain('Sierra')
  expect(await guardar(equipo, { of, at: SERRANA }, { respuestas: identidad.sierra })).toMatchObject({
    status: 200,
    body: { estatus: 'completa' },
  })
  const sinFecha = await givenNacida(EDADES.cuarenta)
  await sql(test_, 'update captura.persona set fecha_nacimiento = null where id = (select persona_id from captura.candidatura where id = $1)', [sinFecha.id]) // prettier-ignore
  expect(await verSeccion(equipo, sinFecha, SERRANA)).toMatchObject(asked)
})

it('refuses an answer to it, and keeps nothing', async () => {
  const of = await givenNacida(EDADES.cuarenta)
  expect(await guardar(equipo, { of, at: SERRANA }, { respuestas: identidad.sierra })).toMatchObject({
    status: 422,
    body: { code: 'captura.respuesta_invalida', errors: [{ field: 'serrana', reasons: ['No se pregunta, por la fecha de nacimiento'] }] },
  })
  expect(await guardar(equipo, { of, at: SERRANA }, { respuestas: {} })).toMatchObject({
    status: 200,
    body: { estatus: 'completa', faltantes: [] },
  })
})

it('a corrected date of birth asks for it again before anybody validates', async () => {
  const of = await givenNacida(EDADES.cuarenta)
  await capturarTodo(equipo, of, { ...SIN_SIERRA, identidad: { ...SIN_SIERRA.identidad, sierra: {} } })
  await sql(test_, 'update captura.persona set fecha_nacimiento = $2 where id = (select persona_id from captura.candidatura where id = $1)', [of.id, EDADES.sesenta]) // prettier-ignore
  expect(await incompletas(of)).toContain('Sierra')
})

it('tells a reviewer without a reason nothing of an age', async () => {
  const of = await givenNacida(EDADES.cuarenta)
  await capturarTodo(equipo, of, SIN_SIERRA)
  await acto(equipo, { of, hacer: 'validar' })
  const token = await equipo.verificacion()
  const porEdad = ({ secciones }: Awaited<ReturnType<typeof verCaptura>>) => secciones.flatMap((seccion) => seccion.porEdad)
  expect(porEdad(await verCaptura(equipo, of, token))).toEqual([])
  expect(porEdad(await abrirIdentidad(equipo, of, token))).toEqual(['serrana'])
})
