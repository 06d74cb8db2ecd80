import { agujasDe, halladas } from '../../support/agujas.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenAcuerdo, givenDocumento } from '../../support/registro/cambios.ts'
import { moveReloj, must, sql, type Given } from '../../support/registro/candidaturas.ts'
import { Equipo, givenCapturada, RESPUESTAS } from '../../support/actos/captura.ts'
import { send, type Answer } from '../../support/actos/envios.ts'
import { leer, pagina, publicar } from '../../support/publico.ts'
import { attempt, connectAs, REFUSED } from '../../support/roles.ts'
import { manifiesto, retiradosIntactos, todoPublico, ultimoCorte } from '../../support/mundos/todo-publico.ts'
import { givenVoto } from '../../support/votos.ts'

interface Campo {
  campo: string
  publico: boolean
  desde: string | null
  hasta: string | null
  fuente: string
  fijo: string | null
}

interface Borrador {
  id: string
  version: number
  estatus: string
  baseVersion: number
  campos: Campo[]
  diferencias: { campo: string; aspectos: string[] }[]
  fallas: { campo: string; razon: string }[]
  acciones: { acto: string; permitido: boolean; razones: string[] }[]
}

interface Hecho {
  borrador: Borrador
  acuse: { folio: string } | null
  code?: string
  detail?: string
  errors?: { field: string }[]
  actual?: Borrador
}

interface Alcance {
  personas: number
  total: number
  conteos: { campo: string; dia: string; aparece: number; desaparece: number }[]
  elementos: { id: string; nombre: string; dia: string; aparecen: string[]; desaparecen: string[] }[]
}

let test_: TestApp
let equipo: Equipo
let of: Given
const CANARIO = 'Canario-oficio que se cierra'
const APODO = 'Canarioapodo'
const agujas = [CANARIO, APODO].flatMap(agujasDe)

beforeAll(async () => {
  test_ = await startTestApp()
  equipo = new Equipo(test_)
  const respuestas = {
    ...RESPUESTAS,
    curricular: { ...RESPUESTAS.curricular, oficio: { oficio: 'Otro', oficio_otro: CANARIO, sitio: 'https://faro.example/uno' } },
  }
  of = await givenCapturada(equipo, { nombre: 'Zulema', apodo: APODO, respuestas })
  await givenCapturada(equipo, { nombre: 'Sin', primerApellido: 'Sobrenombre' })
  await publicar(test_)
})
afterAll(() => test_.close())

const post = async (path: string, json: object = {}) => send<Hecho>(test_, ['POST', path], { token: await equipo.secretaria(), json })
const crear = async () => (await post('/politica/borradores')).body.borrador
const guardar = async ({ id, version }: Borrador, campos: object[], motivo = 'Lo ordena el Concejo'): Promise<Answer<Hecho>> =>
  send<Hecho>(test_, ['PUT', `/politica/borradores/${id}`], { token: await equipo.secretaria(), json: { version, motivo, campos } })
const alPedir = ({ id, version }: Borrador, json: object = {}) => post(`/politica/borradores/${id}/activar`, { version, ...json })
/** Without the vote of its point: one person says why, another confirms it. */
const activar = async (borrador: Borrador) => {
  const proposed = await alPedir(borrador, { motivo: 'Lo ordena una resolución.' })
  return proposed.status === 200 ? confirmar(borrador) : proposed
}
const confirmar = async ({ id, version }: Borrador) =>
  send<Hecho>(test_, ['POST', `/politica/borradores/${id}/activar`], { token: await test_.tokenOf('secretaria'), json: { version } })
/** Whether a rule for everybody changed since the last corte, as the consola tells it. */
const reachesAll = async () =>
  (await send<{ todas: boolean }>(test_, ['GET', '/publicaciones/estatus'], { token: await equipo.secretaria() })).body.todas
const alcance = async ({ id }: Borrador, query = '') =>
  (await send<Alcance>(test_, ['GET', `/politica/borradores/${id}/alcance${query}`], { token: await equipo.secretaria() })).body

async function acuerdo() {
  const { id: acuerdoId } = await givenAcuerdo(equipo)
  return { clase: 'acuerdo', acuerdoId, autoridad: null, numero: null, fecha: null, documentoId: null }
}
const campo = (clave: string, more: object) => ({
  campo: clave,
  publico: true,
  base: 'Ley ficticia',
  desde: null,
  hasta: null,
  sustento: null,
  ...more,
})

describe('a draft of the policy', () => {
  it('begins as what is in force, says what it lacks field by field, and is not activated until it has it', async () => {
    const draft = await crear()
    expect(draft).toMatchObject({ estatus: 'borrador', baseVersion: 1, diferencias: [], fallas: [] })
    expect(must(draft.campos.find((each) => each.campo === 'islena')).fijo).toContain('identidad')
    const same = await activar(draft)
    expect([same.status, same.body.detail]).toEqual([409, 'No cambia nada de la versión que rige.'])
    const { body } = await guardar(draft, [
      campo('apodo', { publico: false }),
      campo('nombre', { publico: false, sustento: await acuerdo() }),
    ])
    expect(body.borrador.fallas.map(({ campo: clave, razon }) => [clave, razon.slice(0, 16)])).toEqual([
      ['nombre', 'Sin este dato no'],
      ['apodo', 'Falta el acuerdo'],
    ])
    expect((await activar(body.borrador)).status).toBe(409)
    expect(await guardar(draft, [])).toMatchObject({ status: 409, body: { code: 'politica.version_distinta', actual: { version: 2 } } })
    await post(`/politica/borradores/${draft.id}/descartar`, { version: 2, motivo: 'Era una prueba' })
  })

  it('names the resolution of an authority with its document, or refuses it with the field', async () => {
    const draft = await crear()
    const resolucion = {
      clase: 'resolucion',
      acuerdoId: null,
      autoridad: 'Tribunal de Valle Claro',
      numero: 'TVC/1',
      fecha: '2030-05-01',
      documentoId: null,
    }
    const refused = await guardar(draft, [campo('sitio', { publico: false, sustento: resolucion })])
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ field: 'campos.0.sustento.documentoId' }] } })
    const { body } = await guardar(draft, [
      campo('sitio', { publico: false, sustento: { ...resolucion, documentoId: await givenDocumento(equipo) } }),
    ])
    expect(body.borrador.fallas).toEqual([])
    expect(must(body.borrador.campos.find((each) => each.campo === 'sitio')).fuente).toBe(
      'Tribunal de Valle Claro, expediente TVC/1, del 2030-05-01',
    )
    expect((await guardar(body.borrador, [campo('nada', {})])).status).toBe(400)
    await post(`/politica/borradores/${draft.id}/descartar`, { version: 2, motivo: 'Era una prueba' })
  })

  it('tells by name who and what it would change, without changing anything, part by part and as a file in the bitácora', async () => {
    const draft = (
      await guardar(await crear(), [
        campo('apodo', { publico: false, sustento: await acuerdo() }),
        campo('telefono_privado', { sustento: await acuerdo() }),
        campo('sexo', { hasta: '2030-05-20', sustento: await acuerdo() }),
      ])
    ).body.borrador
    const { personas, total, conteos, elementos } = await alcance(draft)
    expect([personas, total]).toEqual([2, 3])
    expect(conteos.map(({ campo: clave, dia, aparece, desaparece }) => [clave, dia, aparece, desaparece])).toEqual([
      ['apodo', '2030-05-02', 0, 1],
      ['sexo', '2030-05-21', 0, 2],
    ])
    expect(elementos[0]).toMatchObject({ id: of.id, nombre: 'Zulema Apellido', desaparecen: ['Sobrenombre'], aparecen: [] })
    expect((await alcance(draft, '?desde=1&limite=1')).elementos).toEqual([elementos[1]])
    const libro = await send(test_, ['GET', `/politica/borradores/${draft.id}/alcance/libro`], { token: await equipo.secretaria() })
    expect([libro.status, libro.bytes.subarray(0, 2).toString()]).toEqual([200, 'PK'])
    expect(await sql(test_, `select 1 from bitacora.acto where acto = 'politica.alcance_exportado'`)).toHaveLength(1)
    expect((await pagina(test_, of)).body.apodo).toBe(APODO)
    await post(`/politica/borradores/${draft.id}/descartar`, { version: draft.version, motivo: 'Era una prueba' })
  })
})

describe('activating a draft', () => {
  it('takes what it closes from the record and from every past corte, whose hashes still hold; and says so to anybody', async () => {
    const before = await ultimoCorte(test_)
    const then = await manifiesto(test_, before)
    expect(halladas(await todoPublico(test_), agujas).sort()).toEqual([CANARIO, APODO])
    const other = (await guardar(await crear(), [campo('sexo', { publico: false, sustento: await acuerdo() })])).body.borrador
    const draft = (
      await guardar(await crear(), [
        campo('apodo', { publico: false, sustento: await acuerdo() }),
        campo('oficio_otro', { publico: false, sustento: await acuerdo() }),
        campo('fechas', { publico: false, sustento: await acuerdo() }),
      ])
    ).body.borrador
    const done = await activar(draft)
    expect(done).toMatchObject({ status: 200, body: { borrador: { estatus: 'activado' }, acuse: { folio: expect.any(String) } } })
    expect(await reachesAll()).toBe(true)
    await publicar(test_)
    expect(await reachesAll()).toBe(false)
    expect(halladas(await todoPublico(test_), agujas)).toEqual([])
    expect(await manifiesto(test_, before)).toEqual(then)
    const kept = await retiradosIntactos(test_)
    expect([kept.cuantos > 0, kept.alterados]).toEqual([true, 0])
    const { body } = await pagina(test_, of)
    expect(body).toMatchObject({ nombre: 'Zulema Apellido', apodo: null, sexo: 'mujer', fechas: { verificada: null } })
    const publica = await leer<{ version: number; campos: { campo: string; publico: boolean; sustento: { clase: string } | null }[] }>(
      test_,
      'politica',
    )
    expect(publica.body.version).toBe(2)
    expect(must(publica.body.campos.find((each) => each.campo === 'apodo'))).toMatchObject({
      publico: false,
      sustento: { clase: 'acuerdo' },
    })
    const late = await activar(other)
    expect([late.status, String(late.body.detail).slice(0, 14)]).toEqual([409, 'Mientras tanto'])
    expect(await publicar(test_)).toBeNull()
  })

  it('is by the vote on its own point after it was saved; by any other it takes a reason and another person', async () => {
    const draft = (await guardar(await crear(), [campo('sitio', { publico: false, sustento: await acuerdo() })])).body.borrador
    const materia = `politica:${draft.id}`
    const ajenos = [
      await givenVoto(equipo, 'concejo'),
      await givenVoto(equipo, 'concejo', { materia, en: '2030-05-01T09:00:00-07:00' }),
      {},
    ]
    for (const voto of ajenos) {
      const refused = await alPedir(draft, voto)
      expect([refused.status, refused.body.errors?.map(({ field }) => field)]).toEqual([400, ['motivo']])
    }
    const [ajeno] = ajenos
    const proposed = await alPedir(draft, { ...ajeno, motivo: 'El Concejo lo votó en asuntos generales.' })
    expect(proposed.body.borrador).toMatchObject({ estatus: 'borrador', porConfirmar: { propia: true, ...ajeno } })
    expect((await alPedir(draft, ajeno)).body.code).toBe('propuesta.otra_persona')
    const own = await givenVoto(equipo, 'concejo', { materia })
    const done = await alPedir(draft, own)
    expect(done.body.borrador).toMatchObject({ estatus: 'activado', aprobacion: { voto: own, excepcion: null } })
    await publicar(test_)
  })

  it('opens and closes a field on its days by itself', async () => {
    const draft = (await guardar(await crear(), [campo('apodo', { desde: '2030-05-10', hasta: '2030-05-11', sustento: await acuerdo() })]))
      .body.borrador
    await activar(draft)
    const seen: (string | null)[] = []
    for (const dia of ['09', '10', '11', '12']) {
      await moveReloj(test_, `2030-05-${dia}T19:00:00Z`)
      await publicar(test_)
      seen.push((await pagina(test_, of)).body.apodo)
    }
    expect(seen).toEqual([null, APODO, APODO, null])
    expect(halladas(await todoPublico(test_), agujasDe(APODO))).toEqual([])
  })
})

describe('the database', () => {
  it('lets nobody change a version in use, nor put one in force that was no draft', async () => {
    await expect(sql(test_, `update captura.politica_publicacion set vigente_desde = '2030-01-01'`)).rejects.toThrow('no cambia')
    const connection = await connectAs(test_, 'instituto')
    const insert = `insert into captura.politica_publicacion (id, proceso_id, version, vigente_desde, campos) select gen_random_uuid(), proceso_id, 99, '2030-05-01', '[]'
      from captura.politica_publicacion limit 1`
    expect(await attempt(connection, { text: insert }, { rol: 'secretaria' })).toBe(REFUSED)
    await connection.end()
  })
})
