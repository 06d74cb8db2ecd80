import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zip as zipOf } from '../../../apps/api/src/shared/archivos/zip-fixtures.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { must, sql } from '../../support/registro/candidaturas.ts'
import { send, type Answer } from '../../support/actos/envios.ts'
import { paquete, PAQUETES } from '../../support/paquete.ts'
import { publicar } from '../../support/publico.ts'
import { attempt, connectAs, REFUSED } from '../../support/roles.ts'

interface Propuesta {
  id: string
  version: string
  anterior: string
  cambios: { archivo: string | null; dato: string; antes: string | null; despues: string | null }[]
  fuentes: string[]
  estatus: string
  ignorados: string[]
  puedeAprobar: boolean
  code?: string
  detail?: string
  errors?: { field: string; reasons: string[] }[]
}

interface Confirmado {
  id: string
  valor: string | null
  documento: string
  personas: string[]
}

type Archivos = Record<string, string>

const morelos = paquete('morelos-2024')
let t: TestApp
let ana: string
let beto: string

beforeAll(async () => {
  t = await startTestApp({ pack: morelos, ahora: '2024-04-20T16:00:00Z', config: { paquetes: PAQUETES } })
  ana = await t.tokenOf('administracion')
  beto = await t.tokenOf('administracion')
})
afterAll(() => t.close())

const FOLDER = join(PAQUETES, 'morelos-2024')
const ORIGINAL: Archivos = Object.fromEntries(
  readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name.replaceAll('\\', '/'), readFileSync(join(FOLDER, name), 'utf8')]),
)

/** The pack of the proceso with other words in some of its files. */
function con(changes: Record<string, (texto: string) => string>): Archivos {
  return { ...ORIGINAL, ...Object.fromEntries(Object.entries(changes).map(([name, change]) => [name, change(ORIGINAL[name] ?? '')])) }
}

const version = (number: string) => ({ 'paquete.json': (texto: string) => texto.replace(/"version": "[^"]*"/, `"version": "${number}"`) })
const plazo = (dias: number) => ({
  'revision.json': (texto: string) => texto.replace(/("plazoObservacion": \{[^}]*"dias": )\d+/, `$1${dias}`),
})

const zip = (archivos: Archivos): Buffer => zipOf(Object.entries(archivos).map(([name, texto]) => ({ name, content: Buffer.from(texto) })))

const subir = (content: Buffer, token = ana): Promise<Answer<Propuesta>> =>
  send(t, ['POST', '/paquete/propuestas'], { token, form: { file: { field: 'archivo', name: 'paquete.zip', content } } })
const decidir = (id: string, decision: string, token: string): Promise<Answer<Propuesta>> =>
  send(t, ['POST', `/paquete/propuestas/${id}/decidir`], { token, json: { decision } })
const vigente = async () =>
  (
    await send<{ vigente: { version: string }; propuestas: Propuesta[]; confirmados: Confirmado[] }>(t, ['GET', '/paquete'], {
      token: beto,
    })
  ).body

describe('a corrected pack', () => {
  it.each([
    [
      'another proceso',
      { 'paquete.json': (x: string) => x.replace(/"clave": "[^"]*"/, '"clave": "colima-2027"') },
      'paquete.otro_proceso',
      'otro proceso',
    ],
    ['the same words', version('9'), 'paquete.sin_cambios', 'lo mismo'],
    ['the same version', plazo(7), 'paquete.misma_version', 'version'],
    [
      'the places of a loaded proceso',
      { ...version('9'), 'demarcaciones.json': (x: string) => x.replace(/"nombre": "[^"]*"/, '"nombre": "Otro"') },
      'paquete.fijo',
      'demarcaciones.json',
    ],
    ['a newer format', { 'paquete.json': (x: string) => x.replace(/"esquema": \d+/, '"esquema": 99') }, 'paquete.con_faltas', 'formato 99'],
    ['a comma too many', { 'reglas.json': (x: string) => x.replace('[', '[,') }, 'paquete.con_faltas', 'reglas.json, línea'],
  ])('is refused with %s, and nothing is kept', async (_what, changes, code, words) => {
    const { body } = await subir(zip(con(changes)))
    expect(body.code).toBe(code)
    expect(JSON.stringify(body)).toContain(words)
    expect((await vigente()).propuestas).toEqual([])
  })

  it('is refused as a file that is no honest ZIP', async () => {
    const outside = zip({ '../paquete.json': '{}' })
    const bomb = zip({ 'paquete.json': ' '.repeat(26_000_000) })
    for (const [content, words] of [
      [Buffer.from('no soy un ZIP'), 'no se puede leer como ZIP'],
      [outside, 'saldría de la carpeta'],
      [bomb, 'demasiado grande'],
    ] as const) {
      const { body, status } = await subir(content)
      expect([status, body.code]).toEqual([422, 'paquete.ilegible'])
      expect(body.detail).toContain(words)
    }
    expect((await subir(Buffer.alloc(10_000_001))).body.code).toBe('entrada.demasiado_grande')
  })

  it('is loaded whole when another person approves it, its versions are told, and the next corte shows it although nothing else happened', async () => {
    await publicar(t)
    expect(await publicar(t)).toBeNull()
    const { body: propuesta, status } = await subir(
      zip({ ...con({ ...version('2'), ...plazo(7) }), 'partidos.csv': 'a', 'LEAME.txt': 'b' }),
    )
    expect([status, propuesta.estatus, propuesta.puedeAprobar]).toEqual([201, 'propuesto', false])
    expect(propuesta.ignorados).toEqual(['partidos.csv'])
    expect(propuesta.cambios).toMatchObject([{ archivo: 'revision.json', dato: 'plazoObservacion › dias', despues: '7' }])
    expect(propuesta.fuentes.length).toBeGreaterThan(0)
    expect((await subir(zip(con({ ...version('3'), ...plazo(8) })))).body.code).toBe('paquete.abierto')
    expect((await decidir(propuesta.id, 'aprobar', ana)).body.code).toBe('paquete.misma_persona')
    expect((await vigente()).vigente.version).toBe(morelos.version)

    expect((await decidir(propuesta.id, 'aprobar', beto)).body).toMatchObject({ estatus: 'aprobado', ignorados: ['partidos.csv'] })
    expect((await vigente()).vigente.version).toBe('2')
    expect(await publicar(t)).toMatchObject({ paquete: '2' })
    expect(await publicar(t)).toBeNull()
    expect(await sql(t, `select catalogos->'revision'->'plazoObservacion'->>'dias' as dias from captura.proceso`)).toEqual([{ dias: '7' }])
    expect((await decidir(propuesta.id, 'rechazar', beto)).body.code).toBe('paquete.decidido')
    const actos = await sql(t, `select acto from bitacora.acto where acto like 'paquete.%' order by n`)
    expect(actos).toEqual([{ acto: 'paquete.propuesto' }, { acto: 'paquete.aprobado' }])
  })

  it('is not loaded over another than it was compared with', async () => {
    const { body } = await subir(zip(con({ ...version('4'), ...plazo(9) })))
    await sql(t, `update captura.proceso set catalogos = jsonb_set(catalogos, '{feriados}', '[]')`)
    expect((await decidir(body.id, 'aprobar', beto)).body.code).toBe('paquete.rebasado')
    expect((await decidir(body.id, 'rechazar', ana)).body).toMatchObject({ estatus: 'rechazado' })
  })

  it('tells beside its versions what two people confirmed, by which document', async () => {
    const [una, otra] = [await t.tokenOf('secretaria'), await t.tokenOf('secretaria')]
    const { elementos } = (
      await send<{ elementos: { clave: string; valor: string | null; huella: string }[] }>(t, ['GET', '/confirmaciones'], { token: una })
    ).body
    const { valor, ...dato } = must(elementos.find(({ clave }) => clave === 'reglas.formula_mismo_genero'))
    const json = { clave: dato.clave, huella: dato.huella, documento: 'Acuerdo IMPEPAC/CEE/900/2024', fecha: '2024-03-01' }
    await send(t, ['POST', '/confirmaciones'], { token: una, json })
    expect((await vigente()).confirmados).toEqual([])
    await send(t, ['POST', '/confirmaciones'], { token: otra, json })
    const { vigente: before, confirmados } = await vigente()
    expect(confirmados).toMatchObject([{ valor, documento: json.documento, fecha: json.fecha, deshechaEn: null }])
    expect(confirmados[0]?.personas).toHaveLength(2)
    await send(t, ['POST', `/confirmaciones/${must(confirmados[0]).id}/deshacer`], {
      token: una,
      json: { motivo: 'El acuerdo se revocó.' },
    })
    expect((await vigente()).confirmados).toMatchObject([{ deshechaEn: expect.any(String), motivo: 'El acuerdo se revocó.' }])
    expect((await vigente()).vigente).toEqual(before)
  })

  it('cannot be loaded by the account of the institute without a row that was approved', async () => {
    const instituto = await connectAs(t, 'instituto')
    expect(await attempt(instituto, { text: `update captura.proceso set pack_version = '9'` })).toBe(REFUSED)
    await instituto.end()
  })
})
