import type { EntityManager } from 'typeorm'
import { act, type Quien } from '../../../shared/act.ts'
import { toIso, toDate } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import type { Documentos } from '../../../shared/documentos/documentos.ts'
import { AppError } from '../../../shared/http/errors.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import type { AvisosPrivacidadService } from '../avisos/index.ts'
import { toAcuse, toFormatoConsentimiento, type Membrete } from './documentos.ts'
import { findAcuse, findPersonaImpresa } from './impresos.queries.ts'

interface Services {
  procesos: ProcesosService
  avisos: AvisosPrivacidadService
  documentos: Documentos
}

/** Papers that an actor político or a persona prints: acuses, and the consentimiento to sign by hand. */
export class ImpresosService {
  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  async acuse(quien: Quien, { id, folio }: { id: string; folio: string }): Promise<Buffer> {
    const { row, membrete } = await act(this.deps.databases, quien, async (tx) => {
      const row = await findAcuse(tx, id, folio)
      if (!row) throw new AppError('ruta.no_existe')
      return { row, membrete: await this.membrete(tx) }
    })
    // Two copies of one acuse are the same bytes.
    return this.services.documentos.pdf(toAcuse(row, { ...membrete, en: toIso(row.recibidoEn) }))
  }

  async formato(quien: Quien, id: string): Promise<Buffer> {
    const { persona, aviso, membrete } = await act(this.deps.databases, quien, async (tx) => {
      const persona = await findPersonaImpresa(tx, id)
      if (!persona) throw new AppError('ruta.no_existe')
      return { persona, aviso: await this.services.avisos.vigente(tx), membrete: await this.membrete(tx) }
    })
    return this.services.documentos.pdf(toFormatoConsentimiento(persona, aviso, membrete))
  }

  private async membrete(tx: EntityManager): Promise<Membrete> {
    const { institutoNombre: instituto, nombre: proceso, zona, simulacro } = await this.services.procesos.proceso(tx)
    const { clock, config } = this.deps
    return { instituto, proceso, zona, simulacro, en: toIso(toDate(clock.now())), origen: config.origen }
  }
}
