import type { Contienda, Proceso, Territorio } from '../../../apps/visor/src/api-types.ts'
import { resolveBoleta } from '@conoceles/domain/boleta'
import { capturarTodo, consentir, Equipo, validar, verificar } from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { leerIndice, type IndicePublico } from '../../../packages/domain/src/publico/index.ts'
import { givenCandidatura, must, sql, type Given } from '../../support/registro/candidaturas.ts'
import { actOn, csvOf, upload } from '../../support/registro/listas.ts'
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

describe('a candidatura of a comunidad', () => {
  it('goes from the approved list to the ballot of its municipio, and is found in the consola', async () => {
    const equipo = new Equipo(test_)
    const token = await equipo.secretaria()
    const row = { clave: 'com-c1-PCOM-1-P', cargo: 'Presidencias de comunidad', demarcacion: 'Comunidad de Caleta Supuesta', actor_politico: 'PCOM', nombre: 'Marea' } // prettier-ignore
    const list = await upload(test_, token, csvOf([row]).replace('demarcacion', 'Comunidad'))
    expect(list.body).toMatchObject({ estatus: 'propuesta', resumen: { crear: 1, rechazar: 0 } })
    await actOn(test_, token, [list.body.id, 'confirmar'])
    const [{ id } = { id: '' }] = await sql<{ id: string }>(test_, `update captura.candidatura set cuenta_entregada = '2030-04-20', captura_vence = '2030-05-20' where clave = $1 returning id`, [row.clave]).then((answer) => answer.flat() as { id: string }[]) // prettier-ignore
    const given = { id, clave: row.clave, responsable: 'PCOM' }
    await consentir(equipo, given)
    await capturarTodo(equipo, given)
    await validar(equipo, given)
    await verificar(equipo, given)
    await publicar(test_)
    expect((await pagina(test_, given)).body).toMatchObject({ nombre: 'Marea Apellido Otro', comunidad: 'c1', municipio: 'm1' })

    const [territorio, { elementos: contiendas }, proceso] = await Promise.all([
      leer<Territorio>(test_, 'territorio'),
      leer<{ elementos: Contienda[] }>(test_, 'contiendas').then(({ body }) => body),
      leer<Proceso>(test_, 'proceso'),
    ])
    const boletaDe = (seccion: string) => {
      const boleta = resolveBoleta({ lugar: { seccion }, territorio: territorio.body, contiendas, proceso: proceso.body })
      return boleta.status === 'known' ? boleta.contiendas.map(({ clave }) => clave) : []
    }
    expect(boletaDe('1')).toEqual(['intendencia-99', 'legislatura-norte', 'alcaldia-m1', 'comunidad-c1'])
    expect(boletaDe('3')).toEqual(['intendencia-99', 'legislatura-sur', 'alcaldia-m2'])

    const consola = await send<{ elementos: { id: string }[]; total: number }>(test_, ['GET', '/candidaturas?comunidad=c1&actor=PCOM'], { token }) // prettier-ignore
    expect([consola.body.total, consola.body.elementos[0]?.id]).toEqual([1, id])
    const { body } = await send<{ comunidades: object[] }>(test_, ['GET', '/proceso'], { token })
    expect(body.comunidades).toEqual([expect.objectContaining({ clave: 'c1', nombre: 'Caleta Supuesta' })])
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
