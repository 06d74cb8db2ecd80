import { cuantas, diaEnCifras, instanteEnPalabras } from '../../../../shared/documentos/fechas.ts'
import { measureColumns } from '../../../../shared/documentos/pdf/columns.ts'
import type { PdfBlock, PdfColumn, PdfDocument } from '../../../../shared/documentos/pdf/model.ts'
import { cellText, type Cell } from '../../../../shared/documentos/xlsx/model.ts'
import { AVISO_SIMULACRO, CANDIDATURAS, contenidoDe, fichaDe, resumenDe, type Listado } from './contenido.ts'

/** The listado to be read: the heading of a group of rows is not repeated in each of them. */
export function toDocument(listado: Listado): PdfDocument {
  const { emisor, plantilla, corte } = listado
  const cut = `corte del ${instanteEnPalabras(corte, emisor.zona)}`
  return {
    title: plantilla.titulo,
    institute: emisor.instituto.nombre,
    proceso: emisor.proceso,
    foot: [`Actividad ${plantilla.clave}`, cut, ...(emisor.simulacro ? ['simulacro'] : [])].join(' · '),
    notice: emisor.simulacro ? AVISO_SIMULACRO : null,
    createdAt: corte,
    orientation: 'landscape',
    blocks: [{ type: 'paragraph', text: resumenDe(listado) }, { type: 'facts', facts: fichaDe(listado) }, ...tables(listado)],
  }
}

/** A page of 17 rows takes some megabytes to make: beyond this, a list is for spreadsheets. */
const MAX_ROWS = 6_000

/** Why a list is not made a PDF; null when it is. */
export function razonContraPdf(rows: number): string | null {
  if (rows <= MAX_ROWS) return null
  return `Tiene ${cuantas(rows, CANDIDATURAS)} y un PDF admite ${cuantas(MAX_ROWS, CANDIDATURAS)}: expórtelo por acuerdo, o en XLSX.`
}

interface Group {
  cargo: string
  lugar: string
  rows: string[][]
}

function tables(listado: Listado): PdfBlock[] {
  const { columns, rows } = contenidoDe(listado)
  const said = columns.map(({ clave }) => !HEADED.includes(clave))
  const keep = <T>(all: T[]) => all.filter((_, at) => said[at])
  const texts = rows.map((row) => keep(row).map(toText))
  const measured = measureColumns(
    keep(columns).map(({ titulo }) => titulo),
    texts,
    'landscape',
  )
  const withLugar = columns.some(({ clave }) => clave === 'demarcacion')
  const groups: Group[] = []
  listado.rows.forEach(({ cargoNombre, lugar }, at) => {
    const place = withLugar ? lugar : ''
    const last = groups.at(-1)
    const row = texts[at] ?? []
    if (last?.cargo === cargoNombre && last.lugar === place) last.rows.push(row)
    else groups.push({ cargo: cargoNombre, lugar: place, rows: [row] })
  })
  return groups.flatMap((group, at) => toBlocks(group, { columns: measured, cargoBefore: groups[at - 1]?.cargo ?? null }))
}

/** These stand in the headings. */
const HEADED = ['cargo', 'demarcacion']

function toBlocks(
  { cargo, lugar, rows }: Group,
  { columns, cargoBefore }: { columns: PdfColumn[]; cargoBefore: string | null },
): PdfBlock[] {
  const number = cuantas(rows.length, CANDIDATURAS)
  return [
    ...(cargo === cargoBefore ? [] : [{ type: 'heading' as const, level: 2 as const, text: lugar ? cargo : `${cargo}: ${number}` }]),
    ...(lugar ? [{ type: 'heading' as const, level: 3 as const, text: `${lugar}: ${number}` }] : []),
    { type: 'table', columns, rows },
  ]
}

function toText(cell: Cell): string {
  return cell !== null && typeof cell === 'object' && 'day' in cell ? diaEnCifras(cell.day) : cellText(cell)
}
