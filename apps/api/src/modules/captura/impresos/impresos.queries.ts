import type { EntityManager } from 'typeorm'
import { prepared } from '../../../database/statements.ts'
import { readRows } from '../../../database/rows.ts'

/** Persona and place, as a paper names them. */
export interface PersonaImpresa {
  nombre: string
  cargo: string
  lugar: string
  calidad: 'propietaria' | 'suplente'
  actor: string
}

export interface AcuseImpreso extends PersonaImpresa {
  folio: string
  acto: string
  sha256: string
  recibidoEn: Date
  firma: string
}

const PERSONA = `concat_ws(' ', p.nombre, p.primer_apellido, p.segundo_apellido) as nombre, g.singular as cargo, d.nombre as lugar, c.calidad,
    a.nombre as actor
  from captura.candidatura c
  join captura.persona p on p.id = c.persona_id
  join captura.cargo g on g.id = c.cargo_id
  join captura.demarcacion d on d.id = c.demarcacion_id
  join captura.actor_politico a on a.id = c.actor_id`
const FIND = prepared('persona_impresa', `select ${PERSONA} where c.id = $1`)
const ACUSE = prepared(
  'acuse_impreso',
  `select q.folio, q.acto, q.sha256, q.recibido_en as "recibidoEn", q.firma, ${PERSONA}
   cross join lateral captura.acuse_de(c.id, $2) q where c.id = $1`,
)

/** Null where it is no candidatura of the reader. */
export async function findPersonaImpresa(tx: EntityManager, id: string): Promise<PersonaImpresa | null> {
  const [row] = await readRows<PersonaImpresa>(tx, FIND, [id])
  return row ?? null
}

/** Acuse of an act on a candidatura; null where there is none of that folio on it. */
export async function findAcuse(tx: EntityManager, id: string, folio: string): Promise<AcuseImpreso | null> {
  const [row] = await readRows<AcuseImpreso>(tx, ACUSE, [id, folio])
  return row ?? null
}
