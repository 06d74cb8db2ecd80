import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { parseJson } from '@conoceles/domain/typed'
import { writeWorkbook } from '../../shared/documentos/xlsx/xlsx.ts'
import { ZIP_OPTIONS } from '../../shared/archivos/zip.ts'
import { openHecho, TextoEnArchivo, writeBinario, type Descarga } from './archivo-hecho.ts'
import { ARCHIVOS, type NombreArchivo } from './archivos.ts'
import { datosDe, tablasDe } from './contenido.ts'
import { toDatapackage } from './datapackage.ts'
import { toDcat } from './dcat.ts'
import type { Candidatura, Sitio } from './fuente.ts'
import { toLibro } from './libro.ts'
import {
  celdasDe,
  columnasIne,
  encabezadosCsv,
  entradasDe,
  estaEnLibro,
  filaDe,
  lugaresDe,
  seccionesDe,
  type Tabla,
  TABLA_ACTORES,
  TABLA_CARGOS,
  TABLA_CATALOGOS,
  TABLA_CONTIENDAS,
  TABLA_DICCIONARIO,
  TABLA_ESTADISTICAS,
  TABLA_LUGARES,
  TABLA_SECCIONES,
  tablaCandidaturas,
  toCsv,
  type Valor,
  valoresDe,
} from './tablas/index.ts'

export interface Encargo {
  /** Folder to which the files are written. */
  folder: string
  sitio: Sitio
  /** How many candidaturas the corte has. */
  cuantas: number
}

/** Rows that are in memory at a time. */
const BATCH = 250
/**
 * Every download of one corte in a folder, small ones first. The pages are read once, as the JSON Lines, and all else is made of those
 * lines.
 */
export async function* hacerPaquete(encargo: Encargo, documentos: AsyncIterable<readonly Buffer[]>): AsyncGenerator<Descarga> {
  const { sitio, cuantas, folder } = encargo
  const tablas = tablasDe(sitio)
  const entradas = entradasDe(tablas, sitio)
  const made: Descarga[] = []
  const lineas = await deLineas(folder, documentos)
  yield* keeping(made, [
    () => deTabla(folder, TABLA_CONTIENDAS, sitio.contiendas),
    () => deTabla(folder, TABLA_ACTORES, sitio.proceso.actoresPoliticos),
    () => deTabla(folder, TABLA_ESTADISTICAS, celdasDe(sitio)),
    () => deTabla(folder, TABLA_CARGOS, sitio.proceso.cargos),
    () => deTabla(folder, TABLA_LUGARES, lugaresDe(sitio)),
    () => deTabla(folder, TABLA_SECCIONES, seccionesDe(sitio)),
    () => deTabla(folder, TABLA_CATALOGOS, valoresDe(sitio)),
    () => deTabla(folder, TABLA_DICCIONARIO, entradas),
    () => Promise.resolve(lineas),
    () => deCandidaturas(encargo, lineas),
    () => deIne(encargo, lineas),
    ...(datosDe(cuantas).some(({ archivo }) => archivo === 'candidaturas.xlsx') ? [() => deLibro(encargo, lineas)] : []),
  ])
  const descrito = { sitio, tablas, descargas: inOrder(made) }
  yield* keeping(made, [
    () => deTexto(folder, 'datapackage.json', toDatapackage(descrito)),
    () => deTexto(folder, 'dcat.jsonld', toDcat(descrito)),
  ])
  yield await deZip(folder, inOrder(made))
}

async function* keeping(made: Descarga[], makers: readonly (() => Promise<Descarga>)[]): AsyncGenerator<Descarga> {
  for (const make of makers) {
    const descarga = await make()
    made.push(descarga)
    yield descarga
  }
}

/** In the order of the list, not in that of their making. */
function inOrder(made: readonly Descarga[]): Descarga[] {
  return ARCHIVOS.flatMap(({ archivo }) => made.find((each) => each.archivo === archivo) ?? [])
}

const NEWLINE = Buffer.from('\n')
const SPACE = 32

async function deLineas(folder: string, documentos: AsyncIterable<readonly Buffer[]>): Promise<Descarga> {
  const text = new TextoEnArchivo(folder, 'candidaturas.jsonl')
  for await (const each of documentos) await text.write(Buffer.concat(each.flatMap((documento) => [trimmed(documento), NEWLINE])))
  return text.end()
}

/** Pages are filled up with blanks to one size. */
function trimmed(documento: Buffer): Buffer {
  let end = documento.length
  while (end > 0 && documento[end - 1] === SPACE) end -= 1
  return documento.subarray(0, end)
}

async function deTabla<T>(folder: string, tabla: Tabla<T>, rows: readonly T[]): Promise<Descarga> {
  const text = new TextoEnArchivo(folder, tabla.archivo as NombreArchivo)
  await text.write(encabezadosCsv(tabla.columnas.map(({ nombre }) => nombre)))
  await text.write(toCsv(rows.map((row) => filaDe(tabla, row))))
  return text.end()
}

async function deTexto(folder: string, archivo: NombreArchivo, body: object): Promise<Descarga> {
  const text = new TextoEnArchivo(folder, archivo)
  await text.write(`${JSON.stringify(body, null, 2)}\n`)
  return text.end()
}

function deCandidaturas(encargo: Encargo, lineas: Descarga): Promise<Descarga> {
  const tabla = tablaCandidaturas(encargo.sitio)
  const encabezados = tabla.columnas.map(({ nombre }) => nombre)
  return deFilas(encargo, { archivo: 'candidaturas.csv', lineas, encabezados, filas: (row) => [filaDe(tabla, row)] })
}

function deIne(encargo: Encargo, lineas: Descarga): Promise<Descarga> {
  const { tabla, fila } = columnasIne(encargo.sitio)
  const encabezados = tabla.columnas.map(({ nombre }) => nombre)
  return deFilas(encargo, { archivo: 'columnas-ine.csv', lineas, encabezados, filas: (row) => (estaEnLibro(row) ? [fila(row)] : []) })
}

interface Filas {
  archivo: NombreArchivo
  lineas: Descarga
  encabezados: string[]
  filas: (row: Candidatura) => (readonly Valor[])[]
}

async function deFilas({ folder }: Encargo, { archivo, lineas, encabezados, filas }: Filas): Promise<Descarga> {
  const text = new TextoEnArchivo(folder, archivo)
  await text.write(encabezadosCsv(encabezados))
  for await (const rows of candidaturasDe(folder, lineas)) await text.write(toCsv(rows.flatMap(filas)))
  return text.end()
}

async function deLibro({ folder, sitio }: Encargo, lineas: Descarga): Promise<Descarga> {
  const tabla = tablaCandidaturas(sitio)
  const filas: Valor[][] = []
  for await (const rows of candidaturasDe(folder, lineas)) filas.push(...rows.map((row) => filaDe(tabla, row)))
  const plano = writeWorkbook(toLibro(sitio, { tabla, filas, entradas: entradasDe(tablasDe(sitio), sitio) }), 'xlsx')
  return writeBinario(folder, { archivo: 'candidaturas.xlsx', source: Readable.from([plano]) })
}

/** One file for a whole corte: its holder has files that belong together. */
function deZip(folder: string, made: readonly Descarga[]): Promise<Descarga> {
  const zip = new ZipFile()
  for (const descarga of made) zip.addReadStreamLazy(descarga.archivo, ZIP_OPTIONS, (done) => done(null, openHecho(folder, descarga)))
  zip.end()
  return writeBinario(folder, { archivo: 'todo.zip', source: zip.outputStream as Readable })
}

/** The pages again, some at a time. */
async function* candidaturasDe(folder: string, lineas: Descarga): AsyncGenerator<Candidatura[]> {
  let rows: Candidatura[] = []
  for await (const line of createInterface({ input: openHecho(folder, lineas) })) {
    rows.push(parseJson<Candidatura>(line))
    if (rows.length < BATCH) continue
    yield rows
    rows = []
  }
  if (rows.length > 0) yield rows
}
