import { enFemenino } from '@conoceles/domain'
import { cuantas, diaEnCifras, instanteEnPalabras } from '../../../../shared/documentos/fechas.ts'
import { measureColumns } from '../../../../shared/documentos/pdf/columns.ts'
import type { PdfBlock, PdfColumn, PdfDocument } from '../../../../shared/documentos/pdf/model.ts'
import { cellText, type Cell } from '../../../../shared/documentos/xlsx/model.ts'
import { AVISO_SIMULACRO, CANDIDATURAS, contenidoDe, fichaDe, resumenDe, tituloDe, type Listado } from './contenido.ts'
import { resumenes } from './resumen.ts'

/** The listado to be read and signed: first how many of each place and actor, then the rows of each, and at the end their number. */
export function toDocument(listado: Listado): PdfDocument {
  const { emisor, plantilla, corte } = listado
  const cut = `corte del ${instanteEnPalabras(corte, emisor.zona)}`
  return {
    title: tituloDe(listado),
    institute: emisor.instituto.nombre,
    proceso: emisor.proceso,
    foot: [...(emisor.simulacro ? ['Simulacro'] : []), `Actividad ${plantilla.clave}`, cut].join(' · '),
    notice: emisor.simulacro ? AVISO_SIMULACRO : null,
    createdAt: corte,
    orientation: 'legal',
    blocks: [
      { type: 'paragraph', text: resumenDe(listado) },
      { type: 'facts', facts: fichaDe(listado) },
      ...resumenes(listado),
      ...tables(listado),
      ...closing(listado),
    ],
  }
}

/** A page of 17 rows takes some megabytes to make: beyond this, a list is for spreadsheets. */
const MAX_ROWS = 6_000

/** Why a list is not made a PDF; null when it is. */
export function razonContraPdf(rows: number): string | null {
  if (rows <= MAX_ROWS) return null
  return `Tiene ${cuantas(rows, CANDIDATURAS)} y un PDF admite ${cuantas(MAX_ROWS, CANDIDATURAS)}: expórtelo por acuerdo, o en XLSX.`
}

/** The sum in figures and words, and room to sign. */
function closing({ rows: { length } }: Listado): PdfBlock[] {
  return [
    { type: 'heading', level: 2, text: 'Total' },
    {
      type: 'paragraph',
      text: `El presente listado suma ${length.toLocaleString('es-MX')} (${enFemenino(length)}) ${CANDIDATURAS[length === 1 ? 0 : 1]}.`,
      keep: true,
    },
    { type: 'signature', lines: ['Secretaría Ejecutiva'] },
  ]
}

/** Rows of one actor in one place. */
interface Group {
  cargo: string
  lugar: string
  actor: string
  rows: string[][]
}

function tables(listado: Listado): PdfBlock[] {
  const { columns, rows } = contenidoDe(listado)
  const silent = listado.acuerdo ? [...HEADED, ...DEL_ACUERDO] : HEADED
  const said = columns.map(({ clave }) => !silent.includes(clave))
  const keep = <T>(all: T[]) => all.filter((_, at) => said[at])
  const texts = rows.map((row) => keep(row).map(toText))
  const titles = keep(columns).map(({ titulo }) => titulo)
  const measured = measureColumns(titles, texts, 'legal')
  const has = (clave: string) => columns.some((column) => column.clave === clave)
  const groups = groupsOf(listado, texts, { lugar: has('demarcacion'), actor: has('actor_politico') })
  return groups.flatMap((group, at) => toBlocks(group, { columns: measured, before: groups[at - 1] ?? null }))
}

/** These stand in the headings. */
const HEADED = ['cargo', 'demarcacion', 'actor_politico']
/** And these in the title, where the whole list is of one acuerdo. */
const DEL_ACUERDO = ['acuerdo_numero', 'acuerdo_fecha']

/** In the order of the ballots; within a place by actor político, in the order of their registration. */
function groupsOf({ rows }: Listado, texts: readonly string[][], by: { lugar: boolean; actor: boolean }): Group[] {
  const places = new Map<string, Map<string, Group>>()
  rows.forEach(({ cargoNombre: cargo, lugar: where, actorNombre }, at) => {
    const [lugar, actor] = [by.lugar ? where : '', by.actor ? actorNombre : '']
    const place = places.get(`${cargo}|${lugar}`) ?? new Map<string, Group>()
    const group = place.get(actor) ?? { cargo, lugar, actor, rows: [] }
    group.rows.push(texts[at] ?? [])
    places.set(`${cargo}|${lugar}`, place.set(actor, group))
  })
  return [...places.values()].flatMap((place) => [...place.values()])
}

function toBlocks({ cargo, lugar, actor, rows }: Group, { columns, before }: { columns: PdfColumn[]; before: Group | null }): PdfBlock[] {
  const number = cuantas(rows.length, CANDIDATURAS)
  const newCargo = cargo !== before?.cargo
  return [
    ...(newCargo ? [{ type: 'heading' as const, level: 2 as const, text: cargo }] : []),
    ...(lugar !== '' && (newCargo || lugar !== before.lugar) ? [{ type: 'heading' as const, level: 3 as const, text: lugar }] : []),
    { type: 'table', columns, rows, caption: actor === '' ? number : `${actor}: ${number}` },
  ]
}

function toText(cell: Cell): string {
  return cell !== null && typeof cell === 'object' && 'day' in cell ? diaEnCifras(cell.day) : cellText(cell)
}
