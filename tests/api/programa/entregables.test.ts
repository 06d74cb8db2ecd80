import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { ROLES } from '@conoceles/domain'
import { zip } from '../../../apps/api/src/shared/archivos/zip-fixtures.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { actosDe, PDF } from '../../support/registro/cambios.ts'
import { must, sql } from '../../support/registro/candidaturas.ts'
import { Equipo, type Problem } from '../../support/actos/captura.ts'
import { agregarVersion, intentar, MOTIVO, office, pdf, recibir, trabajar, verTrabajo } from '../../support/actos/entregables.ts'
import { send } from '../../support/actos/envios.ts'
import { connectAs, count, REFUSED } from '../../support/roles.ts'

let test_: TestApp
let equipo: Equipo

beforeAll(async () => {
  test_ = await startTestApp({ ahora: '2030-04-25T10:00:00-07:00' })
  equipo = new Equipo(test_)
})
afterAll(() => test_.close())

const descargar = async (clave: string, numero: number, token?: string) =>
  send<Problem>(test_, ['GET', `/entregables/${clave}/versiones/${numero}/archivo`], { token: token ?? (await equipo.secretaria()) })

describe('a document that is received', () => {
  const receive = async (name: string, content: Buffer) =>
    send<{ id: string; nombre: string } & Problem>(test_, ['POST', '/documentos'], {
      token: await equipo.secretaria(),
      form: { file: { field: 'archivo', name, content } },
    })

  it.each([
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ] as const)('as %s goes out as what it is, to be kept and never opened in place', async (formato, medio) => {
    const content = office(formato)
    const { status, body } = await receive(`borrador.${formato}`, content)
    expect(status).toBe(201)
    const read = await send(test_, ['GET', `/documentos/${body.id}`], { token: await equipo.secretaria() })
    expect(read.bytes).toEqual(content)
    expect(read.headers['content-type']).toBe(medio)
    expect(read.headers['content-security-policy']).toBe('sandbox')
    expect(String(read.headers['content-disposition'])).toMatch(new RegExp(`^attachment; filename="documento-[0-9a-f]{12}\\.${formato}"$`))
  })

  it.each<[string, string, Buffer, RegExp]>([
    ['a workbook that calls itself a PDF', 'plan.pdf', office('xlsx'), /termina en \.pdf, pero el contenido es XLSX/],
    ['a document with macros', 'plan.docx', office('docx', { name: 'word/vbaProject.bin', content: PDF }), /lleva macros/],
    [
      'a bomb',
      'plan.xlsx',
      office('xlsx', { name: 'xl/a.xml', content: Buffer.alloc(130 * 1024 * 1024), declared: 1 }),
      /demasiado grande/,
    ],
    ['an archive of anything', 'plan.docx', zip([{ name: 'a.txt', content: PDF }]), /PDF, un DOCX o un XLSX/],
  ])('that is %s is refused with its sentence', async (_title, name, content, razon) => {
    const { status, body } = await receive(name, content)
    expect([status, body.code]).toEqual([422, 'entrada.archivo_invalido'])
    expect(body.detail).toMatch(razon)
  })

  it('for an acuerdo is still a PDF: a draft is not what was signed', async () => {
    const documentoId = await recibir(equipo, 'acuerdo.docx', office('docx'))
    const json = { numero: 'VC/DOCX', organo: 'concejo', aprobadoEn: '2030-04-20T10:00:00-07:00', asunto: 'Borrador', documentoId }
    const { status, body } = await send<Problem>(test_, ['POST', '/acuerdos'], { token: await equipo.secretaria(), json })
    expect([status, body.errors?.[0]?.field]).toEqual([400, 'documentoId'])
  })
})

describe('the versions of an entregable', () => {
  it('follow each other with their hash, and the first one makes the project', async () => {
    expect((await verTrabajo(equipo, 'A')).siguiente).toMatchObject({ clave: 'a', responsables: [{ nombre: 'Oficina de Valle Claro' }] })
    const documentoId = await recibir(equipo, 'plan.docx', office('docx'))
    const first = await agregarVersion(equipo, 'A', { documentoId })
    expect(first.acuse).toMatchObject({ acto: 'entregable.version_agregada', folio: expect.stringMatching(/^[0-9A-Z]{5}-/) })
    const { trabajo } = await agregarVersion(equipo, 'A', { clase: 'reunion_trabajo', nota: 'Con lo observado', fecha: '2030-04-22' })
    expect(trabajo.versiones.map(({ numero, clase, rol }) => [numero, clase, rol])).toEqual([
      [2, 'reunion_trabajo', 'secretaria'],
      [1, 'proyecto', 'secretaria'],
    ])
    expect(trabajo.versiones[1]?.documento).toMatchObject({ nombre: 'plan.docx', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(trabajo.pasos[0]).toMatchObject({ estatus: 'hecho', fecha: '2030-04-20', referencia: 'Versión 1' })
    expect(trabajo.siguiente?.clave).toBe('b')
    expect((await actosDe(test_, 'A')).filter((acto) => acto === 'entregable.version_agregada')).toHaveLength(2)
  })

  it('are one after a double click, two when two people add at once, and the same file twice is refused', async () => {
    const json = { clase: 'otra', fecha: '2030-04-21', nota: 'Anexo', documentoId: await recibir(equipo) }
    const before = (await verTrabajo(equipo, 'A')).versiones.length
    const llave = randomUUID()
    const twice = await Promise.all([1, 2].map(() => intentar(equipo, ['A', 'versiones'], json, { llave })))
    expect(twice.map(({ status }) => status)).toEqual([200, 200])
    expect(twice[0]?.body.acuse.folio).toBe(twice[1]?.body.acuse.folio)
    const other = await intentar(equipo, ['A', 'versiones'], { ...json, nota: 'Otro texto' }, { llave })
    expect(other.body.code).toBe('idempotencia.contenido_distinto')
    expect((await intentar(equipo, ['A', 'versiones'], json)).body).toMatchObject({
      status: 409,
      code: 'entregable.acto_no_permitido',
      detail: `Ese mismo archivo ya es la versión ${before + 1}.`,
    })
    const documents = [await recibir(equipo), await recibir(equipo)]
    await Promise.all(documents.map((documentoId) => trabajar(equipo, ['A', 'versiones'], { ...json, documentoId })))
    const numbers = (await verTrabajo(equipo, 'A')).versiones.map(({ numero }) => numero)
    expect(numbers).toEqual(Array.from({ length: before + 3 }, (_, at) => before + 3 - at))
  })

  it.each<[string, object, string]>([
    ['dated tomorrow', { fecha: '2030-04-26' }, 'fecha'],
    ['on a day that does not exist', { fecha: '2030-02-30' }, 'fecha'],
    ['with a class that is none', { clase: 'borrador' }, 'clase'],
    ['that says nothing of what changed', { nota: '   ' }, 'nota'],
    ['with a document that is not there', { documentoId: randomUUID() }, 'documentoId'],
  ])('%s are refused with the field', async (_title, wrong, field) => {
    const json = { clase: 'proyecto', fecha: '2030-04-20', nota: 'Proyecto', documentoId: await recibir(equipo), ...wrong }
    const { status, body } = await intentar(equipo, ['A', 'versiones'], json)
    expect([status, body.errors?.map((error) => error.field)]).toEqual([400, [field]])
  })

  it('that were withdrawn stay listed with their reason, can be downloaded, and make no project', async () => {
    const content = pdf()
    await agregarVersion(equipo, 'B/2030-04', { documentoId: await recibir(equipo, 'informe.pdf', content) })
    const { trabajo } = await trabajar(equipo, ['B/2030-04', 'versiones/1/retirar'], MOTIVO)
    expect(trabajo.versiones).toMatchObject([{ numero: 1, retiro: MOTIVO }])
    expect((await intentar(equipo, ['B/2030-04', 'versiones/1/retirar'], MOTIVO)).status).toBe(409)
    expect((await intentar(equipo, ['B/2030-04', 'versiones/9/retirar'], MOTIVO)).status).toBe(404)
    const read = await descargar('B~2030-04', 1, await test_.tokenOf('auditoria'))
    expect([read.status, read.bytes, read.headers['content-security-policy']]).toEqual([200, content, 'sandbox'])
    expect((await descargar('B~2030-04', 2)).status).toBe(404)
    const again = await agregarVersion(equipo, 'B/2030-04')
    expect(again.trabajo.versiones.map(({ numero }) => numero)).toEqual([2, 1])
  })
})

describe('the minimum contents', () => {
  it('are open until somebody says where each one is; the final version warns and goes in all the same', async () => {
    const { versiones, contenidos, advertencias } = await verTrabajo(equipo, 'A')
    expect(contenidos.map(({ texto, abierto }) => [texto, abierto])).toEqual([
      ['Áreas responsables', true],
      ['Calendario', true],
    ])
    expect(advertencias).toEqual([])
    const version = must(versiones[0]).numero
    const marked = await trabajar(equipo, ['A', 'contenidos/senalar'], { contenido: 'Calendario', lugar: ' Página  3 ', version })
    expect(marked.trabajo.contenidos[1]).toMatchObject({ senal: { lugar: 'Página 3', version }, abierto: false })
    const { trabajo } = await agregarVersion(equipo, 'A', { clase: 'final', nota: 'Versión aprobada' })
    expect(trabajo.advertencias).toEqual(['Nadie ha señalado dónde está «Áreas responsables».'])
    await trabajar(equipo, ['A', `versiones/${must(trabajo.versiones[0]).numero}/retirar`], MOTIVO)
    expect((await verTrabajo(equipo, 'A')).advertencias).toEqual([])
  })

  it('are open again when the mark is taken away, or the version that it names', async () => {
    const { trabajo } = await agregarVersion(equipo, 'A', { clase: 'comision', nota: 'A sesión' })
    const { numero } = must(trabajo.versiones[0])
    const again = await trabajar(equipo, ['A', 'contenidos/senalar'], { contenido: 'Calendario', lugar: 'Apartado 2', version: numero })
    expect(again.trabajo.contenidos[1]?.senal?.lugar).toBe('Apartado 2')
    const left = await trabajar(equipo, ['A', `versiones/${numero}/retirar`], MOTIVO)
    expect(left.trabajo.contenidos[1]).toMatchObject({ senal: { version: numero }, abierto: true })
    const gone = await intentar(equipo, ['A', 'contenidos/senalar'], { contenido: 'Calendario', lugar: 'P. 1', version: numero })
    expect(gone.body.errors?.[0]?.field).toBe('version')
    await trabajar(equipo, ['A', 'contenidos/quitar'], { contenido: 'Calendario', ...MOTIVO })
    expect((await intentar(equipo, ['A', 'contenidos/quitar'], { contenido: 'Calendario', ...MOTIVO })).status).toBe(409)
    expect((await intentar(equipo, ['A', 'contenidos/senalar'], { contenido: 'Otro', lugar: 'P. 1', version: 1 })).status).toBe(404)
    const rows = await sql<{ lugar: string; quitado_motivo: string }>(
      test_,
      `select lugar, quitado_motivo from captura.entregable_contenido where contenido = 'Calendario' order by registrado_en`,
    )
    expect(rows.map(({ lugar }) => lugar)).toEqual(['Página 3', 'Apartado 2'])
    expect(rows.map(({ quitado_motivo: motivo }) => motivo)).toEqual(['Se señaló de nuevo.', MOTIVO.motivo])
  })

  it('are warned about when it was sent, final version or not', async () => {
    const remitir = async () =>
      send(test_, ['POST', '/actividades/A/cumplir'], {
        token: await equipo.secretaria(),
        json: { milestone: 'pleno', aplica: true, ocurridoEn: '2030-04-24T10:00:00-07:00', referencia: 'VC/ACU/1' },
      })
    await remitir()
    expect((await verTrabajo(equipo, 'A')).advertencias).toEqual([])
    await agregarVersion(equipo, 'A', { clase: 'final', nota: 'La aprobada' })
    expect((await verTrabajo(equipo, 'A')).advertencias).toHaveLength(2)
  })
})

describe('the roles that work on it', () => {
  it.each(['verificacion', 'comision', 'transparencia', 'auditoria'] as const)('%s reads, and changes no document', async (rol) => {
    const token = await test_.tokenOf(rol)
    expect((await verTrabajo(equipo, 'A', token)).versiones.length).toBeGreaterThan(0)
    for (const place of ['versiones', 'versiones/1/retirar', 'contenidos/senalar', 'pasos/b/hecho'])
      expect((await intentar(equipo, ['A', place], {}, { token })).body.code).toBe('acceso.sin_permiso')
  })

  it.each(['captura', 'validacion', 'administracion'] as const)('%s does not even read', async (rol) => {
    const token = await test_.tokenOf(rol, rol === 'administracion' ? {} : { actor: 'PRIO' })
    expect((await send(test_, ['GET', '/entregables/A'], { token })).body).toMatchObject({ code: 'acceso.sin_permiso' })
  })

  it('finds nothing under a clave that is none', async () => {
    expect((await send(test_, ['GET', '/entregables/Z'], { token: await equipo.secretaria() })).status).toBe(404)
    expect((await intentar(equipo, ['Z', 'contenidos/senalar'], { contenido: 'x', lugar: 'y', version: 1 })).status).toBe(404)
  })
})

describe('the tables of the work, with nothing but SQL', () => {
  const TABLES = ['version', 'contenido', 'observacion', 'respuesta', 'paso'].map((name) => `captura.entregable_${name}`)
  let client: pg.Client
  beforeAll(async () => {
    client = await connectAs(test_, 'instituto')
  })
  afterAll(() => client.end())

  it('lose no row and no word to any role', async () => {
    for (const rol of ROLES) {
      for (const table of TABLES) expect([table, await count(client, { text: `delete from ${table}` }, { rol })]).toEqual([table, REFUSED])
      for (const text of [
        `update captura.entregable_version set nota = 'otra'`,
        `update captura.entregable_observacion set texto = 'otro'`,
        `update captura.entregable_respuesta set texto = 'otra'`,
      ])
        expect([text, await count(client, { text }, { rol })]).toEqual([text, REFUSED])
    }
  })

  it('let only the secretaría withdraw a version, and only the institute look', async () => {
    const text = `update captura.entregable_version set retirada_motivo = retirada_motivo`
    for (const rol of ROLES) expect([rol, Number(await count(client, { text }, { rol })) > 0]).toEqual([rol, rol === 'secretaria'])
    const actor = await connectAs(test_, 'actor')
    for (const table of TABLES) expect(await count(actor, { text: `select 1 from ${table}` }, { rol: 'captura' })).toBe(REFUSED)
    await actor.end()
  })
})
