import { startTestApp, type TestApp } from '../../support/app.ts'
import { leerIndice, type IndicePublico } from '../../../packages/domain/src/publico/index.ts'
import { givenCandidatura, must, sql, type Given } from '../../support/registro/candidaturas.ts'
import { givenCambio, leer, pagina, publicar } from '../../support/publico.ts'
import { manifiesto, ultimoCorte } from '../../support/mundos/todo-publico.ts'

let test_: TestApp
let comunidad: Given
let municipio: Given

beforeAll(async () => {
  test_ = await startTestApp()
  comunidad = await givenCandidatura(test_, { contienda: 'comunidad-c1', nombre: 'Caleta' })
  municipio = await givenCandidatura(test_, {
    ...{ contienda: 'alcaldia-m1', nombre: 'Puerto', apodo: 'La Ola', sexo: 'mujer', fechaNacimiento: '1999-01-15' },
    accionAfirmativa: 'navegante',
  })
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

describe('filters of the list', () => {
  const total = async (query: string) => (await leer<{ total: number }>(test_, `candidaturas${query}`)).body.total

  it('are also sex, age and acción afirmativa, up to a thousand at once', async () => {
    expect(await total('?accionAfirmativa=navegante&sexo=mujer&edadDesde=30&edadHasta=39')).toBe(1)
    expect(await total('?accionAfirmativa=navegante&edadHasta=30')).toBe(0)
    expect(await total('?accionAfirmativa=islena')).toBe(0)
    expect(await total('?escolaridad=Doctorado')).toBe(0)
    expect((await leer(test_, 'candidaturas?limite=1000')).status).toBe(200)
    expect((await leer(test_, 'candidaturas?limite=1001')).status).toBe(400)
  })
})

describe('the index', () => {
  const indice = async () => leerIndice((await leer<IndicePublico>(test_, 'indice')).body)
  const corta = ({ id }: Given) => id.replaceAll('-', '').slice(0, 7)

  it('tells of each what her page tells, in the order of the list', async () => {
    const filas = await indice()
    const { elementos } = (await leer<{ elementos: { id: string }[] }>(test_, 'candidaturas?limite=50')).body
    expect(filas.map(({ id }) => id)).toEqual(elementos.map((each) => corta(each as Given)))
    expect(filas.find(({ id }) => id === corta(municipio))).toMatchObject({
      ...{
        nombre: 'Puerto Apellido',
        apodo: 'La Ola',
        sexo: 'mujer',
        edad: '18-39',
        accionAfirmativa: 'navegante',
        calidad: 'propietaria',
      },
      contienda: { clave: 'alcaldia-m1', cargo: 'alcaldia', municipio: 'm1', comunidad: null },
      ...{ actor: 'PRIO', conFotografia: false, conPropuestas: false, salida: null },
    })
  })

  it('leads to the page by the beginning of an id, and to nothing that is not published', async () => {
    expect((await leer<{ id: string }>(test_, `candidaturas/${corta(municipio)}`)).body.id).toBe(municipio.id)
    expect((await leer(test_, `candidaturas/${corta(municipio)}/fotografia`)).status).toBe(404)
    expect((await leer(test_, 'candidaturas/0000000')).status).toBe(404)
    expect((await leer(test_, 'candidaturas/000')).status).toBe(400)
  })

  it('forgets at the same corte what was withdrawn, also in its past; the manifest keeps its hash', async () => {
    const before = await ultimoCorte(test_)
    const { sha256 } = must((await manifiesto(test_, before)).find(({ ruta }) => ruta === 'indice'))
    expect((await leer(test_, `recursos/${sha256}`)).text).toContain('La Ola')
    await givenCambio(test_, { tipo: 'cancelacion', de: municipio })
    await publicar(test_)
    expect((await indice()).find(({ id }) => id === corta(municipio))).toMatchObject({
      ...{ nombre: 'Puerto Apellido', apodo: null, sexo: null, edad: null, accionAfirmativa: null, estatus: 'cancelada' },
      salida: { desde: '2030-05-10', entra: null },
    })
    expect((await leer(test_, `recursos/${sha256}`)).status).toBe(404)
    expect(await manifiesto(test_, before)).toContainEqual(expect.objectContaining({ ruta: 'indice', sha256 }))
    expect(await sql(test_, `select 1 from captura.recurso_retirado where ruta = 'indice'`)).toEqual([])
  })

  it('comes with what the pack explains', async () => {
    expect((await leer(test_, 'consulta')).body).toMatchObject({
      ...{ orden: { clave: 'boleta' }, funciones: [{ cargo: 'alcaldia' }], preguntas: [{ clave: 'faro' }] },
    })
    const { boletas } = (await leer<{ boletas: object[] }>(test_, 'proceso')).body
    expect(boletas).toMatchObject([
      { clave: 'estado', impresa: null },
      { clave: 'puerto', impresa: '2030-06-15' },
    ])
  })

  it('comes with the maps of the pack, and their credit', async () => {
    const credito = 'Mapa inventado para las pruebas.'
    expect((await leer(test_, 'mosaicos')).body).toMatchObject({
      elementos: [{ tipo: 'municipio', columnas: 2, credito, teselas: [{ clave: 'm3' }, { clave: 'm1' }, { clave: 'm2' }] }],
    })
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
    ['filtered by municipio', `municipio = 'x17' and estatus <> 'sustituida'`],
    ['filtered by cargo', `cargo = 'y3' and estatus <> 'sustituida'`],
    ['filtered to the substituted', `estatus = 'sustituida'`],
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
