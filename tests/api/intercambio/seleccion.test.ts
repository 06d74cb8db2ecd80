import { read, utils } from '@e965/xlsx'
import { bitacoraOf } from '../../support/acceso.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { bloquear } from '../../support/actos/conclusion.ts'
import { givenDirectorio, HOY } from '../../support/actos/directorio.ts'
import { send } from '../../support/actos/envios.ts'
import { readPdf } from '../../support/pdf.ts'
import { must, sql } from '../../support/registro/candidaturas.ts'

let test_: TestApp
const tokens = {} as Record<'secretaria' | 'validacion' | 'captura' | 'auditoria', string>
let own: string[] = []
let others: string[] = []
const SECRET = 'respuesta de identidad que no debe salir'
const WRITTEN = 'Fue regidora y maestra rural; dirigió la biblioteca de su colonia.'

beforeAll(async () => {
  test_ = await startTestApp({ ahora: `${HOY}T12:00:00-07:00` })
  await givenDirectorio(test_)
  tokens.secretaria = await test_.tokenOf('secretaria')
  tokens.auditoria = await test_.tokenOf('auditoria')
  tokens.validacion = await test_.tokenOf('validacion', { actor: 'PRIO' })
  tokens.captura = await test_.tokenOf('captura', { actor: 'PRIO' })
  own = await idsOf(tokens.validacion)
  const all = await idsOf(tokens.secretaria)
  others = all.filter((id) => !own.includes(id))
  await givenAnswers(must(own[0]))
}, 60_000)
afterAll(() => test_.close())

async function idsOf(token: string): Promise<string[]> {
  const { body } = await send<{ elementos: { id: string }[] }>(test_, ['GET', '/candidaturas?limite=100'], { token })
  return body.elementos.map(({ id }) => id)
}

/** A curricular draft of the actor político; a text in the place of an identity answer; nothing sent. */
async function givenAnswers(id: string): Promise<void> {
  const insert = (tipo: string, clave: string, respuestas: object) =>
    sql(
      test_,
      `insert into captura.seccion (id, candidatura_id, cuestionario_id, clave, estatus, version, respuestas, extemporanea, de_la_persona, reabierta)
       select gen_random_uuid(), $1, id, $3, 'completa', 1, $4::jsonb, false, false, false from captura.cuestionario
       where tipo = $2 order by version desc limit 1`,
      [id, tipo, clave, JSON.stringify(respuestas)],
    )
  await insert('curricular', 'compromiso', { compromiso: WRITTEN })
  await insert('identidad', 'x', { secreto: SECRET })
}

const pagesOf = (pdf: Buffer): number => Number(readPdf.properties(pdf)['Pages'])
const exportar = (candidaturas: string[], more: object, token: string) =>
  send(test_, ['POST', '/exportaciones/seleccion'], {
    token,
    json: { candidaturas, formato: 'xlsx', columnas: ['nombre', 'folio'], ...more },
  })
const fichas = (candidaturas: string[], token: string) => send(test_, ['POST', '/exportaciones/fichas'], { token, json: { candidaturas } })

describe('the rows that somebody chose', () => {
  test('come as a workbook with the columns that were shown, in their order, and what it is in its notes', async () => {
    const chosen = own.slice(0, 3)
    const { status, bytes } = await exportar(chosen, { columnas: ['cargoNombre', 'nombre'] }, tokens.validacion)
    expect(status).toBe(200)
    const { Sheets, SheetNames } = read(bytes, { type: 'buffer' })
    expect(SheetNames).toEqual(['Candidaturas', 'Notas'])
    const [head, ...rows] = utils.sheet_to_json<unknown[]>(must(Sheets['Candidaturas']), { header: 1 })
    expect(head).toEqual(['Cargo', 'Demarcación', 'Número', 'Nombre', 'Sobrenombre'])
    const named = await sql<{ nombre: string }>(
      test_,
      `select concat_ws(' ', p.nombre, p.primer_apellido, p.segundo_apellido) as nombre from captura.candidatura c
       join captura.persona p on p.id = c.persona_id where c.id = any($1) order by c.orden`,
      [chosen],
    )
    expect(rows.map((row) => row[3])).toEqual(named.map(({ nombre }) => nombre))
    const notas = new Map(utils.sheet_to_json<unknown[]>(must(Sheets['Notas']), { header: 1 }).map(([label, text]) => [label, text]))
    expect(notas.get('Candidaturas')).toBe(3)
    expect(notas.has('La pidió')).toBe(true)
  })

  test('come as CSV too, where a name that looks like a formula stays text', async () => {
    await sql(test_, `update captura.persona set nombre = '=1+1' where id = (select persona_id from captura.candidatura where id = $1)`, [
      own[1],
    ])
    const { bytes, headers } = await exportar([must(own[1])], { formato: 'csv' }, tokens.captura)
    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    const { Sheets } = read(bytes, { type: 'buffer', raw: true })
    const rows = utils.sheet_to_json<unknown[]>(must(Object.values(Sheets)[0]), { header: 1 })
    expect(rows.at(-2)).toEqual(['Nombre', 'Sobrenombre', 'Folio', 'Calidad'])
    expect(rows.at(-1)?.[0]).not.toMatch(/^=/)
    expect(rows.at(-1)?.[0]).toContain('=1+1')
  })

  test('leave out those of another actor político, and say how many', async () => {
    const { bytes } = await exportar([must(own[0]), must(others[0])], {}, tokens.validacion)
    const { Sheets } = read(bytes, { type: 'buffer' })
    expect(utils.sheet_to_json(must(Sheets['Candidaturas']))).toHaveLength(1)
    expect(utils.sheet_to_csv(must(Sheets['Notas']))).toContain('1 de las elegidas no están al alcance de la cuenta')
  })

  test('are noted in the bitácora with their columns, and refused to a role without the directory', async () => {
    await exportar([must(own[0])], { columnas: ['acuerdo'] }, tokens.validacion)
    expect(must((await bitacoraOf(test_, 'exportacion.seleccion')).at(-1))).toMatchObject({
      detalle: { formato: 'xlsx', columnas: ['acuerdo'], candidaturas: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    })
    expect((await exportar([must(own[0])], {}, tokens.auditoria)).status).toBe(403)
    expect((await exportar(new Array(501).fill(must(own[0])), {}, tokens.validacion)).status).toBe(400)
    expect((await exportar([must(own[0])], { columnas: ['secreto'] }, tokens.validacion)).status).toBe(400)
  })
})

describe('the sheets of those that somebody chose', () => {
  test('stand on a page each, with their answers, who printed them and when, and no answer of identity', async () => {
    const chosen = own.slice(0, 3)
    const { status, bytes, headers } = await fichas(chosen, tokens.captura)
    expect([status, headers['content-type']]).toEqual([200, 'application/pdf'])
    expect(pagesOf(bytes)).toBe(3)
    const text = readPdf.text(bytes).replaceAll(/\s+/g, ' ')
    expect(text).toContain(WRITTEN)
    expect(text).not.toContain(SECRET)
    expect(text).toMatch(/Para uso interno/)
    expect(text).toMatch(/La imprimió .+, .+ horas/)
    expect(text.match(/USO INTERNO/g)).toHaveLength(3)
    expect(must((await bitacoraOf(test_, 'exportacion.fichas')).at(-1))).toMatchObject({ detalle: { candidaturas: 3 } })
  })

  test('hold for the institute only what was sent to it, and for a party nobody of another', async () => {
    const theirs = readPdf.text((await fichas([must(own[0])], tokens.secretaria)).bytes).replaceAll(/\s+/g, ' ')
    expect(theirs).not.toContain(WRITTEN)
    expect(theirs).toContain('No hay respuestas del cuestionario curricular que esta cuenta pueda leer.')
    const mixed = await fichas([must(own[0]), must(others[0])], tokens.validacion)
    expect(pagesOf(mixed.bytes)).toBe(1)
    expect(readPdf.text(mixed.bytes).replaceAll(/\s+/g, ' ')).toContain('No están 1 de las elegidas')
  })

  test('are not printed once the data are blocked', async () => {
    await bloquear(test_)
    const { status, body } = await fichas([must(own[0])], tokens.secretaria)
    expect([status, body['code']]).toEqual([409, 'datos.bloqueados'])
  })
})
