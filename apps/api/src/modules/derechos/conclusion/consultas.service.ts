import { cleanLine } from '@conoceles/domain'
import type { Acts } from '../../bitacora/index.ts'
import { act, datosBloqueados, type Quien } from '../../../shared/act.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import type { ConsultarBloqueadosDto, DatosBloqueadosDto } from './conclusion.dto.ts'
import { findBloqueada } from './consultas.queries.ts'

/**
 * Readings of blocked data, for the roles that the law admits: with a reason, and an entry in the bitácora in the transaction that reads.
 */
export class ConsultasService {
  constructor(
    private readonly deps: Deps,
    private readonly services: { acts: Acts },
  ) {}

  consultar(quien: Quien, { clave, motivo }: ConsultarBloqueadosDto): Promise<DatosBloqueadosDto> {
    return act(this.deps.databases, quien, async (tx) => {
      if (!(await datosBloqueados(tx))) throw new AppError('datos.sin_bloqueo')
      // Row-level security opens the rows in a transaction that says so.
      await tx.query(`select set_config('app.lectura', 'bloqueo', true)`)
      const found = await findBloqueada(tx, cleanLine(clave))
      if (!found) throw new AppError('ruta.no_existe')
      const { id, ...datos } = found
      await this.services.acts.record(tx, quien, {
        acto: 'conclusion.datos_consultados',
        objeto: { tipo: 'candidatura', id },
        detalle: { motivo: cleanLine(motivo) },
      })
      return datos
    })
  }
}
