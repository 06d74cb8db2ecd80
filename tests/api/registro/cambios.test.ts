import { randomUUID } from 'node:crypto'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenCandidatura, must, sql, type Given } from '../../support/registro/candidaturas.ts'
import { actosDe, cambiar, estatusDe, givenAcuerdo, hecho, PERSONA, versionOf } from '../../support/registro/cambios.ts'
import { Equipo } from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'

let test_: TestApp
let equipo: Equipo

beforeAll(async () => {
  test_ = await startTestApp({ ahora: '2030-05-02T10:00:00-07:00' })
  equipo = new Equipo(test_)
})
afterAll(() => test_.close())

interface Row {
  clave: string
  estatus: string
  numero: number
  calidad: string
  folio_formula: number
  acuerdo_id: string
  entrega_id: string | null
  captura_vence: string | null
  postulacion_id: string
  responsable_id: string
}
const rowOf = async (id: string) => must((await sql<Row>(test_, 'select * from captura.candidatura where id = $1', [id]))[0])
const pendientes = async () =>
  (await sql<{ id: string }>(test_, 'select candidatura_id as id from captura.publicacion_pendiente')).map(({ id }) => id)

describe('sustituir', () => {
  it('puts another persona in the same place, with a clave, an acuerdo and a term of her own', async () => {
    const of = await givenCandidatura(test_)
    const acuerdo = await givenAcuerdo(equipo)
    const { candidaturaId, acuse } = await hecho(
      equipo,
      { id: of.id, hacer: 'sustituir' },
      { acuerdoId: acuerdo.id, motivo: 'Lo pidió por escrito' },
    )
    const [leaver, entrant] = [await rowOf(of.id), await rowOf(candidaturaId)]
    expect(leaver.estatus).toBe('sustituida')
    expect(entrant).toMatchObject({
      clave: `${of.clave}-S1`,
      estatus: 'aprobada',
      numero: leaver.numero,
      calidad: leaver.calidad,
      folio_formula: leaver.folio_formula,
      postulacion_id: leaver.postulacion_id,
      responsable_id: leaver.responsable_id,
      acuerdo_id: acuerdo.id,
      entrega_id: null,
      captura_vence: null,
    })
    expect(await actosDe(test_, of.id)).toEqual(['candidatura.sustituida'])
    const [entry] = await sql<{ contenido: string }>(test_, 'select contenido from bitacora.acto where objeto_id = $1', [of.id])
    expect(JSON.parse(must(entry).contenido).detalle).toMatchObject({ folio: acuse.folio, candidaturas: [of.id, candidaturaId] })
    expect(must(entry).contenido).not.toMatch(/Nadia|renuncia|Lo pidió/)
    expect(await pendientes()).toEqual(expect.arrayContaining([of.id, candidaturaId]))
  })

  it('lets the suplente go up: the same persona, and she keeps her other place', async () => {
    const first = await givenCandidatura(test_, { numero: 900, primerApellido: 'Sale' })
    const second = await givenCandidatura(test_, { numero: 900, calidad: 'suplente', primerApellido: 'Sube' })
    const { candidaturaId, advertencias } = await hecho(
      equipo,
      { id: first.id, hacer: 'sustituir' },
      { entra: undefined, entraDe: second.id },
    )
    const personas = await sql<{ persona_id: string }>(test_, 'select persona_id from captura.candidatura where id = any($1)', [
      [second.id, candidaturaId],
    ])
    expect(new Set(personas.map(({ persona_id }) => persona_id)).size).toBe(1)
    expect(await estatusDe(test_, [first.id, second.id, candidaturaId])).toEqual(['sustituida', 'aprobada', 'aprobada'])
    expect(advertencias).toContainEqual(expect.objectContaining({ regla: 'unica', texto: 'Nombre Sube aparece en 2 lugares.' }))
  })

  it('brings a persona whom another actor político postulates elsewhere: here she captures with its own accounts', async () => {
    const [of, rival] = [await givenCandidatura(test_), await givenCandidatura(test_, { contienda: 'legislatura-sur', actor: 'PFAR' })]
    const { candidaturaId } = await hecho(equipo, { id: of.id, hacer: 'sustituir' }, { entra: undefined, entraDe: rival.id })
    expect((await rowOf(candidaturaId)).responsable_id).toBe(test_.loaded.actores.get('PRIO'))
  })

  it('brings nobody in place of herself', async () => {
    const of = await givenCandidatura(test_)
    const { body } = await cambiar(equipo, { id: of.id, hacer: 'sustituir' }, { entra: undefined, entraDe: of.id })
    expect(body).toMatchObject({ status: 409, detail: 'Nadie se sustituye a sí misma: hay que decir quién entra.' })
  })

  it('warns and does not forbid', async () => {
    const of = await givenCandidatura(test_, { numero: 910 })
    await givenCandidatura(test_, { numero: 910, calidad: 'suplente' })
    const entra = { ...PERSONA, sexo: 'hombre', fechaNacimiento: '2010-01-01' }
    const { advertencias } = await hecho(equipo, { id: of.id, hacer: 'sustituir' }, { entra })
    expect(advertencias.map(({ regla }) => regla)).toEqual(expect.arrayContaining(['pareja', 'edad', 'islas']))
    expect(advertencias.map(({ regla }) => regla)).not.toContain('fechas')
  })

  it('gives the place to a member of the alianza only, and its accounts', async () => {
    const of = await givenCandidatura(test_, { contienda: 'alcaldia-m2', actor: 'LUCES', responsable: 'PFAR' })
    const wrong = await cambiar(equipo, { id: of.id, hacer: 'sustituir' }, { entra: { ...PERSONA, partidoOrigen: 'PRIO' } })
    expect(wrong.body).toMatchObject({ status: 409, detail: 'Partido Río no es parte de Alianza Luces en esta contienda.' })
    const { candidaturaId } = await hecho(equipo, { id: of.id, hacer: 'sustituir' }, { entra: { ...PERSONA, partidoOrigen: 'PCOM' } })
    expect((await rowOf(candidaturaId)).responsable_id).toBe(test_.loaded.actores.get('PCOM'))
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['nobody that enters', { entra: undefined }, 'entra'],
    ['two that enter', { entraDe: randomUUID() }, 'entra'],
    ['a cause that is not on the list', { causa: 'capricho' }, 'causa'],
    ['an acuerdo that does not exist', { acuerdoId: randomUUID() }, 'acuerdoId'],
    ['a group that is not in the catalogue', { entra: { ...PERSONA, accionAfirmativa: 'x' } }, 'entra.accionAfirmativa'],
    ['a name of blanks', { entra: { ...PERSONA, nombre: '   ' } }, 'entra.nombre'],
    ['a day that does not exist', { efectosDesde: '2030-02-30' }, 'efectosDesde'],
    ['a birth that is no day', { entra: { ...PERSONA, fechaNacimiento: 'ayer' } }, 'entra.fechaNacimiento'],
    ['a birth that has not come', { entra: { ...PERSONA, fechaNacimiento: '2080-03-04' } }, 'entra.fechaNacimiento'],
    ['a birth of another century', { entra: { ...PERSONA, fechaNacimiento: '1880-03-04' } }, 'entra.fechaNacimiento'],
    ['a name that is a formula', { entra: { ...PERSONA, segundoApellido: '=1+1' } }, 'entra.segundoApellido'],
    ['a name that nobody sees', { entra: { ...PERSONA, nombre: '\u200b\u200b' } }, 'entra.nombre'],
    ['a nickname that nobody sees', { entra: { ...PERSONA, apodo: '\u200b' } }, 'entra.apodo'],
  ])('with %s says which datum is wrong', async (_title, wrong, field) => {
    const of = await givenCandidatura(test_)
    const { status, body } = await cambiar(equipo, { id: of.id, hacer: 'sustituir' }, wrong)
    expect([status, must(body.errors).map((error) => error.field)]).toEqual([400, expect.arrayContaining([field])])
    expect(await estatusDe(test_, [of.id])).toEqual(['aprobada'])
  })

  it.each<[string, Record<string, unknown>, string]>([
    [
      'before its acuerdo',
      { efectosDesde: '2030-03-31' },
      'No puede surtir efectos antes del 1 de abril de 2030, último hecho de este lugar.',
    ],
    ['tomorrow', { efectosDesde: '2030-05-03' }, 'Todavía no surte efectos: se captura el día en que los surta.'],
  ])('%s is refused with the reason', async (_title, wrong, detail) => {
    const of = await givenCandidatura(test_)
    const { body } = await cambiar(equipo, { id: of.id, hacer: 'sustituir' }, wrong)
    expect(body).toMatchObject({ status: 409, code: 'candidatura.acto_no_permitido', detail })
  })

  it('refuses a persona who left already, with the reason that the detail shows', async () => {
    const of = await givenCandidatura(test_)
    await hecho(equipo, { id: of.id, hacer: 'sustituir' })
    const { body } = await cambiar(equipo, { id: of.id, hacer: 'sustituir' })
    expect(body).toMatchObject({ code: 'candidatura.acto_no_permitido', detail: 'La candidatura ya fue sustituida.' })
  })
})

describe('twice', () => {
  it('with one Idempotency-Key, a double click is one act and one answer', async () => {
    const of = await givenCandidatura(test_)
    const [acuerdoId, version, clave] = [(await givenAcuerdo(equipo)).id, await versionOf(test_, of.id), randomUUID()]
    const answers = await Promise.all([1, 2].map(() => cambiar(equipo, { id: of.id, hacer: 'sustituir', clave }, { acuerdoId, version })))
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(answers[0]?.body).toEqual(answers[1]?.body)
    expect(await actosDe(test_, of.id)).toHaveLength(1)
    const other = await cambiar(equipo, { id: of.id, hacer: 'sustituir', clave }, { acuerdoId, version, causa: 'enfermedad' })
    expect(other.body).toMatchObject({ status: 422, code: 'idempotencia.contenido_distinto' })
  })

  it('by two people at once: one wins and the other is told', async () => {
    const of = await givenCandidatura(test_)
    const [acuerdoId, version] = [(await givenAcuerdo(equipo)).id, await versionOf(test_, of.id)]
    const others = [await test_.tokenOf('secretaria'), await test_.tokenOf('secretaria')]
    const answers = await Promise.all(
      others.map((token) => cambiar(equipo, { id: of.id, hacer: 'sustituir', token }, { acuerdoId, version })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'candidatura.version_distinta',
      title: 'La candidatura cambió mientras usted la revisaba. Vuelva a cargarla.',
    })
    const { postulacion_id, numero, calidad } = await rowOf(of.id)
    const holders = `select id from captura.candidatura where postulacion_id = $1 and numero = $2 and calidad = $3 and estatus = 'aprobada'`
    expect(await sql(test_, holders, [postulacion_id, numero, calidad])).toHaveLength(1)
  })

  it('finds the place taken when another transaction took it meanwhile: the unique constraint tells it too', async () => {
    const of = await givenCandidatura(test_, { estatus: 'cancelada' })
    const { numero } = await rowOf(of.id)
    const blocker = test_.owner.createQueryRunner()
    await blocker.startTransaction()
    await blocker.query(
      `insert into captura.candidatura select (json_populate_record(c, json_build_object('id', gen_random_uuid(), 'clave', 'colada', 'estatus', 'aprobada', 'orden', c.orden || 'x'))).*
      from captura.candidatura c where c.id = $1`,
      [of.id],
    )
    const waiting = cambiar(equipo, { id: of.id, hacer: 'restituir' })
    await new Promise((done) => setTimeout(done, 500))
    await blocker.commitTransaction()
    await blocker.release()
    expect((await waiting).body).toMatchObject({ status: 409, code: 'candidatura.lugar_ocupado' })
    expect(await sql(test_, `select 1 from captura.candidatura where numero = $1 and estatus = 'aprobada'`, [numero])).toHaveLength(1)
  })
})

describe('the wrong person', () => {
  const roles = ['captura', 'validacion', 'verificacion', 'transparencia', 'comision', 'administracion', 'auditoria'] as const
  const acts = ['sustituir', 'cancelar', 'corregir', 'restituir'] as const

  it.each(roles)('%s changes nothing, and is told so', async (rol) => {
    const of: Given = await givenCandidatura(test_)
    const party = rol === 'captura' || rol === 'validacion'
    const token = await test_.tokenOf(rol, party ? { actor: 'PRIO' } : {})
    for (const hacer of acts) {
      const { status, body } = await cambiar(equipo, { id: of.id, hacer, token })
      expect([hacer, status, body.code, body.title]).toEqual([
        hacer,
        403,
        'acceso.sin_permiso',
        'Su cuenta no tiene permiso para este acto.',
      ])
    }
    expect([await estatusDe(test_, [of.id]), await actosDe(test_, of.id)]).toEqual([['aprobada'], []])
  })

  it('sees neither the story nor the successor of another actor político', async () => {
    const of = await givenCandidatura(test_)
    const { candidaturaId } = await hecho(equipo, { id: of.id, hacer: 'sustituir' })
    for (const path of [of.id, candidaturaId].flatMap((id) => [`/candidaturas/${id}`, `/candidaturas/${id}/formula`])) {
      expect(await send(test_, ['GET', path], { token: await equipo.captura('PFAR') })).toMatchObject({ status: 404 })
      expect(await send(test_, ['GET', path], { token: await equipo.captura() })).toMatchObject({ status: 200 })
    }
  })
})
