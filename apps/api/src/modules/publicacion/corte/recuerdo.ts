import type { EntityManager } from 'typeorm'
import type { RangoEdad } from '@conoceles/domain'
import { ListaPublica } from './lista-publica.queries.ts'
import { Vigentes } from '../ficha/vigentes.queries.ts'

/** Public resources and list, as the corte in the making leaves them so far. */
export interface MundoPublico {
  vigentes: Vigentes
  lista: ListaPublica
}

interface Recordado extends MundoPublico {
  /** Hash of the newest cabecera; null before the first. */
  sha256: string | null
}

/**
 * Keeps the public world of the newest corte for the next one, so that a corte costs only its changes: reading everything takes seconds in
 * a large proceso. Its key is the hash of the cabecera, which binds all that is public. After a corte of another process it is read anew.
 */
export class Recuerdo {
  private last: Recordado | null = null

  /** Whether it keeps the world of this corte. `sha256`: of its cabecera. */
  isOf(sha256: string): boolean {
    return this.last?.sha256 === sha256
  }

  /** Removes the entry; call `keep()` after commit. */
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
