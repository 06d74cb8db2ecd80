import { read, utils, type WorkSheet } from '@e965/xlsx'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { must, sql } from '../../support/registro/candidaturas.ts'
import { send } from '../../support/actos/envios.ts'

let t: TestApp
let secretaria: string

beforeAll(async () => {
  t = await startTestApp()
  secretaria = await t.tokenOf('secretaria')
})
afterAll(() => t.close())

type Row = (string | number)[]

const exportar = (query = '', token = secretaria) => send(t, ['GET', `/actividades/calendario.xlsx${query}`], { token })
async function libro(query = ''): Promise<{ hojas: Record<string, WorkSheet>; rows(name: string): Row[] }> {
  const { status, bytes } = await exportar(query)
  expect(status).toBe(200)
  const { Sheets: hojas } = read(bytes, { type: 'buffer', cellNF: true })
  return { hojas, rows: (name) => utils.sheet_to_json<Row>(must(hojas[name]), { header: 1 }) }
}

describe('the calendar as a workbook', () => {
  it('holds the moments with typed dates, what was asked for, and what it is', async () => {
    const { hojas, rows } = await libro()
    expect(Object.keys(hojas)).toEqual(['Programa', 'Plazos', 'Acerca del calendario'])
    const [headings, ...plazos] = rows('Plazos')
    expect(headings?.slice(0, 6)).toEqual(['ID', 'Entregable', 'Qué se debe', 'Responsables', 'Desde', 'Vence'])
    expect(plazos.map((row) => row.slice(0, 4))).toEqual([
      ['A', 'Actividad A', 'Aprobar en el Pleno', 'Oficina de Valle Claro'],
      ...['abril', 'mayo', 'junio'].map((mes) => ['B', `Actividad B: ${mes} de 2030`, 'Remitir al INE', undefined]),
    ])
    const vence = must(must(hojas.Plazos).F2 as { t: string; v: number; z: string })
    expect([vence.t, vence.v, vence.z]).toEqual(['n', 47_604, 'dd/mm/yyyy'])
    const about = Object.fromEntries(rows('Acerca del calendario')) as Record<string, string>
    expect(about).toMatchObject({ Plazos: '4 de 4', Proceso: t.pack.nombre, Fuentes: 'Apartados citados: A.' })
    expect(about.Corte).toMatch(/de 2030, \d\d:\d\d horas$/)
  })

  it('takes the filters of the screen, and says them', async () => {
    const { rows } = await libro('?actividad=B&q=mayo')
    expect(
      rows('Plazos')
        .slice(1)
        .map((row) => row[1]),
    ).toEqual(['Actividad B: mayo de 2030'])
    expect(rows('Acerca del calendario')).toEqual(
      expect.arrayContaining([
        ['Plazos', '1 de 4'],
        ['Filtro: actividad', 'B'],
        ['Filtro: palabras', 'mayo'],
      ]),
    )
    expect((await libro('?area=OTRA')).rows('Plazos')).toHaveLength(1)
    for (const query of ['?estatus=otro', '?otro=1', '?contradicciones=no']) expect((await exportar(query)).status).toBe(400)
  })

  it('keeps what looks like a formula as text', async () => {
    const hecho = { milestone: 'pleno', aplica: true, ocurridoEn: '2030-04-20T23:59:59-07:00', referencia: '=HYPERLINK("http://x")' }
    expect((await send(t, ['POST', '/actividades/A/cumplir'], { token: secretaria, json: hecho })).status).toBe(200)
    const { hojas, rows } = await libro('?actividad=A')
    const column = must(rows('Plazos')[0]).indexOf('Evidencia')
    const cell = must(must(hojas.Plazos)[utils.encode_cell({ r: 1, c: column })] as { t: string; v: string; f?: string })
    expect([cell.t, cell.v, cell.f]).toEqual(['s', hecho.referencia, undefined])
    expect(rows('Plazos')[1]).toEqual(expect.arrayContaining(['Cumplida en tiempo', '23:59']))
  })

  it('is left in the bitácora, with the names of the filters and not what was sought', async () => {
    await libro('?q=palabra-buscada')
    const acts = await sql<{ contenido: string }>(
      t,
      `select contenido from bitacora.acto where acto = 'exportacion.calendario' order by n desc`,
    )
    const { detalle } = JSON.parse(must(acts[0]).contenido) as { detalle: { filtros: string[]; sha256: string } }
    expect(detalle).toMatchObject({ filtros: ['q'], sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(acts[0]?.contenido).not.toContain('palabra-buscada')
  })

  it('is for the roles that see the calendar', async () => {
    expect((await exportar('', await t.tokenOf('auditoria'))).status).toBe(200)
    for (const rol of ['captura', 'administracion'] as const) expect((await exportar('', await t.tokenOf(rol))).status).toBe(403)
  })
})
