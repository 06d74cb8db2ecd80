import { updateQuestion } from '@conoceles/cuestionarios'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { must } from '../../support/registro/candidaturas.ts'
import { Equipo, givenCapturada } from '../../support/actos/captura.ts'
import { bloquear } from '../../support/actos/conclusion.ts'
import { send } from '../../support/actos/envios.ts'
import { AHORA, PACK } from '../../support/actos/sesiones.ts'
import { COMISION, expectOk, guionDe, preguntaDe, Taller, type BorradorVista } from '../../support/actos/versiones.ts'

let test_: TestApp
let equipo: Equipo
let taller: Taller

beforeAll(async () => {
  test_ = await startTestApp({ pack: PACK, ahora: AHORA })
  equipo = new Equipo(test_)
  taller = new Taller(equipo)
})
afterAll(() => test_.close())

const reformada = async (title: string) => {
  const draft = await taller.desdeVigente('curricular')
  return taller.guardado(draft, updateQuestion(guionDe(draft), 'sitio', { ...preguntaDe(draft, 'sitio'), title }))
}
const razonesDe = ({ acciones }: BorradorVista, acto: string) => must(acciones.find((each) => each.acto === acto)).razones

it('under the legal block no version takes the place of another: nobody can tell whom it would reach', async () => {
  await givenCapturada(equipo)
  const aprobada = expectOk(await taller.aprobar(await reformada('Otro título'), COMISION)).body.borrador
  const borrador = await reformada('Otro más')
  expect(await taller.alcance(borrador)).toMatchObject({ conCaptura: 1 })
  await bloquear(test_)
  const alcance = await send<{ code: string }>(test_, ['GET', `/borradores/${borrador.id}/alcance`], { token: await equipo.secretaria() })
  const answers = [alcance, await taller.acto(aprobada, 'proponer'), await taller.aprobar(borrador, COMISION)]
  expect(answers.map(({ status, body }) => [status, body.code])).toEqual(answers.map(() => [409, 'datos.bloqueados']))
  for (const [which, acto] of [
    [aprobada, 'proponer'],
    [borrador, 'aprobar'],
  ] as const)
    expect(razonesDe(await taller.ver(which.id), acto)).toContainEqual(expect.stringContaining('bloqueado por ley'))
})
