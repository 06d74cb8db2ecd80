import { act, type Quien } from '../../../shared/act.ts'
import type { Deps } from '../../../shared/deps.ts'
import { shareNext } from '../../../shared/http/share.ts'
import type { BitacoraService } from '../../bitacora/index.ts'
import type { TableroDto } from './actividades.dto.ts'
import type { ActividadesService } from './actividades.service.ts'

interface Services {
  bitacora: BitacoraService
  actividades: ActividadesService
}

const MINUTE_MS = 60_000

interface Computed {
  version: string
  tablero: Promise<TableroDto>
}

/**
 * The board as everybody of the institute sees it, worked out once for each state. Every act ends in the bitácora, in its own transaction,
 * so that the number of the newest entry is the version of all rows. Delays are told in minutes of the legal clock.
 */
export class TableroService {
  private computed: Computed | null = null
  private readonly head = shareNext(() => this.services.bitacora.head(this.deps.databases.instituto.manager))

  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  async read(quien: Quien): Promise<TableroDto> {
    const minute = Math.floor(this.deps.clock.now().epochMilliseconds / MINUTE_MS)
    // Read before the board: a write in between makes the board newer than its version, never older.
    const version = `${await this.head()}|${minute}`
    if (this.computed?.version !== version) this.computed = { version, tablero: this.compute(quien) }
    return this.computed.tablero
  }

  private async compute(quien: Quien): Promise<TableroDto> {
    try {
      return await act(this.deps.databases, quien, (tx) => this.services.actividades.tablero(tx))
    } catch (error) {
      this.computed = null
      throw error
    }
  }
}
