import { read, utils, write } from '@e965/xlsx'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { send } from '../../support/actos/envios.ts'
import { LISTAS_PUBLICADAS } from '../../support/registro/listas-publicadas.ts'
import { actOn, filasOf, upload, type Importacion } from '../../support/registro/listas.ts'
import { pack } from '../../support/paquete.ts'

let test_: TestApp
let token: string

beforeAll(async () => {
  test_ = await startTestApp({ pack, ahora: '2024-04-01T10:00:00-06:00' })
  token = await test_.tokenOf('secretaria')
})
afterAll(() => test_.close())

const hand = async (name: keyof typeof LISTAS_PUBLICADAS, fields: Record<string, string> = {}): Promise<Importacion> => {
  const { archivo, contenido } = LISTAS_PUBLICADAS[name]()
  const { status, body } = await upload(test_, token, contenido, { name: archivo, fields })
  expect([status, body.falla]).toEqual([200, null])
  return body
}
const filas = async (id: string) => filasOf(test_, token, id)
const valores = async (id: string) =>
  (
    await send<{ elementos: { columna: string; escrito: string; filas: number; sugerencia: string | null }[] }>(
      test_,
      ['GET', `/importaciones/${id}/valores`],
      { token },
    )
  ).body.elementos
const bytesOf = async (path: string) => (await send(test_, ['GET', path], { token })).bytes
const rowsOf = (bytes: Buffer, sheet = 0): string[][] => {
  const book = read(bytes, { type: 'buffer' })
  return utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[sheet] ?? ''] ?? {}, { header: 1, raw: false })
}

describe('a list as it is published', () => {
  it('has titles above and totals below: its headings are found, and what was left out is told', async () => {
    const body = await hand('titulosYTotales')
    expect(body).toMatchObject({ estatus: 'propuesta', lectura: { hoja: 'Lista', encabezado: 5 }, resumen: { crear: 4, rechazar: 0 } })
    expect(body.avisos).toEqual(
      expect.arrayContaining([
        'Los encabezados están en la fila 5: lo que hay arriba no se leyó.',
        'No se leyeron 3 renglones que no son de una candidatura: fila 11 («TOTAL DE CANDIDATURAS»), fila 12 («Mujeres») y fila 13 («Nota: lista preliminar de ensayo.»).',
      ]),
    )
  })

  it('has merged headings of two rows: each column is known by the lower one', async () => {
    const body = await hand('encabezadosCombinados')
    expect(body).toMatchObject({ estatus: 'propuesta', lectura: { hoja: 'Lista', encabezado: 2 }, resumen: { crear: 4, rechazar: 0 } })
    expect((await filas(body.id)).map(({ fila, nombre }) => [fila, nombre])[0]).toEqual([4, 'Abril Nava Ocampo'])
  })

  it('is one of several sheets: the others are named', async () => {
    const body = await hand('variasHojas')
    expect(body).toMatchObject({ estatus: 'propuesta', lectura: { hoja: 'Registro', encabezado: 1 }, resumen: { crear: 4 } })
    expect(body.avisos).toEqual(
      expect.arrayContaining([
        'Se leyó la hoja «Registro». No se leyeron «Portada» y «Resumen».',
        'La hoja «Anterior» está oculta y tiene datos que no se leyeron.',
      ]),
    )
  })

  it('has hidden columns: none of them stands for one that is to be seen', async () => {
    const body = await hand('columnasOcultas')
    expect(body).toMatchObject({ estatus: 'propuesta', resumen: { crear: 4, rechazar: 0 } })
    expect((await filas(body.id))[0]?.nombre).toBe('Abril Nava Ocampo')
    expect(JSON.stringify(await filas(body.id))).not.toContain('777')
  })

  it('has H and M, P.A.N., Prop. and Sup.: they are known without asking, and «M» is told', async () => {
    const body = await hand('abreviaturas')
    expect(body).toMatchObject({ estatus: 'propuesta', resumen: { crear: 4, rechazar: 0 } })
    expect(body.avisos).toContain('En la columna de sexo, «M» se leyó como mujer, porque también hay «H».')
    expect(await valores(body.id)).toEqual([])
  })

  it('says number and calidad in the cargo: they are read there, and each clave is that of its place', async () => {
    const body = await hand('cargoConNumero')
    expect(body).toMatchObject({ estatus: 'propuesta', resumen: { crear: 4, rechazar: 0 } })
    expect((await filas(body.id)).map(({ clave }) => clave)).toEqual(
      ['1-P', '1-S', '2-P', '2-S'].map((place) => expect.stringMatching(new RegExp(`^regiduria-.*PAN-${place}$`))),
    )
  })

  it('counts its rows: nobody takes that for the number of a place', async () => {
    const body = await hand('renglonesContados')
    expect(body).toMatchObject({ estatus: 'por_asignar' })
    expect(body.encabezados.find(({ titulo }) => titulo === 'No.')).toMatchObject({ columna: null, ejemplos: ['1', '2', '3'] })
    const columnas = Object.fromEntries(body.encabezados.flatMap(({ titulo, columna }) => (columna ? [[columna, titulo]] : [])))
    const wrong = await actOn(test_, token, [body.id, 'columnas'], { columnas: { ...columnas, numero: 'No.' } })
    expect(wrong.body.resumen).toMatchObject({ crear: 1, rechazar: 3 })
    await actOn(test_, token, [body.id, 'lectura'], { hoja: 'Lista', encabezado: 1 })
    expect((await actOn(test_, token, [body.id, 'columnas'], { columnas })).body.resumen).toMatchObject({ crear: 4, rechazar: 0 })
  })

  it('has days in words and as numbers: they are days, and one that does not exist is refused as such', async () => {
    const body = await hand('fechas')
    expect(body).toMatchObject({ estatus: 'propuesta', resumen: { crear: 3, rechazar: 1 } })
    const rows = await filas(body.id)
    expect(rows[2]).toMatchObject({ celdas: { fecha_nacimiento: '1985-04-15' } })
    expect(rows[3]?.errores).toEqual([{ columna: 'fecha_nacimiento', razon: 'El 31 de febrero de 1988 no existe.' }])
  })

  it('has the name in one piece: it is kept so', async () => {
    const body = await hand('nombreJunto')
    expect(body).toMatchObject({ estatus: 'propuesta', resumen: { crear: 4, rechazar: 0 } })
    expect((await filas(body.id))[0]).toMatchObject({ nombre: 'NAVA OCAMPO ABRIL', clave: expect.stringContaining('-PAN-1-P') })
  })

  it('has names that no catalogue has: each is asked once, with the nearest, and none is taken by itself', async () => {
    const body = await hand('nombresMalEscritos')
    expect(body).toMatchObject({ estatus: 'propuesta', resumen: { crear: 0, rechazar: 5 } })
    expect(await valores(body.id)).toEqual([
      { columna: 'demarcacion', escrito: 'Cuernabaca', filas: 4, sugerencia: '17007' },
      { columna: 'actor_politico', escrito: 'Partido Accion Nasional', filas: 1, sugerencia: 'PAN' },
    ])
    const said = [
      { columna: 'demarcacion', escrito: 'Cuernabaca', clave: '17007' },
      { columna: 'actor_politico', escrito: 'Partido Accion Nasional', clave: 'PAN' },
    ]
    expect(await actOn(test_, token, [body.id, 'valores'], { valores: [{ ...said[0], clave: 'Atlantis' }] })).toMatchObject({
      status: 422,
      body: { code: 'importacion.valores_invalidos' },
    })
    const answer = await actOn(test_, token, [body.id, 'valores'], { valores: said, guardarComo: 'Área de registro' })
    expect(answer.body).toMatchObject({ estatus: 'propuesta', resumen: { crear: 5, rechazar: 0 } })
    expect(await hand('nombresMalEscritos', { fuente: 'Área de registro' })).toMatchObject({ resumen: { crear: 5, rechazar: 0 } })
    expect(await hand('nombresMalEscritos')).toMatchObject({ resumen: { rechazar: 5 } })
  })

  it('says neither party nor acuerdo: they are asked once for the whole file', async () => {
    const body = await hand('planillaDePartido')
    expect(body).toMatchObject({ estatus: 'por_asignar', lectura: { hoja: 'Planilla', encabezado: 2 } })
    const columnas = Object.fromEntries(body.encabezados.flatMap(({ titulo, columna }) => (columna ? [[columna, titulo]] : [])))
    expect(columnas).toEqual({
      demarcacion: 'Municipio', cargo: 'Cargo', calidad: 'Prop./Sup.', nombre: 'Nombre(s)', primer_apellido: 'Apellido paterno', segundo_apellido: 'Apellido materno', sexo: 'Sexo', fecha_nacimiento: 'Fecha de nacimiento',
    }) // prettier-ignore
    const fijos = { actor_politico: 'PAN', acuerdo_numero: 'ENSAYO/PLANILLA/2024', acuerdo_fecha: '2024-03-30' }
    const { body: read_ } = await actOn(test_, token, [body.id, 'columnas'], { columnas, fijos })
    expect(read_).toMatchObject({ estatus: 'propuesta', resumen: { crear: 4, rechazar: 0 } })
    expect((await filas(body.id)).map(({ fila, clave }) => [fila, clave])).toEqual([
      [3, expect.stringMatching(/^presidencia_municipal-.*PAN-1-P$/)],
      [4, expect.stringMatching(/^presidencia_municipal-.*PAN-1-S$/)],
      [6, expect.stringMatching(/^sindicatura-.*PAN-1-P$/)],
      [7, expect.stringMatching(/^sindicatura-.*PAN-1-S$/)],
    ])
  })
})

describe('where the list is', () => {
  it('is shown as the file has it, and chosen by its sheet and row', async () => {
    const { id } = await hand('titulosYTotales')
    const { body } = await send<{ hojas: { hoja: string; filas: { numero: number; celdas: string[] }[] }[] }>(
      test_,
      ['GET', `/importaciones/${id}/vista`],
      { token },
    )
    expect(body.hojas[0]?.filas.map(({ numero }) => numero)).toEqual([1, 2, 3, 5, 6, 7, 8, 9, 11, 12, 13])
    const other = await actOn(test_, token, [id, 'lectura'], { hoja: 'Lista', encabezado: 2 })
    expect(other.body).toMatchObject({ estatus: 'por_asignar', lectura: { encabezado: 2 } })
    const back = await actOn(test_, token, [id, 'lectura'], { hoja: 'Lista', encabezado: 5 })
    expect(back.body.encabezados.map(({ columna }) => columna)).toEqual(
      expect.arrayContaining(['demarcacion', 'calidad', 'primer_apellido']),
    )
  })
})

describe('refused rows', () => {
  it('are mended cell by cell, and go back to what the file says', async () => {
    const { id } = await hand('fechas')
    const mend = (celdas: object, fila = 5) => actOn(test_, token, [id, 'correcciones'], { filas: [{ fila, celdas }] })
    expect((await mend({ fecha_nacimiento: '28/02/1988' })).body).toMatchObject({
      estatus: 'propuesta',
      resumen: { crear: 4, rechazar: 0 },
    })
    expect((await filas(id))[3]).toMatchObject({ veredicto: 'crear', correcciones: { fecha_nacimiento: '28/02/1988' } })
    expect((await mend({ fecha_nacimiento: null })).body.resumen).toMatchObject({ crear: 3, rechazar: 1 })
    expect(await mend({ color: 'azul' })).toMatchObject({ status: 422, body: { code: 'importacion.valores_invalidos' } })
    expect(await mend({ sexo: 'mujer' }, 999)).toMatchObject({ status: 422 })
  })

  it('come back with the headings of their file and the reasons, and go in again once mended', async () => {
    const { id } = await hand('fechas')
    await actOn(test_, token, [id, 'confirmar'], { omitirRechazadas: true })
    const again = await hand('fechas')
    expect(again.resumen).toMatchObject({ igual: 3, rechazar: 1 })
    const rows = rowsOf(await bytesOf(`/importaciones/${again.id}/rechazadas.xlsx`))
    expect(rows[0]).toEqual(expect.arrayContaining(['Municipio', 'Apellido paterno', 'Por qué se rechazó']))
    expect(rows).toHaveLength(2)
    expect(rows[1]?.at(-1)).toBe('Fecha de nacimiento: El 31 de febrero de 1988 no existe.')
    const sheet = utils.aoa_to_sheet(rows.map((row) => row.map((cell) => (cell === '31/02/1988' ? '28/02/1988' : cell))))
    const content = write({ SheetNames: ['Rechazadas'], Sheets: { Rechazadas: sheet } }, { type: 'buffer', bookType: 'xlsx' }) as Buffer
    const { body } = await upload(test_, token, content, { name: 'rechazadas.xlsx' })
    expect(body).toMatchObject({ estatus: 'propuesta', resumen: { crear: 1, rechazar: 0 } })
  })
})

describe('a source', () => {
  it('is remembered with its columns and values: its rejected rows are read again without a question', async () => {
    const fuente = 'Partido con planilla'
    const { id } = await hand('planillaDePartido', { fuente })
    const columnas = { demarcacion: 'Municipio', cargo: 'Cargo', calidad: 'Prop./Sup.', nombre: 'Nombre(s)', primer_apellido: 'Apellido paterno', sexo: 'Sexo', fecha_nacimiento: 'Fecha de nacimiento' } // prettier-ignore
    const fijos = { actor_politico: 'MC', acuerdo_numero: 'ENSAYO/FUENTE/2024', acuerdo_fecha: '2024-03-30' }
    await actOn(test_, token, [id, 'columnas'], { columnas, fijos, guardarComo: fuente })
    await actOn(test_, token, [id, 'correcciones'], { filas: [{ fila: 4, celdas: { sexo: 'nadie' } }] })
    const sheet = utils.aoa_to_sheet(
      rowsOf(await bytesOf(`/importaciones/${id}/rechazadas.xlsx`)).map((row) => row.map((cell) => (cell === 'nadie' ? 'H' : cell))),
    )
    const content = write({ SheetNames: ['Rechazadas'], Sheets: { Rechazadas: sheet } }, { type: 'buffer', bookType: 'xlsx' }) as Buffer
    const { body } = await upload(test_, token, content, { name: 'rechazadas.xlsx', fields: { fuente } })
    expect(body).toMatchObject({ estatus: 'propuesta', resumen: { crear: 1, rechazar: 0 } })
    expect(await hand('planillaDePartido', { fuente })).toMatchObject({ estatus: 'por_asignar', fijos: { actor_politico: 'MC' } })
  })
})

describe('the template of a cargo', () => {
  it('is a list whose cells offer the catalogues, and is recognised when it comes back', async () => {
    const bytes = await bytesOf('/importaciones/plantilla.xlsx?cargo=regiduria')
    const [heads] = rowsOf(bytes)
    expect(heads).toContain('Demarcación')
    expect(rowsOf(bytes, 2).map((row) => row[1])).toContain('Cuernavaca')
    expect((await send(test_, ['GET', '/importaciones/plantilla.xlsx?cargo=virreinato'], { token })).status).toBe(404)
  })
})
