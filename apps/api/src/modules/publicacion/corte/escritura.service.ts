import type { EntityManager } from 'typeorm'
import type { Clock } from '../../../shared/clock.ts'
import { dudasDe } from '../ficha/consentimiento-publico.ts'
import type { FichasService } from '../ficha/fichas.service.ts'
import { newFotografias } from '../ficha/fotografias-publicas.ts'
import type { Plan } from '../planes.service.ts'
import { enqueueOn } from '../publicaciones.queries.ts'
import { removeProyeccion, writeProyeccion } from './proyeccion.queries.ts'
import type { MundoPublico } from './recuerdo.ts'
import { documentRecurso, writeRecursos } from './recursos.queries.ts'
import type { Publicada } from './retiro.ts'
import { listSources, readSources, readVecinas } from '../ficha/source.queries.ts'
import { readRows } from '../../../database/rows.ts'

/**
 * Candidaturas built at once. With all of a large proceso the program would run out of memory, and stay silent for longer than the database
 * waits.
 */
const BLOQUE = 500

type Context = Awaited<ReturnType<FichasService['context']>>

/** Outcome of writing the candidaturas of a corte, with those to look at again when all are written. */
export interface Escritas {
  publicadas: Publicada[]
  /** Published before and no longer: its cargo closed again, or the candidatura is gone. */
  retiradas: string[]
  esperan: Set<string>
  enRevision: Set<string>
  /** How many resources changed. */
  recursos: number
  /** Candidaturas without their badges, because their identity answers lie under a key that is not here. */
  cerradas: number
}

/** Writes the records of candidaturas, block by block. */
export class EscrituraService {
  constructor(
    private readonly clock: Clock,
    private readonly fichas: FichasService,
  ) {}

  async write(tx: EntityManager, plan: Plan & MundoPublico, context: Context): Promise<Escritas> {
    const ids = await this.ids(tx, plan)
    const retiradas = await withdrawn(tx, plan, new Set(ids))
    await removeProyeccion(tx, plan.lista, retiradas)
    const escritas: Escritas = {
      ...{ publicadas: [], retiradas, esperan: new Set(), enRevision: new Set() },
      ...{ recursos: 0, cerradas: 0 },
    }
    for (let at = 0; at < ids.length; at += BLOQUE) await this.writeBlock(tx, plan, { context, escritas, ids: ids.slice(at, at + BLOQUE) })
    return escritas
  }

  /** A change of one shows on the pages of the fórmula and of the planilla. */
  private async ids(tx: EntityManager, { ids, regimen: { abiertas } }: Plan): Promise<string[]> {
    return listSources(tx, { abiertas, ids: ids && [...ids, ...(await readVecinas(tx, ids))] })
  }

  private async writeBlock(
    tx: EntityManager,
    { numero, en, procesoClave: proceso, conclusion, regimen: { abiertas }, vigentes, lista }: Plan & MundoPublico,
    { ids, context, escritas }: { ids: string[]; context: Context; escritas: Escritas },
  ): Promise<void> {
    const hoy = this.clock.today().toString()
    const sources = await readSources(tx, { abiertas, hoy, ids })
    const fichas = await this.fichas.build(tx, sources, context)
    const documents = fichas.map(({ document }) => document)
    const { contadas, escolaridad } = context
    const published = fichas.map(({ source: { orden }, document }) => ({ document, orden }))
    await writeProyeccion(tx, lista, { proceso, contadas, escolaridad, published })
    const recursos = [
      ...documents.map((document) => documentRecurso({ document, grupos: context.grupos }, { numero, en })),
      ...(await newFotografias(tx, documents, vigentes)),
    ].filter(({ ruta, huella }) => vigentes.huella(ruta) !== huella)
    await writeRecursos(tx, { numero, vigentes }, { recursos, retirados: [] })
    escritas.recursos += recursos.length
    escritas.cerradas += await this.lookAgain(tx, fichas)
    for (const { document, autorizados } of fichas) escritas.publicadas.push({ id: document.id, estatus: document.estatus, autorizados })
    const dudas = dudasDe(sources, { porRenovar: context.porRenovar, conclusion })
    for (const id of dudas.esperan) escritas.esperan.add(id)
    for (const id of dudas.enRevision) escritas.enRevision.add(id)
  }

  /**
   * A candidatura whose identity answers cannot be opened is published without her badges. It is looked at again on the next day: the key
   * ring may be back.
   */
  private async lookAgain(tx: EntityManager, fichas: Awaited<ReturnType<FichasService['build']>>): Promise<number> {
    const cerradas = fichas.flatMap(({ source, cerrada }) => (cerrada ? [source.id] : []))
    if (cerradas.length > 0) await enqueueOn(tx, cerradas, this.clock.today().toString())
    return cerradas.length
  }
}

async function withdrawn(tx: EntityManager, { ids }: Plan, still: ReadonlySet<string>): Promise<string[]> {
  const rows = await readRows<{ id: string }>(tx, 'select id from publico.candidatura where $1::uuid[] is null or id = any($1)', [ids])
  return rows.map(({ id }) => id).filter((id) => !still.has(id))
}
