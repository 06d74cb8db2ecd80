import type { TablaInforme } from '@conoceles/domain'
import type { CorteVisto, TablaPublica } from './publicas.queries.ts'

/** When and of what something is frozen. */
export interface Momento {
  procesoId: string
  zona: string
  /** Clave of the informe. */
  clave: string
  mes: string | null
  hoy: string
  ahora: string
  corte: CorteVisto | null
  publicas: ReadonlyMap<string, TablaPublica>
}

export interface Congelado {
  tablas: TablaInforme[]
  metodo: string[]
}
