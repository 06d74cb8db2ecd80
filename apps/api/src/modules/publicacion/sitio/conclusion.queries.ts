import type { EntityManager } from 'typeorm'
import {
  planConclusion,
  reglaEtapaEnPalabras,
  type ClaveEtapa,
  type ConclusionPack,
  type EtapaPlan,
  type HechosEtapa,
  type ReglasLaborales,
} from '@conoceles/domain'
import type { Proceso } from '../../proceso/index.ts'
import { readRows } from '../../../database/rows.ts'

/** That publication ended: since when, and by which ground. */
export interface FinDifusion {
  desde: string
  base: string
}

/** Stages after election day, as the public world has to know them. */
export interface Conclusion {
  pack: ConclusionPack
  plan: readonly EtapaPlan[]
  fin: FinDifusion | null
  bloqueada: boolean
  /** Decisions so far, by stage: a change of any is a new corte. Null: there is none. */
  decidido: Partial<Record<ClaveEtapa, EtapaDecidida>> | null
  sustentos: ReadonlyMap<ClaveEtapa, string>
}

export interface EtapaDecidida {
  fecha: string | null
  realizada: string | null
}

interface Row extends HechosEtapa {
  sustento: string | null
  base: string | null
}

const SQL = `select clave, fecha::text as fijada, propuesta_por as "propuestaPor", confirmada_dia::text as confirmada,
  concluida_dia::text as concluida, sustento, base from captura.etapa_conclusion where proceso_id = $1`

/** Null where the pack of the proceso brings no plan. */
export async function readConclusion(
  tx: EntityManager,
  { id: procesoId, jornada, catalogos: { conclusion: pack } }: Pick<Proceso, 'id' | 'jornada' | 'catalogos'>,
  hoy: string,
): Promise<Conclusion | null> {
  if (!pack) return null
  const rows = await readRows<Row>(tx, SQL, [procesoId])
  const plan = planConclusion({ pack, jornada, hechos: rows, laborales: await readLaborales(tx, procesoId), hoy })
  const fin = rows.find(({ clave, concluida }) => clave === 'fin_difusion' && concluida !== null)
  const decided = rows.filter(({ fijada, concluida }) => fijada !== null || concluida !== null)
  return {
    ...{ pack, plan },
    fin: fin ? { desde: fin.concluida ?? hoy, base: fin.base ?? '' } : null,
    bloqueada: rows.some(({ clave, confirmada }) => clave === 'bloqueo' && confirmada !== null),
    decidido:
      decided.length === 0
        ? null
        : Object.fromEntries(decided.map(({ clave, fijada, concluida }) => [clave, { fecha: fijada, realizada: concluida }])),
    sustentos: new Map(decided.flatMap(({ clave, sustento }) => (sustento === null ? [] : [[clave, sustento]]))),
  }
}

/** Working days of the institute, as its programme of work says; without one only week ends rest. */
async function readLaborales(tx: EntityManager, procesoId: string): Promise<ReglasLaborales> {
  const [row] = await readRows<{ laborales: ReglasLaborales | null }>(
    tx,
    `select contenido -> 'laborales' as laborales from captura.programa where proceso_id = $1`,
    [procesoId],
  )
  return row?.laborales ?? { descansos: [], jornadas: [], propios: [], todosHabiles: [] }
}

/** End of publication and later stages, as anybody may read them. It names no author, and no act that waits for a second person. */
export function buildConclusionPublica(conclusion: Conclusion | null): object[] {
  if (conclusion === null) return []
  const { pack, plan, sustentos } = conclusion
  return pack.etapas.map((each, at) => {
    const { clave, nombre, explicacion, base, fuente, confianza, conserva } = each
    const fecha = plan[at]?.fecha ?? null
    return {
      ...{ clave, nombre, explicacion, fecha, base, fuente, confianza, conserva },
      regla: reglaEtapaEnPalabras(each),
      sustento: sustentos.get(clave) ?? null,
      realizada: plan[at]?.hechos.concluida ?? null,
    }
  })
}

/** Decisions that a corte signs. */
export function decididoDe(conclusion: Conclusion | null): Conclusion['decidido'] {
  return conclusion?.decidido ?? null
}

/** Facts of the conclusion for the front page. */
export function finDe(conclusion: Conclusion | null): { finDifusion: FinDifusion | null; desindexada: string | null } {
  return { finDifusion: conclusion?.fin ?? null, desindexada: conclusion?.decidido?.desindexacion?.realizada ?? null }
}
