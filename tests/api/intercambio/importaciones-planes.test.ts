import type { EntityManager } from 'typeorm'
import { forgetFilas } from '../../../apps/api/src/modules/intercambio/importaciones/aplicacion/deshacer.queries.ts'
import { closeFilas, eraseFilas } from '../../../apps/api/src/modules/intercambio/importaciones/filas.queries.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { must, sql } from '../../support/registro/candidaturas.ts'
import { actOn, csvOf, upload } from '../../support/registro/listas.ts'

/** The whole list of the largest proceso, and some more than one statement takes. */
const LISTA = 4_163
const LARGA = 20_500

let test_: TestApp
let importacion: string
let anterior: string
let candidatura: string

beforeAll(async () => {
  test_ = await startTestApp()
  const token = await test_.tokenOf('secretaria')
  const { body } = await upload(test_, token, csvOf([{ clave: 'a' }]))
  await actOn(test_, token, [body.id, 'confirmar'])
  importacion = body.id
  anterior = (await upload(test_, token, csvOf([{ clave: 'b' }]))).body.id
  candidatura = must((await sql<{ id: string }>(test_, 'select id from captura.candidatura'))[0]).id
  await sql(test_, 'alter table captura.importacion_fila set (autovacuum_enabled = false)')
})
afterAll(() => test_.close())

/** A list as it stands right after it was read: the statistics know of an earlier list alone. */
async function givenRecienLeida(rows: number): Promise<void> {
  const insert = (id: string) =>
    sql(
      test_,
      `insert into captura.importacion_fila (importacion_id, fila, veredicto, celdas, cambios, errores, advertencias, candidatura_id, antes)
       select $1, n, 'cambiar', '["a"]', '[]', '[]', '[]', $2, '{}' from generate_series(1, $3::int) n`,
      [id, candidatura, rows],
    )
  await sql(test_, 'delete from captura.importacion_fila')
  await insert(anterior)
  await sql(test_, 'analyze captura.importacion_fila')
  await insert(importacion)
}

interface Plan {
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Join Filter'?: number
  Plans?: Plan[]
}

/** Rows that a plan took in its hand, the same one as often as it did. */
function handled({ Plans = [], ...node }: Plan): number {
  const { 'Actual Rows': rows, 'Rows Removed by Filter': filtered = 0, 'Rows Removed by Join Filter': unjoined = 0 } = node
  return (rows + filtered + unjoined) * node['Actual Loops'] + Plans.reduce((sum, plan) => sum + handled(plan), 0)
}

/** Does it as the instituto; gives how many rows PostgreSQL took in its hand for it, and undoes it on request. */
function measured(work: (tx: EntityManager) => Promise<void>): Promise<number> {
  return test_.deps.databases.instituto.transaction(async (tx) => {
    await tx.query(`select set_config('app.rol', 'secretaria', true)`)
    let total = 0
    const query = async (text: string, values: unknown[]): Promise<unknown> => {
      await tx.query('savepoint medida')
      const [row] = (await tx.query(`explain (analyze, format json) ${text}`, values)) as { 'QUERY PLAN': [{ Plan: Plan }] }[]
      await tx.query('rollback to medida')
      total += handled(must(row)['QUERY PLAN'][0].Plan)
      return tx.query(text, values)
    }
    await work({ query } as EntityManager)
    return total
  })
}

const left = async (where = 'true') =>
  (
    await sql<{ n: number }>(test_, `select count(*)::int as n from captura.importacion_fila where importacion_id = $1 and ${where}`, [
      importacion,
    ])
  )[0]?.n

it.each([LISTA, LARGA])('discards a list of %i rows that was just read, and takes each row in its hand a few times', async (rows) => {
  await givenRecienLeida(rows)
  expect(await measured((tx) => eraseFilas(tx, importacion))).toBeLessThan(5 * rows)
  expect(await left()).toBe(0)
})

it.each([LISTA, LARGA])('forgets the earlier state of %i rows with as little work', async (rows) => {
  await givenRecienLeida(rows)
  expect(await measured((tx) => forgetFilas(tx, importacion))).toBeLessThan(5 * rows)
  expect([await left(), await left('(antes is not null or candidatura_id is not null)')]).toEqual([rows, 0])
})

it('closes a batch of the list with work that depends on the batch alone', async () => {
  await givenRecienLeida(LISTA)
  await sql(test_, `update captura.importacion_fila set clave = 'a', candidatura_id = null where importacion_id = $1`, [importacion])
  const batch = Array.from({ length: 500 }, (_, i) => i + 1_000)
  const { procesoId } = test_.loaded
  expect(await measured((tx) => closeFilas(tx, { id: importacion, procesoId }, batch))).toBeLessThan(10 * batch.length)
  expect(await left(`candidatura_id = '${candidatura}' and version is not null and celdas is null`)).toBe(batch.length)
})
