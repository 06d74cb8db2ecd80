/** Facts of Morelos 2023-2024 only; rules of any pack are in `../paquete.test.ts`. */
import { conArticulo, esSubsanable, fundamentoConfirmado } from '@conoceles/domain'
import { paquete } from '../../../support/paquete.ts'

const pack = paquete('morelos-2024')
const ofTipo = (tipo: string): typeof pack.demarcaciones => pack.demarcaciones.filter((each) => each.tipo === tipo)
const ofCargo = (cargo: string): typeof pack.contiendas => pack.contiendas.filter((each) => each.cargo === cargo)
const standingFor = (cargo: string): typeof pack.postulaciones =>
  pack.postulaciones.filter((each) => each.contienda.startsWith(`${cargo}-`))

it('brings no language and no video: nobody made them', () => {
  expect([pack.idiomas, pack.senas]).toEqual([undefined, undefined])
})

it('has its municipios, distritos, secciones and parties', () => {
  expect(ofTipo('municipio')).toHaveLength(36)
  expect(ofTipo('municipio').filter((each) => each.regimen === 'partidos')).toHaveLength(33)
  expect(ofTipo('distrito')).toHaveLength(12)
  expect(Object.keys(pack.secciones)).toHaveLength(945)
  expect(pack.actores.filter((each) => each.tipo === 'partido')).toHaveLength(12)
  expect(pack.actores.filter((each) => each.tipo === 'independiente')).toHaveLength(3)
})

it('has its contiendas', () => {
  const counts = Object.fromEntries(pack.cargos.map(({ clave }) => [clave, ofCargo(clave).length]))
  expect(counts).toEqual({
    gubernatura: 1,
    diputacion_mr: 12,
    diputacion_rp: 1,
    presidencia_municipal: 33,
    sindicatura: 33,
    regiduria: 33,
  })
  expect(ofCargo('regiduria').reduce((sum, each) => sum + each.lugares, 0)).toBe(153)
})

it('has its postulaciones, with the 249 planillas and, for the regidurías, one list per party', () => {
  const counts = Object.fromEntries(pack.cargos.map(({ clave }) => [clave, standingFor(clave).length]))
  expect(counts).toEqual({
    gubernatura: 3,
    diputacion_mr: 108,
    diputacion_rp: 12,
    presidencia_municipal: 249,
    sindicatura: 249,
    regiduria: 33 * 12 + 3,
  })
})

it('gives an alianza its members per contienda', () => {
  const sizes = pack.postulaciones.filter((each) => each.actor === 'SHHM').map((each) => each.integrantes.length)
  expect(new Set(sizes)).toEqual(new Set([6, 4]))
})

it('says more than forty sentences in easy reading', () => {
  const said = pack.consulta.lecturaFacil?.apartados.flatMap(({ partes }) => partes.flatMap(({ frases }) => frases)) ?? []
  expect(said.length).toBeGreaterThan(40)
})

it('calls each organ by its name in full', () => {
  expect(pack.organos.filter(({ sesiones }) => sesiones).map((each) => conArticulo(each, 'de'))).toEqual([
    'del Consejo Estatal Electoral',
    'de la Comisión Ejecutiva Temporal para el Desarrollo de las Actividades del Sistema "Candidatas y Candidatos, Conóceles"',
    'del Comité de Transparencia',
  ])
})

it('has grounds for every object, and prints only the articles that somebody read', () => {
  const of = (objeto: string) => pack.supuestos.filter(({ catalogo }) => catalogo?.objeto === objeto)
  expect(['seccion', 'fotografia', 'consentimiento', 'general'].map((objeto) => of(objeto).length)).toEqual([6, 4, 2, 4])
  expect(pack.supuestos.filter((each) => !esSubsanable(each)).map(({ clave }) => clave)).toEqual(['captura_extemporanea'])
  expect(pack.supuestos.filter((each) => fundamentoConfirmado(each) !== null).map(({ clave }) => clave)).toEqual([
    'consentimiento_sin_firma',
    'consentimiento_distinto',
  ])
})
