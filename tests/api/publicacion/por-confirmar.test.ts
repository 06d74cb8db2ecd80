import { startTestApp, type TestApp } from '../../support/app.ts'
import { packFicticio } from '../../support/proceso-ficticio/index.ts'
import { leer, publicar } from '../../support/publico.ts'
import { moveReloj } from '../../support/registro/candidaturas.ts'

/** First day of publication: a date that nobody confirmed is the institute's matter until it comes. */
const tiposEleccion = packFicticio.tiposEleccion.map((tipo) => ({ ...tipo, confianza: 'por_confirmar' as const }))
const boletas = (packFicticio.consulta.boletas ?? []).map((each) =>
  each.clave === 'puerto' ? { ...each, confianza: 'por_confirmar' as const } : each,
)
const orden = { ...packFicticio.consulta.orden, confianza: 'por_confirmar' as const }
const consulta = { ...packFicticio.consulta, orden, boletas }
let test_: TestApp

beforeAll(async () => {
  test_ = await startTestApp({
    pack: { ...packFicticio, tiposEleccion, consulta, secciones: {}, avisosPrivacidad: [] },
    ahora: '2030-04-20T10:00:00-07:00',
  })
  await publicar(test_)
})
afterAll(() => test_.close())

const inicios = async () => {
  const { body } = await leer<{ cargos: { inicioPublicacion: string | null }[] }>(test_, 'proceso')
  return new Set(body.cargos.map(({ inicioPublicacion }) => inicioPublicacion))
}
const openings = async () => {
  const { body } = await leer<{ elementos: { evento: string }[] }>(test_, 'calendario')
  return body.elementos.filter(({ evento }) => evento.startsWith('Empieza la publicación')).length
}

it('of a ballot leaves out how one votes on it and when it was printed, never its cargos', async () => {
  const { body } = await leer<{ boletas: object[] }>(test_, 'proceso')
  expect(body.boletas).toMatchObject([
    { clave: 'estado', comoSeVota: ['Una marca.'] },
    { clave: 'puerto', comoSeVota: [], alianza: null, impresa: null, frente: ['alcaldia', 'presidencia_comunidad'] },
  ])
})

it('leaves the site without sections, aviso and lectura fácil, and the proceso says so', async () => {
  expect((await leer(test_, 'proceso')).body).toMatchObject({ sinSecciones: true, conAviso: false, conLecturaFacil: false })
})

it('of an explanation keeps its source for the institute', async () => {
  expect((await leer(test_, 'consulta')).body).toMatchObject({ orden: { clave: packFicticio.consulta.orden.clave, fuente: null } })
})

it('of a date is told to no citizen before it comes', async () => {
  expect([...(await inicios())]).toEqual([null])
  expect(await openings()).toBe(0)
})

it('of a date is told once the publication began', async () => {
  await moveReloj(test_, '2030-05-01T00:00:00-07:00')
  await publicar(test_)
  expect([...(await inicios())]).toEqual(['2030-05-01'])
  expect(await openings()).toBe(1)
})
