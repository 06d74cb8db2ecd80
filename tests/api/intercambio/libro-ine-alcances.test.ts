import { COLUMNAS_IDENTIDAD, ROLES, type ProcesoPack } from '@conoceles/domain'
import { sha256 } from '../../../apps/api/src/shared/criptografia/canonical.ts'
import { bitacoraOf } from '../../support/acceso.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenCandidatura, sql, type Given } from '../../support/registro/candidaturas.ts'
import { Equipo, givenCapturada, observar } from '../../support/actos/captura.ts'
import { actOn, upload } from '../../support/registro/listas.ts'
import { packFicticio } from '../../support/proceso-ficticio/index.ts'
import { publicar } from '../../support/publico.ts'
import { connectAs, count, type Ajustes } from '../../support/roles.ts'
import { abrir, exportar, exportarCompleto, MOTIVO, ordenadas } from './libro-ine-ayuda.ts'

/** The fictitious proceso, some of whose questions have a column in the workbook. */
const pack = withColumnas(packFicticio, {
  oficio: 'ESCOLARIDAD',
  sitio: 'PAGINA_WEB',
  compromiso: 'PROPUESTA_1',
  islena: preguntaEn(0),
  isla: preguntaEn(2),
  serrana: preguntaEn(3),
})

function preguntaEn(at: number): string {
  return COLUMNAS_IDENTIDAD[11 + at] ?? ''
}

function withColumnas(whole: ProcesoPack, columnas: Record<string, string>): ProcesoPack {
  const copy = structuredClone(whole)
  for (const { schema } of copy.cuestionarios) {
    const properties = schema['properties'] as Record<string, Record<string, unknown>>
    for (const [clave, columna] of Object.entries(columnas)) if (properties[clave]) properties[clave]['x-columnaIne'] = columna
  }
  return copy
}

let test_: TestApp
let equipo: Equipo
let secretaria: string
let verificada: Given

beforeAll(async () => {
  test_ = await startTestApp({ pack })
  equipo = new Equipo(test_)
  secretaria = await equipo.secretaria()
  verificada = await givenCapturada(equipo, { nombre: 'Verificada', numero: 1 })
  await givenCapturada(equipo, { nombre: 'Reservada', contienda: 'legislatura-sur', numero: 1, consentimiento: { publicacion: false } })
  await givenCapturada(equipo, { nombre: 'Capturada', contienda: 'alcaldia-m1', numero: 1, calidad: 'suplente' }, 'completa')
  await givenCandidatura(test_, { nombre: 'Vacía', contienda: 'alcaldia-m2', numero: 1, sexo: 'no_binario', accionAfirmativa: 'serrana' })
  await publicar(test_)
})
afterAll(() => test_.close())

type Row = (string | number | null)[]
const rowOf = (rows: Row[], nombre: string): Row => rows.find((row) => String(row[7]).startsWith(nombre)) ?? []
const COMPROMISO = 'Abrir un taller de redes en cada muelle y cuidar el agua del valle entero.'

describe('everything that was captured', () => {
  it('is there whatever its stage, with the words of the source and the age on the day of the jornada', async () => {
    const { candidatos, identidad } = abrir(await exportarCompleto(test_, secretaria))
    expect(rowOf(candidatos, 'Verificada').slice(0, 12)).toEqual([
      ...['Partido Río', 'LEGISLATURA', 'VALLE CLARO', 'DISTRITO NORTE', 'No aplica', 'No aplica'],
      ...[1, 'Verificada Apellido', 'PROPIETARIA', 40, 'MUJER', null],
    ])
    for (const nombre of ['Verificada', 'Reservada', 'Capturada']) {
      expect(rowOf(candidatos, nombre).slice(14)).toEqual(expect.arrayContaining(['Pesca', 'https://faro.example/uno', COMPROMISO]))
      expect(rowOf(identidad, nombre).slice(11, 15)).toEqual(['Sí', ' ', 'Isla Chica', 'No'])
    }
    expect(rowOf(candidatos, 'Capturada')[8]).toBe('SUPLENTE')
    expect(rowOf(candidatos, 'Vacía').slice(10)).toEqual(['NO BINARIO', ...Array<null>(14).fill(null)])
    expect(rowOf(identidad, 'Vacía').slice(11)).toEqual(Array<string>(20).fill(' '))
  })

  it('is a read of identity answers in the bitácora: who, why, how many, which bytes, and no value', async () => {
    const { bytes, headers } = await exportar(test_, secretaria, { alcance: 'completo', motivo: MOTIVO })
    const entry = (await bitacoraOf(test_, 'identidad.exportada')).at(-1)
    expect(entry).toMatchObject({
      rol: 'secretaria',
      detalle: {
        alcance: 'completo',
        motivo: MOTIVO,
        candidaturas: 4,
        conIdentidad: 3,
        leidas: expect.arrayContaining([verificada.id]),
        sha256: sha256(bytes),
      },
    })
    expect(JSON.stringify(entry)).not.toMatch(/Isla Chica|Pesca|Verificada/)
    expect(headers['content-disposition']).toContain('baseDatosCandidatos-valle-claro-2030-completo')
  })

  it.each([
    ['without a reason', {}],
    ['with a reason too short to be one', { motivo: ' porque   sí ' }],
  ])('%s is not given', async (_title, rest) => {
    const before = await bitacoraOf(test_, 'identidad.exportada')
    expect(await exportar(test_, secretaria, { alcance: 'completo', ...rest })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'motivo' }] },
    })
    expect(await bitacoraOf(test_, 'identidad.exportada')).toHaveLength(before.length)
  })

  it.each(ROLES.filter((rol) => rol !== 'secretaria'))('is not given to %s', async (rol) => {
    const token = await test_.tokenOf(rol, { actor: 'PRIO', candidaturaId: verificada.id })
    const { status, bytes } = await exportar(test_, token, { alcance: 'completo', motivo: MOTIVO })
    expect([status, bytes.includes('Isla Chica')]).toEqual([403, false])
  })

  it('is read by the secretaría only in a transaction that says what for, whatever the code asks', async () => {
    const client = await connectAs(test_, 'instituto')
    const tables = ['captura.seccion', 'identidad.llave', 'identidad.respuesta']
    const seen = async (ajustes: Ajustes & { lectura?: string }) => {
      const found: [string, boolean][] = []
      for (const table of tables) found.push([table, (await count(client, { text: `select 1 from ${table}` }, ajustes)) !== 0])
      return found
    }
    expect(await seen({ rol: 'secretaria' })).toEqual(tables.map((table) => [table, false]))
    expect(await seen({ rol: 'secretaria', lectura: 'exportacion' })).toEqual(tables.map((table) => [table, true]))
    expect(await seen({ rol: 'comision', lectura: 'exportacion' })).toEqual(tables.map((table) => [table, false]))
    await client.end()
  })

  it('is written by nobody of the institute outside an import that is being applied', async () => {
    const client = await connectAs(test_, 'instituto')
    const values = [verificada.id]
    const text = 'insert into identidad.respuesta (candidatura_id, pregunta) values ($1, $2)'
    for (const ajustes of [{ rol: 'verificacion' }, { rol: 'secretaria' }, { rol: 'secretaria', escritura: 'importacion' }])
      expect(await count(client, { text, values: [...values, 'nueva'] }, ajustes)).toBe('42501')
    expect(await count(client, { text: 'delete from identidad.llave where candidatura_id = $1', values }, { rol: 'secretaria' })).toBe(0)
    expect(await count(client, { text: 'delete from identidad.llave where candidatura_id = $1', values }, { rol: 'verificacion' })).toBe(0)
    await client.end()
  })
})

describe('the public workbook', () => {
  it('has what is public and of identity only a badge that was authorised', async () => {
    const { candidatos, identidad } = abrir((await exportar(test_, secretaria, { alcance: 'publico' })).bytes)
    expect(rowOf(candidatos, 'Verificada').slice(14)).toEqual(expect.arrayContaining(['Pesca', 'https://faro.example/uno', COMPROMISO]))
    expect(rowOf(identidad, 'Verificada').slice(11)).toEqual(['Sí', ...Array<string>(19).fill(' ')])
    for (const nombre of ['Reservada', 'Capturada', 'Vacía'])
      expect(rowOf(identidad, nombre).slice(11)).toEqual(Array<string>(20).fill(' '))
    for (const nombre of ['Capturada', 'Vacía']) expect(rowOf(candidatos, nombre).slice(11)).toEqual(Array<null>(14).fill(null))
  })

  it('is the same for every role that may export, and refused to the others', async () => {
    const tokens = await Promise.all((['secretaria', 'verificacion', 'comision'] as const).map((rol) => test_.tokenOf(rol)))
    const books = await Promise.all(tokens.map(async (token) => abrir((await exportar(test_, token, { alcance: 'publico' })).bytes)))
    expect(books.map(({ identidad }) => ordenadas(identidad))).toEqual(Array(3).fill(ordenadas(books[0]?.identidad ?? [])))
    const transparencia = await test_.tokenOf('transparencia')
    expect((await exportar(test_, transparencia, { alcance: 'publico' })).status).toBe(403)
    expect((await bitacoraOf(test_, 'exportacion.ine')).at(-1)).toMatchObject({ detalle: { alcance: 'publico', candidaturas: 4 } })
  })

  it('follows what is observed at the next corte: that section is blank, the others stay', async () => {
    await observar(equipo, verificada)
    await publicar(test_)
    const { candidatos } = abrir((await exportar(test_, secretaria, { alcance: 'publico' })).bytes)
    expect(rowOf(candidatos, 'Verificada')).toContain('Pesca')
    expect(rowOf(candidatos, 'Verificada')).not.toContain(COMPROMISO)
  })
})

it('a workbook of any proceso comes back as it went: imported into the bare pack and exported again, the same cells', async () => {
  const bytes = await exportarCompleto(test_, secretaria)
  const target = await startTestApp({ pack })
  const token = await target.tokenOf('secretaria')
  const { body } = await upload(target, token, bytes, { name: 'libro.xlsx' })
  expect((await actOn(target, token, [body.id, 'confirmar'])).body.estatus).toBe('confirmada')
  const [before, after] = [abrir(bytes), abrir(await exportarCompleto(target, token))]
  expect(ordenadas(after.candidatos)).toEqual(ordenadas(before.candidatos))
  expect(ordenadas(after.identidad)).toEqual(ordenadas(before.identidad))
  expect(await sql(target, 'select count(*)::int as n from identidad.respuesta')).toEqual([{ n: 9 }])
  await publicar(target)
  const publico = abrir((await exportar(target, token, { alcance: 'publico' })).bytes)
  expect(publico.identidad.slice(1).flatMap((row) => row.slice(11))).not.toContain('Sí')
  await target.close()
})
