import type { EntityManager } from 'typeorm'
import {
  compararFinalidades,
  decisionesPorRenovar,
  paragraphDiff,
  parseMarkdown,
  TIPOS_AVISO,
  type Finalidad,
  type TipoAviso,
} from '@conoceles/domain'
import { binaryRecurso, type Recurso } from '../corte/recursos.queries.ts'
import type { Vigentes } from '../ficha/vigentes.queries.ts'
import { readRows } from '../../../database/rows.ts'

/** Paths of the avisos among the public resources. Those of a version never change. */
export const RUTAS_AVISO = {
  indice: 'avisos-privacidad',
  vigente: (tipo: TipoAviso) => `avisos-privacidad/${tipo}`,
  version: (version: number, tipo: TipoAviso) => `avisos-privacidad/versiones/${version}/${tipo}`,
  pdf: (version: number, tipo: TipoAviso) => `avisos-privacidad/versiones/${version}/${tipo}/aviso.pdf`,
  cambios: (version: number, tipo: TipoAviso, de: number) => `avisos-privacidad/versiones/${version}/${tipo}/cambios/${de}`,
}

interface AvisoRow {
  id: string
  version: number
  vigenteDesde: string
  /** Last day on which it governed; null: it governs. */
  vigenteHasta: string | null
  integral: string
  simplificado: string
  sha256: string
  aprobacion: object
  finalidades: Finalidad[] | null
  ley: object | null
  /** Texts that have a printed form. */
  impresos: TipoAviso[]
}

// When the next version was published in the middle of a day, both governed a part of it.
const AVISOS_SQL = `select a.id, a.version, a.vigente_desde::text as "vigenteDesde",
  lead(a.vigente_desde - case when (a.publicado_en at time zone p.zona)::date = a.vigente_desde then 0 else 1 end) over (order by a.version)::text
    as "vigenteHasta",
  a.integral, a.simplificado, a.sha256, a.aprobacion, a.finalidades, a.ley,
  coalesce((select json_agg(d.tipo order by d.tipo) from captura.aviso_documento d where d.aviso_id = a.id), '[]') as impresos
from captura.aviso_privacidad a join captura.proceso p on p.id = a.proceso_id
where a.proceso_id = $1 and a.vigente_desde <= $2::date order by a.version desc`

/**
 * The index of the avisos, the one in force, and each version under its own address with its changes from those before. `known`: paths that
 * are public already; a resource that cannot have changed is not made again.
 */
export async function buildAvisos(
  tx: EntityManager,
  { procesoId, hoy, known }: { procesoId: string; hoy: string; known: Pick<Vigentes, 'has'> },
): Promise<Record<string, object>> {
  const rows = await readRows<AvisoRow>(tx, AVISOS_SQL, [procesoId, hoy])
  const [vigente] = rows
  if (!vigente) return {}
  const versions = rows.map((row, at) => ({ row, anterior: rows[at + 1] ?? null }))
  const own = versions.flatMap(({ row, anterior }) =>
    TIPOS_AVISO.map((tipo): [string, object] => [RUTAS_AVISO.version(row.version, tipo), toTexto(row, tipo, anterior)]),
  )
  return {
    [RUTAS_AVISO.indice]: { elementos: versions.map(({ row, anterior }) => toFila(row, anterior)) },
    ...Object.fromEntries(TIPOS_AVISO.map((tipo) => [RUTAS_AVISO.vigente(tipo), toTexto(vigente, tipo, rows[1] ?? null)])),
    ...Object.fromEntries(own),
    ...cambiosOf(rows, known),
  }
}

/** The printed forms that are not public yet. */
export async function newImpresos(
  tx: EntityManager,
  { procesoId, hoy, known }: { procesoId: string; hoy: string; known: Pick<Vigentes, 'has'> },
): Promise<Recurso[]> {
  const rows = await readRows<{ version: number; tipo: TipoAviso }>(
    tx,
    `select a.version, d.tipo from captura.aviso_documento d join captura.aviso_privacidad a on a.id = d.aviso_id
     where a.proceso_id = $1 and a.vigente_desde <= $2::date`,
    [procesoId, hoy],
  )
  const made: Recurso[] = []
  for (const { version, tipo } of rows) {
    const ruta = RUTAS_AVISO.pdf(version, tipo)
    if (known.has(ruta)) continue
    const [row] = await readRows<{ contenido: Buffer }>(
      tx,
      `select d.contenido from captura.aviso_documento d join captura.aviso_privacidad a on a.id = d.aviso_id
       where a.proceso_id = $1 and a.version = $2 and d.tipo = $3`,
      [procesoId, version, tipo],
    )
    if (row) made.push(binaryRecurso(ruta, 'application/pdf', row.contenido))
  }
  return made
}

function toFila({ version, vigenteDesde, vigenteHasta, sha256, aprobacion, ley, finalidades }: AvisoRow, anterior: AvisoRow | null) {
  const porRenovar = anterior ? decisionesPorRenovar(anterior.finalidades, finalidades) : []
  return { version, vigenteDesde, vigenteHasta, sha256, aprobacion, ley, porRenovar }
}

function toTexto(row: AvisoRow, tipo: TipoAviso, anterior: AvisoRow | null) {
  const { version, vigenteDesde, aprobacion, sha256, ley, impresos } = row
  return {
    ...{ tipo, version, vigenteDesde, titulo: `Aviso de privacidad ${tipo}` },
    texto: row[tipo],
    bloques: parseMarkdown(row[tipo]),
    ...{ aprobacion, ley, sha256, anterior: anterior?.version ?? null },
    pdf: impresos.includes(tipo) ? `/api/v1/publico/${RUTAS_AVISO.pdf(version, tipo)}` : null,
  }
}

/** Compares each version with every one before it. */
function cambiosOf(rows: readonly AvisoRow[], known: Pick<Vigentes, 'has'>): Record<string, object> {
  const made: Record<string, object> = {}
  for (const [at, row] of rows.entries()) {
    for (const antes of rows.slice(at + 1)) {
      for (const tipo of TIPOS_AVISO) {
        const ruta = RUTAS_AVISO.cambios(row.version, tipo, antes.version)
        if (!known.has(ruta)) made[ruta] = toCambios(antes, row, tipo)
      }
    }
  }
  return made
}

function toCambios(antes: AvisoRow, row: AvisoRow, tipo: TipoAviso) {
  return {
    ...{ tipo, de: antes.version, a: row.version },
    parrafos: paragraphDiff(antes[tipo], row[tipo]),
    finalidades: compararFinalidades(antes.finalidades ?? [], row.finalidades ?? []),
    porRenovar: decisionesPorRenovar(antes.finalidades, row.finalidades),
  }
}
