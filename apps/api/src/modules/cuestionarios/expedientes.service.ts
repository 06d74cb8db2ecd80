import type { EntityManager } from 'typeorm'
import type { AvisosPrivacidadService } from '../avisos-privacidad/index.ts'
import type { ProcesosService } from '../procesos/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { onlyOf } from './avance.ts'
import type { Leida } from './captura.queries.ts'
import { completenessOf } from './completeness.ts'
import { readEncima } from './encima.queries.ts'
import type { Expediente } from './expediente.ts'
import type { CuestionariosVigentes } from './vigentes.ts'

interface Services {
  vigentes: CuestionariosVigentes
  procesos: ProcesosService
  avisos: AvisosPrivacidadService
}

/** Gathers what the rules look at. */
export class ExpedientesService {
  constructor(
    private readonly clock: Clock,
    private readonly services: Services,
  ) {}

  /** All of it, of what was read of one captura. */
  async open(tx: EntityManager, { captura, secciones, consentimiento }: Leida): Promise<Expediente> {
    const vigentes = await this.services.vigentes.deCargo(tx, captura)
    const place = { captura, vigentes, consentimiento, secciones: onlyOf(vigentes, secciones) }
    return {
      ...place,
      state: { ...captura, ahora: this.clock.now() },
      catalogos: (await this.services.procesos.proceso(tx)).catalogos,
      encima: captura.conHistoria ? await readEncima(tx, captura.id, this.clock.today().toString()) : [],
      completeness: completenessOf(place),
      porRenovar: await this.services.avisos.porRenovar(tx, place.consentimiento),
    }
  }
}
