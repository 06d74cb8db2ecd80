import { read } from '@e965/xlsx'
import { createHash } from 'node:crypto'
import { pack as packMorelos } from '@conoceles/proceso-morelos-2024'
import { INICIO, loadSimulacro } from '../../apps/api/src/carga/load-simulacro.ts'
import { generateSimulacro } from '../../apps/api/src/simulacro/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { moveReloj, must, sql } from '../support/candidaturas.ts'
import { send, type Answer } from '../support/envios.ts'
import { celda, tabla as tablaPublica } from '../support/estadisticas.ts'
import { withMunicipios } from '../support/municipios.ts'
import { readPdf } from '../support/pdf.ts'
import { publicar } from '../support/publico.ts'

interface Fila {
  clave: string
  nombre: string
  celdas: string[]
}

interface Tabla {
  clave: string
  denominador: string
  columnas: { clave: string; tipo: string }[]
  filas: Fila[]
  total: Fila | null
}

interface Informe {
  clave: string
  vence: string | null
  secciones: { clave: string; version: number; texto: string }[]
  listaCortes: { numero: number; sha256: string; cortePublico: number | null }[]
  listaEmisiones: { numero: number; huellas: { pdf: string; docx: string; xlsx: string } }[]
  tablas: Tabla[]
  metodo: string[]
}

const pack = withMunicipios(packMorelos, 3)
let test_: TestApp
let secretaria: string

beforeAll(async () => {
  const simulacro = generateSimulacro(pack, { semilla: 2_024, total: 700, ahora: INICIO })
  test_ = await startTestApp({
    pack,
    load: (owner, deps) => owner.transaction((tx) => loadSimulacro(tx, deps, { pack, simulacro, inicio: INICIO })),
  })
  secretaria = await test_.tokenOf('secretaria')
})
afterAll(() => test_.close())

const get = async (clave: string, token = secretaria) => (await send<Informe>(test_, ['GET', `/informes/${clave}`], { token })).body
const post = (path: string, json: object, headers: Record<string, string> = {}) =>
  send<{ informe: Informe; code?: string; detail?: string }>(test_, ['POST', `/informes/${path}`], { token: secretaria, json, headers })
const file = (path: string, token = secretaria): Promise<Answer> => send(test_, ['GET', `/informes/${path}`], { token })
const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

async function corte(clave: string, ahora: string): Promise<Informe> {
  await moveReloj(test_, ahora)
  await publicar(test_)
  const { status, body } = await post(`${clave}/cortes`, {})
  expect(status).toBe(201)
  return body.informe
}

const of = (informe: Informe, clave: string) => must(informe.tablas.find((each) => each.clave === clave))
const cifras = ({ celdas }: Fila) => celdas.map((text) => (text === '—' ? null : Number(text.replaceAll(/[,+ %]/g, '').replace('−', '-'))))
const filaDe = (tabla: Tabla, clave: string) =>
  must([...tabla.filas, ...(tabla.total ? [tabla.total] : [])].find((each) => each.clave === clave))

/** The same figures, counted one by one with SQL of its own. */
async function contadas(where: string): Promise<number> {
  const [row] = await sql<{ n: number }>(
    test_,
    `select count(*)::int as n from captura.candidatura c join captura.cargo g on g.id = c.cargo_id join captura.actor_politico a on a.id = c.actor_id where ${where}`,
  )
  return must(row).n
}

const VIGENTE = `c.estatus = 'aprobada'`
const CUMPLE = `${VIGENTE} and c.estatus_captura in ('completa', 'validada', 'verificada')`
const OBSERVADA = `${VIGENTE} and c.estatus_captura in ('observada', 'en_correccion')`
const COLUMNAS: [string, string][] = [
  ['universo', VIGENTE],
  ['capturadas', `${VIGENTE} and c.estatus_captura not in ('sin_captura', 'en_captura')`],
  ['validadas', `${VIGENTE} and c.estatus_captura in ('validada', 'observada', 'en_correccion', 'verificada')`],
  ['verificadas', `${VIGENTE} and c.estatus_captura = 'verificada'`],
  ['cumplen', CUMPLE],
  ['sinCaptura', `${VIGENTE} and c.estatus_captura = 'sin_captura'`],
  ['enCaptura', `${VIGENTE} and c.estatus_captura = 'en_captura'`],
  ['conObservaciones', OBSERVADA],
  ['pendientes', `${VIGENTE} and not (${CUMPLE})`],
  ['vencidas', `${VIGENTE} and c.estatus_captura in ('sin_captura', 'en_captura') and c.captura_vence < DIA`],
  ['sustituidas', `c.estatus = 'sustituida'`],
  ['canceladas', `c.estatus = 'cancelada'`],
]
const POR: Record<string, string> = { cargo: 'g.clave', principio: 'g.principio', clase: 'a.tipo', actor: 'a.clave' }

/** Every figure of every table of captura, against SQL. */
async function revisar(informe: Informe, dia: string): Promise<number> {
  let reviewed = 0
  for (const tabla of informe.tablas) {
    const by = POR[tabla.clave.replace(/^(avance|pendientes|plazos)-/, '')]
    if (!by) continue
    const asked = COLUMNAS.filter(([columna]) => tabla.columnas.some(({ clave }) => clave === columna))
    const counts = asked.map(([columna, where]) => `count(*) filter (where ${where.replace('DIA', `'${dia}'::date`)})::int as "${columna}"`)
    const rows = await sql<Record<string, number | string>>(
      test_,
      `select coalesce(${by}, 'total') as fila, ${counts.join(', ')} from captura.candidatura c join captura.cargo g on g.id = c.cargo_id
       join captura.actor_politico a on a.id = c.actor_id group by rollup (${by})`,
    )
    for (const fila of [...tabla.filas, must(tabla.total)]) {
      const counted = rows.find((row) => row['fila'] === fila.clave)
      for (const [columna] of asked) {
        const at = tabla.columnas.findIndex(({ clave }) => clave === columna)
        expect([tabla.clave, fila.clave, columna, cifras(fila)[at]]).toEqual([tabla.clave, fila.clave, columna, counted?.[columna] ?? 0])
        reviewed += 1
      }
    }
  }
  return reviewed
}

describe('the avance cuantitativo of April', () => {
  let abril: Informe

  it('is owed by the programme of work, with its day, before anything was frozen', async () => {
    const { body } = await send<{ elementos: { clave: string; vence: string; cortes: number }[] }>(test_, ['GET', '/informes'], {
      token: secretaria,
    })
    expect(body.elementos).toEqual(expect.arrayContaining([expect.objectContaining({ clave: '11.13', cortes: 0 })]))
    expect((await file('11.13/vista-previa?formato=pdf')).status).toBe(409)
  })

  it('says at 22 April what SQL counts, in each table and each row', async () => {
    await sql(
      test_,
      `update captura.candidatura set estatus = 'cancelada' where id in (select id from captura.candidatura where estatus = 'aprobada' order by id limit 2)`,
    )
    abril = await corte('11.13', '2024-04-22T18:00:00-06:00')
    expect(await revisar(abril, '2024-04-22')).toBeGreaterThan(200)
    expect(cifras(filaDe(of(abril, 'resumen'), 'universo'))[0]).toBe(await contadas(VIGENTE))
  })

  it('tells of what is public what its public page tells, figure by figure', async () => {
    for (const clave of ['cargo', 'actor']) {
      const own = of(abril, `publicas-${clave}`)
      const page = await tablaPublica(test_, clave)
      expect(own.filas.map((each) => each.clave)).toEqual(page.filas.map((each) => each.clave).filter((each) => each !== 'sin_dato'))
      for (const fila of [...own.filas, must(own.total)]) {
        const expected = own.columnas.map((columna) => celda(page, fila.clave, columna.clave).maximo)
        expect([fila.clave, cifras(fila)]).toEqual([fila.clave, expected])
      }
    }
  })

  it('keeps the versions of its texts, and shows whoever was late what was saved meanwhile', async () => {
    const save = (json: object) =>
      send<{ actual?: { texto: string } }>(test_, ['PUT', '/informes/11.13/secciones/presentacion'], { token: secretaria, json })
    const texto = '# Un título\n\nSe presenta **el avance** de abril.\n\n- =HYPERLINK("http://x.example")\n- otro'
    expect((await save({ version: 0, texto })).status).toBe(200)
    const late = await save({ version: 0, texto: 'Otro' })
    expect([late.status, late.body.actual?.texto]).toEqual([409, texto])
    expect((await save({ version: 1, texto })).status).toBe(409)
    expect((await get('11.13')).secciones[0]).toMatchObject({ clave: 'presentacion', version: 1, texto })
  })

  it('is emitted with its hashes, and made again byte by byte', async () => {
    const { status, body } = await post('11.13/emisiones', { corte: 1 }, { 'idempotency-key': 'a' })
    expect(status).toBe(201)
    const { huellas } = must(body.informe.listaEmisiones[0])
    for (const formato of ['pdf', 'docx', 'xlsx'] as const) {
      const made = await file(`11.13/emisiones/1/${formato}`)
      expect([formato, made.status, hash(made.bytes)]).toEqual([formato, 200, huellas[formato]])
    }
    const repeated = await post('11.13/emisiones', { corte: 1 }, { 'idempotency-key': 'a' })
    expect(repeated.body.informe.listaEmisiones).toHaveLength(1)
    expect((await post('11.13/emisiones', { corte: 1 })).body.detail).toBe('Nada cambió desde la emisión 1: es esa misma.')
  })

  it('carries on its cover the hash of the data that it was made from', async () => {
    const datos = (await file('11.13/cortes/1/datos')).bytes
    const { sha256, cortePublico } = must(abril.listaCortes[0])
    expect(hash(datos)).toBe(sha256)
    const pdf = (await file('11.13/emisiones/1/pdf')).bytes
    const text = readPdf.text(pdf).replaceAll('\u200b', '')
    expect(text.replaceAll(' ', '')).toContain(sha256)
    expect(text).toContain(`número ${cortePublico}`)
    expect(readPdf.properties(pdf)).toMatchObject({
      Tagged: 'yes',
      Title: 'Informe de avance cuantitativo en la captura de la información',
    })
    const structure = readPdf.structure(pdf)
    expect(['H1', 'H2', 'H3', 'Caption', 'Figure', 'TH'].filter((tag) => !new RegExp(`\\b${tag}\\b`).test(structure))).toEqual([])
    expect(structure.indexOf('Presentación')).toBeLessThan(structure.indexOf('Resumen del avance'))
  })

  it('its workbook has numbers as numbers and no formula', async () => {
    const { Sheets, SheetNames } = read((await file('11.13/emisiones/1/xlsx')).bytes, { type: 'buffer', cellFormula: true })
    expect(SheetNames[0]).toBe('Notas')
    const resumen = must(Sheets[must(SheetNames[1])])
    expect([resumen['B2']?.t, resumen['B2']?.v]).toEqual(['n', await contadas(VIGENTE)])
    const all = SheetNames.flatMap((name) => Object.values(Sheets[name] ?? {}) as { f?: string }[])
    expect(all.filter((cell) => cell.f !== undefined)).toEqual([])
  })

  it('is never rewritten, nor handed out when it would be another', async () => {
    const touch = (table: string) => sql(test_, `update captura.${table} set folio = 'x'`)
    for (const table of ['informe_corte', 'informe_emision']) await expect(touch(table)).rejects.toThrow(/no se altera/)
    await expect(sql(test_, 'delete from captura.informe_texto')).rejects.toThrow(/no se altera/)
    await sql(test_, `alter table captura.informe_emision disable trigger informe_emision_impedir`)
    await sql(test_, `update captura.informe_emision set huellas = jsonb_set(huellas, '{pdf}', '"0"')`)
    const other = await file('11.13/emisiones/1/pdf')
    expect([other.status, (other.body as { code?: string }).code]).toEqual([500, 'informe.no_coincide'])
    await sql(test_, `alter table captura.informe_emision enable trigger informe_emision_impedir`)
  })
})

describe('the avance cuantitativo of May', () => {
  it('says at 25 May what SQL counts, and compares with the cut of April', async () => {
    const before = filaDe(of(await get('11.13'), 'resumen'), 'pendientes')
    const mayo = await corte('11.15', '2024-05-25T12:00:00-06:00')
    expect(await revisar(mayo, '2024-05-25')).toBeGreaterThan(200)
    const resumen = of(mayo, 'resumen')
    const [now, , then, difference] = cifras(filaDe(resumen, 'pendientes'))
    expect([then, difference]).toEqual([cifras(before)[0], must(now) - must(cifras(before)[0])])
    expect(cifras(filaDe(of(mayo, 'plazos-cargo'), 'total'))[2]).toBeGreaterThan(0)
  })
})

it('is read by the comisión and by auditoría, changed by neither, and is nothing to anybody else', async () => {
  for (const rol of ['comision', 'auditoria'] as const) {
    const token = await test_.tokenOf(rol)
    expect((await send(test_, ['GET', '/informes/11.13'], { token })).status).toBe(200)
    expect((await send(test_, ['POST', '/informes/11.13/cortes'], { token, json: {} })).status).toBe(403)
  }
  const party = await test_.tokenOf('validacion', { actor: 'PAN' })
  expect((await file('11.13/emisiones/1/docx', party)).status).toBe(403)
  expect((await file('11.99', secretaria)).status).toBe(404)
})
