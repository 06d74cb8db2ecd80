import type { Acuse } from '../../../../api-types.ts'

/** Told on the next page: what the server received, and its folio. */
export interface Recibo {
  titulo: string
  lineas: string[]
  acuse: Acuse
}

/** Outcome of saving the page in sight. */
export type Guardado = Recibo | 'nada' | 'no'

/** A page that is saved by the button of the bar. */
export interface PaginaGuardable {
  /** Whether something was chosen that nobody saved. */
  pending(): boolean
  save(): Promise<Guardado>
}
