import type { Acuse } from '../../bitacora/index.ts'
import { Candidatura } from '../../registro/index.ts'
import { demandAbiertos, type Quien } from '../../../shared/act.ts'
import { AppError } from '../../../shared/http/errors.ts'
import type { CapturaActsServices } from './captura-acts.ts'
import { findLeida } from './captura.queries.ts'

/** The persona says that hers is finished: her actor político hears of it, and decides when to send it. */
export class TerminadasService {
  constructor(private readonly services: CapturaActsServices) {}

  /** Refused by the reasons that would stop her actor político from sending it. */
  terminar(quien: Quien, id: string): Promise<Acuse> {
    return this.services.acts.perform(quien, {
      acto: 'captura.terminada',
      objeto: { tipo: 'candidatura', id },
      lock: async (tx) => {
        await demandAbiertos(tx)
        const leida = await findLeida(tx, id, 'lock')
        if (!leida) throw new AppError('ruta.no_existe')
        const expediente = await this.services.expedientes.open(tx, leida)
        return { expediente, razones: await this.services.expedientes.razonesContraValidar(tx, expediente, quien.cuentaId) }
      },
      familia: 'candidatura',
      reasons: ({ razones }) => razones,
      change: async ({ tx, state: { expediente }, ahora, folio }) => {
        await tx.update(Candidatura, { id }, { terminadaEn: ahora, terminadaFolio: folio })
        return { recibido: { candidatura: id, version: expediente.captura.version }, detalle: { folio } }
      },
      answer: ({ acuse }) => acuse,
    })
  }
}
