import type { Temporal } from 'temporal-polyfill'
import type { CompiledCuestionario } from '@conoceles/cuestionarios'
import type { CausaPack, GrupoPack, OrdenRevision, SupuestoPack } from '@conoceles/domain'
import type { Bloqueos } from './bloqueos.queries.ts'
import type { FinDifusion } from '../sitio/conclusion.queries.ts'
import type { PorRenovar } from './consentimiento-publico.ts'
import type { Politica } from '../politica/politica.ts'

export interface DocumentContext {
  politica: Politica
  bloqueos: Bloqueos
  /** Null while publication goes on. */
  fin: FinDifusion | null
  /** Every version of the curricular cuestionario, by id, and the id of the one that a cargo answers. */
  versiones: ReadonlyMap<string, CompiledCuestionario>
  rige(cargo: string): string | null
  /** When a version took the place of another; null of the first. */
  activada(id: string): Date | null
  grupos: GrupoPack[]
  causas: CausaPack[]
  porRenovar: PorRenovar
  supuestos: SupuestoPack[]
  orden: OrdenRevision
  hoy: Temporal.PlainDate
  simulacro: boolean
  responsabilidad: string
}
