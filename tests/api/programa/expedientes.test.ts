import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openExpediente } from '../../../apps/api/src/cli/verificacion/expediente-source.ts'
import { verifyExpediente } from '../../../apps/api/src/cli/verificacion/verify-expediente.ts'
import { sha256 } from '../../../apps/api/src/shared/criptografia/canonical.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenDocumento, PDF } from '../../support/registro/cambios.ts'
import { moveReloj, must, sql } from '../../support/registro/candidaturas.ts'
import { Equipo, givenCapturada, RESPUESTAS } from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { unpack, unzip, type Archivos } from '../../support/actos/expedientes.ts'
import { preparar, type RemisionVista } from '../../support/actos/remisiones.ts'

interface Indice {
  firmadoEn: string
  alcance: string | null
  entregables: { clave: string; statements: object[]; resoluciones: { razon: string }[]; hitos: { milestone: string; estatus: string }[] }[]
  archivos: { ruta: string; titulo: string; sha256: string; bytes: number; entregables: string[] }[]
  bitacora: { n: number; contenido: string; hash: string }[]
  acuses: { folio: string; acto: string }[]
}

let test_: TestApp
let secretaria: string
let remision: RemisionVista

beforeAll(async () => {
  test_ = await startTestApp()
  const equipo = new Equipo(test_)
  secretaria = await equipo.secretaria()
  await givenCapturada(equipo, { nombre: 'Canaria', primerApellido: 'Expediente' })
  await moveReloj(test_, '2030-05-06T10:00:00-07:00')
  const evidencia = await givenDocumento(equipo)
  const hecho = {
    milestone: 'pleno',
    aplica: true,
    ocurridoEn: '2030-05-02T12:00:00-07:00',
    referencia: 'VC/ACU/7',
    documentoId: evidencia,
  }
  await post('/actividades/A/cumplir', hecho)
  await post('/actividades/B~2030-04/resolver', { milestone: 'remision', statement: 'B-1', razon: 'Es la única fuente & <b>basta</b>.' })
  remision = await preparar(test_, secretaria, { entregables: ['B/2030-04'], anexos: [await givenDocumento(equipo)] })
  await post(`/remisiones/${remision.id}/enviar`, {
    version: 1,
    enviadaEn: '2030-05-06T09:00:00-07:00',
    medio: 'fisico',
    oficioId: await givenDocumento(equipo),
  })
  await post(`/remisiones/${remision.id}/acuse`, {
    recibidaEn: '2030-05-06T09:30:00-07:00',
    folio: 'INE/9',
    documentoId: await givenDocumento(equipo),
  })
})
afterAll(() => test_.close())

async function post(path: string, json: object): Promise<void> {
  const { status, bytes } = await send(test_, ['POST', path], { token: secretaria, json })
  if (status !== 200) throw new Error(`${path}: ${status} ${bytes.toString()}`)
}

async function descargar(
  clave?: string,
  token = secretaria,
): Promise<{ bytes: Buffer; files: Archivos; indice: Indice; headers: Record<string, unknown> }> {
  const query = clave ? `?entregable=${encodeURIComponent(clave)}` : ''
  const { status, bytes, headers } = await send(test_, ['GET', `/expedientes${query}`], { token })
  if (status !== 200) throw new Error(`${status} ${bytes.toString()}`)
  const files = await unzip(bytes)
  return { bytes, files, headers, indice: JSON.parse(must(files.get('indice.json')).toString()) as Indice }
}

describe('the expediente of an entregable', () => {
  it('has its documents, oficio, attachments and acuse, each with its hash, and nothing that the index does not name', async () => {
    const { files, indice, headers } = await descargar('B/2030-04')
    // No length: it is sent while it is made.
    expect([headers['content-type'], headers['content-length']]).toEqual(['application/zip', undefined])
    expect(headers['content-disposition']).toBe('attachment; filename="expediente-B-2030-04-2030-05-06.zip"')
    const carpeta = `remisiones/${remision.numero.replaceAll('/', '~')}-${remision.id.slice(0, 8)}`
    const short = sha256(PDF).slice(0, 12)
    expect(indice.archivos.map(({ ruta }) => ruta)).toEqual([
      `entregables/B~2030-04/remision-${short}.pdf`,
      `${carpeta}/acuse-${short}.pdf`,
      `${carpeta}/anexo-01-${short}.pdf`,
      `${carpeta}/oficio-firmado-${short}.pdf`,
      `${carpeta}/remision.json`,
      'COMPROBAR.txt',
      'indice.html',
      'SHA256SUMS',
    ])
    expect([...files.keys()].sort()).toEqual([...indice.archivos.map(({ ruta }) => ruta), 'indice.json', 'firma.json'].sort())
    for (const { ruta, bytes: size, sha256: hash } of indice.archivos) {
      const contenido = must(files.get(ruta))
      expect([ruta, contenido.length, sha256(contenido)]).toEqual([ruta, size, hash])
    }
  })

  it('has the board, the sources, the decisions, and the acts of the bitácora as they are chained', async () => {
    const { indice, files } = await descargar('B/2030-04')
    expect(indice.entregables).toMatchObject([
      {
        clave: 'B/2030-04',
        statements: [{ clave: 'B-1', rige: true }],
        resoluciones: [{ razon: 'Es la única fuente & <b>basta</b>.' }],
        hitos: [{ estatus: 'cumplida_tarde', cumplimiento: { referencia: remision.numero } }],
      },
    ])
    const acts = indice.bitacora.map(({ contenido }) => (JSON.parse(contenido) as { acto: string }).acto)
    expect(acts.filter((acto) => acto !== 'documento.recibido')).toEqual(['actividad.resuelta', 'remision.preparada', 'actividad.cumplida', 'remision.enviada', 'remision.acusada']) // prettier-ignore
    const rows = await sql<{ n: number; contenido: string; hash: string }>(
      test_,
      `select n::int as n, contenido, encode(hash, 'hex') as hash from bitacora.acto where n = any($1) order by n`,
      [indice.bitacora.map(({ n }) => n)],
    )
    expect(indice.bitacora).toEqual(rows.map((row) => expect.objectContaining(row)))
    expect(indice.acuses.map(({ acto }) => acto)).toEqual(
      expect.arrayContaining(['remision.enviada', 'remision.acusada', 'actividad.cumplida']),
    )
    const pagina = must(files.get('indice.html')).toString()
    expect(pagina).toContain('<html lang="es-MX">')
    expect(pagina).toContain('Es la única fuente &amp; &lt;b&gt;basta&lt;/b&gt;.')
    expect(pagina).toContain('Cumplida tarde, 9 horas')
    expect(pagina).toContain('SIMULACRO')
  })

  it('is verified, packed and unpacked', async () => {
    const { bytes, files, indice } = await descargar('B/2030-04')
    const folder = mkdtempSync(join(tmpdir(), 'conoceles-zip-'))
    const zip = join(folder, 'e.zip')
    writeFileSync(zip, bytes)
    const unpacked = unpack(files)
    for (const place of [zip, unpacked]) {
      const source = await openExpediente(place)
      const report = await verifyExpediente(source, () => undefined)
      expect(report).toMatchObject({
        archivos: indice.archivos.length,
        actos: indice.bitacora.length,
        spki: test_.deps.secretos.firma.spki,
      })
      source.close()
    }
    for (const each of [folder, unpacked]) rmSync(each, { recursive: true })
  })

  it('is the same bytes from the same facts, but for the signed time', async () => {
    const [one, two] = [await descargar('B/2030-04'), await descargar('B/2030-04')]
    expect(one.indice.firmadoEn).not.toBe(two.indice.firmadoEn)
    const timed = ['indice.html', 'SHA256SUMS', 'indice.json', 'firma.json']
    for (const [ruta, contenido] of one.files) {
      if (!timed.includes(ruta)) expect([ruta, two.files.get(ruta)?.equals(contenido)]).toEqual([ruta, true])
    }
    const untimed = ({ indice: { firmadoEn: _en, archivos, ...rest } }: typeof one) => ({
      ...rest,
      archivos: archivos.filter(({ ruta }) => !timed.includes(ruta)),
    })
    expect(untimed(one)).toEqual(untimed(two))
  })

  it('does not exist for an entregable that does not exist', async () => {
    expect((await send(test_, ['GET', '/expedientes?entregable=Z'], { token: secretaria })).status).toBe(404)
  })

  it('has the oficio as the system prints it while none that was signed is kept', async () => {
    const { numero, id } = await preparar(test_, secretaria, { entregables: ['B/2030-05'], anexos: [] })
    const { indice } = await descargar('B/2030-05')
    expect(indice.archivos.map(({ ruta }) => ruta)).toContain(`remisiones/${numero.replaceAll('/', '~')}-${id.slice(0, 8)}/oficio.pdf`)
  })
})

describe('the expediente of the whole programme', () => {
  it('has every entregable, for each role that may have it, and each download is in the bitácora', async () => {
    const auditoria = await test_.tokenOf('auditoria')
    const { indice, files } = await descargar(undefined, auditoria)
    expect([indice.alcance, indice.entregables.map(({ clave }) => clave)]).toEqual([null, ['A', 'B/2030-04', 'B/2030-05', 'B/2030-06']])
    const [row] = await sql<{ contenido: string }>(
      test_,
      `select contenido from bitacora.acto where acto = 'expediente.descargado' order by n desc limit 1`,
    )
    expect(JSON.parse(must(row).contenido)).toMatchObject({
      rol: 'auditoria',
      objeto: { tipo: 'expediente', id: 'programa' },
      detalle: { archivos: indice.archivos.length, sha256: sha256(must(files.get('indice.json'))) },
    })
    for (const rol of ['verificacion', 'transparencia', 'administracion', 'captura'] as const) {
      expect([rol, (await send(test_, ['GET', '/expedientes'], { token: await test_.tokenOf(rol) })).status]).toEqual([rol, 403])
    }
  })

  it('has nothing of a candidatura, an account or an answer', async () => {
    const { files } = await descargar()
    const all = Buffer.concat([...files.values()]).toString('latin1')
    const cuentas = await sql<{ correo: string; nombre: string }>(test_, 'select correo, nombre from acceso.cuenta')
    const private_ = ['Canaria', 'contrasena', RESPUESTAS.curricular.oficio.sitio, RESPUESTAS.identidad.islas.isla, ...cuentas.flatMap(({ correo, nombre }) => [correo, nombre])] // prettier-ignore
    for (const text of private_) expect([text, all.includes(Buffer.from(text).toString('latin1'))]).toEqual([text, false])
  })
})
