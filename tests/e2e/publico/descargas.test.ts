import { readPublic } from '../../support/browser/camino.ts'
import { readCsv } from '../../support/csv.ts'
import { readPdf } from '../../support/pdf.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

/** Downloads of the whole simulacro from the built server: thousands of texts as people write them, with line breaks. */
const { url } = sharedSimulacro()
const PUBLICO = `${url}/api/v1/publico`

async function bytesOf(path: string): Promise<Buffer> {
  const answer = await fetch(PUBLICO + path)
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return Buffer.from(await answer.arrayBuffer())
}

test('each table for spreadsheets has as many cells in every row as it has columns, and a row for everybody', async () => {
  const countOf = async (query: string) => (await readPublic<{ total: number }>(url, `/candidaturas?limite=1${query}`)).total
  const { elementos: archivos } = await readPublic<{ elementos: { archivo: string }[] }>(url, '/descargas')
  const names = archivos.map(({ archivo }) => archivo).filter((archivo) => archivo.endsWith('.csv'))
  expect(names).toEqual(expect.arrayContaining(['candidaturas.csv', 'columnas-ine.csv']))
  for (const name of names) {
    const [headings = [], ...rows] = readCsv(await bytesOf(`/descargas/${name}`))
    expect([name, rows.filter((row) => row.length !== headings.length)]).toEqual([name, []])
    // In the list the place of a substituted persona is her successor's.
    if (name === 'candidaturas.csv') expect(rows).toHaveLength((await countOf('')) + (await countOf('&estatus=sustituida')))
  }
})

test('the card of a candidatura says its pages in words that everybody reads', async () => {
  const { elementos } = await readPublic<{ elementos: { id: string; nombre: string }[] }>(url, '/candidaturas?limite=1')
  for (const { id, nombre } of elementos) {
    const text = readPdf.text(await bytesOf(`/candidaturas/${id}/ficha.pdf`))
    expect(text).toContain(nombre)
    expect(text).toMatch(/Página 1 de \d/)
    expect(text).not.toContain('u00')
  }
})
