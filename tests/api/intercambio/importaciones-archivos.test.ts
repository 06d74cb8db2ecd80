import { randomBytes } from 'node:crypto'
import { utils, write } from '@e965/xlsx'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { send } from '../../support/actos/envios.ts'
import { actOn, csvOf, filasOf, handIn, upload, type Row } from '../../support/registro/listas.ts'

let test_: TestApp
let token: string

beforeAll(async () => {
  test_ = await startTestApp()
  token = await test_.tokenOf('secretaria')
})
afterAll(() => test_.close())

const sql = <T>(text: string, params: unknown[] = []) => test_.owner.query(text, params) as Promise<T[]>
const cellsOf = (rows: Row[]) =>
  csvOf(rows)
    .trim()
    .split('\n')
    .map((line) => line.replaceAll('"', '').split(','))

const book = (
  rows: unknown[][],
  bookType: 'xlsx' | 'biff8',
  change: (sheet: ReturnType<typeof utils.aoa_to_sheet>) => void = () => undefined,
) => {
  const sheet = utils.aoa_to_sheet(rows)
  change(sheet)
  return write({ SheetNames: ['Lista'], Sheets: { Lista: sheet } }, { type: 'buffer', bookType }) as Buffer
}

/** A workbook of several sheets: their rows by name; the name of a hidden one begins with a dot. */
const books = (sheets: Record<string, unknown[][]>, bookType: 'xlsx' | 'biff8') => {
  const names = Object.keys(sheets)
  const workbook = {
    SheetNames: names,
    Sheets: Object.fromEntries(names.map((name) => [name, utils.aoa_to_sheet(sheets[name] ?? [])])),
    Workbook: { Sheets: names.map((name) => ({ Hidden: name.startsWith('.') ? (1 as const) : (0 as const) })) },
  }
  return write(workbook, { type: 'buffer', bookType }) as Buffer
}

describe('a file', () => {
  it.each([
    ['xlsx', 'xlsx'],
    ['xls', 'biff8'],
  ] as const)('may be a workbook .%s', async (extension, bookType) => {
    const content = book(cellsOf([{ clave: `${extension}-1`, demarcacion: 'sur' }]), bookType)
    const { body } = await upload(test_, token, content, { name: `lista.${extension}` })
    expect(body).toMatchObject({ estatus: 'propuesta', resumen: { crear: 1 } })
  })

  it.each([
    ['xlsx', 'xlsx'],
    ['xls', 'biff8'],
  ] as const)('may be a workbook .%s of which one sheet with data is seen, and tells of the hidden ones', async (extension, bookType) => {
    const lista = cellsOf([{ clave: `hojas-${extension}`, demarcacion: 'sur', nombre: 'Visible' }])
    const others = { '.Vieja': cellsOf([{ clave: 'vieja', nombre: 'Oculta' }]), Instrucciones: [['Una fila por candidatura']], Blanco: [] }
    const { body } = await upload(test_, token, books({ ...others, Lista: lista }, bookType), { name: `lista.${extension}` })
    expect((await filasOf(test_, token, body.id)).map(({ nombre }) => nombre)).toEqual([expect.stringContaining('Visible')])
    expect(body.avisos).toEqual([expect.stringMatching(/^La hoja «.Vieja» está oculta/)])
  })

  it('may say its separator in a first line, as Excel writes it', async () => {
    const csv = `sep=;\n${csvOf([{ clave: 'sep', demarcacion: 'sur' }]).replaceAll(',', ';')}`
    const { body } = await upload(test_, token, csv)
    expect((await filasOf(test_, token, body.id))[0]).toMatchObject({ veredicto: 'crear', fila: 2 })
  })

  it('may come from an old program, with every diacritic, separated by semicolon', async () => {
    const csv = csvOf([{ clave: 'latin', demarcacion: 'sur', nombre: 'Xóchitl Ñusta', primer_apellido: 'Güemes', apodo: 'La Ñáñez' }])
    const { body } = await upload(test_, token, Buffer.from(csv.replaceAll('","', '";"').replaceAll(',', ';'), 'latin1'))
    expect((await filasOf(test_, token, body.id))[0]).toMatchObject({ veredicto: 'crear', nombre: 'Xóchitl Ñusta Güemes Otro' })
  })

  it('that is decomposed changes nothing of what is composed', async () => {
    const row = { clave: 'nfc', cargo: 'alcaldia', demarcacion: 'm1', nombre: 'Íñigo' }
    const { body } = await upload(test_, token, csvOf([row]))
    await actOn(test_, token, [body.id, 'confirmar'])
    const again = await upload(test_, token, csvOf([row]).normalize('NFD'))
    expect(again.body.resumen).toMatchObject({ crear: 0, cambiar: 0, igual: 1 })
  })

  it.each<[string, string, { content: string | Buffer; reason: RegExp }]>([
    ['that is something else', 'lista.csv', { content: Buffer.from('%PDF-1.7\n'), reason: /terminación/ }],
    ['without a byte', 'lista.csv', { content: '', reason: /vacío/ }],
    ['called as nothing we read', 'lista.docx', { content: 'a', reason: /no es CSV/ }],
  ])('%s is refused at once', async (_title, name, { content, reason }) => {
    const { status, body } = await upload(test_, token, content, { name })
    expect({ status, body }).toMatchObject({
      status: 422,
      body: { code: 'entrada.archivo_invalido', errors: [{ field: 'archivo', reasons: [expect.stringMatching(reason)] }] },
    })
  })

  it.each<[string, string, { content: () => string | Buffer; reason: RegExp }]>([
    ['without rows', 'lista.csv', { content: () => csvOf([]), reason: /vacío/ }],
    ['with blank rows only', 'lista.csv', { content: () => `${csvOf([])}${' ,'.repeat(16)} \n`, reason: /vacío/ }],
    ['that is no archive', 'lista.xlsx', { content: () => Buffer.concat([Buffer.from('PK\x03\x04'), randomBytes(500)]), reason: /dañado/ }],
    [
      'with 10,000 columns',
      'lista.csv',
      { content: () => `${Array.from({ length: 10_000 }, (_, n) => `c${n}`).join()}\n1`, reason: /60 columnas/ },
    ],
    [
      'with a quotation mark inside a cell',
      'lista.csv',
      {
        content: () => csvOf([{ apodo: 'x' }, { apodo: 'Güero' }]).replace('"Güero"', 'El "Güero"'),
        reason: /comillas dentro.*la línea 3/,
      },
    ],
    [
      'with its only list hidden',
      'lista.xlsx',
      { content: () => books({ '.Vieja': cellsOf([{}]), Portada: [['Lista']] }, 'xlsx'), reason: /no está a la vista.*«.Vieja»/ },
    ],
  ])('%s fails with a sentence, and nothing of it stays', async (_title, name, { content, reason }) => {
    const { body } = await upload(test_, token, content(), { name })
    expect(body).toMatchObject({ estatus: 'fallida', falla: expect.stringMatching(reason), cerradaEn: expect.any(String) })
    for (const table of ['captura.importacion_fila', 'identidad.archivo']) {
      expect(await sql(`select 1 from ${table} where importacion_id = $1`, [body.id])).toEqual([])
    }
    expect((await actOn(test_, token, [body.id, 'confirmar'])).status).toBe(409)
  })

  it('with a formula that fails refuses its row alone, and none for a column that is not used', async () => {
    const rows = [...cellsOf([{ clave: 'falla' }, { clave: 'entera', demarcacion: 'sur', numero: '2' }])].map((row, at) => [
      ...row,
      at === 0 ? 'Notas' : '',
    ])
    const content = book(rows, 'xlsx', (sheet) =>
      Object.assign(sheet, { H2: { t: 'e', v: 0x17, f: 'A1/0' }, R3: { t: 'e', v: 0x17, f: 'A1/0' } }),
    )
    const { body } = await upload(test_, token, content, { name: 'lista.xlsx' })
    const columnas = Object.fromEntries(body.encabezados.flatMap(({ titulo, columna }) => (columna ? [[columna, titulo]] : [])))
    await actOn(test_, token, [body.id, 'columnas'], { columnas })
    expect((await filasOf(test_, token, body.id)).map(({ errores }) => errores)).toEqual([
      [{ columna: 'nombre', razon: 'Su cálculo da error en el archivo: escriba el dato.' }],
      [],
    ])
  })

  it.each([
    ['xlsx', 'xlsx'],
    ['xls', 'biff8'],
  ] as const)('may be a workbook .%s of two lists: which one is asked', async (extension, bookType) => {
    const content = books(
      { Diputaciones: cellsOf([{ clave: 'd' }]), Ayuntamientos: cellsOf([{ clave: 'a', demarcacion: 'sur' }]) },
      bookType,
    )
    const { body } = await upload(test_, token, content, { name: `lista.${extension}` })
    expect(body).toMatchObject({ estatus: 'por_asignar', lectura: { hoja: 'Diputaciones', encabezado: 1 } })
    const { body: other } = await actOn(test_, token, [body.id, 'lectura'], { hoja: 'Ayuntamientos', encabezado: 1 })
    expect(other).toMatchObject({ estatus: 'por_asignar', lectura: { hoja: 'Ayuntamientos' } })
    expect(other.encabezados[0]).toMatchObject({ titulo: 'clave', ejemplos: ['a'], columna: 'clave' })
  })

  it('with a formula is read by its stored value', async () => {
    const rows = cellsOf([{ clave: 'formula', cargo: 'alcaldia', demarcacion: 'm2' }])
    const content = book(rows, 'xlsx', (sheet) => (sheet.H2 = { t: 's', v: 'Nombre', f: 'CONCATENATE("Otro","nombre")' }))
    const { body } = await upload(test_, token, content, { name: 'lista.xlsx' })
    expect((await filasOf(test_, token, body.id))[0]).toMatchObject({ veredicto: 'crear', nombre: 'Nombre Apellido Otro' })
  })

  it.each([
    ['no form at all', { json: { archivo: 'x' } }, 415],
    ['a form without file', { form: { fields: { fuente: 'x' } } }, 400],
    ['a file under another name', { form: { file: { field: 'otro', name: 'a.csv', content: 'a' } } }, 400],
    ['a field of nobody', { form: { fields: { otra: 'x' }, file: { field: 'archivo', name: 'a.csv', content: 'a' } } }, 400],
    ['more than 32 MB', { form: { file: { field: 'archivo', name: 'a.csv', content: Buffer.alloc(32 * 1024 * 1024 + 1, 'a') } } }, 413],
  ])('%s is refused', async (_title, sent, status) => {
    expect((await send(test_, ['POST', '/importaciones'], { token, ...sent })).status).toBe(status)
  })

  it.each([
    ['beyond 200 MB is refused before it is read', { 'content-length': String(200 * 1024 * 1024) }, 413],
    ['that is cut short is the caller’s fault', {}, 400],
  ])('%s', async (_title, headers, status) => {
    const answer = await test_.app.inject({
      method: 'POST',
      url: '/api/v1/importaciones',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'multipart/form-data; boundary=x', ...headers },
      payload: '--x\r\ncontent-disposition: form-data; name="archivo"; filename="a.csv"\r\n\r\nabc',
    })
    expect(answer.statusCode).toBe(status)
  })

  it('has a template that opens in a spreadsheet as text', async () => {
    const { headers, bytes } = await send(test_, ['GET', '/importaciones/plantilla.csv'], { token })
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': expect.stringContaining('attachment'),
    })
    expect(bytes.toString('utf8')).toMatch(/^\ufeff"clave","cargo",.*"acuerdo_fecha"\r\n$/)
  })
})

describe('a list whose headings are of its source', () => {
  const rows: Row[] = [{ clave: 'fuente-1', demarcacion: 'sur', numero: '2', apodo: 'no se lee' }]
  /** Other names for two columns, and none for a third that is not needed. */
  const foreign = () => csvOf(rows).replace('"clave","cargo"', '"Folio interno","Encomienda"').replaceAll('"apodo"', '"Comentario"').replace('clave,cargo', 'Folio interno,Encomienda').replace(',apodo,', ',Comentario,') // prettier-ignore
  const columnas = { clave: 'Folio interno', cargo: 'Encomienda' }
  const all = async (id: string) => {
    const { body } = await send<{ encabezados: { titulo: string; columna: string | null }[] }>(test_, ['GET', `/importaciones/${id}`], {
      token,
    })
    return Object.fromEntries(body.encabezados.flatMap(({ titulo, columna }) => (columna ? [[columna, titulo]] : [])))
  }
  let id: string

  it('waits for somebody to say what they are, with examples', async () => {
    const { body } = await upload(test_, token, foreign(), { fields: { fuente: 'Sistema de registro' } })
    id = body.id
    expect(body).toMatchObject({ estatus: 'por_asignar', fuente: 'Sistema de registro', avance: null, falla: null })
    expect(body.encabezados).toHaveLength(17)
    expect(body.encabezados.slice(0, 3)).toEqual([
      { titulo: 'Folio interno', ejemplos: ['fuente-1'], columna: null },
      { titulo: 'Encomienda', ejemplos: ['legislatura'], columna: null },
      { titulo: 'demarcacion', ejemplos: ['sur'], columna: 'demarcacion' },
    ])
  })

  it.each<[string, object, { field: string; reason: RegExp }]>([
    ['a column that is needed is missing', { clave: 'Folio interno' }, { field: 'cargo', reason: /Falta decir/ }],
    ['a heading that the file does not have', { ...columnas, sexo: 'Género' }, { field: 'sexo', reason: /no tiene la columna/ }],
    ['a column that the list does not have', { ...columnas, color: 'Encomienda' }, { field: 'color', reason: /No es una columna/ }],
  ])('%s: refused by its name', async (_title, change, { field, reason }) => {
    const answer = await actOn(test_, token, [id, 'columnas'], { columnas: { ...(await all(id)), ...change } })
    expect(answer).toMatchObject({ status: 422, body: { code: 'importacion.columnas_invalidas' } })
    expect((answer.body as unknown as { errors: unknown[] }).errors).toContainEqual({ field, reasons: [expect.stringMatching(reason)] })
  })

  it('is read as they say, without what it does not have', async () => {
    const json = { columnas: { ...(await all(id)), ...columnas }, guardarComo: 'Sistema de registro' }
    const { body } = await actOn(test_, token, [id, 'columnas'], json)
    expect(body).toMatchObject({ estatus: 'propuesta', encabezados: [], resumen: { crear: 1 } })
    await actOn(test_, token, [id, 'confirmar'])
    expect(
      await sql(`select p.apodo from captura.candidatura c join captura.persona p on p.id = c.persona_id where c.clave = 'fuente-1'`),
    ).toEqual([{ apodo: null }])
  })

  it('is read by itself the next time that its source is named, and only then', async () => {
    const named = await upload(test_, token, foreign(), { fields: { fuente: ' Sistema  de registro ' } })
    expect(named.body).toMatchObject({ estatus: 'propuesta', resumen: { igual: 1 } })
    expect((await upload(test_, token, foreign())).body.estatus).toBe('por_asignar')
  })

  it('is asked again once its source is forgotten', async () => {
    const fuentes = async () =>
      (await send<{ elementos: { id: string; nombre: string }[] }>(test_, ['GET', '/fuentes-importacion'], { token })).body.elementos
    const [fuente] = await fuentes()
    expect(fuente?.nombre).toBe('Sistema de registro')
    expect((await send(test_, ['DELETE', `/fuentes-importacion/${fuente?.id}`], { token })).status).toBe(204)
    expect((await send(test_, ['DELETE', `/fuentes-importacion/${fuente?.id}`], { token })).status).toBe(404)
    expect(await fuentes()).toEqual([])
    expect((await upload(test_, token, foreign(), { fields: { fuente: 'Sistema de registro' } })).body.estatus).toBe('por_asignar')
  })

  it('may be discarded while it waits', async () => {
    const { body } = await handIn(test_, token, foreign())
    await test_.services.importador.trabajar()
    expect((await send(test_, ['POST', `/importaciones/${body.id}/descartar`], { token })).status).toBe(204)
    expect(await sql('select 1 from identidad.archivo where importacion_id = $1', [body.id])).toEqual([])
  })
})
