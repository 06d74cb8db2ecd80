import type { EntityManager } from 'typeorm'
import type { RangoEdad } from '@conoceles/domain'
import { ListaPublica } from './lista-publica.queries.ts'
import { Vigentes } from './vigentes.queries.ts'

/** What is public, as the corte that is being made leaves it so far. */
export interface MundoPublico {
  vigentes: Vigentes
  lista: ListaPublica
}

interface Recordado extends MundoPublico {
  /** Of the cabecera of the newest corte; null before the first. */
  sha256: string | null
}

/**
 * What the newest corte left public, kept for the next one, so that a corte costs what it changes: to read all of it takes seconds in a large proceso.
 * It is known by the hash of its cabecera, which binds all that is public: where another process made a corte since, it is read anew.
 */
export class Recuerdo {
  private last: Recordado | null = null

  /** Whether what is kept is what a corte left public. `sha256`: of its cabecera. */
  isOf(sha256: string): boolean {
    return this.last?.sha256 === sha256
  }

  /** Taken out: whoever could not make a corte of it does not give it back. */
  async take(tx: EntityManager, { sha256, rangos }: { sha256: string | null; rangos: readonly RangoEdad[] }): Promise<MundoPublico> {
    const { last } = this
    this.last = null
    if (last?.sha256 !== sha256 || !last.lista.isBy(rangos)) {
      return { vigentes: await Vigentes.read(tx), lista: await ListaPublica.read(tx, rangos) }
    }
    const { vigentes, lista } = last
    vigentes.begin()
    lista.begin()
    return { vigentes, lista }
  }

  keep(recordado: Recordado): void {
    this.last = recordado
  }
}
