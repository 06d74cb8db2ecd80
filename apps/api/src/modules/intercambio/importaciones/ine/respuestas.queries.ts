import type { EntityManager } from 'typeorm'
import type { EstatusCaptura, EstatusSeccion } from '@conoceles/domain'

export interface SeccionNueva {
  id: string
  candidaturaId: string
  cuestionarioId: string
  clave: string
  estatus: EstatusSeccion
  /** Null where it is of identity. */
  respuestas: Record<string, unknown> | null
}

export interface AvanceNuevo {
  candidaturaId: string
  estatusCaptura: EstatusCaptura
  seccionesCompletas: number
}

/** From here on this transaction may write answers of candidaturas that have none. */
export async function declararEscritura(tx: EntityManager): Promise<void> {
  await tx.query(`select set_config('app.escritura', 'importacion', true)`)
}

/** Neither validated nor verified: nobody looked at them yet. */
export async function insertSecciones(tx: EntityManager, rows: readonly SeccionNueva[], guardadaEn: Date): Promise<void> {
  await tx.query(
    `insert into captura.seccion (id, candidatura_id, cuestionario_id, clave, estatus, version, respuestas, guardada_en, verificadas, verificada_en)
     select r.id, r."candidaturaId", r."cuestionarioId", r.clave, r.estatus, 1, r.respuestas, $2, null, null
     from jsonb_to_recordset($1::jsonb) as r(id uuid, "candidaturaId" uuid, "cuestionarioId" uuid, clave text, estatus text, respuestas jsonb)`,
    [JSON.stringify(rows), guardadaEn],
  )
}

/** The version stays: the import that brings the answers is the one that made the candidatura, or counted its change already. */
export async function updateAvances(tx: EntityManager, rows: readonly AvanceNuevo[], ahora: Date): Promise<void> {
  await tx.query(
    `update captura.candidatura c set estatus_captura = r."estatusCaptura", secciones_completas = r."seccionesCompletas",
       capturada_en = case when r."estatusCaptura" = 'completa' then $2::timestamptz else c.capturada_en end
     from jsonb_to_recordset($1::jsonb) as r("candidaturaId" uuid, "estatusCaptura" text, "seccionesCompletas" int) where c.id = r."candidaturaId"`,
    [JSON.stringify(rows), ahora],
  )
}

/** The answers that an import brought, while it is being undone. */
export async function deleteSecciones(tx: EntityManager, candidaturas: readonly string[]): Promise<void> {
  await tx.query('delete from captura.seccion where candidatura_id = any($1)', [candidaturas])
  await tx.query(
    `update captura.candidatura set estatus_captura = 'sin_captura', secciones_completas = 0, capturada_en = null where id = any($1)`,
    [candidaturas],
  )
}
