import { randomUUID } from 'node:crypto'
import { read, type WorkSheet } from '@e965/xlsx'
import type { TipoCambio } from '@conoceles/domain'
import { sha256 } from '../../../apps/api/src/shared/criptografia/canonical.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenCandidatura, must, sql as query, type Given } from '../../support/registro/candidaturas.ts'
import { send } from '../../support/actos/envios.ts'
import { readPdf } from '../../support/pdf.ts'

let test_: TestApp
let token: string
let ana: Given
let coral: Given
let second: string

const sql = <T = Record<string, unknown>>(text: string, params: unknown[] = []) => query<T>(test_, text, params)

/** Legislatura: Ana is substituted by Dora on 22 April; Coral is struck out on the 25th and comes back on the 28th; Brisa stays. Alcaldía: Eva. */
beforeAll(async () => {
  test_ = await startTestApp()
  token = await test_.tokenOf('secretaria')
  ana = await givenCandidatura(test_, { nombre: 'Ana', numero: 1 })
  await givenCandidatura(test_, { nombre: 'Brisa', numero: 1, calidad: 'suplente' })
  coral = await givenCandidatura(test_, { nombre: '=HYPERLINK("x") #read("/etc/passwd")', contienda: 'legislatura-sur', numero: 1 })
  await givenCandidatura(test_, { nombre: 'Eva', contienda: 'alcaldia-m1', numero: 1 })
  second = await givenAcuerdo('VC/ACU/2', '2030-04-20')
  await sql(`update captura.candidatura set estatus = 'sustituida' where id = $1`, [ana.id])
  const dora = await givenCandidatura(test_, { nombre: 'Dora', numero: 1 })
  await sql('update captura.candidatura set acuerdo_id = $2 where id = $1', [dora.id, second])
  await givenCambio(ana, 'sustitucion', { efectos: '2030-04-22', entra: dora })
  await givenCambio(coral, 'cancelacion', { efectos: '2030-04-25' })
  await givenCambio(coral, 'restitucion', { efectos: '2030-04-28' })
})
afterAll(() => test_.close())

async function givenAcuerdo(numero: string, fecha: string): Promise<string> {
  const id = randomUUID()
  await sql('insert into captura.acuerdo (id, proceso_id, numero, fecha) values ($1, $2, $3, $4)', [
    id,
    test_.loaded.procesoId,
    numero,
    fecha,
  ])
  return id
}

let registered = 0

async function givenCambio(of: Given, tipo: TipoCambio, { efectos, entra }: { efectos: string; entra?: Given }): Promise<void> {
  await sql(
    `insert into captura.cambio (id, proceso_id, candidatura_id, tipo, acuerdo_id, efectos_desde, entra_id, diferencias, registrado_en, registrado_por, rol, folio)
     values ($1, $2, $3, $4, $5, $6, $7, '[]', timestamptz '2030-05-01T12:00Z' + $8 * interval '1 minute', $1, 'secretaria', $9)`,
    [randomUUID(), test_.loaded.procesoId, of.id, tipo, second, efectos, entra?.id ?? null, (registered += 1), `F-${registered}`],
  )
}

function exportar(search: Record<string, string>, { clave = 'L-1', as = token } = {}) {
  return send(test_, ['GET', `/exportaciones/listados/${clave}?${new URLSearchParams(search).toString()}`], { token: as })
}

function sheetOf(bytes: Buffer, at = 0): WorkSheet {
  const { Sheets, SheetNames } = read(bytes, { type: 'buffer', cellFormula: true })
  return Sheets[must(SheetNames[at])] as WorkSheet
}

const column = (sheet: WorkSheet, letter: string) =>
  Object.keys(sheet)
    .filter((key) => new RegExp(`^${letter}\\d+$`).test(key) && key !== `${letter}1`)
    .map((key) => String((sheet[key] as { v: unknown }).v).split(' ')[0])

async function namesAt(al: string): Promise<unknown[]> {
  const { status, bytes } = await exportar({ formato: 'xlsx', al })
  expect(status).toBe(200)
  return column(sheetOf(bytes), 'B').map((name) => (name?.startsWith('=') ? 'Coral' : name))
}

describe('the personas in force on a day', () => {
  it.each([
    ['2030-03-31', [], 'before any acuerdo'],
    ['2030-04-01', ['Ana', 'Brisa', 'Coral'], 'approved'],
    ['2030-04-21', ['Ana', 'Brisa', 'Coral'], 'the substitute approved, her effects still to come'],
    ['2030-04-22', ['Dora', 'Brisa', 'Coral'], 'substituted from that very day'],
    ['2030-04-25', ['Dora', 'Brisa'], 'struck out'],
    ['2030-04-27', ['Dora', 'Brisa'], 'still out'],
    ['2030-04-28', ['Dora', 'Brisa', 'Coral'], 'restored'],
    ['2030-05-02', ['Dora', 'Brisa', 'Coral'], 'today'],
  ])('%s: %j (%s)', async (al, names) => {
    expect(await namesAt(al)).toEqual(names)
  })

  it('today are those that the register says, and as many', async () => {
    const [now] = await sql<{ legislatura: number; todas: number }>(
      `select count(*) filter (where clave like 'legislatura%')::int as legislatura, count(*)::int as todas from captura.candidatura where estatus = 'aprobada'`,
    )
    const { bytes } = await exportar({ formato: 'xlsx' })
    expect(column(sheetOf(bytes), 'B')).toHaveLength(must(now).legislatura)
    const about = JSON.stringify(sheetOf(bytes, 1))
    expect(about).toContain(`${must(now).legislatura} candidaturas (legislatura), todas las vigentes el jueves 2 de mayo de 2030`)
    expect(about).toContain(`En todo el proceso hay ${must(now).todas} vigentes ese día`)
  })

  it('a substitute says whose place she took', async () => {
    const sheet = sheetOf((await exportar({ formato: 'xlsx', al: '2030-04-22' })).bytes)
    expect(['A2', 'B2', 'C2', 'D2', 'E2'].map((at) => (sheet[at] as { v: unknown }).v)).toEqual([
      1,
      'Dora Apellido',
      'Propietaria',
      'VC/ACU/2',
      'Ana Apellido',
    ])
    expect(sheet['E3']).toBeUndefined()
  })

  it.each(['2030-02-30', '2030-05-03', '20300502', '2030-13-01'])('%s is refused', async (al) => {
    expect(await exportar({ formato: 'xlsx', al })).toMatchObject({ status: 400, body: { errors: [{ field: 'al' }] } })
  })
})

describe('the personas of one acuerdo', () => {
  it('all that it approved, with what became of them by the day', async () => {
    const [first] = await sql<{ id: string; todas: number }>(
      `select ac.id, count(*)::int as todas from captura.acuerdo ac join captura.candidatura c on c.acuerdo_id = ac.id where ac.numero = 'VC/ACU/1' group by 1`,
    )
    const { bytes, headers } = await exportar({ formato: 'xlsx', acuerdo: must(first).id, al: '2030-04-26' })
    const sheet = sheetOf(bytes)
    expect(column(sheet, 'F')).toEqual(['Sustituida', 'Aprobada', 'Cancelada'])
    expect((sheet['F1'] as { v: string }).v).toBe('Estatus')
    const about = JSON.stringify(sheetOf(bytes, 1))
    expect(about).toContain('De ellas, 1 sustituida y 1 cancelada hasta el viernes 26 de abril de 2030')
    expect(about).toContain(`El acuerdo aprobó ${must(first).todas} candidaturas en total`)
    expect(headers['content-disposition']).toBe('attachment; filename="listado-L-1-acuerdo-VC-ACU-1-2030-04-26.xlsx"')
  })

  it('before it was approved, nobody', async () => {
    const { bytes } = await exportar({ formato: 'xlsx', acuerdo: second, al: '2030-04-19' })
    expect(column(sheetOf(bytes), 'B')).toEqual([])
    expect(JSON.stringify(sheetOf(bytes, 1))).toContain('No hay candidaturas (legislatura) que haya aprobado el acuerdo VC/ACU/2')
  })
})

describe('the files', () => {
  it('XLSX: what looks like a formula is text', async () => {
    const sheet = sheetOf((await exportar({ formato: 'xlsx' })).bytes)
    expect(sheet['B4']).toMatchObject({ t: 's', v: '=HYPERLINK("x") #read("/etc/passwd") Apellido' })
    expect(sheet['B4']).not.toHaveProperty('f')
  })

  it('PDF: accessible, and says institute, proceso, number, universe, cut, acuerdo, sums and simulacro, and no doubt of ours', async () => {
    const { status, bytes, headers } = await exportar({ formato: 'pdf', acuerdo: second })
    expect([status, headers['content-type'], headers['content-disposition']]).toEqual([
      200,
      'application/pdf',
      'attachment; filename="listado-L-1-acuerdo-VC-ACU-2-2030-05-02.pdf"',
    ])
    const text = readPdf.text(bytes)
    const said = [
      'Instituto Electoral de Valle Claro',
      'Proceso electoral ficticio de Valle Claro 2030',
      'Listado de candidaturas a la legislatura, mediante acuerdo VC/ACU/2, de fecha 20 de abril de 2030',
      '1 candidatura (legislatura), todas las que aprobó el acuerdo VC/ACU/2',
      'El acuerdo aprobó 1 candidatura en total',
      'Acuerdo: VC/ACU/2, del sábado 20 de abril de 2030',
      'Corte de los datos: jueves 2 de mayo de 2030, 10:0',
      'El presente listado suma 1 (una) candidatura.',
      'Secretaría Ejecutiva',
      'Simulacro: todas las personas de este documento son ficticias',
      'Dora Apellido',
      'Página 1 de 2',
    ]
    for (const each of said) expect(text).toContain(each)
    expect(text).not.toMatch(/por confirmar|Inventado para las pruebas/i)
    expect(readPdf.properties(bytes)).toMatchObject({
      Title: 'Listado de candidaturas a la legislatura, mediante acuerdo VC/ACU/2, de fecha 20 de abril de 2030',
      Tagged: 'yes',
    })
    expect(readPdf.structure(bytes)).toMatch(/Table[\s\S]*THead[\s\S]*TH[\s\S]*"Núm\."[\s\S]*TBody[\s\S]*"Dora Apellido"/)
  })

  it('PDF: a name is never an instruction', async () => {
    const text = readPdf.text((await exportar({ formato: 'pdf' })).bytes)
    expect(text).toContain('=HYPERLINK("x") #read("/etc/passwd") Apellido')
    expect(text).not.toContain('root:')
  })

  it('differ in their bytes with another cut', async () => {
    const hashes = new Set<string>()
    for (const al of ['2030-04-21', '2030-04-22']) hashes.add(sha256((await exportar({ formato: 'xlsx', al })).bytes))
    expect(hashes.size).toBe(2)
  })

  it('stand in the bitácora, each with its hash, its cut and its number', async () => {
    const { bytes } = await exportar({ formato: 'xlsx', al: '2030-04-26' })
    const [row] = await sql<{ contenido: string }>(
      `select contenido from bitacora.acto where acto = 'exportacion.listado' order by n desc limit 1`,
    )
    expect(JSON.parse(must(row).contenido)).toMatchObject({
      rol: 'secretaria',
      objeto: { tipo: 'proceso', id: test_.loaded.procesoId },
      detalle: {
        clave: 'L-1',
        formato: 'xlsx',
        al: '2030-04-26',
        corte: expect.stringMatching(/^2030-05-02T17:0/),
        candidaturas: 2,
        sha256: sha256(bytes),
      },
    })
  })
})

describe('access by role', () => {
  it.each(['secretaria', 'verificacion', 'comision'] as const)('%s sees the templates and exports', async (rol) => {
    const as = await test_.tokenOf(rol)
    const { body } = await send<{ elementos: unknown[] }>(test_, ['GET', '/exportaciones/listados'], { token: as })
    expect(body.elementos).toEqual([expect.objectContaining({ clave: 'L-1', cargos: ['legislatura'], confianza: 'alta' })])
    expect((await exportar({ formato: 'xlsx' }, { as })).status).toBe(200)
  })

  it.each(['captura', 'validacion', 'transparencia', 'administracion', 'auditoria'] as const)(
    '%s does not, and nothing is written',
    async (rol) => {
      const as = await test_.tokenOf(rol, rol === 'captura' || rol === 'validacion' ? { actor: 'PRIO' } : {})
      const count = () => sql(`select count(*) from bitacora.acto where acto like 'exportacion.%'`)
      const before = await count()
      expect((await exportar({ formato: 'pdf' }, { as })).status).toBe(403)
      expect((await send(test_, ['GET', '/exportaciones/listados'], { token: as })).status).toBe(403)
      expect(await count()).toEqual(before)
    },
  )
})

it.each<[string, Record<string, string>, { clave?: string }, number]>([
  ['an unknown listado', { formato: 'xlsx' }, { clave: 'L-9' }, 404],
  ['an unknown acuerdo', { formato: 'xlsx', acuerdo: randomUUID() }, {}, 404],
  ['an unknown format', { formato: 'docx' }, {}, 400],
  ['no format', {}, {}, 400],
  ['an acuerdo that is no identifier', { formato: 'xlsx', acuerdo: 'x' }, {}, 400],
])('%s is refused', async (...[, search, at, status]) => {
  expect((await exportar(search, at)).status).toBe(status)
})

it('an act of the institute moves it: the day before her substitution she is there, from that day the other', async () => {
  const gala = await givenCandidatura(test_, { nombre: 'Gala', contienda: 'legislatura-sur', numero: 2 })
  const entra = { nombre: 'Hilda', primerApellido: 'Apellido', sexo: 'mujer', fechaNacimiento: '1991-01-01' }
  const { status } = await send(test_, ['POST', `/candidaturas/${gala.id}/sustituir`], {
    token,
    json: { version: 1, acuerdoId: second, causa: 'renuncia', efectosDesde: '2030-04-30', entra },
  })
  expect(status).toBe(200)
  expect(await namesAt('2030-04-29')).toEqual(['Dora', 'Brisa', 'Coral', 'Gala'])
  expect(await namesAt('2030-04-30')).toEqual(['Dora', 'Brisa', 'Coral', 'Hilda'])
})
