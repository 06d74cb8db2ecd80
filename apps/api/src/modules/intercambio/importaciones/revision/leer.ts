import { COLUMNAS_IMPORTACION, findMojibake, isPie, type Celdas } from '@conoceles/domain'
import { recordOf } from '@conoceles/domain/typed'
import { actAs, goOn, tell, type Contexto } from './contexto.ts'
import { eraseFilas, stageFilas } from '../filas.queries.ts'
import type { Formato, HojaLeida } from '../formato.ts'
import { Importacion } from '../importacion.entity.ts'
import type { Consumer } from '../libros/read-tabla.ts'
import type { Fila, TablaRefused, Vista } from '../libros/tabla.ts'
import { updateRow } from '../../../../database/rows.ts'
import { createApartados, toStaged, type Apartados } from './apartados.ts'
import { planOf, type Plan } from './plan.ts'

/** Reads the file into rows that wait for their review, or finds the questions to ask before. Begun again, it begins anew. */
export async function leer(contexto: Contexto, row: Importacion): Promise<void> {
  await actAs(contexto, row, (tx) => eraseFilas(tx, row.id))
  const reading = createReading(contexto, row)
  const refused = (await readFile(contexto, row, reading)) ?? reading.found.refused
  if (refused) return goOn(contexto, row, { estatus: 'fallida', falla: refused.razon })
  const { found } = reading
  if (found.plan && !found.plan.ready)
    return goOn(contexto, row, { estatus: 'por_asignar', ...found.plan.change, encabezados: found.plan.encabezados })
  await stageLibro(contexto, row, found)
  if (found.filas === 0) return goOn(contexto, row, { estatus: 'fallida', falla: 'El archivo no tiene filas con datos.' })
  await goOn(contexto, row, { estatus: 'revisando', formato: found.formato?.clave ?? 'lista', ...changeOf(found, row) })
}

/** For a list: where it is, what its columns and texts are, and what of the file was left out. */
function changeOf({ plan, apartados }: Found, row: Importacion): Partial<Importacion> {
  if (!plan) return {}
  const { valores, avisos } = apartados.close()
  return { ...plan.change, valores: plan.valoresWith(row.valores, valores), avisos: [...plan.avisos, ...avisos] }
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
  /** Null of another format. */
  plan: Plan | null
  /** Rows of a list that are no candidaturas. */
  apartados: Apartados
  filas: number
  /** Set when no sheet is to be seen. */
  refused: TablaRefused | null
}

interface Reading extends Consumer {
  found: Found
}

export async function readFile({ archivos, ...contexto }: Contexto, row: Importacion, consumer: Consumer): Promise<TablaRefused | null> {
  const content = await actAs({ archivos, ...contexto }, row, (tx) => archivos.leer(tx, row))
  return contexto.readTabla({ content, nombreArchivo: row.archivo }, consumer)
}

/** Read again, the file says nothing of how far it is: the step that needs it has a measure of its own. */
function createReading(contexto: Contexto, row: Importacion, when: 'first' | 'again' = 'first'): Reading {
  const found: Found = { formato: null, hojas: [], plan: null, apartados: createApartados(), filas: 0, refused: null }
  return {
    found,
    async choose(leidas) {
      const vistas = leidas.map(withHeadings)
      for (const formato of contexto.formatos) {
        const hojas = formato.reconocer(vistas.map(({ hoja, filas }) => ({ hoja, columnas: filas[0]?.celdas ?? [] })))
        if (!hojas) continue
        found.formato = formato
        found.hojas = vistas.filter(({ hoja }) => hojas.includes(hoja)).map(toHojaLeida)
        return vistas
          .filter(({ hoja }) => hojas.includes(hoja))
          .map(({ hoja, filas }) => ({ hoja, encabezado: filas[0]?.numero ?? 1, alto: 1, estricta: true }))
      }
      const plan = await planOf(contexto, row, vistas)
      if ('codigo' in plan) {
        found.refused = plan
        return null
      }
      found.plan = plan
      return plan.ready ? [plan.change.lectura] : null
    },
    async take(nombre, filas, total) {
      if (found.plan) found.filas += await stage(contexto, row, { filas, plan: found.plan, apartados: found.apartados })
      else addFilas(found, nombre, filas)
      if (when === 'first') await tell(contexto, row, { hechas: found.filas, total })
    },
  }
}

/** First rows with broken accents are repaired at once: they only say where the list is and which column is which. */
export function withHeadings(vista: Vista): Vista {
  const filas = vista.filas.map(({ numero, celdas }) => ({
    numero,
    celdas: celdas.map((cell) => (findMojibake(cell)?.repaired ?? cell).trim()),
  }))
  return { ...vista, filas }
}

function toHojaLeida({ hoja, filas }: Vista): HojaLeida {
  return { nombre: hoja, columnas: filas[0]?.celdas ?? [], filas: [], primeraFila: filas[1]?.numero ?? 2 }
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

async function stage(
  contexto: Contexto,
  row: Importacion,
  { filas, plan, apartados }: { filas: Fila[]; plan: Plan; apartados: Apartados },
): Promise<number> {
  const own = filas.flatMap((fila) => {
    const celdas = toStaged(fila.celdas, plan)
    if (celdas.every((cell) => cell === '')) return []
    if (isPie(fila.celdas, { titulos: plan.titulos, nombres: plan.nombres.map((at) => fila.celdas[at] ?? '') })) {
      apartados.pie(fila)
      return []
    }
    apartados.fila(celdas)
    return [{ fila: fila.numero, celdas }]
  })
  await actAs(contexto, row, (tx) => stageFilas(tx, row.id, own))
  return own.length
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
