import { bitacoraOf } from '../../support/acceso.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { send } from '../../support/actos/envios.ts'
import { actOn, csvOf, filasOf, handIn, upload, type FilaListada, type Importacion, type Row } from '../../support/registro/listas.ts'

let test_: TestApp
let token: string

beforeAll(async () => {
  test_ = await startTestApp()
  token = await test_.tokenOf('secretaria')
})
afterAll(() => test_.close())

const confirm = (id: string, json: object = {}) => actOn(test_, token, [id, 'confirmar'], json)
const sql = <T>(text: string, params: unknown[] = []) => test_.owner.query(text, params) as Promise<T[]>
const count = async () => (await sql<{ n: number }>('select count(*)::int as n from captura.candidatura'))[0]?.n

const formula: Row[] = [
  { clave: 'a-P', accion_afirmativa: 'Personas isleñas' },
  { clave: 'a-S', calidad: 'suplente', nombre: 'José   Ñandú', sexo: 'hombre' },
  { clave: 'b-P', actor_politico: 'LUCES', partido_origen: 'PCOM' },
]

describe('a list', () => {
  let proposal: Importacion

  it('is received at once, read and judged row by row, and changes nothing yet', async () => {
    const received = await handIn(test_, token, csvOf([...formula, { clave: 'mala', numero: '9', cargo: 'virreinato' }]))
    expect(received).toMatchObject({ status: 202, body: { estatus: 'leyendo', formato: 'lista', cerradaEn: null } })
    await test_.services.importador.trabajar()
    proposal = (await send<Importacion>(test_, ['GET', `/importaciones/${received.body.id}`], { token })).body
    expect(proposal).toMatchObject({ estatus: 'propuesta', avance: null, resumen: { crear: 3, cambiar: 0, igual: 0, rechazar: 1 } })
    const filas = await filasOf(test_, token, proposal.id)
    expect(filas[3]).toMatchObject({ fila: 5, veredicto: 'rechazar', errores: [{ columna: 'cargo' }] })
    expect(await count()).toBe(0)
    expect(await bitacoraOf(test_, 'importacion.recibida')).toHaveLength(1)
    expect(await bitacoraOf(test_, 'importacion.propuesta')).toHaveLength(1)
  })

  it('is looked at with the rules of the pack, which stop nothing', async () => {
    const filas = await filasOf(test_, token, proposal.id)
    expect(filas.map(({ advertencias }) => advertencias.map(({ regla }) => regla))).toEqual([
      ['pareja', 'islas', 'unica'],
      ['pareja'],
      ['completa', 'islas', 'unica'],
      [],
    ])
    expect(filas[0]?.advertencias[0]?.texto).toContain('no son del mismo sexo')
    expect(proposal.resumen.advertir).toBe(3)
  })

  it('is listed by verdict, page by page', async () => {
    const page = async (query: string) =>
      (
        await send<{ elementos: FilaListada[]; total: number; siguiente: string | null }>(
          test_,
          ['GET', `/importaciones/${proposal.id}/filas?${query}`],
          { token },
        )
      ).body
    const first = await page('veredicto=crear&limite=2')
    expect([first.elementos.map(({ fila }) => fila), first.total]).toEqual([[2, 3], 3])
    const second = await page(`veredicto=crear&limite=2&despues=${first.siguiente}`)
    expect([second.elementos.map(({ fila }) => fila), second.siguiente]).toEqual([[4], null])
    expect([(await page('veredicto=rechazar')).total, (await page('advertidas=true')).total]).toEqual([1, 3])
  })

  it('waits with its file encrypted', async () => {
    const [piece] = await sql<{ cifrada: Buffer }>('select cifrada from identidad.archivo where importacion_id = $1', [proposal.id])
    expect(piece?.cifrada.toString('latin1')).not.toMatch(/1990-02-28|Apellido/)
  })

  it('with refused rows is not confirmed unless they are left out on purpose', async () => {
    expect(await confirm(proposal.id)).toMatchObject({ status: 409, body: { code: 'importacion.con_rechazos' } })
    expect(await count()).toBe(0)
    const { body } = await confirm(proposal.id, { omitirRechazadas: true })
    expect(body).toMatchObject({ estatus: 'confirmada', falla: null, acuse: { acto: 'importacion.confirmada' } })
    expect(await count()).toBe(3)
  })

  it('leaves candidaturas that are approved, not captured, not delivered, and in the hands of the party of origin', async () => {
    const rows =
      await sql(`select c.clave, c.estatus, c.estatus_captura, c.cuenta_entregada::text as entrega, r.clave as responsable, o.clave as origen, p.nombre, c.accion_afirmativa
      from captura.candidatura c join captura.persona p on p.id = c.persona_id join captura.actor_politico r on r.id = c.responsable_id
      left join captura.actor_politico o on o.id = c.partido_origen_id order by c.clave`)
    const common = { estatus: 'aprobada', estatus_captura: 'sin_captura', entrega: null }
    expect(rows).toEqual([
      { ...common, clave: 'a-P', responsable: 'PRIO', origen: 'PRIO', nombre: 'Nombre', accion_afirmativa: 'islena' },
      { ...common, clave: 'a-S', responsable: 'PRIO', origen: 'PRIO', nombre: 'José Ñandú', accion_afirmativa: null },
      { ...common, clave: 'b-P', responsable: 'PCOM', origen: 'PCOM', nombre: 'Nombre', accion_afirmativa: null },
    ])
  })

  it('is written into the bitácora with its claves as a hash, and wakes the publisher', async () => {
    const [entry] = await bitacoraOf(test_, 'importacion.confirmada')
    expect(entry?.detalle).toMatchObject({ creadas: 3, cambiadas: 0, omitidas: 1, claves: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect((await bitacoraOf(test_, 'candidatura.registrada'))[0]?.detalle.candidaturas).toHaveLength(3)
    expect(JSON.stringify(await sql('select contenido from bitacora.acto'))).not.toContain('Ñandú')
    const pending = await sql<{ n: number }>(
      'select 1 from captura.publicacion_pendiente p join captura.candidatura c on c.id = p.candidatura_id',
    )
    expect(pending).toHaveLength(3)
  })

  it('that is confirmed keeps neither its file nor its cells', async () => {
    expect(await sql('select 1 from identidad.archivo where importacion_id = $1', [proposal.id])).toEqual([])
    expect(await sql('select 1 from captura.importacion_fila where celdas is not null')).toEqual([])
  })

  it('is confirmed once', async () => {
    expect(await confirm(proposal.id, { omitirRechazadas: true })).toMatchObject({
      status: 409,
      body: { code: 'importacion.no_confirmable' },
    })
    expect(await send(test_, ['POST', `/importaciones/${proposal.id}/descartar`], { token })).toMatchObject({ status: 409 })
  })

  it('handed in twice is equal in every row, and confirming it changes nothing', async () => {
    const before = await sql('select * from captura.candidatura order by id')
    const { body } = await upload(test_, token, csvOf(formula))
    expect(body.resumen).toMatchObject({ crear: 0, cambiar: 0, igual: 3, rechazar: 0 })
    expect((await confirm(body.id)).body.estatus).toBe('confirmada')
    expect(await sql('select * from captura.candidatura order by id')).toEqual(before)
  })

  it('that still names who left the register says so, and judges the register without her', async () => {
    await sql(`update captura.candidatura set estatus = 'cancelada', version = version + 1 where clave = 'a-P'`)
    const { body } = await upload(test_, token, csvOf(formula))
    const filas = await filasOf(test_, token, body.id)
    await sql(`update captura.candidatura set estatus = 'aprobada', version = version + 1 where clave = 'a-P'`)
    expect(filas[0]).toMatchObject({
      veredicto: 'igual',
      advertencias: [{ columna: 'clave', texto: expect.stringContaining('Ya no compite') }],
    })
    expect(filas[1]?.advertencias.map(({ regla }) => regla)).not.toContain('pareja')
  })

  it('corrects what changed, and only that; it is found by its new words', async () => {
    const [before] = await sql<{ version: number }>(`select version from captura.candidatura where clave = 'a-P'`)
    const { body } = await upload(test_, token, csvOf([{ ...formula[0], apodo: 'La Ola', eleccion_consecutiva: 'Sí' }]))
    expect((await filasOf(test_, token, body.id))[0]?.cambios).toEqual([
      { campo: 'apodo', antes: null, despues: 'La Ola' },
      { campo: 'eleccion_consecutiva', antes: 'no', despues: 'sí' },
    ])
    await confirm(body.id)
    const [row] = await sql(
      `select p.apodo, c.eleccion_consecutiva, c.version from captura.candidatura c join captura.persona p on p.id = c.persona_id where c.clave = 'a-P'`,
    )
    expect(row).toEqual({ apodo: 'La Ola', eleccion_consecutiva: true, version: (before?.version ?? 0) + 1 })
    expect(await sql(`select 1 from captura.palabra where palabra = 'ola'`)).toHaveLength(1)
    expect(await count()).toBe(3)
  })

  it('lets two candidaturas change places, each with the folio of the fórmula it comes to', async () => {
    const rp: Row = { demarcacion: 'sur' }
    const both = [
      { clave: 'x-1', numero: '1', ...rp },
      { clave: 'x-2', numero: '2', ...rp },
    ]
    const first = await upload(test_, token, csvOf(both))
    expect(first.body.resumen).toMatchObject({ crear: 2 })
    await confirm(first.body.id)
    const folios = () => sql(`select numero, folio_formula from captura.candidatura where clave like 'x-%' order by numero`)
    const before = await folios()
    const { body } = await upload(test_, token, csvOf(both.map((row) => ({ ...row, numero: row.numero === '1' ? '2' : '1' }))))
    expect((await confirm(body.id)).body).toMatchObject({ estatus: 'confirmada', resumen: { cambiar: 2 } })
    expect(await sql(`select clave, numero from captura.candidatura where clave like 'x-%' order by clave`)).toEqual([
      { clave: 'x-1', numero: 2 },
      { clave: 'x-2', numero: 1 },
    ])
    expect((await folios()).map((row) => (row as { numero: number }).numero)).toEqual(
      before.map((row) => (row as { numero: number }).numero),
    )
    expect(new Set((await folios()).map((row) => (row as { folio_formula: number }).folio_formula)).size).toBe(2)
  })

  it('creates the postulación that it implies, and says so before', async () => {
    const { body } = await upload(test_, token, csvOf([{ clave: 'c-P', actor_politico: 'PFAR', acuerdo_numero: 'VC/ACU/2' }]))
    const [fila] = await filasOf(test_, token, body.id)
    expect(fila?.cambios).toEqual([{ campo: 'postulacion', antes: null, despues: 'Partido Faro en Legislatura, Distrito Norte' }])
    await confirm(body.id)
    const [row] =
      await sql(`select po.orden, po.integrantes, ac.numero from captura.candidatura c join captura.postulacion po on po.id = c.postulacion_id
      join captura.acuerdo ac on ac.id = c.acuerdo_id where c.clave = 'c-P'`)
    expect(row).toEqual({ orden: 3, integrantes: [], numero: 'VC/ACU/2' })
  })

  it('is reviewed again where its data changed since it was shown, and nothing is written', async () => {
    const first = await upload(test_, token, csvOf([{ clave: 'd-S', demarcacion: 'sur', calidad: 'suplente' }]))
    const second = await upload(test_, token, csvOf([{ clave: 'd-S', demarcacion: 'sur', calidad: 'suplente', apodo: 'Otra' }]))
    expect((await confirm(first.body.id)).body.estatus).toBe('confirmada')
    const { body } = await confirm(second.body.id)
    expect(body).toMatchObject({ estatus: 'propuesta', falla: expect.stringContaining('cambiaron'), resumen: { crear: 0, cambiar: 1 } })
    expect(await sql(`select 1 from captura.persona where apodo = 'Otra'`)).toEqual([])
    expect((await confirm(second.body.id)).body).toMatchObject({ estatus: 'confirmada', falla: null })
  })

  it('that is discarded keeps no personal data', async () => {
    const { body } = await upload(test_, token, csvOf([{ clave: 'z', nombre: 'Zenobia', cargo: 'alcaldia', demarcacion: 'm1' }]))
    expect((await send(test_, ['POST', `/importaciones/${body.id}/descartar`], { token })).status).toBe(204)
    expect((await send<Importacion>(test_, ['GET', `/importaciones/${body.id}`], { token })).body.estatus).toBe('descartada')
    expect(await filasOf(test_, token, body.id)).toEqual([])
    for (const table of ['captura.importacion_fila', 'identidad.archivo']) {
      expect(await sql(`select 1 from ${table} where importacion_id = $1`, [body.id])).toEqual([])
    }
  })

  it('stays in the list of lists, newest first', async () => {
    const { body } = await send<{ elementos: Importacion[]; total: number; siguiente: string | null }>(test_, ['GET', '/importaciones'], {
      token,
    })
    expect(body.elementos).toHaveLength(body.total)
    expect(body.elementos[0]).toMatchObject({ estatus: 'descartada', resumen: { crear: 1 } })
    expect(body.siguiente).toBeNull()
  })
})

it.each(['validacion', 'verificacion', 'administracion'] as const)('%s does not import', async (rol) => {
  const other = await test_.tokenOf(rol, { actor: 'PRIO' })
  expect((await send(test_, ['GET', '/importaciones'], { token: other })).status).toBe(403)
  expect((await upload(test_, other, csvOf([{}]))).status).toBe(403)
})
