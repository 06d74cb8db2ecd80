import { read, utils } from '@e965/xlsx'
import { bitacoraOf } from '../../support/acceso.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { must, sql } from '../../support/registro/candidaturas.ts'
import { givenDirectorio, HOY } from '../../support/actos/directorio.ts'
import { bloquear } from '../../support/actos/conclusion.ts'
import { send } from '../../support/actos/envios.ts'

let test_: TestApp
const tokens = {} as Record<'secretaria' | 'validacion' | 'comision', string>

beforeAll(async () => {
  test_ = await startTestApp({ ahora: `${HOY}T12:00:00-07:00` })
  await givenDirectorio(test_)
  tokens.secretaria = await test_.tokenOf('secretaria')
  tokens.comision = await test_.tokenOf('comision')
  tokens.validacion = await test_.tokenOf('validacion', { actor: 'PRIO' })
}, 60_000)
afterAll(() => test_.close())

type Rows = unknown[][]

async function libro(query: string, token = tokens.secretaria): Promise<{ filas: Rows; notas: Map<string, string>; formulas: number }> {
  const { status, bytes } = await send(test_, ['GET', `/exportaciones/consulta${query}`], { token })
  expect(status).toBe(200)
  const { Sheets, SheetNames } = read(bytes, { type: 'buffer', cellFormula: true })
  expect(SheetNames).toEqual(['Candidaturas', 'Notas'])
  const rows = (name: string) => utils.sheet_to_json<unknown[]>(must(Sheets[name]), { header: 1 })
  const cells = SheetNames.flatMap((name) => Object.values(must(Sheets[name])) as { f?: string }[])
  return {
    filas: rows('Candidaturas').slice(1),
    notas: new Map(rows('Notas').map(([label, text]) => [String(label), String(text)])),
    formulas: cells.filter(({ f }) => f !== undefined).length,
  }
}

const listed = async (query: string, token = tokens.secretaria) =>
  (await send<{ total: number; elementos: { clave: string }[] }>(test_, ['GET', `/candidaturas${query}`], { token })).body

it('has who the directory lists, in its order, whatever its pages', async () => {
  const { filas } = await libro('')
  const { total } = await listed('')
  expect(filas).toHaveLength(total)
  const page = await listed('?limite=100')
  expect(filas.slice(0, page.elementos.length).map(([clave]) => clave)).toEqual(page.elementos.map(({ clave }) => clave))
})

it('says in its notes what was asked, when, by whom and under which name, in words', async () => {
  const cargo = must(test_.pack.cargos[0])
  const { filas, notas } = await libro(`?cargo=${cargo.clave}&estatus=aprobada&vista=${encodeURIComponent('Mi vista')}`)
  expect(filas).toHaveLength((await listed(`?cargo=${cargo.clave}&estatus=aprobada`)).total)
  expect([notas.get('Filtro: cargo'), notas.get('Filtro: estatus'), notas.get('Consulta guardada')]).toEqual([cargo.nombre, 'Aprobada', 'Mi vista']) // prettier-ignore
  expect(notas.get('Candidaturas')).toBe(String(filas.length))
  expect(notas.get('Momento')).toMatch(/de \d{4}, \d{2}:\d{2} horas \(America/)
  const [own] = await sql<{ nombre: string }>(test_, `select nombre from acceso.cuenta where rol = 'secretaria'`)
  expect(notas.get('La pidió')).toBe(must(own).nombre)
})

it('a name that looks like a formula is text, and a day a day', async () => {
  await sql(test_, `update captura.persona set nombre = '=HYPERLINK("http://x.example")' where id = (select persona_id from captura.candidatura order by orden limit 1)`) // prettier-ignore
  const { filas, formulas } = await libro('')
  expect(String(filas[0]?.[1])).toMatch(/^=HYPERLINK/)
  expect(formulas).toBe(0)
  expect(typeof filas[0]?.[11]).toBe('number')
})

it('a party gets its own and nobody else, and what was typed in the search stays out of the bitácora', async () => {
  const { filas } = await libro('', tokens.validacion)
  expect(filas).toHaveLength((await listed('', tokens.validacion)).total)
  expect(filas.length).toBeLessThan((await listed('')).total)
  await libro('?q=zzzbuscada')
  const entry = must((await bitacoraOf(test_, 'exportacion.consulta')).at(-1))
  expect(JSON.stringify(entry)).not.toContain('zzzbuscada')
  expect(entry).toMatchObject({ detalle: { filtros: ['q'], candidaturas: 0 } })
  expect((await send(test_, ['GET', '/exportaciones/consulta?cargo=no&orden=otro'], { token: tokens.comision })).status).toBe(400)
  expect((await send(test_, ['GET', '/exportaciones/consulta'], { token: await test_.tokenOf('auditoria') })).status).toBe(403)
})

it('more than fit in a workbook are refused, and told how many they are', async () => {
  const limite = jest.replaceProperty(test_.services.exportaciones.consultas, 'limite', 3)
  const { status, body } = await send(test_, ['GET', '/exportaciones/consulta'], { token: tokens.secretaria })
  limite.restore()
  const { total } = await listed('')
  expect([status, body['detail']]).toEqual([422, `Son ${total} candidaturas y en un libro caben 3. Use filtros y descárguelas por partes.`])
})

it('once the data are blocked, what comes out without answers says so', async () => {
  const listados = async () =>
    (await send<{ datosBloqueados: boolean }>(test_, ['GET', '/exportaciones/listados'], { token: tokens.secretaria })).body
  expect((await listados()).datosBloqueados).toBe(false)
  await bloquear(test_)
  expect((await listados()).datosBloqueados).toBe(true)
  expect((await libro('')).notas.get('Bloqueo de los datos')).toContain('bloqueados')
  const theirs = await send(test_, ['GET', '/exportaciones/consulta'], { token: tokens.validacion })
  expect([theirs.status, theirs.body['code']]).toEqual([409, 'datos.bloqueados'])
  const ine = await send(test_, ['GET', '/exportaciones/ine?alcance=publico'], { token: tokens.secretaria })
  expect(read(ine.bytes, { type: 'buffer' }).SheetNames).toEqual(['CANDIDATOS', 'CUESTIONARIO IDENTIDAD', 'NOTAS'])
})
