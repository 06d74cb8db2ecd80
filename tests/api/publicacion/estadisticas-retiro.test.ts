import { SEXOS } from '@conoceles/domain'
import type { TestApp } from '../../support/app.ts'
import { must, sql } from '../../support/registro/candidaturas.ts'
import { PACK_CONTADO, pasarA, startContado } from '../../support/mundos/contado.ts'
import { celda, decidir, tabla, type TablaPublicada } from '../../support/actos/estadisticas.ts'
import { encolar } from '../../support/publico.ts'

const { tablas } = PACK_CONTADO.estadistica
const indigena = must(tablas.find(({ clave }) => clave === 'indigena'))

let test_: TestApp

beforeAll(async () => {
  test_ = await startContado()
}, 180_000)
afterAll(() => test_.close())

const cuantas = (found: TablaPublicada, fila: string, columna: string) => celda(found, fila, columna).minimo ?? 0

/** Public and verified candidaturas of each sex: two tables may not differ about them. */
async function porSexo(clave: string): Promise<number[][]> {
  const found = await tabla(test_, clave)
  return SEXOS.map((sexo) => [cuantas(found, sexo, 'registradas'), cuantas(found, sexo, 'verificadas')])
}

/** The paths of the statistics, without what they are told in, that a table still has bytes of. */
async function clavesEn(rows: string): Promise<string[]> {
  const found = await sql<{ clave: string }>(
    test_,
    `select distinct split_part(ruta, '/', 2) as clave from ${rows} where contenido is not null and ruta like 'estadisticas/%'`,
  )
  return found.map(({ clave }) => clave)
}

it('a persona who takes her badge back leaves no table, of now or of before, from which it could be subtracted', async () => {
  const [was, shown] = [await tabla(test_, 'indigena'), await tabla(test_, 'grupos')]
  const [one] = await sql<{ id: string }>(
    test_,
    `select c.id from publico.candidatura c join captura.consentimiento k on k.candidatura_id = c.id and k.publicacion
     where c.grupos @> array['indigena'] and c.accion_afirmativa is distinct from 'indigena' order by c.id limit 1`,
  )
  await decidir(test_, [must(one).id], { estadistica: true, publicacion: false, en: '2024-04-21T12:00:00Z' })
  await encolar(test_, { id: must(one).id } as never)
  await pasarA(test_, '2024-04-22')
  const [is, grupos] = [await tabla(test_, 'indigena'), await tabla(test_, 'grupos')]
  expect(cuantas(grupos, 'indigena', 'registradas')).toBe(cuantas(shown, 'indigena', 'registradas') - 1)
  expect(cuantas(is, 'total', 'conDistintivo')).toBe(cuantas(grupos, 'indigena', 'registradas'))
  expect([cuantas(is, 'total', 'fuera') - cuantas(was, 'total', 'fuera'), is.contadaEl]).toEqual([1, was.contadaEl])
  expect(await porSexo('indigena')).toEqual(await porSexo('sexo'))
  for (const { clave } of indigena.respuestas) expect(celda(is, 'total', clave)).toEqual(celda(was, 'total', clave))
  const [other] = await sql<{ id: string }>(test_, `select id from publico.candidatura where sexo = 'mujer' order by id limit 1`)
  const dichas = await porSexo('sexo')
  const corrected = `update captura.persona set sexo = 'hombre' where id = (select persona_id from captura.candidatura where id = '${must(other).id}')`
  await sql(test_, corrected)
  await encolar(test_, { id: must(other).id } as never)
  await pasarA(test_, '2024-04-23')
  expect(await porSexo('sexo')).not.toEqual(dichas)
  expect(await porSexo('indigena')).toEqual(await porSexo('sexo'))
  expect(await clavesEn('(select * from publico.recurso where hasta_corte is not null) as pasado')).toEqual([])
  const kept = await clavesEn('captura.recurso_retirado')
  expect(kept).toContain('sexo')
  expect(kept.filter((clave) => clave === 'grupos' || tablas.some((each) => each.clave === clave))).toEqual([])
})
