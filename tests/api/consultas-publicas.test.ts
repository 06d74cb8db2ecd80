import { startTestApp, type TestApp } from '../support/app.ts'
import { givenCandidatura, sql, type Given } from '../support/candidaturas.ts'
import { leer, pagina, publicar } from '../support/publico.ts'

let test_: TestApp
let comunidad: Given
let municipio: Given

beforeAll(async () => {
  test_ = await startTestApp()
  comunidad = await givenCandidatura(test_, { contienda: 'comunidad-c1', nombre: 'Caleta' })
  municipio = await givenCandidatura(test_, { contienda: 'alcaldia-m1', nombre: 'Puerto' })
  await givenCandidatura(test_, { contienda: 'alcaldia-m2', nombre: 'Llano', actor: 'LUCES', responsable: 'PFAR' })
  await publicar(test_)
})
afterAll(() => test_.close())

describe('the fourth order of government', () => {
  const ids = async (query: string) =>
    (await leer<{ elementos: { id: string }[] }>(test_, `candidaturas${query}`)).body.elementos.map(({ id }) => id)

  it('a candidatura of a comunidad is found in its municipio and by itself', async () => {
    expect((await pagina(test_, comunidad)).body).toMatchObject({ comunidad: 'c1', municipio: 'm1', distrito: null })
    expect((await pagina(test_, municipio)).body).toMatchObject({ comunidad: null, municipio: 'm1' })
    expect(await ids('?municipio=m1')).toEqual([municipio.id, comunidad.id])
    expect(await ids('?comunidad=c1')).toEqual([comunidad.id])
    expect(await ids('?municipio=m2&comunidad=c1')).toEqual([])
  })

  it('proceso, contiendas and territory say in which municipio a comunidad lies', async () => {
    const { comunidades } = (await leer<{ comunidades: object[] }>(test_, 'proceso')).body
    expect(comunidades).toEqual([{ clave: 'c1', nombre: 'Caleta Supuesta', municipio: 'm1' }])
    const { elementos } = (await leer<{ elementos: { clave: string }[] }>(test_, 'contiendas')).body
    expect(elementos.find(({ clave }) => clave === 'comunidad-c1')).toMatchObject({ comunidad: 'c1', municipio: 'm1', candidaturas: 1 })
    expect((await leer(test_, 'territorio')).body).toMatchObject({ comunidades: { c1: 'm1' } })
  })
})

describe('the list in the database', () => {
  /** Many rows of the same kind, so that a plan is chosen as it would be in a whole country. */
  beforeAll(async () => {
    await sql(
      test_,
      `insert into publico.candidatura select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'orden', c.orden || n,
         'municipio', 'x' || n % 400, 'cargo', 'y' || n % 7, 'estatus', case when n % 50 = 0 then 'sustituida' else 'aprobada' end))).*
       from publico.candidatura c, generate_series(1, 20000) n where c.id = $1`,
      [municipio.id],
    )
    await sql(test_, 'vacuum analyze publico.candidatura')
  })

  it.each<[string, string]>([
    ['unasked', `estatus <> 'sustituida'`],
    ['of a municipio', `municipio = 'x17' and estatus <> 'sustituida'`],
    ['of a cargo', `cargo = 'y3' and estatus <> 'sustituida'`],
    ['of the substituted', `estatus = 'sustituida'`],
  ])('%s is read in its order from an index, without a sort of the whole', async (_title, where) => {
    const rows = await sql<Record<string, string>>(
      test_,
      `explain select orden, fila from publico.candidatura where ${where} and orden > '001' order by orden limit 20`,
    )
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).toContain('Index Scan')
    expect(plan).not.toMatch(/Sort|Seq Scan/)
  })
})
