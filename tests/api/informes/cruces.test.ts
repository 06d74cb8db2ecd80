import type { TestApp } from '../../support/app.ts'
import { PACK_CONTADO as pack, startContado } from '../../support/mundos/contado.ts'
import { must, sql } from '../../support/registro/candidaturas.ts'
import { send, type Answer } from '../../support/actos/envios.ts'
import { celda, tabla } from '../../support/actos/estadisticas.ts'
import { readPdf } from '../../support/pdf.ts'

interface Cruce {
  code?: string
  pedido: { id: string; titulo: string; contadaEl: string; solicitante: string }
  rotulo: string
  columnas: string[]
  filas: { nombre: string; celdas: string[] }[]
  notas: string[]
}

let test_: TestApp
let secretaria: string

beforeAll(async () => {
  test_ = await startContado()
  secretaria = await test_.tokenOf('secretaria')
}, 180_000)
afterAll(() => test_.close())

const DICHO = { solicitante: 'Consejera Ficticia Uno', motivo: 'Para la sesión de la Comisión de mañana.' }
const pedir = (json: object): Promise<Answer<Cruce>> =>
  send(test_, ['POST', '/cruces'], { token: secretaria, json: { tabla: 'indigena', por: 'actor', ...DICHO, ...json } })

describe('a crossing that a councillor asks for', () => {
  it('is of the tables that were counted, by cargo, actor político and municipio', async () => {
    const { body } = await send<{ contadaEl: string; ofrecidos: { tabla: string; por: string }[] }>(test_, ['GET', '/cruces'], {
      token: secretaria,
    })
    expect(body.contadaEl).toBe('2024-04-15')
    expect(body.ofrecidos).toHaveLength(3 * pack.estadistica.tablas.length)
    expect((await pedir({ tabla: 'ninguna' })).status).toBe(404)
  })

  it.each(['cargo', 'actor', 'municipio'])('by %s adds up to the public table, and leaves no cell without a word', async (por) => {
    const { status, body } = await pedir({ por })
    expect(status).toBe(201)
    const publica = await tabla(test_, 'indigena')
    const at = body.columnas.indexOf('Candidaturas')
    const number = (text: string | undefined) => Number(text?.replaceAll(',', '') ?? Number.NaN)
    const total = must(body.filas.at(-1)).celdas
    expect(number(total[at])).toBe(celda(publica, 'total', 'registradas').minimo)
    expect(number(total[body.columnas.indexOf('Contestaron y cuentan')])).toBe(celda(publica, 'total', 'cuentan').minimo)
    const counted = body.filas.slice(0, -1).map(({ celdas }) => number(celdas[at]))
    expect(counted.reduce((sum, n) => sum + (Number.isNaN(n) ? 0 : n), 0)).toBe(number(total[at]))
    for (const { celdas } of body.filas)
      for (const text of celdas) expect(text).toMatch(/^(?:[\d,]+(?: a [\d,]+)?|A lo más \d+|No se dice|Sin candidaturas)$/)
    expect(body.notas.join(' ')).toContain('«No se dice»')
  })

  it('is in the bitácora with what was asked, for whom and why, and so is each of its files', async () => {
    const { pedido } = (await pedir({})).body
    for (const formato of ['pdf', 'docx', 'csv']) {
      const { status, bytes } = await send(test_, ['GET', `/cruces/${pedido.id}/archivo?formato=${formato}`], { token: secretaria })
      expect([formato, status]).toEqual([formato, 200])
      if (formato === 'pdf') expect(readPdf.text(bytes)).toContain('Consejera Ficticia Uno')
      if (formato === 'csv') expect(bytes.toString()).toContain('15 de abril de 2024')
    }
    const rows = await sql<{ acto: string; contenido: string }>(
      test_,
      `select acto, contenido from bitacora.acto where acto like 'estadistica.cru%' order by n desc limit 4`,
    )
    expect(rows.map(({ acto }) => acto).reverse()).toEqual([
      'estadistica.cruzada',
      ...Array.from({ length: 3 }, () => 'estadistica.cruce_impreso'),
    ])
    expect((JSON.parse(must(rows.at(-1)).contenido) as { detalle: object }).detalle).toMatchObject({
      tabla: 'indigena',
      por: 'actor',
      ...DICHO,
    })
  })
})
