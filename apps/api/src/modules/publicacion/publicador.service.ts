import type { EntityManager } from 'typeorm'
import type { AvisosPrivacidadService } from '../captura/avisos/index.ts'
import { SYSTEM, type Acts } from '../bitacora/index.ts'
import type { CuestionariosVigentes, IdentidadService } from '../captura/index.ts'
import type { ProcesosService } from '../proceso/index.ts'
import type { Quien } from '../../shared/act.ts'
import { toIso } from '../../shared/clock.ts'
import type { Deps } from '../../shared/deps.ts'
import { syncClock } from '../../shared/reloj.ts'
import { PUBLISHED } from '../../shared/told.ts'
import { buildAportes, toRecurso, withdrawAnteriores, type Aportador } from './aportes.ts'
import { buildAvisos, newImpresos } from './sitio/avisos-publicos.queries.ts'
import { buildCalendario } from './sitio/calendario.queries.ts'
import { buildConclusionPublica, finDe } from './sitio/conclusion.queries.ts'
import { rutaDocumento } from './ficha/candidatura-document.ts'
import { announceLlave, readLastCorte, sealCorte, type Cabecera } from './corte/corte.queries.ts'
import { buildConsultas, revisionAccesibilidad } from './corte/indice.queries.ts'
import { EscrituraService } from './corte/escritura.service.ts'
import { FichasService } from './ficha/fichas.service.ts'
import { orphanFotografias } from './ficha/fotografias-publicas.ts'
import type { Paginador, Prensa } from './corte/paginador.ts'
import { PlanesService, type Plan } from './planes.service.ts'
import { buildPoliticaPublica } from './politica/politica-publica.ts'
import { listConocidos } from './politica/politicas.queries.ts'
import type { EstatusPublicacionDto } from './publicaciones.dto.ts'
import { findEstatus, hasPendientes } from './publicaciones.queries.ts'
import { binaryRecurso, CALENDAR_MEDIUM, jsonRecurso, writeRecursos, type Recurso } from './corte/recursos.queries.ts'
import { Recuerdo, type MundoPublico } from './corte/recuerdo.ts'
import { destroyWhatLeft } from './corte/retiro.ts'
import { buildSitio, confirmadosDe, newEmblemas, newSenas } from './sitio/sitio.queries.ts'

export interface PublicadorServices {
  acts: Acts
  procesos: ProcesosService
  vigentes: CuestionariosVigentes
  identidad: IdentidadService
  avisos: AvisosPrivacidadService
}

/** A corte in the making, and the public world meanwhile. */
type EnCurso = Plan & MundoPublico

/** Public world after a corte, with the hash of the newest cabecera; the cabecera is null where nothing changed. */
interface Hecho extends MundoPublico {
  cabecera: Cabecera | null
  sha256: string | null
  /** Time of the oldest act in it. */
  desde: Date | null
}

/** Carries to the public world the data that policy, consent, verification and date allow. No other code can. */
export class PublicadorService {
  /** Whether there is a corte to make, and by which rules. */
  readonly planes: PlanesService
  private readonly fichas: FichasService
  private readonly escritura: EscrituraService
  private readonly recuerdo = new Recuerdo()
  private readonly fallas: string[] = []

  constructor(
    private readonly deps: Deps,
    private readonly services: PublicadorServices,
    private readonly others: { aportadores: readonly Aportador[]; paginador: Paginador },
  ) {
    this.planes = new PlanesService(deps.clock, { procesos: services.procesos, ...others })
    this.fichas = new FichasService(deps.clock, services)
    this.escritura = new EscrituraService(deps.clock, this.fichas)
  }

  /**
   * Reads the public world, unless it is known, before there is anything to publish. After a start, or another process's corte, the next
   * corte need not wait for it.
   */
  async prepare(): Promise<void> {
    const { publicador } = this.deps.databases
    const last = await readLastCorte(publicador.manager)
    if (last === null || this.recuerdo.isOf(last.sha256)) return
    const leido = await publicador.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(242, 616)')
      const sha256 = (await readLastCorte(tx))?.sha256 ?? null
      return { sha256, ...(await this.takePublico(tx, sha256)) }
    })
    this.recuerdo.keep(leido)
  }

  /**
   * Publishes pending changes as one corte; null when nothing public changed. One at a time across replicas. `quien`: account that asked
   * for it.
   */
  async publicar(quien?: Quien): Promise<Cabecera | null> {
    const hecho = await this.deps.databases.publicador.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(242, 616)')
      await announceLlave(tx, this.deps.secretos.firma)
      if (!(await this.services.procesos.exists(tx))) return null
      await syncClock(this.deps, tx)
      const plan = await this.planes.next(tx)
      return plan && this.hacer(tx, plan, quien)
    })
    // Only after commit: a rolled-back corte is not public. When somebody asks for it, the serving process publishes, which it seldom does.
    if (hecho && !quien) this.recuerdo.keep(hecho)
    if (hecho?.cabecera && hecho.desde) PUBLISHED.publish((this.deps.clock.system().epochMilliseconds - hecho.desde.getTime()) / 1_000)
    return hecho?.cabecera ?? null
  }

  /** Whether an act left something to be looked at. Asked often, it costs a tenth of `publicar`, which also knows the effects of a date. */
  hayPendientes(): Promise<boolean> {
    return hasPendientes(this.deps.databases.publicador.manager)
  }

  /** Takes the failures to publish since the last call, in words for the log. */
  takeFallas(): string[] {
    return [...this.fallas.splice(0), ...this.others.paginador.takeFallas()]
  }

  /** Last corte and pending candidaturas, for the console. */
  async estatus(tx: EntityManager): Promise<EstatusPublicacionDto> {
    const { pendientes, numero, en, sha256 } = await findEstatus(tx, this.deps.clock.today().toString())
    const todas = await this.planes.alcanzaATodas(tx)
    return { pendientes, todas, corte: numero === null || en === null || sha256 === null ? null : { numero, en: toIso(en), sha256 } }
  }

  private async hacer(tx: EntityManager, plan: Plan, quien: Quien | undefined): Promise<Hecho> {
    const { procesoClave: proceso, numero, en, anterior, regimen, desde } = plan
    const publico = await this.takePublico(tx, anterior)
    const changed = await this.writeAll(tx, { ...plan, ...publico })
    // A new regime is sealed also when it changed no byte: the next turn would find it new again.
    if (!changed && plan.ids !== null) return { ...publico, cabecera: null, sha256: anterior, desde }
    const entry = { acto: 'corte.publicado', objeto: { tipo: 'corte', id: String(numero) }, detalle: { recursos: changed } } as const
    await this.services.acts.record(tx, quien ?? SYSTEM, entry)
    const { vigentes } = publico
    return {
      ...publico,
      desde,
      ...(await sealCorte(tx, { proceso, numero, en, anterior, ...regimen, vigentes }, this.deps.secretos.firma)),
    }
  }

  private async takePublico(tx: EntityManager, sha256: string | null): Promise<MundoPublico> {
    const { catalogos } = await this.services.procesos.proceso(tx)
    return this.recuerdo.take(tx, { sha256, rangos: catalogos.estadistica?.edades.rangos ?? [] })
  }

  /** How many resources changed, those of the past that were withdrawn included: each is a reason for a corte. */
  private async writeAll(tx: EntityManager, plan: EnCurso): Promise<number> {
    const prensa = await this.others.paginador.open(tx)
    try {
      return (await this.write(tx, plan)) + (await this.writePaginas(tx, prensa, plan))
    } finally {
      prensa.end()
    }
  }

  /** The data; of the pages see `writePaginas`. */
  private async write(tx: EntityManager, plan: EnCurso): Promise<number> {
    const { vigentes, lista } = plan
    const context = await this.fichas.context(tx, plan.politica, plan.conclusion?.fin)
    const corte = { numero: plan.numero, en: plan.en }
    const escritas = await this.escritura.write(tx, plan, context)
    const { retiradas, publicadas, esperan, enRevision, cerradas } = escritas
    if (cerradas > 0) this.fallas.push(`${cerradas} candidaturas without badges: their identity answers lie under a key that is not here`)
    const place = { procesoId: plan.procesoId, hoy: this.deps.clock.today().toString(), known: vigentes }
    const aportes = await buildAportes(tx, this.planes.aportan(plan.conclusion), {
      ...corte,
      procesoId: plan.procesoId,
      hoy: place.hoy,
      orden: context.orden,
      cambio: escritas.recursos + retiradas.length > 0 || plan.ids === null,
      publicas: () => lista.publicas(),
    })
    const recursos = [...(await this.sitio(tx, plan, place)), ...aportes.map((aporte) => toRecurso(aporte, corte))].filter(
      ({ ruta, huella }) => vigentes.huella(ruta) !== huella,
    )
    const sinUso = orphanFotografias(plan)
    const retirados = [...retiradas.map(rutaDocumento), ...sinUso].filter((ruta) => vigentes.has(ruta))
    await writeRecursos(tx, plan, { recursos, retirados })
    const shown = new Set(publicadas.map(({ id }) => id))
    const gone = [...retiradas, ...(plan.ids ?? [])].filter((id) => !shown.has(id))
    const destroyed = await destroyWhatLeft(tx, { publicadas, gone, esperan, enRevision })
    return escritas.recursos + recursos.length + retirados.length + destroyed + (await withdrawAnteriores(tx, aportes))
  }

  /** How many pages changed, after the data that they show. */
  private async writePaginas(tx: EntityManager, prensa: Prensa, { numero, en, vigentes, lista }: EnCurso): Promise<number> {
    let changed = 0
    for await (const cambio of prensa.paginas({ numero, en, vigentes, lista })) {
      await writeRecursos(tx, { numero, vigentes }, cambio)
      changed += cambio.recursos.length + cambio.retirados.length
    }
    return changed
  }

  /** Public resources besides the candidaturas. */
  private async sitio(tx: EntityManager, plan: EnCurso, place: Parameters<typeof buildAvisos>[1]): Promise<Recurso[]> {
    const corte = { numero: plan.numero, en: plan.en }
    const respuestas = Object.entries(await this.respuestas(tx, plan, place)).map(([ruta, body]) => jsonRecurso(ruta, body, corte))
    const calendario = await buildCalendario(tx, this.services.procesos, { en: plan.en, hoy: place.hoy })
    const fechas =
      calendario === null
        ? []
        : [binaryRecurso('calendario.ics', CALENDAR_MEDIUM, calendario.ical), jsonRecurso('calendario', calendario.leido, corte)]
    const { procesoId, vigentes } = plan
    const archivos = [...(await newEmblemas(tx, procesoId, vigentes)), ...(await newSenas(tx, procesoId, vigentes))]
    return [...respuestas, ...fechas, ...(await newImpresos(tx, place)), ...archivos]
  }

  private async respuestas(
    tx: EntityManager,
    { vigente, conclusion, lista }: EnCurso,
    place: Parameters<typeof buildAvisos>[1],
  ): Promise<Record<string, object>> {
    const confirmados = confirmadosDe((await this.services.procesos.confirmado(tx)).catalogos)
    const { proceso, ...rest } = await buildSitio(tx, { ...place, confirmados })
    const propio = {
      ...rest,
      ...(await buildConsultas(tx, this.services.procesos, { hoy: place.hoy, lista })),
      proceso: { ...proceso, ...finDe(conclusion), accesibilidad: await revisionAccesibilidad(tx, this.services.procesos) },
    }
    const sitio = { ...propio, ...(await buildAvisos(tx, place)) }
    if (vigente === null) return sitio
    const conocidos = await listConocidos(tx, this.services.vigentes)
    const politica = buildPoliticaPublica(vigente, { conocidos, hoy: place.hoy })
    return { ...sitio, politica: { ...politica, conclusion: buildConclusionPublica(conclusion) } }
  }
}
