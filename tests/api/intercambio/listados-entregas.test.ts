import { sha256 } from '../../../apps/api/src/shared/criptografia/canonical.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { actorId, givenCandidatura, must, sql as query } from '../../support/registro/candidaturas.ts'
import { send } from '../../support/actos/envios.ts'
import { readPdf } from '../../support/pdf.ts'

let test_: TestApp
let token: string
let acuerdo: string
const HASH = '$argon2id$v=19$secreto-que-no-sale'

const sql = <T = Record<string, unknown>>(text: string, params: unknown[] = []) => query<T>(test_, text, params)

beforeAll(async () => {
  test_ = await startTestApp()
  token = await test_.tokenOf('secretaria')
  const mine = { entregada: false, contienda: 'alcaldia-m1' }
  await givenCandidatura(test_, { ...mine, nombre: 'Ana', numero: 1 })
  const brisa = await givenCandidatura(test_, { ...mine, nombre: 'Brisa', numero: 1, calidad: 'suplente' })
  await givenCandidatura(test_, { ...mine, nombre: 'Coral', numero: 2, estatus: 'cancelada' })
  await givenCandidatura(test_, { ...mine, nombre: 'Ajena', actor: 'PFAR' })
  await test_.tokenOf('captura', { actor: 'PRIO' })
  await test_.tokenOf('validacion', { actor: 'PRIO' })
  await test_.tokenOf('candidata', { actor: 'PRIO', candidaturaId: brisa.id })
  await test_.tokenOf('captura', { actor: 'PFAR' })
  await sql(`update acceso.cuenta set contrasena = $1`, [HASH])
  await sql(`update acceso.cuenta set nombre = 'Captura del Río' where rol = 'captura' and actor_politico_id = $1`, [
    actorId(test_, 'PRIO'),
  ])
  await sql(`update acceso.cuenta set estatus = 'desactivada', nombre = 'Quien se fue' where rol = 'validacion'`)
  await sql(`update acceso.cuenta set nombre = 'Captura del Faro' where actor_politico_id = $1`, [actorId(test_, 'PFAR')])
  const [row] = await sql<{ id: string }>(`select id from captura.acuerdo where numero = 'VC/ACU/1'`)
  acuerdo = must(row).id
})
afterAll(() => test_.close())

function exportar(actor: string, { as = token, of = acuerdo } = {}) {
  return send(test_, ['GET', `/exportaciones/entregas/hoja?acuerdo=${of}&actor=${actor}`], { token: as })
}

describe('the sheet of a delivery', () => {
  it('before it: what will be delivered, to whom, with which term, and where to sign', async () => {
    const { status, bytes, headers } = await exportar(actorId(test_, 'PRIO'))
    expect([status, headers['content-type'], headers['content-disposition']]).toEqual([
      200,
      'application/pdf',
      'attachment; filename="entrega-VC-ACU-1-PRIO-2030-05-02.pdf"',
    ])
    const text = readPdf.text(bytes)
    const said = [
      'Instituto Electoral de Valle Claro',
      'Partido Río (PRIO)',
      'VC/ACU/1, del lunes 1 de abril de 2030',
      'Se entregan: 2 cuentas, para 2 candidaturas',
      'Entrega registrada: todavía no',
      '10 días naturales, que se cuentan desde el día siguiente al de la entrega de las cuentas. Si la entrega es hoy, jueves 2 de mayo de 2030, vence el domingo 12 de mayo de 2030 a las 23:59 horas',
      'Captura del Río cuenta-',
      'Captura la propia',
      'Ana Apellido',
      'Brisa Apellido',
      'Firma de quien recibe',
      'Fecha y hora en que recibe',
    ]
    for (const each of said) expect(text).toContain(each)
    for (const each of ['Ajena', 'Coral', 'Quien se fue', 'Captura del Faro']) expect(text).not.toContain(each)
    expect(readPdf.properties(bytes)).toMatchObject({
      Title: 'Entrega de cuentas de captura',
      Tagged: 'yes',
      'Page size': '612 x 792 pts (letter)',
    })
  })

  it('never has a password, nor what is kept of one', async () => {
    const { bytes } = await exportar(actorId(test_, 'PRIO'))
    expect(readPdf.text(bytes)).toContain('Este documento no contiene contraseñas')
    expect(readPdf.text(bytes)).not.toContain('argon2')
    expect(bytes.toString('latin1')).not.toContain('argon2')
  })

  it('after it: who received, when, the folio and the end of the term', async () => {
    const entregada = await send<{ id: string }>(test_, ['POST', '/entregas'], {
      token,
      json: {
        acuerdoId: acuerdo,
        actorPoliticoId: actorId(test_, 'PRIO'),
        recibe: 'Sol Mar, representante',
        entregadaEn: '2030-05-02T09:30:00-07:00',
      },
    })
    expect(entregada.status).toBeLessThan(300)
    const text = readPdf.text((await exportar(actorId(test_, 'PRIO'))).bytes)
    const [row] = await sql<{ folio: string }>('select folio from captura.entrega')
    expect(text).toContain(`Entrega registrada: jueves 2 de mayo de 2030, 09:30 horas; folio ${must(row).folio}`)
    expect(text).toContain('Recibió: Sol Mar, representante')
    expect(text).toContain('Vence el domingo 12 de mayo de 2030 a las 23:59 horas')
    expect(text).toContain('para 2 candidaturas')
  })

  it('stands in the bitácora with its hash, without names', async () => {
    const { bytes } = await exportar(actorId(test_, 'PFAR'))
    const [row] = await sql<{ contenido: string }>(
      `select contenido from bitacora.acto where acto = 'exportacion.entrega' order by n desc limit 1`,
    )
    const entry = JSON.parse(must(row).contenido)
    expect(entry).toMatchObject({
      rol: 'secretaria',
      objeto: { tipo: 'acuerdo', id: acuerdo },
      detalle: { actor: 'PFAR', candidaturas: 1, cuentas: 1, sha256: sha256(bytes) },
    })
    expect(must(row).contenido).not.toMatch(/Ajena|Faro|@/)
  })
})

it.each(['verificacion', 'comision'] as const)('%s may see it', async (rol) => {
  expect((await exportar(actorId(test_, 'PRIO'), { as: await test_.tokenOf(rol) })).status).toBe(200)
})

it.each(['captura', 'validacion', 'transparencia', 'administracion', 'auditoria'] as const)('%s may not', async (rol) => {
  const as = await test_.tokenOf(rol, rol === 'captura' || rol === 'validacion' ? { actor: 'PRIO' } : {})
  expect((await exportar(actorId(test_, 'PRIO'), { as })).status).toBe(403)
})

it('there is none of an acuerdo that gave this actor político nothing', async () => {
  expect((await exportar(actorId(test_, 'PCOM'))).status).toBe(404)
  expect((await exportar(actorId(test_, 'PRIO'), { of: actorId(test_, 'PRIO') })).status).toBe(404)
})
