import type { EntityManager } from 'typeorm'
import { publicoDesde } from '@conoceles/domain'
import { parseJson } from '@conoceles/domain/typed'
import type { ProcesosService } from '../proceso/index.ts'
import type { Deps } from '../../shared/deps.ts'
import { tocaAAlguien, type Aportador } from './aportes.ts'
import { decididoDe, readConclusion, type Conclusion } from './sitio/conclusion.queries.ts'
import { readLastCorte, type Cabecera, type CorteRow } from './corte/corte.queries.ts'
import type { Paginador } from './corte/paginador.ts'
import { Politica } from './politica/politica.ts'
import type { PoliticaPublicacion } from './politica/politica-publicacion.entity.ts'
import { listPoliticas, politicaVigente } from './politica/politicas.queries.ts'
import { takePendientes } from './publicaciones.queries.ts'
import { isSameRegimen, readVersions, type Regimen } from './politica/regimen.queries.ts'

/** Plan of the next corte. */
export interface Plan {
  numero: number
  en: string
  anterior: string | null
  regimen: Regimen
  politica: Politica
  /** Stages after election day; null where the pack does not say them. */
  conclusion: Conclusion | null
  /** The version that rules, as it was written; null before the first. */
  vigente: PoliticaPublicacion | null
  /** Null: everything, because a rule for all changed. */
  ids: string[] | null
  /** Time of the oldest act that it publishes; null: no act called for it. */
  desde: Date | null
  procesoId: string
  procesoClave: string
}

/** Whether there is a corte to make, and by which rules. */
export class PlanesService {
  constructor(
    private readonly clock: Deps['clock'],
    private readonly parts: { procesos: ProcesosService; aportadores: readonly Aportador[]; paginador: Paginador },
  ) {}

  /** Null where nothing calls for one. */
  async next(tx: EntityManager): Promise<Plan | null> {
    const hoy = this.clock.today().toString()
    const { ids: pendientes, desde } = await takePendientes(tx, hoy)
    const ruled = await this.rules(tx, hoy)
    const { regimen, conclusion, procesoId } = ruled
    const last = await readLastCorte(tx)
    const ids = last && rigeIgual(last, regimen) ? pendientes : null
    if (ids?.length === 0 && !isDeOtroDia(last, hoy) && !(await this.toca(tx, conclusion, { procesoId, hoy }))) return null
    const en = this.clock.now().toString({ fractionalSecondDigits: 3 })
    return { ...after(last), ...ruled, en, ids, desde }
  }

  /** Whether a rule for everybody changed since the newest corte: until the next one all public data follow the earlier rules. */
  async alcanzaATodas(tx: EntityManager): Promise<boolean> {
    const last = await readLastCorte(tx)
    if (!last) return false
    const { regimen } = await this.rules(tx, this.clock.today().toString())
    return !rigeIgual(last, regimen)
  }

  /** Rules that hold for everybody on a day. */
  private async rules(tx: EntityManager, hoy: string): Promise<Omit<Plan, 'numero' | 'anterior' | 'en' | 'ids' | 'desde'>> {
    const proceso = await this.parts.procesos.confirmado(tx)
    const { id: procesoId, clave: procesoClave } = proceso
    const abiertas = (await this.parts.procesos.cargos(tx)).filter((cargo) => cargo.inicioPublicacion <= hoy).map(({ clave }) => clave)
    const vigente = politicaVigente(await listPoliticas(tx), hoy)
    const conclusion = await readConclusion(tx, proceso, hoy)
    const politica = hastaElFin(toPolitica(vigente, hoy), conclusion)
    const politicaDesde = publicoDesde(vigente?.campos ?? [], hoy)
    const versions = await readVersions(tx, { procesoId, hoy })
    const regimen = { politica: politica.version, politicaDesde, abiertas, ...versions, conclusion: decididoDe(conclusion) }
    return { regimen, politica, conclusion, vigente, procesoId, procesoClave }
  }

  /** Fields that the policy in force lets out. */
  async camposPublicos(tx: EntityManager): Promise<string[]> {
    const hoy = this.clock.today().toString()
    return toPolitica(politicaVigente(await listPoliticas(tx), hoy), hoy).campos
  }

  /** Modules that add to the corte: when publication ends, their last counts stay. */
  aportan(conclusion: Conclusion | null): readonly Aportador[] {
    return conclusion?.fin ? [] : this.parts.aportadores
  }

  /** Whether something calls for a corte although no act did. */
  private async toca(tx: EntityManager, conclusion: Conclusion | null, at: { procesoId: string; hoy: string }): Promise<boolean> {
    return (await this.parts.paginador.toca(tx)) || tocaAAlguien(tx, this.aportan(conclusion), at)
  }
}

/** Whether the newest corte was made by the present rules. */
function rigeIgual({ cabecera }: { cabecera: string }, regimen: Regimen): boolean {
  return isSameRegimen(parseJson<Cabecera>(cabecera), regimen)
}

function toPolitica(row: PoliticaPublicacion | null, hoy: string): Politica {
  return Politica.en(hoy, row ?? { version: 0, campos: [] })
}

/** When publication ended, only the fields that the plan of conclusion keeps. */
function hastaElFin(politica: Politica, conclusion: Conclusion | null): Politica {
  return conclusion?.fin ? politica.solo(conclusion.pack.quedan.campos) : politica
}

function after(last: CorteRow | null): { numero: number; anterior: string | null } {
  return last ? { numero: last.numero + 1, anterior: last.sha256 } : { numero: 1, anterior: null }
}

/** The order of each day is drawn in a corte of that day: the last one says which draw it shows. */
function isDeOtroDia(last: CorteRow | null, hoy: string): boolean {
  return last !== null && last.sorteo !== null && last.sorteo !== hoy
}
