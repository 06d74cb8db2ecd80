import type { EntityManager } from 'typeorm'
import { parseJson } from '@conoceles/domain/typed'
import { Reporte } from './reporte.entity.ts'
import { readRows } from '../../../database/rows.ts'

/** An answer as it is published. */
export interface Contestado {
  folio: string
  pagina: string
  pregunta: string
  respuesta: string
  contestado: string
}

const MOST = 2_000

/** Those that wait first, the oldest at the top; then those that were attended, the newest at the top. */
export function listReportes(tx: EntityManager): Promise<Reporte[]> {
  return tx
    .createQueryBuilder(Reporte, 'r')
    .orderBy(`r.estatus = 'recibido'`, 'DESC')
    .addOrderBy('r.atendido_en', 'DESC', 'NULLS FIRST')
    .addOrderBy('r.recibido')
    .addOrderBy('r.folio')
    .limit(MOST)
    .getMany()
}

/** By columns that the publisher may read: the words of those who reported are not among them. */
export async function listContestados(tx: EntityManager): Promise<Contestado[]> {
  return readRows<Contestado>(
    tx,
    `select r.folio, r.pagina, r.pregunta, r.respuesta, to_char(r.atendido_en at time zone p.zona, 'YYYY-MM-DD') as contestado
     from captura.reporte r cross join (select zona from captura.proceso order by jornada desc limit 1) p
     where r.estatus = 'contestado' order by r.atendido_en desc, r.folio`,
  )
}

/** Answers that are public now; null: nothing was ever published. */
export async function listPublicados(tx: EntityManager): Promise<Contestado[] | null> {
  const [row] = await readRows<{ texto: string }>(
    tx,
    `select convert_from(contenido, 'UTF8') as texto from publico.recurso where ruta = 'errores' and hasta_corte is null`,
  )
  return row ? parseJson<{ elementos: Contestado[] }>(row.texto).elementos : null
}
