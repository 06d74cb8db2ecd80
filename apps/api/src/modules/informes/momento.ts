import type { TablaInforme } from '@conoceles/domain'
import type { PdfDiagram, PdfFact } from '../../shared/documentos/pdf-model.ts'
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
  /** What the figures do not say, and how they were obtained. */
  metodo: string[]
  /** What the cover of this kind says besides. */
  portada?: PdfFact[]
  /** Drawn before the tables. */
  diagrama?: PdfDiagram
}
