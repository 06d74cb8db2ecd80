import { puede } from '@conoceles/domain'
import type { EntityManager } from 'typeorm'
import type { AccesoModule } from '../../acceso/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import type { PendienteDto } from '../../registro/index.ts'
import { demandAbiertos, type Quien } from '../../../shared/act.ts'
import { toDate, toIso, type Clock } from '../../../shared/clock.ts'
import { AppError } from '../../../shared/http/errors.ts'
import type { AsignadasDto, AsignarDto, ColaDto, ColaQueryDto, RevisorasDto, SiguienteDto } from './cola.dto.ts'
import {
  assign,
  countCola,
  findAjenas,
  findCierraOtra,
  findSiguiente,
  listCola,
  lockAsignaciones,
  release,
  type AmbitoCola,
  type ColaRow,
} from './cola.queries.ts'
import { pendientesDeudas } from './deudas.ts'

const LIMITE = 20
const POSITION = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z~[0-9a-f-]{36}$/

/** How long a candidatura stays with the reviewer that opened it; her page says again that it is open. */
const ABIERTA_MS = 30 * 60_000

export interface ColaServices {
  procesos: ProcesosService
  cuentas: Pick<AccesoModule, 'nombrar' | 'listRevisoras'>
}

/** Waiting work: the queue of the institute and who has each of it, and the duties of each account about observaciones. */
export class ColaService {
  constructor(
    private readonly clock: Clock,
    private readonly services: ColaServices,
  ) {}

  /** By the longest wait; rows that this account may not close itself say so. */
  async list(
    tx: EntityManager,
    quien: Quien,
    { despues = null, ...filter }: Omit<ColaQueryDto, 'despues'> & { despues?: string | null },
  ): Promise<ColaDto> {
    if (despues !== null && !POSITION.test(despues)) throw new AppError('entrada.invalida')
    const ambito = await this.ambito(tx, quien)
    const rows = await listCola(tx, ambito, { filter, despues, limite: LIMITE + 1 })
    const page = rows.slice(0, LIMITE)
    const { total, ...conteos } = await countCola(tx, ambito, filter)
    return {
      elementos: await this.toElementos(quien, page),
      total,
      conteos,
      siguiente: rows.length > LIMITE ? (page.at(-1)?.posicion ?? null) : null,
    }
  }

  /** Gives the account the next one to review: hers first, then one that nobody has. */
  async siguiente(tx: EntityManager, quien: Quien, excepto: string | null): Promise<SiguienteDto> {
    const ambito = await this.ambito(tx, quien)
    await lockAsignaciones(tx)
    const id = await findSiguiente(tx, ambito, excepto)
    if (id !== null) await assign(tx, { ids: [id], para: quien.cuentaId, ahora: ambito.ahora, hasta: this.abiertaHasta() })
    return { id }
  }

  /** Assigns candidaturas to a reviewer. Those of another one stay hers, unless it is asked for; those that she observed are for another. */
  async asignar(tx: EntityManager, quien: Quien, { candidaturas, para, deOtras }: AsignarDto): Promise<AsignadasDto> {
    const ambito = await this.ambito(tx, quien)
    const cuenta = para ?? quien.cuentaId
    if (para !== undefined && !(await this.services.cuentas.listRevisoras()).some(({ id }) => id === para)) {
      throw new AppError('ruta.no_existe')
    }
    await lockAsignaciones(tx)
    const { ahora } = ambito
    const ajenas = deOtras ? [] : await findAjenas(tx, { ...ambito, cuenta }, candidaturas)
    const cierraOtra = await findCierraOtra(tx, cuenta, candidaturas)
    const ids = candidaturas.filter((id) => !cierraOtra.has(id) && !ajenas.some((ajena) => ajena.id === id))
    const hechas = await assign(tx, { ids, para: cuenta, ahora, hasta: para === undefined ? this.abiertaHasta() : null })
    const nombres = await this.nombres(ajenas.map(({ cuentaId }) => cuentaId))
    return { hechas, ajenas: ajenas.map(({ id, cuentaId, desde }) => ({ id, nombre: nombres.get(cuentaId) ?? '', desde: toIso(desde) })) }
  }

  async soltar(tx: EntityManager, candidaturas: readonly string[]): Promise<void> {
    await demandAbiertos(tx)
    await release(tx, candidaturas)
  }

  async revisoras({ cuentaId }: Quien): Promise<RevisorasDto> {
    const cuentas = await this.services.cuentas.listRevisoras()
    return { elementos: cuentas.map(({ id, nombre }) => ({ id, nombre, propia: id === cuentaId })) }
  }

  async pendientes(tx: EntityManager, quien: Quien): Promise<PendienteDto[]> {
    if (!puede(quien.rol, 'captura.capturar') && !puede(quien.rol, 'captura.verificar')) return []
    const { zona } = await this.services.procesos.proceso(tx)
    return pendientesDeudas(tx, quien, { zona, hoy: this.clock.today().toString() })
  }

  private async ambito(tx: EntityManager, { cuentaId: cuenta }: Quien): Promise<AmbitoCola> {
    await demandAbiertos(tx)
    const { id: procesoId, zona } = await this.services.procesos.proceso(tx)
    return { procesoId, zona, cuenta, hoy: this.clock.today().toString(), ahora: toDate(this.clock.now()) }
  }

  private abiertaHasta(): Date {
    return new Date(toDate(this.clock.now()).getTime() + ABIERTA_MS)
  }

  private async toElementos({ cuentaId }: Quien, rows: readonly ColaRow[]): Promise<ColaDto['elementos']> {
    const nombres = await this.nombres(rows.flatMap(({ asignada }) => asignada?.cuentaId ?? []))
    return rows.map(({ posicion: _posicion, desde, asignada, ...row }) => ({
      ...row,
      desde: toIso(desde),
      asignada: asignada && {
        nombre: nombres.get(asignada.cuentaId) ?? '',
        desde: toIso(new Date(asignada.desde)),
        propia: asignada.cuentaId === cuentaId,
        fija: asignada.fija,
      },
    }))
  }

  private async nombres(ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map()
    return new Map((await this.services.cuentas.nombrar(ids)).map(({ id, nombre }) => [id, nombre]))
  }
}
