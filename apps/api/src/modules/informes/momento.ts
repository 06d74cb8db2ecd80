import type { TablaInforme } from '@conoceles/domain'
import type { PdfDiagram, PdfFact } from '../../shared/documentos/pdf/model.ts'
import type { CorteVisto, TablaPublica } from './datos/publicas.queries.ts'

/** Time and proceso of a freezing. */
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

/** A sentence, or one that several points follow. */
export type ParrafoRelato = string | { texto: string; puntos: string[] }

export interface Congelado {
  tablas: TablaInforme[]
  /** Gaps of the figures, and the way in which they were obtained. */
  metodo: string[]
  /** Told before the figures: sentences that the system makes of them. Absent in a cut that was taken before there were any. */
  relato?: { titulo: string; parrafos: ParrafoRelato[] }
  /** More facts on the cover of this kind. */
  portada?: PdfFact[]
  /** Hashes of what it tells, for its last page. */
  sellos?: PdfFact[]
  /** Drawn before the tables. */
  diagrama?: PdfDiagram
}
