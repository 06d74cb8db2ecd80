import { askDatabase } from '../servidor/simulacro-server-base.ts'

/** Leaves that many complete candidaturas of an actor político for it to validate: what it had sent waits for it again. */
export async function leaveCompletas(folder: string, { actor, cuantas }: { actor: string; cuantas: number }): Promise<void> {
  const [left] = await askDatabase<{ cuantas: number }>(
    folder,
    `with elegida as (
       select c.id from captura.candidatura c join captura.actor_politico a on a.id = c.responsable_id
       where a.clave = $1 and c.estatus = 'aprobada' and c.estatus_captura in ('completa', 'validada', 'verificada')
       order by c.estatus_captura = 'completa' desc, c.orden limit $2),
     seccion as (
       update captura.seccion s set estatus = 'completa' from elegida e
       where s.candidatura_id = e.id and s.estatus in ('validada', 'verificada') returning s.id),
     captura as (
       update captura.candidatura c set estatus_captura = 'completa', version = version + 1 from elegida e where c.id = e.id returning c.id)
     select count(*)::int as cuantas from captura, (select count(*) from seccion) s`,
    [actor, cuantas],
  )
  if (left?.cuantas !== cuantas) throw new Error(`${actor} has ${left?.cuantas} to be completed, not ${cuantas}`)
}
