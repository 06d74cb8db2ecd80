import type { EntityManager } from 'typeorm'
import { canonical } from '../../../shared/criptografia/canonical.ts'
import type { Conclusion } from '../sitio/conclusion.queries.ts'
import { readRows } from '../../../database/rows.ts'

/** Versions that decide for everybody at once. A change of any is a new corte, also when a date brought it and no act. */
export interface Regimen {
  politica: number
  /** Day since which the open fields are the present ones, where a date of one of its fields came; null: since the version rules. */
  politicaDesde: string | null
  /** Cargos whose publication has begun. */
  abiertas: string[]
  /** Aviso de privacidad in force; null before the first. */
  aviso: number | null
  /** Cuestionarios in force, by their kind. */
  cuestionarios: Record<string, number>
  /** Version of the pack in force, and a hash of what was confirmed of it: names, dates and places of everything public. */
  paquete: string | null
  /** Decisions on the stages after election day; null: there is none. */
  conclusion: Conclusion['decidido']
}

const VERSIONS = `select (select max(version) from captura.aviso_privacidad where proceso_id = $1 and vigente_desde <= $2::date) as aviso,
  coalesce((select json_object_agg(tipo, version) from (select tipo, max(version) as version from captura.cuestionario
    where proceso_id = $1 and vigente_desde <= $2::date group by tipo) vigente), '{}') as cuestionarios,
  (select concat_ws('+', p.pack_version, (select md5(string_agg(clave || '=' || huella, ',' order by clave)) from captura.confirmaciones_vigentes()))
    from captura.proceso p where p.id = $1) as paquete`

type Versions = Pick<Regimen, 'aviso' | 'cuestionarios' | 'paquete'>

export async function readVersions(tx: EntityManager, { procesoId, hoy }: { procesoId: string; hoy: string }): Promise<Versions> {
  const [row] = await readRows<Versions>(tx, VERSIONS, [procesoId, hoy])
  return row ?? { aviso: null, cuestionarios: {}, paquete: null }
}

export function isSameRegimen(before: Regimen, now: Regimen): boolean {
  return fingerprint(before) === fingerprint(now)
}

/** Cortes from before these versions were kept have none: they differ from any. Fields of the policy had no dates then. */
function fingerprint({
  politica,
  politicaDesde = null,
  abiertas,
  aviso = null,
  cuestionarios = {},
  paquete = null,
  conclusion = null,
}: Regimen): string {
  return canonical({ politica, politicaDesde, abiertas, aviso, cuestionarios, paquete, conclusion })
}
