import type { EntityManager } from 'typeorm'
import type { Temporal } from 'temporal-polyfill'
import { endOfDay, esDeActorPolitico, localDay, plazoCaptura } from '@conoceles/domain'
import type { ProcesosService } from '../../proceso/index.ts'
import { datosBloqueados, demandAlcance, type Quien } from '../../../shared/act.ts'
import { toIso, type Clock } from '../../../shared/clock.ts'
import { AppError } from '../../../shared/http/errors.ts'
import type { CandidaturaDto, ListCandidaturasDto, ResumenCandidaturasDto } from './candidaturas.dto.ts'
import type { Ambito, CandidaturasFilter } from './candidaturas.filter.ts'
import { isPosition, type Pagina } from './candidaturas.page.ts'
import { countByEstatusCaptura, findElegidas, listCandidaturas, type CandidaturaRow } from './candidaturas.queries.ts'
import { countByContienda, listIds, type ContiendaRow } from './contiendas.queries.ts'
import { countFacetas, type Conteos } from './conteos.queries.ts'

/** Facts of captura that a higher module gives; handed over in app.ts. */
export interface CandidaturaExtras {
  countSecciones(tx: EntityManager): Promise<Secciones>
}

/** Sections of the cuestionarios in force, and those of them that are asked also where identity answers were refused. */
export interface Secciones {
  todas: number
  siempre: number
}

/** Reads of candidaturas for the console; row-level security decides which rows exist for the reader. */
export class CandidaturasService {
  constructor(
    private readonly clock: Clock,
    private readonly procesos: ProcesosService,
    private readonly extras: CandidaturaExtras,
  ) {}

  async list(
    tx: EntityManager,
    quien: Quien,
    { filter, pagina }: { filter: CandidaturasFilter; pagina: Pagina },
  ): Promise<ListCandidaturasDto> {
    if (pagina.despues !== null && !isPosition(pagina.orden, pagina.despues)) throw new AppError('entrada.invalida')
    const { zona } = await this.procesos.proceso(tx)
    const asked = { filter, ambito: await this.ambito(tx), pagina, few: esDeActorPolitico(quien.rol) }
    const { rows, total, siguiente } = await listCandidaturas(tx, asked)
    if (total === 0) await demandAlcance(tx, quien)
    const secciones = await this.extras.countSecciones(tx)
    return { elementos: rows.map((row) => toCandidaturaDto(row, { zona, secciones, ahora: this.clock.now() })), total, siguiente }
  }

  /** Those of some ids that the reader may see, in the order of the ballots. */
  async elegidas(tx: EntityManager, ids: readonly string[]): Promise<CandidaturaDto[]> {
    const { id: procesoId, zona } = await this.procesos.proceso(tx)
    const rows = await findElegidas(tx, { ids, procesoId })
    const secciones = await this.extras.countSecciones(tx)
    return rows.map((row) => toCandidaturaDto(row, { zona, secciones, ahora: this.clock.now() }))
  }

  async conteos(tx: EntityManager, filter: CandidaturasFilter): Promise<Conteos> {
    return countFacetas(tx, filter, await this.ambito(tx))
  }

  /** How many of each state there are in each contienda, in the order of the ballots. */
  async contiendas(tx: EntityManager, filter: CandidaturasFilter): Promise<ContiendaRow[]> {
    return countByContienda(tx, filter, await this.ambito(tx))
  }

  /** Everybody of a filter, in the order of the ballots. */
  async ids(tx: EntityManager, filter: CandidaturasFilter): Promise<string[]> {
    return listIds(tx, filter, await this.ambito(tx))
  }

  async resumen(tx: EntityManager): Promise<ResumenCandidaturasDto> {
    const { id, zona } = await this.procesos.proceso(tx)
    const counts = await countByEstatusCaptura(tx, id)
    const bloqueados = await datosBloqueados(tx)
    // From the legal block on no term of captura runs.
    const open = counts.filter(({ estatusCaptura }) => !bloqueados && estatusCaptura !== 'validada' && estatusCaptura !== 'verificada')
    const next = open.flatMap(({ venceEn }) => (venceEn ? [venceEn] : [])).sort()[0]
    return {
      total: counts.reduce((sum, { cuantas }) => sum + cuantas, 0),
      porEstatusCaptura: Object.fromEntries(counts.map(({ estatusCaptura, cuantas }) => [estatusCaptura, cuantas])),
      venceEn: next ? endOfDay(next, zona).toString() : null,
      datosBloqueados: bloqueados,
    }
  }

  private async ambito(tx: EntityManager): Promise<Ambito> {
    const { id, zona } = await this.procesos.proceso(tx)
    return { procesoId: id, hoy: localDay(this.clock.now(), zona) }
  }
}

/** One row as lists and details show it. */
export function toCandidaturaDto(row: CandidaturaRow, at: { zona: string; secciones: Secciones; ahora: Temporal.Instant }): CandidaturaDto {
  const total = row.exenta ? at.secciones.siempre : at.secciones.todas
  return {
    id: row.id,
    clave: row.clave,
    nombre: row.nombre,
    apodo: row.apodo,
    cargo: row.cargo,
    cargoNombre: row.cargoNombre,
    lugar: row.lugar,
    actorPolitico: { clave: row.actorClave, nombre: row.actorNombre },
    partidoOrigen: row.partidoClave && row.partidoNombre ? { clave: row.partidoClave, nombre: row.partidoNombre } : null,
    calidad: row.calidad,
    numero: row.numero,
    folio: row.folio,
    version: row.version,
    acuerdo: { id: row.acuerdoId, numero: row.acuerdoNumero, fecha: row.acuerdoFecha },
    estatus: row.estatus,
    estatusCaptura: row.estatusCaptura,
    avance: { capturadas: Math.min(row.seccionesCompletas, total), total },
    validadaEn: toIso(row.validadaEn),
    ...plazoCaptura(row.capturaVence, at),
  }
}
