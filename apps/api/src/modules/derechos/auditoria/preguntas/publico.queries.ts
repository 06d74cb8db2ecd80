import type { EntityManager } from 'typeorm'
import { readRows } from '../../../../database/rows.ts'
import { PUBLICADOS } from './actos.queries.ts'

export interface CorteRow {
  numero: number
  en: Date
}

export interface PublicaRow {
  id: string
  nombre: string
  lugar: string
  actor: string
  calidad: string
  /** When its sustitución was registered, if it was by then. */
  sustituidaEn: Date | null
  sha256: string
  desde: number
  desdeEn: Date
  hasta: number | null
  hastaEn: Date | null
}

/** The last corte before an instant; null before the first. */
export async function findCorte(tx: EntityManager, before: string): Promise<CorteRow | null> {
  const [row] = await readRows<CorteRow>(
    tx,
    `with ${PUBLICADOS} select numero, en from publicado where en < $1::timestamptz order by numero desc limit 1`,
    [before],
  )
  return row ?? null
}

/** The pages of candidaturas that a corte shows, in the order of the ballots, and which were sustituidas before an instant. */
export async function listPublicas(tx: EntityManager, corte: number, before: string): Promise<PublicaRow[]> {
  return readRows<PublicaRow>(
    tx,
    `with ${PUBLICADOS} select c.id, s.en as "sustituidaEn", concat_ws(' ', p.nombre, p.primer_apellido, p.segundo_apellido) as nombre, concat_ws(', ', g.singular, d.nombre) as lugar,
       a.nombre as actor, c.calidad, r.sha256, r.desde_corte as desde, k.en as "desdeEn", r.hasta_corte as hasta, h.en as "hastaEn"
     from publico.recurso r join captura.candidatura c on r.ruta = 'candidaturas/' || c.id join captura.persona p on p.id = c.persona_id
     join captura.cargo g on g.id = c.cargo_id join captura.demarcacion d on d.id = c.demarcacion_id
     join captura.actor_politico a on a.id = c.actor_id
     join publicado k on k.numero = r.desde_corte left join publicado h on h.numero = r.hasta_corte
     left join lateral (select max(m.registrado_en) as en from captura.cambio m
       where m.candidatura_id = c.id and m.tipo = 'sustitucion' and m.registrado_en < $2::timestamptz) s on true
     where r.desde_corte <= $1 and (r.hasta_corte is null or r.hasta_corte > $1) order by c.orden, c.id`,
    [corte, before],
  )
}
