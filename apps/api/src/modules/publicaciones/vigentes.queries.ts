import type { EntityManager } from 'typeorm'
import type { RecursoListado } from '../../shared/lista-corte.ts'

interface Vigente {
  /** Hash of what it says: tells whether it changes. */
  huella: string
  /** Of its bytes, as the corte signs it. */
  sha256: string
  bytes: number
}

/** What is public, by path, as the corte that is being made leaves it so far: who writes resources notes them here. */
export class Vigentes {
  private constructor(private readonly byRuta: Map<string, Vigente>) {}

  static async read(tx: EntityManager): Promise<Vigentes> {
    const rows = (await tx.query(
      'select ruta, huella, sha256, bytes from publico.recurso where hasta_corte is null order by ruta collate "C"',
    )) as (Vigente & { ruta: string })[]
    return new Vigentes(new Map(rows.map(({ ruta, ...vigente }) => [ruta, vigente])))
  }

  has(ruta: string): boolean {
    return this.byRuta.has(ruta)
  }

  huella(ruta: string): string | null {
    return this.byRuta.get(ruta)?.huella ?? null
  }

  rutas(): string[] {
    return [...this.byRuta.keys()]
  }

  note(recursos: readonly { ruta: string; huella: string; sha256: string; contenido: Buffer }[]): void {
    for (const { ruta, huella, sha256, contenido } of recursos) this.byRuta.set(ruta, { huella, sha256, bytes: contenido.length })
  }

  forget(rutas: readonly string[]): void {
    for (const ruta of rutas) this.byRuta.delete(ruta)
  }

  /** In the order of their paths, which are ASCII. */
  lista(): RecursoListado[] {
    const listados = [...this.byRuta].map(([ruta, { sha256, bytes }]) => ({ ruta, sha256, bytes }))
    return listados.sort((a, b) => (a.ruta < b.ruta ? -1 : 1))
  }
}

interface Recordado {
  /** Of the cabecera of the newest corte; null before the first. */
  sha256: string | null
  vigentes: Vigentes
}

/**
 * What the newest corte left public, kept for the next one: reading it anew takes seconds in a large proceso. It is known by the hash of its cabecera,
 * which binds all that is public: where another process made a corte since, it is read anew.
 */
export class Recuerdo {
  private last: Recordado | null = null

  /** Taken out: whoever could not make a corte of it does not give it back. */
  async take(tx: EntityManager, sha256: string | null): Promise<Vigentes> {
    const { last } = this
    this.last = null
    return last?.sha256 === sha256 ? last.vigentes : Vigentes.read(tx)
  }

  keep(recordado: Recordado): void {
    this.last = recordado
  }
}
