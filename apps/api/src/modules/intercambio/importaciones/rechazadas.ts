import {
  COLUMNA_RAZONES,
  COLUMNAS_IMPORTACION,
  TITULOS_IMPORTACION,
  type AsignacionColumnas,
  type ColumnaImportacion,
} from '@conoceles/domain'
import { isOneOf } from '@conoceles/domain/typed'
import type { Sheet } from '../../../shared/documentos/xlsx/model.ts'
import type { Importacion } from './importacion.entity.ts'
import type { FilaRechazada } from './lecturas.queries.ts'
import type { Fila } from './libros/tabla.ts'
import type { Contexto } from './revision/contexto.ts'
import { readFile, withHeadings } from './revision/leer.ts'
import { planOf, type Plan } from './revision/plan.ts'

/**
 * The refused rows with the headings and cells of their file, mended as somebody mended them, and why each is refused. Values that were said
 * for the whole file come as columns: the new file says everything by itself.
 */
export async function rechazadasDe(contexto: Contexto, row: Importacion, rechazadas: readonly FilaRechazada[]): Promise<Sheet> {
  const wanted = new Map(rechazadas.map((rechazada) => [rechazada.fila, rechazada]))
  const { plan, filas } = await readRows(contexto, row, wanted)
  const used = plan.titulos.flatMap((titulo, at) => (titulo === '' || titulo === COLUMNA_RAZONES ? [] : [at]))
  const extra = extraOf(plan, rechazadas)
  const heads = [...used.map((at) => plan.titulos[at] ?? ''), ...extra.map((columna) => TITULOS_IMPORTACION[columna]), COLUMNA_RAZONES]
  const rows = filas.map((fila) => cellsOf(fila, { plan, used, extra, rechazada: wanted.get(fila.numero) }))
  return {
    name: 'Rechazadas',
    widths: heads.map((_, at) => (at === heads.length - 1 ? WIDE : WIDTH)),
    headerRows: 1,
    page: 'landscape',
    wrap: true,
    rows: [heads, ...rows],
  }
}

const WIDTH = 18
const WIDE = 60

async function readRows(
  contexto: Contexto,
  row: Importacion,
  wanted: ReadonlyMap<number, unknown>,
): Promise<{ plan: Plan; filas: Fila[] }> {
  const filas: Fila[] = []
  const plans: Plan[] = []
  const refused = await readFile(contexto, row, {
    async choose(vistas) {
      const plan = await planOf(contexto, row, vistas.map(withHeadings))
      if ('codigo' in plan) return null
      plans.push(plan)
      return [plan.change.lectura]
    },
    take(_hoja, some) {
      filas.push(...some.filter(({ numero }) => wanted.has(numero)))
      return Promise.resolve()
    },
  })
  const [plan] = plans
  if (refused || !plan) throw new Error('a file that was read is refused now')
  return { plan, filas }
}

/** Columns of ours that the file does not have and the rows do. */
function extraOf({ places, fijos }: Plan, rechazadas: readonly FilaRechazada[]): ColumnaImportacion[] {
  return COLUMNAS_IMPORTACION.filter(
    (columna, at) =>
      places[at] === -1 && (fijos[at] !== undefined || rechazadas.some(({ correcciones }) => correcciones[columna] !== undefined)),
  )
}

interface Around {
  plan: Plan
  used: readonly number[]
  extra: readonly ColumnaImportacion[]
  rechazada: FilaRechazada | undefined
}

function cellsOf({ celdas }: Fila, { plan, used, extra, rechazada }: Around): string[] {
  const { correcciones = {}, errores = [] } = rechazada ?? {}
  const mended = new Map(
    COLUMNAS_IMPORTACION.flatMap((columna, at) => (correcciones[columna] === undefined ? [] : [[plan.places[at], correcciones[columna]]])),
  )
  const given: AsignacionColumnas = { ...plan.change.fijos, ...correcciones }
  const razones = errores.map(
    ({ columna, razon }) => `${isOneOf(COLUMNAS_IMPORTACION, columna) ? TITULOS_IMPORTACION[columna] : columna}: ${razon}`,
  )
  return [...used.map((at) => mended.get(at) ?? celdas[at] ?? ''), ...extra.map((columna) => given[columna] ?? ''), razones.join(' ')]
}
