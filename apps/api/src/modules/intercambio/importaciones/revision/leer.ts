import {
  COLUMNAS_IMPORTACION,
  findMojibake,
  isCompleta,
  razonesContraAsignacion,
  reconocerColumnas,
  type AsignacionColumnas,
  type Celdas,
} from '@conoceles/domain'
import { recordOf } from '@conoceles/domain/typed'
import { actAs, goOn, tell, type Contexto } from './contexto.ts'
import { eraseFilas, stageFilas } from '../filas.queries.ts'
import type { Formato, HojaLeida } from '../formato.ts'
import { ImportacionFuente } from '../importacion-fuente.entity.ts'
import { Importacion } from '../importacion.entity.ts'
import type { Consumer } from '../libros/read-tabla.ts'
import { refuse, type Fila, type Muestra, type TablaRefused } from '../libros/tabla.ts'
import { updateRow } from '../../../../database/rows.ts'

/** Reads the file into rows that wait for their review, or finds the questions to ask before. Begun again, it begins anew. */
export async function leer(contexto: Contexto, row: Importacion): Promise<void> {
  await actAs(contexto, row, (tx) => eraseFilas(tx, row.id))
  const reading = createReading(contexto, row)
  const refused = (await readFile(contexto, row, reading)) ?? reading.found.refused
  if (refused) return goOn(contexto, row, { estatus: 'fallida', falla: refused.razon })
  if (reading.found.asking) return goOn(contexto, row, { estatus: 'por_asignar', ...reading.found.asking })
  await stageLibro(contexto, row, reading.found)
  if (reading.found.filas === 0) return goOn(contexto, row, { estatus: 'fallida', falla: 'El archivo no tiene filas con datos.' })
  const { formato, asignacion, avisos } = reading.found
  await goOn(contexto, row, { estatus: 'revisando', formato: formato?.clave ?? 'lista', asignacion, ...(formato ? {} : { avisos }) })
}

/** A workbook of another format, whole, as its format wants it. */
export async function leerHojas(contexto: Contexto, row: Importacion): Promise<HojaLeida[]> {
  const reading = createReading(contexto, row, 'again')
  const refused = await readFile(contexto, row, reading)
  if (refused) throw new Error(`a file that was read is refused now: ${refused.codigo}`)
  return reading.found.hojas
}

/** The cells of a stored row under the names of our columns. */
export function toCeldas(cells: readonly string[] | null): Celdas {
  return recordOf(COLUMNAS_IMPORTACION, (columna, at) => cells?.[at] ?? '')
}

interface Found {
  formato: Formato | null
  hojas: HojaLeida[]
  asignacion: AsignacionColumnas | null
  /** Set when an operator has to assign the columns. */
  asking: Pick<Importacion, 'encabezados' | 'asignacion'> | null
  filas: number
  /** Parts of the file that were not read, for a list. */
  avisos: string[]
  /** Set when the workbook does not say which of its sheets is the list. */
  refused: TablaRefused | null
}

interface Reading extends Consumer {
  found: Found
}

async function readFile({ archivos, ...contexto }: Contexto, row: Importacion, reading: Reading): Promise<TablaRefused | null> {
  const content = await actAs({ archivos, ...contexto }, row, (tx) => archivos.leer(tx, row))
  return contexto.readTabla({ content, nombreArchivo: row.archivo }, reading)
}

/** Read again, the file says nothing of how far it is: the step that needs it has a measure of its own. */
function createReading(contexto: Contexto, row: Importacion, when: 'first' | 'again' = 'first'): Reading {
  const found: Found = { formato: null, hojas: [], asignacion: null, asking: null, filas: 0, avisos: [], refused: null }
  let places: number[] = []
  return {
    found,
    async choose(leidas) {
      const muestras = leidas.map(withHeadings)
      for (const formato of contexto.formatos) {
        const hojas = formato.reconocer(muestras)
        if (!hojas) continue
        found.formato = formato
        found.hojas = muestras.filter(({ hoja }) => hojas.includes(hoja)).map(toHojaLeida)
        return hojas
      }
      const lista = listaDe(muestras)
      if ('codigo' in lista) {
        found.refused = lista
        return null
      }
      found.avisos = muestras.filter(({ oculta }) => oculta).map(({ hoja }) => avisoDe(hoja))
      const asignacion = await chooseColumns(contexto, row, lista.columnas)
      found.asignacion = asignacion.columnas
      if (!asignacion.ready) found.asking = { asignacion: asignacion.columnas, encabezados: toEncabezados(lista) }
      places = COLUMNAS_IMPORTACION.map((columna) => lista.columnas.indexOf(asignacion.columnas[columna] ?? ''))
      return asignacion.ready ? [lista.hoja] : null
    },
    async take(nombre, filas, total) {
      if (found.formato) addFilas(found, nombre, filas)
      else found.filas += await stage(contexto, row, { filas, places })
      if (when === 'first') await tell(contexto, row, { hechas: found.filas, total })
    },
  }
}

/** Headings with broken accents are repaired at once: they only say which column is which. */
function withHeadings(muestra: Muestra): Muestra {
  return { ...muestra, columnas: muestra.columnas.map((titulo) => (findMojibake(titulo)?.repaired ?? titulo).trim()) }
}

/** The only visible sheet with data. Two are refused: nobody said which one is the list. Hidden ones are named to the operator. */
function listaDe(muestras: readonly Muestra[]): Muestra | TablaRefused {
  const [lista, ...others] = muestras.filter(({ oculta }) => !oculta)
  if (!lista) return refuse('hoja_oculta', `la hoja ${nombresDe(muestras)}`)
  return others.length === 0 ? lista : refuse('varias_hojas', `las hojas ${nombresDe([lista, ...others])}`)
}

function avisoDe(hoja: string): string {
  return `La hoja «${hoja}» está oculta y tiene datos que no se leyeron. Si son de la lista, póngalos en la misma hoja y vuelva a subir el archivo.`
}

function nombresDe(muestras: readonly Muestra[]): string {
  return new Intl.ListFormat('es-MX').format(muestras.map(({ hoja }) => `«${hoja}»`))
}

function toHojaLeida({ hoja, columnas, filas }: Muestra): HojaLeida {
  return { nombre: hoja, columnas, filas: [], primeraFila: filas[0]?.numero ?? 2 }
}

/** Blank rows in between are rows of that sheet too. */
function addFilas(found: Found, nombre: string, filas: readonly Fila[]): void {
  const hoja = found.hojas.find((each) => each.nombre === nombre)
  if (!hoja) return
  for (const { numero, celdas } of filas) {
    while (hoja.primeraFila + hoja.filas.length < numero) hoja.filas.push([])
    hoja.filas.push(celdas)
  }
  found.filas += filas.length
}

async function stage(contexto: Contexto, row: Importacion, { filas, places }: { filas: Fila[]; places: number[] }): Promise<number> {
  const own = filas
    .map(({ numero, celdas }) => ({ fila: numero, celdas: places.map((at) => celdas[at] ?? '') }))
    .filter(({ celdas }) => celdas.some((cell) => cell !== ''))
  await actAs(contexto, row, (tx) => stageFilas(tx, row.id, own))
  return own.length
}

/** Chooses the columns by the operator's answer, by the ones saved for the source, or by the headings: in this order. */
async function chooseColumns(
  contexto: Contexto,
  row: Importacion,
  encabezados: readonly string[],
): Promise<{ columnas: AsignacionColumnas; ready: boolean }> {
  const fuente = row.fuente
  const saved =
    fuente === null
      ? null
      : await actAs(contexto, row, (tx) => tx.findOneBy(ImportacionFuente, { procesoId: row.procesoId, nombre: fuente }))
  const said = [row.asignacion, saved?.columnas].find((columnas) => columnas && razonesContraAsignacion(columnas, encabezados).length === 0)
  if (said) return { columnas: said, ready: true }
  const columnas = reconocerColumnas(encabezados)
  return { columnas, ready: isCompleta(columnas) }
}

function toEncabezados({ columnas, filas }: Muestra): Importacion['encabezados'] {
  return columnas.flatMap((titulo, at) => (titulo === '' ? [] : [{ titulo, ejemplos: filas.map(({ celdas }) => celdas[at] ?? '') }]))
}

/** Rows of a workbook of another format are numbered by sheet and row; their content stays in the file. */
async function stageLibro(contexto: Contexto, row: Importacion, { formato, hojas }: Found): Promise<void> {
  if (!formato) return
  const libro = await actAs(contexto, row, (tx) => formato.leer(tx, hojas, row.tratamiento))
  const filas = libro.filas.map(({ fila }) => ({ fila, celdas: null }))
  await actAs(contexto, row, async (tx) => {
    await stageFilas(tx, row.id, filas)
    const { adiciones, avisos } = libro
    await updateRow(tx, Importacion, { where: { id: row.id }, changes: { adiciones, avisos, hojas: hojas.map(({ nombre }) => nombre) } })
  })
}
