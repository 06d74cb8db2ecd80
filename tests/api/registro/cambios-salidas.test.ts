import { randomUUID } from 'node:crypto'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenCandidatura, moveReloj, must, sql, type Given } from '../../support/registro/candidaturas.ts'
import {
  actosDe,
  cambiar,
  estatusDe,
  givenAcuerdo,
  givenDocumento,
  hecho,
  versionOf,
  type CambioHecho,
} from '../../support/registro/cambios.ts'
import { Equipo, givenCapturada, guardar, type Problem } from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'

let test_: TestApp
let equipo: Equipo

beforeAll(async () => {
  test_ = await startTestApp({ ahora: '2030-05-02T10:00:00-07:00' })
  equipo = new Equipo(test_)
})
afterAll(() => test_.close())

interface Detail {
  nombre: string
  version: number
  planilla: { id: string; estatus: string }[]
  formula: { id: string }[]
  salida: { tipo: string; causa: { clave: string } | null; entra: { id: string } | null } | null
  acciones: { acto: string; permitido: boolean; razones: string[] }[]
  historial: { acto: string; rol: string | null; detalle: string | null }[]
  persona: { apodo: string | null; fechaNacimiento: string | null }
}
const see = async (id: string, token?: string) =>
  (await send<Detail>(test_, ['GET', `/candidaturas/${id}`], { token: token ?? (await equipo.secretaria()) })).body
const open = ({ acciones }: Detail) => acciones.filter(({ permitido }) => permitido).map(({ acto }) => acto)

describe('cancelar', () => {
  it('three days before the election strikes out one member, and the planilla stays', async () => {
    const planilla: Given[] = []
    for (const numero of [1, 2])
      for (const calidad of ['propietaria', 'suplente'] as const)
        planilla.push(await givenCandidatura(test_, { contienda: 'legislatura-sur', actor: 'PCOM', numero, calidad }))
    const [out, ...rest] = planilla as [Given, ...Given[]]
    await moveReloj(test_, '2030-07-04T10:00:00-07:00')
    const acuerdo = await givenAcuerdo(equipo, { aprobadoEn: '2030-07-03T20:00:00-07:00' })
    const { advertencias } = await hecho(
      equipo,
      { id: out.id, hacer: 'cancelar' },
      { acuerdoId: acuerdo.id, causa: 'fallo', efectosDesde: '2030-07-03' },
    )
    await moveReloj(test_, '2030-05-02T10:00:00-07:00')
    expect(await estatusDe(test_, [out.id, ...rest.map(({ id }) => id)])).toEqual(['cancelada', 'aprobada', 'aprobada', 'aprobada'])
    expect(advertencias.map(({ regla }) => regla)).toContain('completa')
    const detail = await see(must(rest[0]).id)
    expect(detail.planilla.map(({ id, estatus }) => [id, estatus])).toEqual([
      [out.id, 'cancelada'],
      ...rest.map(({ id }) => [id, 'aprobada']),
    ])
    expect(detail.formula.map(({ id }) => id)).toEqual([must(rest[0]).id])
    expect(await see(out.id)).toMatchObject({ salida: { tipo: 'cancelacion', causa: { clave: 'fallo' }, entra: null }, formula: [{}] })
  })

  it('closes its captura and leaves it to be read', async () => {
    const of = await givenCapturada(equipo, {}, 'completa')
    await hecho(equipo, { id: of.id, hacer: 'cancelar' })
    const own = await equipo.candidata(of)
    const save = await guardar(equipo, { of, at: 'curricular/oficio', token: own }, { version: 1, respuestas: { oficio: 'Otro' } })
    expect(save.body).toMatchObject({ code: 'captura.cerrada', detail: 'La candidatura ya no está vigente.' })
    expect((await send(test_, ['GET', `/candidaturas/${of.id}/captura`], { token: own })).status).toBe(200)
    expect((await see(of.id)).historial.map(({ acto, rol, detalle }) => [acto, rol, detalle])).toContainEqual([
      'cancelada',
      'secretaria',
      'Renuncia',
    ])
  })
})

describe('many at once', () => {
  const cancelAll = async (json: object, clave?: string) =>
    send<CambioHecho & Problem>(test_, ['POST', '/cambios/cancelaciones'], {
      token: await equipo.secretaria(),
      json,
      headers: clave ? { 'idempotency-key': clave } : {},
    })
  const batch = async (size: number) => {
    const given = await Promise.all(Array.from({ length: size }, () => givenCandidatura(test_, { contienda: 'alcaldia-m1' })))
    const candidaturas = await Promise.all(given.map(async ({ id }) => ({ id, version: await versionOf(test_, id) })))
    const acuerdoId = (await givenAcuerdo(equipo)).id
    return { given: given.map(({ id }) => id), body: { candidaturas, acuerdoId, causa: 'renuncia', efectosDesde: '2030-05-01' } }
  }

  it('are cancelled under one acuse, and each has its act', async () => {
    const { given, body } = await batch(4)
    const [first, second] = [await cancelAll(body, 'lote-1'), await cancelAll(body, 'lote-1')]
    expect([first.status, first.body.cuantas]).toEqual([200, 4])
    expect(second.body).toEqual(first.body)
    expect(new Set(await estatusDe(test_, given))).toEqual(new Set(['cancelada']))
    for (const id of given) expect(await actosDe(test_, id)).toEqual(['candidatura.cancelada'])
    const folios = await sql<{ folio: string }>(test_, 'select folio from captura.cambio where candidatura_id = any($1)', [given])
    expect(folios.map(({ folio }) => folio)).toEqual(given.map(() => first.body.acuse.folio))
  })

  it('are not, when one of them may not: all or nothing, and it says whose', async () => {
    const { given, body } = await batch(3)
    await sql(test_, `update captura.candidatura set estatus = 'sustituida' where id = $1`, [given[1]])
    const { body: refused } = await cancelAll(body)
    expect(refused).toMatchObject({ status: 409, detail: 'Nombre Apellido: La candidatura ya fue sustituida.' })
    expect(await estatusDe(test_, given)).toEqual(['aprobada', 'sustituida', 'aprobada'])
  })

  it('with an old version of one are refused', async () => {
    const { given, body } = await batch(2)
    const [one, two] = body.candidaturas as [object, { id: string; version: number }]
    const answer = await cancelAll({ ...body, candidaturas: [one, { ...two, version: two.version + 1 }] })
    expect(answer.body).toMatchObject({ code: 'candidatura.version_distinta', detail: 'Cambió la de Nombre Apellido.' })
    expect(new Set(await estatusDe(test_, given))).toEqual(new Set(['aprobada']))
    expect((await cancelAll({ ...body, candidaturas: [] })).status).toBe(400)
    const many = Array.from({ length: 501 }, () => ({ id: randomUUID(), version: 1 }))
    expect((await cancelAll({ ...body, candidaturas: many })).status).toBe(400)
  })
})

describe('restituir', () => {
  it('over an occupied place gives it back, and its holder leaves', async () => {
    const of = await givenCandidatura(test_)
    const { candidaturaId } = await hecho(equipo, { id: of.id, hacer: 'sustituir' })
    expect(open(await see(of.id))).toEqual(['restituir'])
    const { sale } = await hecho(equipo, { id: of.id, hacer: 'restituir' })
    expect(sale).toBe(candidaturaId)
    expect(await estatusDe(test_, [of.id, candidaturaId])).toEqual(['aprobada', 'sustituida'])
    expect(await see(candidaturaId)).toMatchObject({ salida: { tipo: 'restitucion', entra: { id: of.id } } })
    expect((await see(candidaturaId)).historial.map(({ acto }) => acto)).toEqual(['sustituye', 'desplazada'])
    const back = await see(of.id)
    expect([back.salida, open(back)]).toEqual([null, ['sustituir', 'cancelar', 'corregir']])
    expect((await hecho(equipo, { id: candidaturaId, hacer: 'restituir' })).sale).toBe(of.id)
  })

  it('over an empty place displaces nobody', async () => {
    const of = await givenCandidatura(test_)
    await hecho(equipo, { id: of.id, hacer: 'cancelar' })
    expect((await hecho(equipo, { id: of.id, hacer: 'restituir' })).sale).toBeNull()
    expect(await estatusDe(test_, [of.id])).toEqual(['aprobada'])
  })

  it('refuses a candidatura in force, and a place that changed since it was read', async () => {
    const of = await givenCandidatura(test_)
    expect((await cambiar(equipo, { id: of.id, hacer: 'restituir' })).body.detail).toBe(
      'La candidatura está vigente: no hay a qué restituirla.',
    )
    const { candidaturaId } = await hecho(equipo, { id: of.id, hacer: 'sustituir' })
    const seen = await versionOf(test_, of.id)
    await hecho(equipo, { id: candidaturaId, hacer: 'sustituir' })
    const late = await cambiar(equipo, { id: of.id, hacer: 'restituir' }, { version: seen })
    expect(late.body).toMatchObject({ status: 409, code: 'candidatura.version_distinta' })
  })

  it('takes an act back to no day before the last of the place', async () => {
    const of = await givenCandidatura(test_)
    await hecho(equipo, { id: of.id, hacer: 'cancelar' }, { efectosDesde: '2030-05-02' })
    const { body } = await cambiar(equipo, { id: of.id, hacer: 'restituir' }, { efectosDesde: '2030-05-01' })
    expect(body.detail).toBe('No puede surtir efectos antes del 2 de mayo de 2030, último hecho de este lugar.')
  })
})

describe('corregir', () => {
  it('keeps what it said, names the fields only in the bitácora, and finds her by her new name', async () => {
    const of = await givenCandidatura(test_, { apodo: 'La Vieja' })
    const documentoId = await givenDocumento(equipo)
    const datos = { nombre: ' Ximena  Corregida ', apodo: null, eleccionConsecutiva: true, fechaNacimiento: '1990-02-28' }
    const { diferencias } = await hecho(equipo, { id: of.id, hacer: 'corregir' }, { acuerdoId: undefined, documentoId, datos })
    expect(diferencias).toEqual([
      { campo: 'nombre', antes: 'Nombre', despues: 'Ximena Corregida' },
      { campo: 'apodo', antes: 'La Vieja', despues: null },
      { campo: 'eleccionConsecutiva', antes: 'No', despues: 'Sí' },
    ])
    const [entry] = await sql<{ contenido: string }>(test_, 'select contenido from bitacora.acto where objeto_id = $1', [of.id])
    expect(JSON.parse(must(entry).contenido).detalle.campos).toEqual(['nombre', 'apodo', 'eleccionConsecutiva'])
    expect(must(entry).contenido).not.toMatch(/Ximena|Vieja/)
    const words = await sql<{ palabra: string }>(test_, 'select palabra from captura.palabra where candidatura_id = $1', [of.id])
    expect(words.map(({ palabra }) => palabra)).toEqual(expect.arrayContaining(['ximena', 'corregida']))
    expect(words.map(({ palabra }) => palabra)).not.toContain('vieja')
    expect(await see(of.id)).toMatchObject({ nombre: 'Ximena Corregida Apellido', persona: { apodo: null, fechaNacimiento: '1990-02-28' } })
    expect((await see(of.id, await equipo.captura())).persona.fechaNacimiento).toBeNull()
  })

  it('a persona corrects her in every place that she holds', async () => {
    const first = await givenCandidatura(test_)
    const { candidaturaId } = await hecho(
      equipo,
      { id: (await givenCandidatura(test_)).id, hacer: 'sustituir' },
      { entra: undefined, entraDe: first.id },
    )
    await hecho(equipo, { id: first.id, hacer: 'corregir' }, { datos: { sexo: 'hombre', primerApellido: 'Nuevo' } })
    const rows = await sql<{ sexo: string }>(test_, 'select sexo from captura.candidatura where id = any($1)', [[first.id, candidaturaId]])
    expect(rows.map(({ sexo }) => sexo)).toEqual(['hombre', 'hombre'])
    const [entry] = await sql<{ contenido: string }>(test_, `select contenido from bitacora.acto where objeto_id = $1 order by n desc`, [
      first.id,
    ])
    expect(JSON.parse(must(entry).contenido).detalle.candidaturas.sort()).toEqual([first.id, candidaturaId].sort())
  })

  it('hands the captura to another party of origin: its term waits for the new accounts', async () => {
    const of = await givenCandidatura(test_, { contienda: 'alcaldia-m2', actor: 'LUCES', responsable: 'PFAR' })
    await hecho(equipo, { id: of.id, hacer: 'corregir' }, { datos: { partidoOrigen: 'PCOM' } })
    const seen = async (actor: string) =>
      (await send(test_, ['GET', `/candidaturas/${of.id}`], { token: await equipo.captura(actor) })).status
    expect([await seen('PFAR'), await seen('PCOM')]).toEqual([404, 200])
    expect(await see(of.id)).toMatchObject({ venceEn: null, entrega: null })
  })

  it.each<[string, Record<string, unknown>, number, string]>([
    ['nothing', { datos: { nombre: 'Nombre' } }, 409, 'No hay nada que corregir: los datos ya dicen eso.'],
    ['neither acuerdo nor document', { acuerdoId: null }, 409, 'Hace falta el acuerdo o el documento que la acredite.'],
    ['a name emptied', { datos: { nombre: null } }, 400, 'datos.nombre'],
    ['a name of marks', { datos: { nombre: '<b>' } }, 400, 'datos.nombre'],
    ['a surname that nobody sees', { datos: { primerApellido: '\u200b' } }, 400, 'datos.primerApellido'],
    ['a birth that has not come', { datos: { fechaNacimiento: '2080-03-04' } }, 400, 'datos.fechaNacimiento'],
    ['a document that is not there', { documentoId: randomUUID() }, 400, 'documentoId'],
    [
      'a party of another contienda',
      { datos: { partidoOrigen: 'PFAR' } },
      409,
      'Partido Faro no es parte de Partido Río en esta contienda.',
    ],
    ['a datum that is not corrected so', { datos: { estatus: 'cancelada' } }, 400, 'datos.estatus'],
  ])('with %s is refused', async (_title, wrong, status, said) => {
    const of = await givenCandidatura(test_)
    const { body } = await cambiar(equipo, { id: of.id, hacer: 'corregir' }, wrong)
    expect(body.status).toBe(status)
    expect(JSON.stringify(body)).toContain(said)
    expect(await actosDe(test_, of.id)).toEqual([])
  })
})
