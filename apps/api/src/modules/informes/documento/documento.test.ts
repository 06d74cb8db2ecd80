import { CFB } from '@e965/xlsx'
import { buildSync } from 'esbuild'
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { ESTATUS_CAPTURA, tablasAvance, type ConteoAvance, type EstatusCaptura } from '@conoceles/domain'
import { writeDocx } from '../../../shared/documentos/docx/docx.ts'
import { toDocumento, type InformeArmado } from './documento.ts'

const cargos = [
  { clave: 'g', nombre: 'Gubernatura', clase: 'mayoria_relativa' },
  { clave: 'r', nombre: 'Regidurías', clase: 'representacion_proporcional' },
]
const actores = [
  { clave: 'A', nombre: 'Partido de la Aurora Ñ', clase: 'partido' },
  { clave: 'X', nombre: '=HYPERLINK("http://x.example","y")', clase: 'independiente' },
]
const conteo = (cargo: string, actor: string, n: number): ConteoAvance => ({
  cargo,
  actor,
  porEstatus: Object.fromEntries(ESTATUS_CAPTURA.map((each, at) => [each, n * at])) as Record<EstatusCaptura, number>,
  extemporaneas: n,
  vencidas: 0,
  sustituidas: 1,
  canceladas: 0,
})

const ARMADO: InformeArmado = {
  sha256: 'ab'.repeat(32),
  papel: { membrete: undefined, lugar: null, antes: [], firmas: [], aprobaciones: [], aprobadoEn: null },
  textos: new Map([['presentacion', '# Título\n\nTexto **fuerte** con #let x = 1 y [enlace](https://x.example).\n\n1. Uno\n2. Dos']]),
  datos: {
    clase: 'avance',
    consulta: 1,
    emisor: { instituto: { siglas: 'I', nombre: 'Instituto' }, proceso: 'Proceso', simulacro: true, zona: 'America/Mexico_City' },
    entregable: { clave: '11.13', numero: '11.13', nombre: 'Presentar el informe', mes: null },
    organo: 'Consejo',
    tomadoEn: '2024-04-23T00:30:00.000Z',
    cortePublico: { numero: 3, en: '2024-04-23T00:29:00.000Z', sha256: 'cd'.repeat(32) },
    tablas: tablasAvance({
      conteos: [conteo('g', 'A', 1), conteo('r', 'A', 40), conteo('r', 'X', 7)],
      cargos,
      actores,
      publico: null,
      anterior: null,
    }),
    metodo: ['Se cuentan candidaturas.'],
  },
}

const FORMS = ['pdf', 'docx', 'xlsx']
const cache = resolve(__dirname, '../../../../node_modules/.cache/conoceles')
const program = resolve(cache, 'informe-bytes.mjs')

/** Writes each form twice, cold and warm, under a clock of its own, and tells the hashes. */
const PROGRAM = `
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { writeDocx } from '../../../shared/documentos/docx/docx.ts'
import { renderPdf } from '../../../shared/documentos/pdf/pdf.ts'
import { writeWorkbook } from '../../../shared/documentos/xlsx/xlsx.ts'
import { toDocumento } from './documento.ts'
import { toLibro } from './libro.ts'
const Real = Date
const shift = Number(process.env.CLOCK)
globalThis.Date = class extends Real {
  constructor(...args) { super(...(args.length > 0 ? args : [Real.now() + shift])) }
  static now() { return Real.now() + shift }
}
const { textos, ...rest } = JSON.parse(readFileSync(0, 'utf8'))
const armado = { ...rest, textos: new Map(textos) }
const once = async () => [renderPdf(toDocumento(armado)), await writeDocx(toDocumento(armado)), writeWorkbook(toLibro(armado), 'xlsx')]
const made = [...(await once()), ...(await once())]
process.stdout.write(JSON.stringify(made.map((bytes) => createHash('sha256').update(bytes).digest('hex'))))
`

beforeAll(() => {
  mkdirSync(cache, { recursive: true })
  buildSync({
    stdin: { contents: PROGRAM, resolveDir: __dirname, loader: 'ts' },
    outfile: program,
    bundle: true,
    external: ['@myriaddreamin/*', '@e965/xlsx', 'docx', 'qrcode', 'sharp', 'temporal-polyfill', 'yazl'],
    platform: 'node',
    format: 'esm',
  })
})

function hashes(env: Record<string, string>): string[] {
  const input = JSON.stringify({ ...ARMADO, textos: [...ARMADO.textos] })
  return JSON.parse(
    execFileSync(process.execPath, [program], { input, env: { PATH: process.env['PATH'] ?? '', ...env } }).toString(),
  ) as string[]
}

it('is the same bytes in another zone, another language, on another day, cold and warm', () => {
  const here = hashes({ TZ: 'America/Mexico_City', LANG: 'es_MX.UTF-8', CLOCK: '0' })
  const there = hashes({ TZ: 'Asia/Kolkata', LANG: 'tr_TR.UTF-8', LC_ALL: 'de_DE.UTF-8', CLOCK: '1600000000000' })
  expect(there).toEqual(here)
  expect(here.slice(FORMS.length)).toEqual(here.slice(0, FORMS.length))
  expect(new Set(here).size).toBe(FORMS.length)
})

it('its editable draft has each figure as a field of the document, and says it in its properties', async () => {
  const archive = await writeDocx(toDocumento(ARMADO))
  const parts = read(archive)
  expect(parts('word/document.xml')).toContain('DOCPROPERTY &quot;resumen.universo.cifra&quot;')
  expect(parts('docProps/custom.xml')).toMatch(/name="resumen\.universo\.cifra"[^>]*><vt:lpwstr>1,008</)
  expect(parts('docProps/core.xml')).toContain('2024-04-23T00:30:00.000Z')
  expect(parts('word/document.xml')).toContain('w:val="Heading2"')
})

it('draws each chart in the editable document, with its words', async () => {
  const archive = await writeDocx(toDocumento(ARMADO))
  const pictures = CFB.read(archive, { type: 'buffer' }).FullPaths.filter((path: string) => /media\/.+\.png$/.test(path))
  expect(pictures).toHaveLength(4)
  expect(read(archive)('word/document.xml').match(/<wp:docPr[^>]*descr="Barras horizontales/g)).toHaveLength(4)
})

it('keeps the bold and the lists of what people wrote, in both forms', async () => {
  const textos = new Map([['presentacion', 'Un **avance** firme:\n- De *cargos*.\n- De actores.']])
  const { blocks } = toDocumento({ ...ARMADO, textos })
  expect(blocks.find((block) => block.type === 'list')).toMatchObject({
    items: ['De cargos.', 'De actores.'],
    runs: [[{ text: 'De ' }, { text: 'cargos', em: true }, { text: '.' }], null],
  })
  const xml = read(await writeDocx(toDocumento({ ...ARMADO, textos })))('word/document.xml')
  expect(xml).toMatch(/<w:b\/>[^/]*(?:\/>)*<\/w:rPr><w:t[^>]*>avance</)
  expect(xml).toContain('<w:numPr>')
})

it('is a project until the Pleno approves it, and then says in which sesión', () => {
  expect(toDocumento(ARMADO).membrete?.marcas).toEqual(['PROYECTO', 'SIMULACRO, sin valor legal'])
  const aprobaciones = [{ label: 'Aprobado por el Consejo', text: 'Segunda Sesión Ordinaria, celebrada el 26 de abril de 2024' }]
  const papel = { ...ARMADO.papel, lugar: 'Puerto Imaginario', aprobaciones, aprobadoEn: '2024-04-26T18:00:00Z' }
  const { membrete, cover } = toDocumento({ ...ARMADO, papel })
  expect(membrete?.marcas).toEqual(['SIMULACRO, sin valor legal'])
  expect(cover?.facts.slice(-2)).toEqual([
    { ...aprobaciones[0], field: 'portada.Aprobado por el Consejo' },
    { label: 'Lugar y fecha', text: 'Puerto Imaginario, a 26 de abril de 2024', field: 'portada.Lugar y fecha' },
  ])
})

it('has a chart for each table of pending ones, in words too, and its table beside it', () => {
  const { blocks } = toDocumento(ARMADO)
  const charts = blocks.flatMap((block) => (block.type === 'chart' ? [block] : []))
  expect(charts).toHaveLength(4)
  expect(charts[0]?.alt).toContain('Regidurías: 52.4 % de 987')
  expect(charts[0]?.bars.map(({ parts }) => parts.reduce((sum, part) => sum + part, 0))).toEqual([21, 987])
})

it('says of a part that nobody wrote it, and keeps hashes and system words to the last page', () => {
  const titles = toDocumento(ARMADO).blocks.flatMap((block) => (block.type === 'heading' && block.level === 2 ? [block.text] : []))
  expect(titles).toEqual([
    'Presentación',
    'Cifras',
    'Análisis del avance',
    'Acciones para terminar la captura',
    'Cómo se obtuvieron las cifras',
    'Notas a las tablas',
    'Constancia de integridad',
  ])
  const document = toDocumento(ARMADO)
  const last = document.blocks.findIndex((block) => block.type === 'page')
  expect(JSON.stringify(document.blocks.slice(last))).toContain(ARMADO.sha256)
  expect(JSON.stringify([document.cover, document.foot, document.blocks.slice(0, last)])).not.toMatch(/SHA|huella|[0-9a-f]{32}/i)
})

it('tells a note of several tables once, by its number', () => {
  const { blocks } = toDocumento(ARMADO)
  const notes = blocks.flatMap((block) => (block.type === 'table' ? (block.notes ?? []) : []))
  expect(notes).toContain('Véanse las notas 2 y 3, al final.')
  expect(notes.filter((note) => note.startsWith('Fuera de plazo'))).toEqual([])
  expect(JSON.stringify(blocks).split('Fuera de plazo: su captura').length - 1).toBe(1)
})

function read(archive: Buffer): (path: string) => string {
  const files = CFB.read(archive, { type: 'buffer' })
  return (path) => Buffer.from(CFB.find(files, `/${path}`)?.content as Uint8Array).toString('utf8')
}
