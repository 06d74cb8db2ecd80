import type { EntityManager } from 'typeorm'
import { isConfirmada, type OrganoPack, type RepresentacionConvocada } from '@conoceles/domain'
import { readRows } from '../../../database/rows.ts'

/** Representaciones that an organ convenes: those of the parties of the proceso, once it is confirmed that it convenes them. */
export async function readConvocadas(
  tx: EntityManager,
  { convocatoria }: Pick<OrganoPack, 'convocatoria'>,
): Promise<RepresentacionConvocada[]> {
  const said = convocatoria?.representaciones
  if (!said || said.texto === null || !isConfirmada(said.confianza)) return []
  return readRows<RepresentacionConvocada>(
    tx,
    `select clave as actor, nombre from captura.actor_politico where tipo = 'partido' order by orden, clave`,
    [],
  )
}

/** Person who came last for each party to a sesión of this organ, by its clave. */
export async function readUltimas(tx: EntityManager, organo: string): Promise<Map<string, string>> {
  const rows = await readRows<{ actor: string; quien: string }>(
    tx,
    `select r ->> 'actor' as actor, r ->> 'quien' as quien from captura.sesion s
     join captura.celebracion c on c.sesion_id = s.id
     cross join lateral jsonb_array_elements(c.representaciones) r
     where s.organo = $1 and r ->> 'quien' is not null order by c.registrada_en, c.id`,
    [organo],
  )
  return new Map(rows.map(({ actor, quien }) => [actor, quien]))
}
