import { CFB, read, utils } from '@e965/xlsx'
import { tablasAvance } from '@conoceles/domain'
import { toDocumento, type InformeArmado } from '../../apps/api/src/modules/informes/documento/documento.ts'
import { toLibro } from '../../apps/api/src/modules/informes/documento/libro.ts'
import { refreshDocx } from '../../apps/api/src/shared/documentos/docx/refresh-archive.ts'
import { writeDocx } from '../../apps/api/src/shared/documentos/docx/docx.ts'
import { writeWorkbook } from '../../apps/api/src/shared/documentos/xlsx/xlsx.ts'
import type { Workbook } from '../../apps/api/src/shared/documentos/xlsx/model.ts'
import { fieldsOf } from '../../apps/api/src/shared/documentos/docx/fields.ts'
import { saveAgain } from '../support/libreoffice.ts'

// Another program is started: on a busy machine that takes its time.
jest.setTimeout(120_000)

const ARMADO: InformeArmado = {
  sha256: 'ab'.repeat(32),
  papel: { membrete: undefined, lugar: null, antes: [], firmas: [], aprobaciones: [], aprobadoEn: null },
  textos: new Map([['presentacion', 'Un párrafo con ñ, «comillas» y =1+1.']]),
  datos: {
    clase: 'avance',
    consulta: 1,
    emisor: { instituto: { siglas: 'I', nombre: 'Instituto' }, proceso: 'Proceso', simulacro: true, zona: 'America/Mexico_City' },
    entregable: { clave: '11.13', numero: '11.13', nombre: 'Presentar el informe', mes: null },
    organo: 'Consejo',
    tomadoEn: '2024-04-23T00:30:00.000Z',
    cortePublico: null,
    tablas: tablasAvance({ conteos: [], cargos: [{ clave: 'g', nombre: 'Gubernatura', clase: 'mayoria_relativa' }], actores: [], publico: null, anterior: null }),
    metodo: ['Se cuentan candidaturas.'],
  },
} // prettier-ignore

/** Pictures of a Word document, whatever its program named them. */
function picturesIn(archive: Buffer): string[] {
  const files = CFB.read(archive, { type: 'buffer' })
  return files.FullPaths.flatMap((path: string, at: number) =>
    /media\/.+\.png$/.test(path) ? [String(files.FileIndex[at]?.content)] : [],
  ).sort()
}

/** Every cell of every sheet: kind and value. */
function cells(bytes: Buffer): Record<string, unknown[][]> {
  const { SheetNames, Sheets } = read(bytes, { type: 'buffer', cellFormula: true })
  return Object.fromEntries(SheetNames.map((name) => [name, utils.sheet_to_json<unknown[]>(Sheets[name] ?? {}, { header: 1, raw: true })]))
}

const WORKBOOK: Workbook = {
  title: 'Título',
  author: 'Instituto',
  createdAt: '2030-04-20T16:00:00Z',
  sheets: [
    { name: 'Datos', widths: [20, 12], headerRows: 1, rows: [['Texto', 'Otro'], ['Ñandú 😀', 412], ['=HYPERLINK("http://x.example")', { day: '2024-02-29' }], ['+52 777', { share: 0.125 }], ['largo '.repeat(2_000).trim(), true]] },
    { name: 'Notas', widths: [20], headerRows: 0, rows: [['@SUM(A1)'], ['-5']] },
  ],
} // prettier-ignore

it.each([false, true])('a workbook is opened as it was written, stored without compression: %s', (stored) => {
  const written = writeWorkbook({ ...WORKBOOK, stored }, 'xlsx')
  expect(cells(saveAgain(written, 'xlsx', 'xlsx'))).toEqual(cells(written))
})

it('the workbook of an informe is opened as it was written', () => {
  const written = writeWorkbook(toLibro(ARMADO), 'xlsx')
  expect(cells(saveAgain(written, 'xlsx', 'xlsx'))).toEqual(cells(written))
})

it('the document of an informe is read with its texts, and saved by another program keeps every field to be refreshed', async () => {
  const document = toDocumento(ARMADO)
  const written = await writeDocx(document)
  const text = saveAgain(written, 'docx', 'txt:Text (encoded):UTF8').toString('utf8')
  for (const each of ['Instituto', 'Un párrafo con ñ, «comillas» y =1+1.', 'Candidaturas vigentes (universo)']) expect(text).toContain(each)
  const fields = fieldsOf(document)
  const later = {
    ...document,
    blocks: document.blocks.map((block) => (block.type === 'chart' ? { ...block, legend: block.legend.map(() => 'Después') } : block)),
  }
  const after = new Map(fields.map(({ name, value }) => [name, `${value} después`]))
  const refreshed = await refreshDocx(saveAgain(written, 'docx', 'docx'), after, { judge: () => undefined, fresh: await writeDocx(later) })
  if ('external' in refreshed) throw new Error(refreshed.external)
  expect([refreshed.refreshed.size, refreshed.byHand.size, refreshed.gone.size]).toEqual([fields.length, 0, 0])
  expect(saveAgain(refreshed.bytes, 'docx', 'txt:Text (encoded):UTF8').toString('utf8')).toContain('0 después')
  expect(picturesIn(refreshed.bytes)).toEqual(picturesIn(await writeDocx(later)))
  expect(picturesIn(refreshed.bytes)).not.toEqual(picturesIn(written))
})
