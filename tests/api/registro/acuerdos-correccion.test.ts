import { randomUUID } from 'node:crypto'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { actosDe, APROBADO, givenAcuerdo, givenDocumento, hecho } from '../../support/registro/cambios.ts'
import { givenCandidatura, moveReloj, must, sql } from '../../support/registro/candidaturas.ts'
import { Equipo, type Problem } from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { packFicticio } from '../../support/proceso-ficticio/index.ts'

let t: TestApp
let equipo: Equipo
let secretaria: string

beforeAll(async () => {
  const [legislatura, ...others] = packFicticio.listados
  // The actividad C of the fictitious programme is opened by the acuerdos of the legislatura.
  const pack = { ...packFicticio, listados: [{ ...must(legislatura), clave: 'C' }, ...others] }
  t = await startTestApp({ pack, ahora: '2030-05-20T10:00:00-07:00' })
  equipo = new Equipo(t)
  secretaria = await equipo.secretaria()
})
afterAll(() => t.close())

interface Acuerdo {
  id: string
  numero: string
  fecha: string
  aprobadoEn: string | null
  asunto: string | null
  organo: { clave: string } | null
  documento: { id: string } | null
  correcciones: { numero: string; fecha: string; aprobadoEn: string | null; asunto: string | null; motivo: string; folio: string }[]
}
interface Done {
  acuerdo: Acuerdo
  acuse: { folio: string }
}
interface Entregable {
  clave: string
  evento: { id: string; acuerdoId: string | null; titulo: string; fecha: string } | null
  hitos: { milestone: string; vence: string; estatus: string; retrasoMinutos: number | null }[]
}

const MOTIVO = 'El acta firmada dice otra cosa.'
const corregir = (id: string, json: object, token = secretaria) =>
  send<Done & Problem>(t, ['POST', `/acuerdos/${id}/correccion`], { token, json: { version: 0, motivo: MOTIVO, ...json } })
const ver = async (id: string) => (await send<Acuerdo>(t, ['GET', `/acuerdos/${id}`], { token: secretaria })).body
const abiertoPor = async (id: string) => {
  const { body } = await send<{ elementos: Entregable[] }>(t, ['GET', '/actividades'], { token: secretaria })
  return must(body.elementos.find(({ evento }) => evento?.acuerdoId === id))
}

describe('the day of an acuerdo that was typed wrongly', () => {
  it('is corrected with a reason: the duty that it opened moves, what was late is in time, and what it said stays', async () => {
    const { id } = await givenAcuerdo(equipo, { aprobadoEn: '2030-05-10T23:50:00-07:00' })
    const { id: candidatura } = await givenCandidatura(t)
    await hecho(equipo, { id: candidatura, hacer: 'sustituir' }, { acuerdoId: id, efectosDesde: '2030-05-12' })
    const before = await abiertoPor(id)
    expect([before.evento?.fecha, before.hitos[0]?.vence]).toEqual(['2030-05-10', '2030-05-11'])
    const remitir = { milestone: 'remision', aplica: true, referencia: 'VC/OF/1', ocurridoEn: '2030-05-12T00:10:00-07:00' }
    const clave = before.clave.replace('/', '~')
    await send(t, ['POST', `/actividades/${clave}/cumplir`], { token: secretaria, json: remitir })
    expect((await abiertoPor(id)).hitos[0]).toMatchObject({ estatus: 'cumplida_tarde', retrasoMinutos: 10 })

    await sql(t, 'delete from captura.publicacion_pendiente')
    const { status, body } = await corregir(id, { aprobadoEn: '2030-05-11T23:50:00-07:00' })
    expect([status, body.acuerdo.fecha, body.acuerdo.aprobadoEn]).toEqual([200, '2030-05-11', '2030-05-12T06:50:00.000Z'])
    expect(body.acuerdo.correcciones).toMatchObject([
      { fecha: '2030-05-10', aprobadoEn: '2030-05-11T06:50:00.000Z', motivo: MOTIVO, folio: body.acuse.folio },
    ])
    const after = await abiertoPor(id)
    expect([after.evento?.id, after.evento?.fecha, after.hitos[0]?.vence]).toEqual([before.evento?.id, '2030-05-11', '2030-05-12'])
    expect(after.hitos[0]).toMatchObject({ estatus: 'cumplida_en_tiempo', retrasoMinutos: null })
    expect(await actosDe(t, id)).toEqual(['acuerdo.registrado', 'acuerdo.corregido'])
    expect(await actosDe(t, must(before.evento).id)).toEqual(['evento.movido'])
    const asked = await send<{ frases: string[]; columnas: string[]; filas: { celdas: string[] }[]; actos: { acto: string }[] }>(
      t,
      ['GET', '/auditoria/respuesta?pregunta=sustituciones'],
      { token: await t.tokenOf('auditoria') },
    )
    const { columnas, filas, frases, actos } = asked.body
    const fila = Object.fromEntries(columnas.map((columna, at) => [columna, filas[0]?.celdas[at]]))
    const [corregido] = await sql<{ n: number }>(t, `select n::int as n from bitacora.acto where acto = 'acuerdo.corregido'`)
    expect(fila.Acuerdo).toContain(
      `del 11 de mayo de 2030. La fecha del acuerdo decía 10 de mayo de 2030; la corrigió Secretaría el 20 de mayo de 2030, acto ${must(corregido).n}`,
    )
    expect(fila.Registrada).toMatch(/\(9 días después; con la primera fecha: 10 días después\)$/)
    expect(fila['En tiempo']).toBe(
      'Sí; vencía el 12 de mayo de 2030; con la primera fecha: No: 1 día de retraso; vencía el 11 de mayo de 2030',
    )
    expect(frases[1]).toMatch(/^De 1 se corrigió después la fecha del acuerdo/)
    expect(actos.map(({ acto }) => acto)).toEqual(
      expect.arrayContaining(['Acuerdo corregido', 'Cambio de fecha de lo que abrió un acuerdo']),
    )
    const looked = await sql<{ id: string }>(t, 'select candidatura_id as id from captura.publicacion_pendiente')
    expect(looked.map((row) => row.id)).toContain(candidatura)
  })

  it('moves the terms of captura that count from it, but for those that a signed sheet told already', async () => {
    const { id } = await givenAcuerdo(equipo, { aprobadoEn: '2030-05-10T12:00:00-07:00' })
    const [waiting, delivered] = [await givenCandidatura(t, { contienda: 'alcaldia-m1' }), await givenCandidatura(t, { contienda: 'alcaldia-m1', primerApellido: 'Otra' })] // prettier-ignore
    for (const { id: candidatura } of [waiting, delivered])
      await hecho(equipo, { id: candidatura, hacer: 'sustituir' }, { acuerdoId: id, efectosDesde: '2030-05-10' })
    const termsOf = () =>
      sql<{ id: string; vence: string; entrega: string | null }>(
        t,
        `select id, captura_vence::text as vence, entrega_id as entrega from captura.candidatura where acuerdo_id = $1 order by id`,
        [id],
      )
    await sql(t, `update captura.cargo set plazo_desde = 'acuerdo' where id in (select cargo_id from captura.candidatura where acuerdo_id = $1)`, [id]) // prettier-ignore
    const [first, second] = await termsOf()
    await sql(t, `update captura.candidatura set captura_vence = '2030-05-15' where acuerdo_id = $1`, [id])
    const entrega = randomUUID()
    await sql(
      t,
      `insert into captura.entrega (id, proceso_id, acuerdo_id, actor_politico_id, entregada_en, recibe, candidaturas, folio, registrada_en, registrada_por)
       select $1, c.proceso_id, c.acuerdo_id, c.responsable_id, '2030-05-12T09:00:00-07:00', 'Persona Ficticia', 1, 'F', now(), $3 from captura.candidatura c where c.id = $2`,
      [entrega, must(second).id, randomUUID()],
    )
    await sql(t, 'update captura.candidatura set entrega_id = $1 where id = $2', [entrega, must(second).id])
    expect((await corregir(id, { aprobadoEn: '2030-05-09T12:00:00-07:00' })).status).toBe(200)
    const moved = new Map((await termsOf()).map((row) => [row.id, row.vence]))
    expect(moved.get(must(second).id)).toBe('2030-05-15')
    expect(must(moved.get(must(first).id)) > '2030-05-09').toBe(true)
    expect(moved.get(must(first).id)).not.toBe('2030-05-15')

    const after = await corregir(id, { version: 1, aprobadoEn: '2030-05-13T12:00:00-07:00' })
    expect([after.status, after.body.detail]).toEqual([409, expect.stringMatching(/El 12 de mayo de 2030 ya se habían entregado/)])
  })

  it('that a list brought is corrected without an hour, while nobody knows it', async () => {
    const id = randomUUID()
    await sql(t, `insert into captura.acuerdo (id, proceso_id, numero, fecha) values ($1, $2, 'VC/LISTA/2', '2030-04-02')`, [id, t.loaded.procesoId]) // prettier-ignore
    expect((await corregir(id, { fecha: '2030-05-21' })).body.errors?.map(({ field }) => field)).toEqual(['fecha'])
    expect((await corregir(id, { fecha: '2030-04-03' })).body.acuerdo).toMatchObject({ fecha: '2030-04-03', aprobadoEn: null })
    const timed = await corregir(id, { version: 1, aprobadoEn: '2030-04-04T09:00:00-07:00' })
    expect(timed.body.acuerdo).toMatchObject({ fecha: '2030-04-04', correcciones: [{ fecha: '2030-04-02' }, { fecha: '2030-04-03' }] })
    const alone = await corregir(id, { version: 2, fecha: '2030-04-05' })
    expect(alone.body.errors).toEqual([{ field: 'aprobadoEn', reasons: ['Diga también la hora de ese día.'] }])
  })

  it('is not after what followed from it', async () => {
    const { id } = await givenAcuerdo(equipo, { aprobadoEn: '2030-05-02T09:00:00-07:00' })
    const { id: candidatura } = await givenCandidatura(t)
    await sql(t, 'update captura.candidatura set acuerdo_id = $1 where id = $2', [id, candidatura])
    await hecho(equipo, { id: candidatura, hacer: 'sustituir' }, { efectosDesde: '2030-05-06' })
    const late = await corregir(id, { aprobadoEn: '2030-05-07T09:00:00-07:00' })
    expect([late.status, late.body.detail]).toEqual([409, 'Quien aprueba ya tuvo un cambio que surte efectos el 6 de mayo de 2030.'])
    expect((await ver(id)).correcciones).toEqual([])
  })

  it('is not after the first change that cites it: what was late would be in time, and what was published tells of it', async () => {
    const { id } = await givenAcuerdo(equipo, { aprobadoEn: '2030-05-10T09:00:00-07:00' })
    const { id: candidatura } = await givenCandidatura(t)
    await hecho(equipo, { id: candidatura, hacer: 'sustituir' }, { acuerdoId: id, efectosDesde: '2030-05-11' })
    const vencida = (await abiertoPor(id)).hitos[0]
    await moveReloj(t, '2030-05-24T10:00:00-07:00')
    const late = await corregir(id, { aprobadoEn: '2030-05-22T09:00:00-07:00' })
    expect([late.status, late.body.detail]).toEqual([
      409,
      expect.stringContaining('El 20 de mayo de 2030 ya se había registrado un cambio'),
    ])
    expect((await abiertoPor(id)).hitos[0]?.vence).toBe(vencida?.vence)
    expect((await corregir(id, { aprobadoEn: '2030-05-20T09:00:00-07:00' })).status).toBe(200)
    await moveReloj(t, '2030-05-20T10:00:00-07:00')
  })
})

describe('the rest of an acuerdo', () => {
  it('is corrected too: number, subject and document; the duty is called by the new number', async () => {
    const { id } = await givenAcuerdo(equipo)
    const { id: candidatura } = await givenCandidatura(t)
    await hecho(equipo, { id: candidatura, hacer: 'sustituir' }, { acuerdoId: id })
    const documentoId = await givenDocumento(equipo)
    const { body } = await corregir(id, { numero: ' VC/ACU/900 ', asunto: 'Otro  asunto', documentoId })
    expect(body.acuerdo).toMatchObject({ numero: 'VC/ACU/900', asunto: 'Otro asunto', documento: { id: documentoId } })
    expect((await abiertoPor(id)).evento?.titulo).toBe('Acuerdo VC/ACU/900')
    const other = await givenAcuerdo(equipo)
    expect((await corregir(other.id, { numero: 'VC/ACU/900' })).body.code).toBe('acuerdo.numero_repetido')
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['to an hour that did not come', { aprobadoEn: '2030-05-20T12:00:00-07:00' }, 'aprobadoEn'],
    ['to an organ that is not on the list', { organo: 'asamblea' }, 'organo'],
    ['to a document that is not there', { documentoId: randomUUID() }, 'documentoId'],
    ['without a reason', { asunto: 'Otro asunto', motivo: 'corto' }, 'motivo'],
    ['to a blank number', { numero: '  ' }, 'numero'],
  ])('is not corrected %s', async (_title, wrong, field) => {
    const { id } = await givenAcuerdo(equipo)
    const { status, body } = await corregir(id, wrong)
    expect([status, body.errors?.map((error) => error.field)]).toEqual([400, [field]])
  })

  it('is not corrected to what it says, nor over a correction that was not read', async () => {
    const { id } = await givenAcuerdo(equipo)
    expect((await corregir(id, { aprobadoEn: APROBADO })).body.detail).toBe('No cambia nada de lo que consta.')
    const answers = await Promise.all(['Uno de dos', 'Dos de dos'].map((asunto) => corregir(id, { asunto })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('acuerdo.version_distinta')
    expect((await corregir(randomUUID(), { asunto: 'Ninguno' })).status).toBe(404)
  })

  it('is completed only where it is blank, and SQL alone replaces nothing', async () => {
    const { id } = await givenAcuerdo(equipo)
    const again = await send<Problem>(t, ['PUT', `/acuerdos/${id}`], { token: secretaria, json: { asunto: 'Otro asunto' } })
    expect([again.status, again.body.errors?.map(({ field }) => field)]).toEqual([400, ['asunto']])
    for (const change of [`numero = 'X'`, `fecha = fecha - 1`, `asunto = null`, `aprobado_en = now()`])
      await expect(sql(t, `update captura.acuerdo set ${change} where id = $1`, [id])).rejects.toThrow('no se altera sin conservarlo')
  })

  it.each(['verificacion', 'comision', 'transparencia', 'administracion'] as const)('is not corrected by %s', async (rol) => {
    const { id } = await givenAcuerdo(equipo)
    expect((await corregir(id, { asunto: 'Otro asunto' }, await t.tokenOf(rol))).body.code).toBe('acceso.sin_permiso')
  })
})
