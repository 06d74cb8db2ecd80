import {
  altoDe,
  COLUMNAS_IMPORTACION,
  COLUMNAS_OPCIONALES,
  contadoresDe,
  encabezadosDe,
  isCompleta,
  proponerLectura,
  razonesContraAsignacion,
  reconocerColumnas,
  unirValores,
  type AsignacionColumnas,
  type Valores,
  type ValoresFijos,
} from '@conoceles/domain'
import { entriesOf, keysOf, partialOf } from '@conoceles/domain/typed'
import { ImportacionFuente } from '../importacion-fuente.entity.ts'
import type { Importacion, LecturaElegida } from '../importacion.entity.ts'
import { refuse, type Epoca, type TablaRefused, type Vista } from '../libros/tabla.ts'
import { actAs, type Contexto } from './contexto.ts'

/** How a list is read. */
export interface Plan {
  change: { lectura: LecturaElegida; asignacion: AsignacionColumnas; fijos: ValoresFijos }
  /** Whether it may be read without asking anybody. */
  ready: boolean
  encabezados: Importacion['encabezados']
  titulos: string[]
  /** Column of the file of each of ours; -1 where it has none. */
  places: number[]
  /** Columns of the file with a name. */
  nombres: number[]
  /** Value of each of our columns that is the same in each row; undefined of the others. */
  fijos: (string | undefined)[]
  epoca: Epoca
  /** About the parts of the file that are not read. */
  avisos: string[]
  /** Meaning of the texts: of the source, as somebody said, and as the file itself shows. */
  valoresWith(said: Valores, shown: Valores): Valores
}

export async function planOf(contexto: Contexto, row: Importacion, vistas: readonly Vista[]): Promise<Plan | TablaRefused> {
  const proposed = proponerLectura(vistas)
  if (!proposed) return refuse('hoja_oculta', `la hoja ${nombresDe(vistas)}`)
  const { vista, lectura, dudosa } = chosen(row, vistas, proposed)
  const titulos = encabezadosDe(vista, lectura)
  const fuente = await readFuente(contexto, row)
  const { columnas, fijos, ready } = chooseColumns(row, {
    fuente,
    titulos,
    ocultas: vista.ocultas,
    contadores: contadoresDe(vista, lectura),
  })
  const places = COLUMNAS_IMPORTACION.map((columna) => titulos.indexOf(columnas[columna] ?? '\0'))
  const given: AsignacionColumnas = fijos
  return {
    change: { lectura, asignacion: columnas, fijos },
    ready: ready && !dudosa && !lectura.preguntar,
    encabezados: toEncabezados(vista, { titulos, desde: lectura.encabezado + lectura.alto }),
    titulos,
    places,
    nombres: NOMBRES.flatMap((columna) => titulos.indexOf(columnas[columna] ?? '\0')).filter((at) => at >= 0),
    fijos: COLUMNAS_IMPORTACION.map((columna) => given[columna]),
    epoca: vista.epoca,
    avisos: avisosDe(vistas, { vista, lectura, titulos, columnas }),
    valoresWith: (said, shown) => unirValores(unirValores(fuente?.valores ?? {}, said), shown),
  }
}

const NOMBRES = ['nombre', 'primer_apellido', 'segundo_apellido'] as const

type Proposed = NonNullable<ReturnType<typeof proponerLectura>>

/** The part that somebody chose, while the file has it; otherwise the guess, unless it was confirmed before. */
function chosen(
  row: Importacion,
  vistas: readonly Vista[],
  { lectura, dudosa }: Proposed,
): { vista: Vista; lectura: LecturaElegida; dudosa: boolean } {
  const own = vistas.find(({ hoja }) => hoja === row.lectura?.hoja)
  if (row.lectura && own) return { vista: own, lectura: { ...row.lectura, alto: altoDe(own, row.lectura.encabezado) }, dudosa: false }
  const vista = vistas.find(({ hoja }) => hoja === lectura.hoja)
  if (!vista) throw new Error('the guess is of a sheet that the file does not have')
  return { vista, lectura: { ...lectura, preguntar: false }, dudosa }
}

async function readFuente(contexto: Contexto, { fuente: nombre, procesoId, ...row }: Importacion): Promise<ImportacionFuente | null> {
  if (nombre === null) return null
  return actAs(contexto, { ...row, procesoId, fuente: nombre }, (tx) => tx.findOneBy(ImportacionFuente, { procesoId, nombre }))
}

interface About {
  fuente: ImportacionFuente | null
  titulos: readonly string[]
  ocultas: readonly number[]
  contadores: readonly number[]
}

/** Chooses the columns by the operator's answer, by the ones saved for the source, or by the headings: in this order. */
function chooseColumns(
  row: Importacion,
  { fuente, titulos, ...about }: About,
): { columnas: AsignacionColumnas; fijos: ValoresFijos; ready: boolean } {
  const answers = [{ columnas: row.asignacion, fijos: row.fijos }, fuente]
  const said = answers.find((each) => each?.columnas && razonesContraAsignacion(each.columnas, titulos, each.fijos).length === 0)
  if (said?.columnas) return { columnas: said.columnas, fijos: said.fijos, ready: true }
  const fijos = { ...fuente?.fijos, ...row.fijos }
  const known = reconocerColumnas(titulos, about)
  const before = row.asignacion ?? fuente?.columnas
  if (!before) return { columnas: known, fijos, ready: isCompleta(known, titulos, about.ocultas) }
  const kept = partialOf(entriesOf(before).filter(([, titulo]) => titulos.includes(titulo)))
  const columnas = { ...necesariasOf(known, kept), ...kept }
  // The rejected rows of a source come back with columns of what was said for its whole file.
  const whole = keysOf(before).every((columna) => kept[columna] !== undefined)
  return { columnas, fijos, ready: whole && razonesContraAsignacion(columnas, titulos, fijos).length === 0 }
}

/** A heading that the source left without use stays so, unless the list cannot be read without it. */
function necesariasOf(known: AsignacionColumnas, kept: AsignacionColumnas): AsignacionColumnas {
  const used = Object.values(kept)
  return partialOf(entriesOf(known).filter(([columna, titulo]) => !COLUMNAS_OPCIONALES.includes(columna) && !used.includes(titulo)))
}

const EJEMPLOS = 3

function toEncabezados({ filas }: Vista, { titulos, desde }: { titulos: readonly string[]; desde: number }): Importacion['encabezados'] {
  const below = filas.filter(({ numero }) => numero >= desde).slice(0, EJEMPLOS)
  return titulos.flatMap((titulo, at) => (titulo === '' ? [] : [{ titulo, ejemplos: below.map(({ celdas }) => celdas[at] ?? '') }]))
}

interface Leida {
  vista: Vista
  lectura: LecturaElegida
  titulos: readonly string[]
  columnas: AsignacionColumnas
}

function avisosDe(vistas: readonly Vista[], { vista, lectura, titulos, columnas }: Leida): string[] {
  const others = vistas.filter(({ oculta, hoja }) => !oculta && hoja !== vista.hoja)
  const hidden = vistas.filter(({ oculta, hoja }) => oculta && hoja !== vista.hoja)
  const arriba = vista.filas.filter(({ numero }) => numero < lectura.encabezado).length
  const used = Object.values(columnas)
  const ocultas = vista.ocultas.flatMap((at) => titulos[at] || []).filter((titulo) => used.includes(titulo))
  return [
    ...(arriba > 0 ? [`Los encabezados están en la fila ${lectura.encabezado}: lo que hay arriba no se leyó.`] : []),
    ...(others.length > 0
      ? [`Se leyó la hoja «${vista.hoja}». ${others.length === 1 ? 'No se leyó' : 'No se leyeron'} ${nombresDe(others)}.`]
      : []),
    ...hidden.map(({ hoja }) => `La hoja «${hoja}» está oculta y tiene datos que no se leyeron.`),
    ...ocultas.map((titulo) => `La columna «${titulo}» está oculta en el archivo y sí se leyó.`),
  ]
}

function nombresDe(vistas: readonly Vista[]): string {
  return new Intl.ListFormat('es-MX').format(vistas.map(({ hoja }) => `«${hoja}»`))
}
