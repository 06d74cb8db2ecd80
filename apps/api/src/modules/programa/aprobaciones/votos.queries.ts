import type { EntityManager } from 'typeorm'
import { nombreSesion, type ClaseSesion } from '@conoceles/domain'
import { readRows } from '../../../database/rows.ts'

/** A punto that an organ approved by vote, as its sesión is told now. */
export interface Votado {
  sesion: string
  /** "2.ª sesión ordinaria de 2024". */
  sesionNombre: string
  organo: string
  puntoId: string
  titulo: string
  /** Clave; null when it approves none. */
  entregable: string | null
  /** Clave of the draft that the point decides; null when it names none. */
  materia: string | null
  acuerdoId: string | null
  /** ISO 8601. */
  votadoEn: string
}

/** The last account of each sesión that was held counts. */
const VOTADOS = `
  select s.id as sesion, s.tipo, s.numero, s.anio, s.organo, p.punto ->> 'id' as "puntoId", p.punto ->> 'titulo' as titulo,
    p.punto ->> 'entregable' as entregable, p.punto ->> 'materia' as materia, v.votado -> 'acuerdo' ->> 'id' as "acuerdoId",
    v.votado ->> 'votadoEn' as "votadoEn"
  from captura.sesion s
  cross join lateral (select c.puntos from captura.celebracion c where c.sesion_id = s.id order by c.numero desc limit 1) c
  cross join lateral jsonb_array_elements(c.puntos) as v (votado)
  join lateral jsonb_array_elements(s.puntos) as p (punto) on p.punto ->> 'id' = v.votado ->> 'puntoId'
  where s.estatus = 'celebrada' and s.organo = any($1) and v.votado ->> 'resultado' = 'aprobado' and v.votado ->> 'votadoEn' is not null
  order by s.fecha desc, s.hora desc nulls last, s.id`

/** Approvals of these organs, the newest first. */
export async function findVotados(tx: EntityManager, organos: readonly string[]): Promise<Votado[]> {
  const rows = await readRows<Omit<Votado, 'sesionNombre'> & { tipo: ClaseSesion; numero: number; anio: number }>(tx, VOTADOS, [organos])
  return rows.map(({ tipo, numero, anio, ...row }) => ({ ...row, sesionNombre: nombreSesion({ tipo, numero, anio }) }))
}
