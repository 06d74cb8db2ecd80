import type { EntityManager } from 'typeorm'
import type { Respuestas } from '@conoceles/cuestionarios'
import type { Acto, BitacoraService } from '../bitacora/index.ts'
import type { CuestionariosVigentes, IdentidadService } from '../cuestionarios/index.ts'
import type { ProcesosService } from '../procesos/index.ts'
import type { Quien } from '../../shared/act.ts'
import { toIso } from '../../shared/clock.ts'
import type { Deps } from '../../shared/deps.ts'
import {
  buildDocument,
  consienteIdentidad,
  rutaFotografia,
  TAMANOS,
  type CandidaturaDocument,
  type DocumentContext,
} from './candidatura-document.ts'
import { announceLlave, readLastCorte, sealCorte, type Cabecera, type CorteRow } from './corte.queries.ts'
import { Politica } from './politica.ts'
import { PoliticaPublicacion } from './politica-publicacion.entity.ts'
import type { EstatusPublicacionDto } from './publicaciones.dto.ts'
import { findEstatus, takePendientes } from './publicaciones.queries.ts'
import { removeProyeccion, writeProyeccion, type Projected } from './proyeccion.queries.ts'
import { binaryRecurso, eraseDistintivos, jsonRecurso, readHuellas, writeRecursos, type Recurso } from './recursos.queries.ts'
import { buildSitio } from './sitio.queries.ts'
import { readImagen, readSources, type CandidaturaSource } from './source.queries.ts'

export interface PublicadorServices {
  bitacora: BitacoraService
  procesos: ProcesosService
  vigentes: CuestionariosVigentes
  identidad: IdentidadService
}

interface Plan {
  numero: number
  en: string
  anterior: string | null
  abiertas: string[]
  politica: Politica
  /** Null: everything, because what decides for all changed. */
  ids: string[] | null
  procesoId: string
  procesoClave: string
}

/** The door: carries to the public world what policy, consent, verification and date allow, and nothing else can. */
export class PublicadorService {
  constructor(
    private readonly deps: Deps,
    private readonly services: PublicadorServices,
  ) {}

  /** Publishes what is pending as one corte; null when nothing public changed. One at a time across replicas. `quien`: who asked for it. */
  async publicar(quien?: Quien): Promise<Cabecera | null> {
    const { firma } = this.deps.secretos
    return this.deps.databases.publicador.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(242, 616)')
      await announceLlave(tx, firma)
      if (!(await this.services.procesos.exists(tx))) return null
      await this.services.procesos.syncClock(tx)
      const plan = await this.plan(tx)
      if (!plan) return null
      const changed = await this.write(tx, plan)
      if (!changed) return null
      const { procesoClave: proceso, numero, en, anterior, politica, abiertas } = plan
      await this.services.bitacora.registrar(tx, toActo({ numero, recursos: changed, quien }))
      return sealCorte(tx, { proceso, numero, en, anterior, politica: politica.version, abiertas }, firma)
    })
  }

  /** Last corte and what waits, for the console. */
  async estatus(tx: EntityManager): Promise<EstatusPublicacionDto> {
    const { pendientes, numero, en, sha256 } = await findEstatus(tx)
    return { pendientes, corte: numero === null || en === null || sha256 === null ? null : { numero, en: toIso(en), sha256 } }
  }

  private async plan(tx: EntityManager): Promise<Plan | null> {
    const hoy = this.deps.clock.today().toString()
    const pendientes = await takePendientes(tx)
    const proceso = await this.services.procesos.proceso(tx)
    const abiertas = (await this.services.procesos.cargos(tx)).filter((cargo) => cargo.inicioPublicacion <= hoy).map(({ clave }) => clave)
    const politica = await this.politica(tx, hoy)
    const last = await readLastCorte(tx)
    const ids = isSameRegime(last, { politica, abiertas }) ? pendientes : null
    if (ids?.length === 0) return null
    const en = this.deps.clock.now().toString({ fractionalSecondDigits: 3 })
    const { id: procesoId, clave: procesoClave } = proceso
    return { ...after(last), en, abiertas, politica, ids, procesoId, procesoClave }
  }

  /** How many resources changed. */
  private async write(tx: EntityManager, plan: Plan): Promise<number> {
    const context = await this.context(tx, plan)
    const sources = await this.sourcesWithFormula(tx, plan)
    const published: Projected[] = []
    for (const source of sources) {
      published.push({ document: buildDocument(source, await this.identidadOf(tx, source), context), orden: source.orden })
    }
    const huellas = await readHuellas(tx)
    const corte = { numero: plan.numero, en: plan.en }
    const documents = published.map(({ document }) => jsonRecurso(`candidaturas/${document.id}`, document, corte))
    const retiradas = await this.withdrawn(tx, plan, published)
    await removeProyeccion(tx, retiradas)
    await writeProyeccion(tx, plan.procesoClave, published)
    const photos = await this.photos(tx, { published, huellas })
    const hoy = this.deps.clock.today().toString()
    const sitio = Object.entries(await buildSitio(tx, { procesoId: plan.procesoId, hoy })).map(([ruta, body]) =>
      jsonRecurso(ruta, body, corte),
    )
    const recursos = [...documents, ...photos, ...sitio].filter(({ ruta, huella }) => huellas.get(ruta) !== huella)
    const retirados = [...retiradas.map((id) => `candidaturas/${id}`), ...(await this.orphanPhotos(tx, huellas))].filter((ruta) =>
      huellas.has(ruta),
    )
    await writeRecursos(tx, plan.numero, { recursos, retirados })
    await eraseDistintivos(tx, withoutAutorizacion(published))
    return recursos.length + retirados.length
  }

  /** A change of one member shows on the page of the other. */
  private async sourcesWithFormula(tx: EntityManager, plan: Plan): Promise<CandidaturaSource[]> {
    const own = await readSources(tx, plan.abiertas, plan.ids)
    if (plan.ids === null) return own
    const known = new Set(own.map(({ id }) => id))
    const partners = own.flatMap(({ formula }) => formula.map(({ id }) => id)).filter((id) => !known.has(id))
    return partners.length === 0 ? own : [...own, ...(await readSources(tx, plan.abiertas, partners))]
  }

  private async identidadOf(tx: EntityManager, source: CandidaturaSource): Promise<Respuestas> {
    return consienteIdentidad(source) ? this.services.identidad.readVerificadas(tx, source.id) : {}
  }

  /** Published before and no longer: its cargo closed again, or the candidatura is gone. */
  private async withdrawn(tx: EntityManager, plan: Plan, published: Projected[]): Promise<string[]> {
    const still = new Set(published.map(({ document }) => document.id))
    const rows = (await tx.query('select id from publico.candidatura where $1::uuid[] is null or id = any($1)', [plan.ids])) as {
      id: string
    }[]
    return rows.map(({ id }) => id).filter((id) => !still.has(id))
  }

  private async photos(tx: EntityManager, place: { published: Projected[]; huellas: Map<string, string> }): Promise<Recurso[]> {
    const shas = new Set(place.published.flatMap(({ document }) => photoSha(document)))
    const missing = [...shas].filter((sha) => !place.huellas.has(rutaFotografia(sha, 'grande')))
    const recursos: Recurso[] = []
    for (const sha of missing) {
      const imagen = await readImagen(tx, sha)
      recursos.push(...TAMANOS.map((tamano) => binaryRecurso(rutaFotografia(sha, tamano), 'image/webp', imagen[tamano])))
    }
    return recursos
  }

  /** Photographs that no published candidatura shows any more. */
  private async orphanPhotos(tx: EntityManager, huellas: Map<string, string>): Promise<string[]> {
    const rows = (await tx.query(
      `select distinct fila ->> 'fotografia' as url from publico.candidatura where fila ->> 'fotografia' is not null`,
    )) as {
      url: string
    }[]
    const used = new Set(rows.map(({ url }) => shaOf(url)))
    return [...huellas.keys()].filter((ruta) => ruta.startsWith('fotografias/') && !used.has(shaOf(ruta)))
  }

  private async context(tx: EntityManager, plan: Plan): Promise<DocumentContext> {
    const proceso = await this.services.procesos.proceso(tx)
    const curricular = (await this.services.vigentes.list(tx)).find(({ row }) => row.tipo === 'curricular')
    if (!curricular) throw new Error('no curricular cuestionario is in force')
    return {
      politica: plan.politica,
      curricular: curricular.compiled,
      grupos: proceso.catalogos.grupos,
      hoy: this.deps.clock.today(),
      simulacro: proceso.simulacro,
      responsabilidad: proceso.responsabilidad,
    }
  }

  private async politica(tx: EntityManager, hoy: string): Promise<Politica> {
    const rows = await tx.find(PoliticaPublicacion, { order: { version: 'DESC' } })
    const current = rows.find(({ vigenteDesde }) => vigenteDesde <= hoy)
    return new Politica(current?.version ?? 0, current?.campos ?? [])
  }
}

/** What decides for everybody at once: the policy in force and the cargos whose publication began. */
function isSameRegime(last: CorteRow | null, { politica, abiertas }: { politica: Politica; abiertas: string[] }): boolean {
  if (!last) return false
  const before = JSON.parse(last.cabecera) as Cabecera
  return before.politica === politica.version && before.abiertas.join() === abiertas.join()
}

function after(last: CorteRow | null): { numero: number; anterior: string | null } {
  return last ? { numero: last.numero + 1, anterior: last.sha256 } : { numero: 1, anterior: null }
}

function toActo({ numero, recursos, quien }: { numero: number; recursos: number; quien: Quien | undefined }): Acto {
  return {
    acto: 'corte.publicado',
    cuentaId: quien?.cuentaId ?? null,
    rol: quien?.rol ?? null,
    objeto: { tipo: 'corte', id: String(numero) },
    detalle: { recursos },
    requestId: quien?.requestId,
  }
}

/** Paths of the records that show no badge by authorisation: whoever withdrew it withdrew the past of it too. */
function withoutAutorizacion(published: Projected[]): string[] {
  const free = published.filter(({ document }) => document.distintivos.every(({ origen }) => origen !== 'publicacion_autorizada'))
  return free.map(({ document }) => `candidaturas/${document.id}`)
}

function photoSha({ fotografia }: CandidaturaDocument): string[] {
  return fotografia ? [shaOf(fotografia.grande)] : []
}

function shaOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).split('-')[0] ?? ''
}
