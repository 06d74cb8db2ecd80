import { leerEntero, leerPartido, leerSexo, leerTipo } from './celdas.ts'
import { decidirCalidades } from './calidad.ts'
import { SIN_TRATAR, tratarAcentos, tratarNombre, type CeldaTratada, type Tratamiento } from '../importacion/textos.ts'
import { encabezadoDe, GENERALES_INE, headingKey, type GeneralIne } from './columnas.ts'
import { formulaDe, notaEn, type FilaIne } from './fila.ts'
import type { HojaIne, LibroIne } from './hojas.ts'
import type { ColumnaIne } from './preguntas.ts'
import { leerCelda } from './respuestas.ts'
import { cleanLine, plainKey } from '../../base/text.ts'

/** Every persona of the workbook. The rows of the second sheet that have none in the first are refused, not lost. */
export function leerFilasIne(libro: LibroIne, columnas: readonly ColumnaIne[], tratamiento: Tratamiento = SIN_TRATAR): FilaIne[] {
  const partes = leerPorPartes(libro, columnas, tratamiento)
  for (;;) {
    const parte = partes.next()
    if (parte.done) return parte.value
  }
}

/** Does the same in steps, for a caller that has other work meanwhile: it stops after every few hundred rows. */
export function* leerPorPartes(
  { candidatos, identidad }: LibroIne,
  columnas: readonly ColumnaIne[],
  tratamiento: Tratamiento,
): Generator<void, FilaIne[]> {
  const filas = yield* readSheet(candidatos, ofSheet(columnas, 'curricular'), tratamiento)
  const others = identidad ? yield* readSheet(identidad, ofSheet(columnas, 'identidad'), tratamiento) : []
  const pairs = unirHojas(filas, others)
  decidirCalidades(filas, pairs)
  const joined = new Set(pairs.values())
  const alone = others.filter((fila) => !joined.has(fila))
  for (const fila of alone) {
    fila.errores.push(notaEn(fila, 'nombre', 'No hay en la hoja de candidaturas una fila con ese número de fórmula y ese nombre.'))
  }
  return [...filas, ...alone]
}

function ofSheet(columnas: readonly ColumnaIne[], wanted: ColumnaIne['cuestionario']): ColumnaIne[] {
  return columnas.filter(({ cuestionario }) => cuestionario === wanted)
}

const PARTE = 200

function* readSheet(hoja: HojaIne, columnas: ColumnaIne[], tratamiento: Tratamiento): Generator<void, FilaIne[]> {
  const places = columnas.map((columna) => ({
    columna,
    at: hoja.columnas.findIndex((heading) => headingKey(heading) === headingKey(columna.encabezado)),
  }))
  const filas: FilaIne[] = []
  for (const [index, cells] of hoja.filas.entries()) {
    if (index % PARTE === PARTE - 1) yield
    if (cells.every((cell) => cell.trim() === '')) continue
    const fila = readGenerales(hoja, { cells, fila: hoja.primeraFila + index }, tratamiento)
    for (const { columna, at } of places) {
      const { texto, ...found } = tratarAcentos({ columna: columna.encabezado.trim(), texto: cells[at] ?? '', visible: false }, tratamiento)
      note(fila, found)
      readRespuestas(fila, { columna, cell: texto })
    }
    filas.push(fila)
  }
  return filas
}

/** Findings of a cell. */
function note(fila: FilaIne, { hallazgos, errores }: Omit<CeldaTratada, 'texto'>): void {
  fila.hallazgos.push(...hallazgos)
  fila.rotas.push(...errores.map((error) => ({ hoja: fila.hoja, ...error })))
}

function readGenerales(hoja: HojaIne, { cells, fila }: { cells: string[]; fila: number }, tratamiento: Tratamiento): FilaIne {
  const tratadas = GENERALES_INE.map((general) => {
    const texto = cells[hoja.posiciones[general]] ?? ''
    return [general, tratarAcentos({ columna: encabezadoDe(general), texto }, tratamiento)] as const
  })
  const celdas = Object.fromEntries(tratadas.map(([general, { texto }]) => [general, cleanLine(texto)])) as FilaIne['celdas']
  const nombre = tratarNombre({ columna: encabezadoDe('nombre'), texto: celdas.nombre, apellido: false }, tratamiento)
  const partido = leerPartido(celdas.partido)
  const read: FilaIne = {
    hoja: hoja.nombre,
    fila,
    celdas,
    partido: partido.nombre,
    folio: leerEntero(celdas.folio),
    nombre: nombre.texto,
    sexo: leerSexo(celdas.sexo),
    edad: leerEntero(celdas.edad),
    calidad: leerTipo(celdas.tipo),
    curricular: {},
    identidad: {},
    capturadas: [],
    errores: [],
    rotas: [],
    hallazgos: [],
    avisos: [],
  }
  for (const [, found] of tratadas) note(read, found)
  read.hallazgos.push(...nombre.hallazgos)
  if (partido.conPuntos) read.avisos.push(notaEn(read, 'partido', 'Se leyó sin los puntos del final.'))
  checkGenerales(read)
  return read
}

const MAX_EDAD = 120

function checkGenerales(fila: FilaIne): void {
  const blank = (['partido', 'cargo', 'nombre'] as const).filter((general) => fila.celdas[general] === '')
  const faults: [boolean, GeneralIne, string][] = [
    ...blank.map((general): [boolean, GeneralIne, string] => [true, general, 'Falta.']),
    [fila.folio === null, 'folio', 'No es un número entero.'],
    [fila.sexo === null, 'sexo', 'No es MUJER, HOMBRE ni NO BINARIO.'],
    [fila.calidad === null, 'tipo', 'No dice si es propietaria o suplente.'],
  ]
  fila.errores.push(...faults.filter(([applies]) => applies).map(([, general, razon]) => notaEn(fila, general, razon)))
  if (fila.edad !== null && fila.edad > 0 && fila.edad <= MAX_EDAD) return
  fila.edad = null
  fila.avisos.push(notaEn(fila, 'edad', 'No dice una edad: queda sin ella.'))
}

function readRespuestas(fila: FilaIne, { columna, cell }: { columna: ColumnaIne; cell: string }): void {
  const { respuestas, capturada, avisos } = leerCelda(columna, cell)
  const { cuestionario, encabezado, preguntas } = columna
  Object.assign(fila[cuestionario], respuestas)
  fila.avisos.push(...avisos.map((razon) => ({ hoja: fila.hoja, columna: encabezado.trim(), razon })))
  if (!capturada) return
  for (const seccion of new Set(preguntas.map((pregunta) => pregunta.seccion))) {
    const known = fila.capturadas.some((each) => each.cuestionario === cuestionario && each.seccion === seccion)
    if (!known) fila.capturadas.push({ cuestionario, seccion })
  }
}

/** Joins the sheets by fórmula and name: the order of the rows is not to be trusted. By row of the first. */
function unirHojas(filas: FilaIne[], others: FilaIne[]): Map<FilaIne, FilaIne> {
  const waiting = new Map<string, FilaIne[]>()
  for (const other of others) {
    const key = personaEn(other)
    waiting.set(key, [...(waiting.get(key) ?? []), other])
  }
  const pairs = new Map<FilaIne, FilaIne>()
  for (const fila of filas) {
    const other = waiting.get(personaEn(fila))?.shift()
    if (!other) continue
    pairs.set(fila, other)
    fila.identidad = other.identidad
    fila.capturadas.push(...other.capturadas)
    for (const list of ['avisos', 'rotas'] as const) fila[list].push(...other[list].filter(isOfOne))
    fila.hallazgos.push(...other.hallazgos.filter(isOfOne))
  }
  return pairs
}

function isOfOne({ columna }: { columna: string }): boolean {
  return !OF_BOTH.has(columna)
}

/** Columns of both sheets, which are told once. */
const OF_BOTH: ReadonlySet<string> = new Set(GENERALES_INE.map(encabezadoDe))

function personaEn(fila: FilaIne): string {
  return `${formulaDe(fila)}|${plainKey(fila.nombre)}`
}
