import type { EntityManager } from 'typeorm'
import type { ProcesosService } from '../../proceso/index.ts'
import { demandAbiertos, type Quien } from '../../../shared/act.ts'
import { toDate, type Clock } from '../../../shared/clock.ts'
import { retrasoEnPalabras } from '../../../shared/documentos/fechas.ts'
import type { TiempoDto, TiempoPropioDto, TiemposDto } from './tiempos.dto.ts'
import { readTiempos, type TiemposRow } from './tiempos.queries.ts'

/** Days of the own line, and of the table for everybody; with today. */
const PROPIOS = 7
const TODOS = 14

/** How long what was sent waited for its review: a reviewer reads her own, and the Secretaría everybody's without a name. */
export class TiemposService {
  constructor(
    private readonly clock: Clock,
    private readonly services: { procesos: ProcesosService },
  ) {}

  async propios(tx: EntityManager, { cuentaId }: Quien): Promise<TiempoPropioDto> {
    const { total } = await this.read(tx, PROPIOS, cuentaId)
    const { revisiones, mediana } = toTiempo(total)
    return { dias: PROPIOS, revisiones, mediana }
  }

  async todos(tx: EntityManager): Promise<TiemposDto> {
    const { total, dias } = await this.read(tx, TODOS, null)
    return { total: toTiempo(total), dias: dias.map((row) => ({ dia: row.dia ?? '', ...toTiempo(row) })) }
  }

  private async read(tx: EntityManager, days: number, cuenta: string | null) {
    await demandAbiertos(tx)
    const { zona } = await this.services.procesos.proceso(tx)
    return readTiempos(tx, { desde: this.since(days, zona), cuenta, zona })
  }

  private since(days: number, zona: string): Date {
    return toDate(
      this.clock
        .today()
        .subtract({ days: days - 1 })
        .toZonedDateTime(zona)
        .toInstant(),
    )
  }
}

function toTiempo({ revisiones, mediana, p90 }: TiemposRow): TiempoDto {
  return { revisiones, mediana: inWords(mediana), p90: inWords(p90) }
}

function inWords(minutes: number | null): string | null {
  return minutes === null ? null : retrasoEnPalabras(minutes)
}
