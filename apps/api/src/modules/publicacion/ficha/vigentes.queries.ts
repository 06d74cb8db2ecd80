import type { EntityManager } from 'typeorm'
import { porPartes } from '../../../database/partes.ts'
import { hojaDe, type RecursoListado } from '../../../shared/archivos/lista-corte.ts'

interface Vigente {
  /** Hash of its content: tells whether it changes. */
  huella: string
  /** As the corte signs it. */
  hoja: string
}

type Row = RecursoListado & Pick<Vigente, 'huella'>

/** In order: the list that each corte sorts is then nearly sorted. */
const VIGENTES = 'select ruta, huella, sha256, bytes from publico.recurso where hasta_corte is null order by ruta collate "C"'

/** Public resources by path, as the corte in the making leaves them so far: writers of resources note them here. */
export class Vigentes {
  /** Paths that this corte wrote or withdrew so far. */
  readonly cambiadas = new Set<string>()
  /** Hashes of sources of the newest corte's pages that no resource holds, by name; null: not known. */
  fuentes: ReadonlyMap<string, string> | null = null

  private constructor(private readonly byRuta: Map<string, Vigente>) {}

  static async read(tx: EntityManager): Promise<Vigentes> {
    const byRuta = new Map<string, Vigente>()
    for await (const rows of porPartes<Row>(tx, VIGENTES))
      for (const { huella, ...listado } of rows) byRuta.set(listado.ruta, { huella, hoja: hojaDe(listado) })
    return new Vigentes(byRuta)
  }

  /** Starts counting the changes of the next corte. */
  begin(): void {
    this.cambiadas.clear()
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
    for (const { ruta, huella, sha256, contenido } of recursos) {
      this.byRuta.set(ruta, { huella, hoja: hojaDe({ ruta, sha256, bytes: contenido.length }) })
      this.cambiadas.add(ruta)
    }
  }

  forget(rutas: readonly string[]): void {
    for (const ruta of rutas) if (this.byRuta.delete(ruta)) this.cambiadas.add(ruta)
  }

  /** As the corte signs them: in the order of their paths, which are ASCII. */
  hojas(): string[] {
    const inOrder = [...this.byRuta].sort(([a], [b]) => (a < b ? -1 : 1))
    return inOrder.map(([, { hoja }]) => hoja)
  }
}
