import { groupBy, TIPOS_DEMARCACION } from '@conoceles/domain'
import { measureColumns } from '../../../../shared/documentos/pdf/columns.ts'
import type { PdfBlock } from '../../../../shared/documentos/pdf/model.ts'
import type { Listado } from './contenido.ts'
import type { ListadoRow } from './listados.queries.ts'

/** How many candidaturas of each place and of each actor político, before the rows. */
export function resumenes({ rows }: Listado): PdfBlock[] {
  if (rows.length === 0) return []
  const cargos = new Set(rows.map(({ cargoNombre }) => cargoNombre))
  const place = ({ cargoNombre, lugar }: ListadoRow) => (cargos.size > 1 ? `${lugar}, ${cargoNombre.toLowerCase()}` : lugar)
  const lugares = clasesDeLugar(rows)
  return [
    { type: 'heading', level: 2, text: 'Resumen' },
    tableOf({ caption: `Por ${lugares}`, head: `${lugares.charAt(0).toUpperCase()}${lugares.slice(1)}` }, rows, place),
    tableOf({ caption: 'Por actor político', head: 'Actor político' }, rows, ({ actorNombre }) => actorNombre),
    { type: 'page' },
  ]
}

/** "municipio", "distrito o municipio", "distrito, municipio o comunidad": the kinds of place that the rows have. */
function clasesDeLugar(rows: readonly ListadoRow[]): string {
  const present = new Set(rows.map(({ lugarTipo }) => lugarTipo))
  const own: string[] = TIPOS_DEMARCACION.filter((tipo) => present.has(tipo))
  return own.length < 2 ? (own[0] ?? '') : `${own.slice(0, -1).join(', ')} o ${own.at(-1)}`
}

const COUNTS: readonly (readonly [string, (row: ListadoRow) => boolean])[] = [
  ['Candidaturas', () => true],
  ['Propietarias', ({ calidad }) => calidad === 'propietaria'],
  ['Suplentes', ({ calidad }) => calidad === 'suplente'],
  ['Mujeres', ({ sexo }) => sexo === 'mujer'],
  ['Hombres', ({ sexo }) => sexo === 'hombre'],
  ['No binarias', ({ sexo }) => sexo === 'no_binario'],
]

function tableOf(
  { caption, head }: { caption: string; head: string },
  rows: readonly ListadoRow[],
  nameOf: (row: ListadoRow) => string,
): PdfBlock {
  const groups = groupBy(rows, nameOf)
  const cells = (own: readonly ListadoRow[]) => COUNTS.map(([, counts]) => own.filter(counts).length.toLocaleString('es-MX'))
  const body = [...[...groups].map(([name, own]) => [name, ...cells(own)]), ['Total', ...cells(rows)]]
  const columns = measureColumns([head, ...COUNTS.map(([title]) => title)], body, 'legal')
  return {
    type: 'table',
    caption,
    columns: columns.map((column, at) => (at === 0 ? column : { ...column, align: 'end' })),
    rows: body,
    total: true,
  }
}
