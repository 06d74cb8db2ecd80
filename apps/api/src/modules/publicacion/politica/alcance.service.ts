import type { EntityManager } from 'typeorm'
import type { CampoPoliticaPack } from '@conoceles/domain'
import type { Deps } from '../../../shared/deps.ts'
import { pasosDe, presentesEn, todosLosDe, visiblesDe, type PasoPolitica } from '../alcance.ts'
import type { CandidaturaDocument } from '../ficha/candidatura-document.ts'
import { FichasService, type FichasServices } from '../ficha/fichas.service.ts'
import { Politica } from './politica.ts'
import { readSources, type CandidaturaSource } from '../ficha/source.queries.ts'
import { readRows } from '../../../database/rows.ts'

/** Change of one record on one day: names of fields, never their values. */
export interface CambioFicha extends Pick<CandidaturaDocument, 'id' | 'nombre' | 'cargoNombre' | 'lugar' | 'calidad' | 'estatus'> {
  actorPolitico: string
  dia: string
  aparecen: string[]
  desaparecen: string[]
}

/** Records built at once: between two batches other requests are answered. */
const BATCH = 100

/**
 * Names the people and the fields that a draft of the policy would change. It reads with the publisher's role, because nobody who drafts a
 * policy may see the records; only names of fields come out of it.
 */
export class AlcancePoliticaService {
  private readonly fichas: FichasService

  constructor(
    private readonly deps: Deps,
    private readonly services: FichasServices,
  ) {
    this.fichas = new FichasService(deps.clock, services)
  }

  /** In the order of the ballots, and of one record the earliest day first. */
  comparar(antes: readonly CampoPoliticaPack[], despues: readonly CampoPoliticaPack[]): Promise<CambioFicha[]> {
    const hoy = this.deps.clock.today().toString()
    const pasos = pasosDe(antes, despues, hoy)
    if (pasos.length === 0) return Promise.resolve([])
    return this.deps.databases.publicador.transaction('REPEATABLE READ', async (tx) => {
      const all = Politica.en(hoy, { version: 0, campos: todosLosDe(pasos) as CampoPoliticaPack[] })
      const context = await this.fichas.context(tx, all)
      const abiertas = (await this.services.procesos.cargos(tx)).filter((cargo) => cargo.inicioPublicacion <= hoy).map(({ clave }) => clave)
      const ids = await listPublicas(tx)
      const found: { orden: string; cambios: CambioFicha[] }[] = []
      for (let at = 0; at < ids.length; at += BATCH) {
        const sources = await readSources(tx, { abiertas, hoy, ids: ids.slice(at, at + BATCH) })
        for (const { source, document } of await this.fichas.build(tx, sources, context)) {
          found.push({ orden: source.orden, cambios: cambiosDe(document, { source, pasos }) })
        }
      }
      return found.sort((one, other) => (one.orden < other.orden ? -1 : 1)).flatMap(({ cambios }) => cambios)
    })
  }
}

async function listPublicas(tx: EntityManager): Promise<string[]> {
  const rows = await readRows<{ id: string }>(tx, 'select id from publico.candidatura order by orden')
  return rows.map(({ id }) => id)
}

function cambiosDe(
  document: CandidaturaDocument,
  { source, pasos }: { source: CandidaturaSource; pasos: readonly PasoPolitica[] },
): CambioFicha[] {
  const presentes = presentesEn(document)
  const { id, nombre, cargoNombre, lugar, calidad, estatus } = document
  return pasos.flatMap(({ dia, antes, despues }) => {
    const before = visiblesDe(presentes, antes, source)
    const after = visiblesDe(presentes, despues, source)
    const aparecen = [...after].filter((campo) => !before.has(campo))
    const desaparecen = [...before].filter((campo) => !after.has(campo))
    if (aparecen.length + desaparecen.length === 0) return []
    return [{ id, nombre, cargoNombre, lugar, calidad, estatus, actorPolitico: document.actorPolitico.nombre, dia, aparecen, desaparecen }]
  })
}
