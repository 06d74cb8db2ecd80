import type { EntityManager } from 'typeorm'
import type { MundoPublico } from './recuerdo.ts'
import type { CambioRecursos } from './recursos.queries.ts'

/** Renderer that is ready to make the pages of one corte. */
export interface Prensa {
  /** Pages made anew, and paths of those that are no longer public. Called once the data of this corte are written; by parts, so that a whole state never lies in memory. */
  paginas(corte: MundoPublico & { numero: number; en: string }): AsyncIterable<CambioRecursos>
  end(): void
}

/** Makes the pages of the visor, from public data and from nothing else. */
export interface Paginador {
  /** Whether there are pages to be made although nothing that they show changed. */
  toca(tx: EntityManager): Promise<boolean>
  /** Gets ready to make pages, while their data are still being made; the caller ends it. */
  open(tx: EntityManager): Promise<Prensa>
  /** Takes the failures to render since the last call, in words for the log. */
  takeFallas(): string[]
}
