import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import type { ActoBloqueo, DatoPublico } from '@conoceles/domain'
import type { Quien } from '../../../shared/act.ts'
import { toDate, type Clock } from '../../../shared/clock.ts'
import { Candidatura } from '../../registro/index.ts'
import { Bloqueo } from './bloqueo.entity.ts'
import type { BloqueosService } from './bloqueos.service.ts'
import { efectoDe } from './decision.ts'

interface Propuesta {
  candidaturaId: string
  /** Folio of the request. */
  folio: string
  claves: readonly string[]
}

/** Hides public data of a persona because her oposición was granted: proposed and confirmed by the two people of her request. */
export class BloqueosPorDerechoService {
  constructor(
    private readonly clock: Clock,
    private readonly bloqueos: BloqueosService,
  ) {}

  /** Data that may be hidden. */
  async campos(tx: EntityManager, candidaturaId: string): Promise<DatoPublico[]> {
    return (await this.bloqueos.bloqueables(tx, candidaturaId)).campos
  }

  async proponer(tx: EntityManager, quien: Quien, { candidaturaId, folio, claves }: Propuesta): Promise<void> {
    const { procesoId, personaId } = await tx.findOneByOrFail(Candidatura, { id: candidaturaId })
    for (const clave of claves) {
      const row: Bloqueo = {
        ...{ id: randomUUID(), procesoId, personaId, alcance: 'campo', clave, base: 'derecho', autoridad: null, orden: folio },
        ...{ motivo: `Oposición que procedió, solicitud ${folio}`, documentoId: null, hasta: null, provisionalHasta: null },
        ...{ estatus: 'propuesto', version: 1, propuestoPor: quien.cuentaId, propuestoEn: toDate(this.clock.now()) },
        ...{ confirmadoPor: null, confirmadoEn: null, levantaPropuestoPor: null, levantaMotivo: null },
        ...{ levantadoPor: null, terminadoEn: null },
      }
      await tx.insert(Bloqueo, row)
      await this.bloqueos.told(tx, quien, { row, acto: 'bloqueo.propuesto', body: { folio } })
    }
  }

  /** A second person confirms what was proposed for a request; from its commit on the publisher hides it. */
  confirmar(tx: EntityManager, quien: Quien, folio: string): Promise<void> {
    return this.decidir(tx, quien, { folio, acto: 'confirmar' })
  }

  /** Another proposal took its place, or the persona desisted. */
  rechazar(tx: EntityManager, quien: Quien, folio: string): Promise<void> {
    return this.decidir(tx, quien, { folio, acto: 'rechazar' })
  }

  private async decidir(
    tx: EntityManager,
    quien: Quien,
    { folio, acto }: { folio: string; acto: ActoBloqueo & ('confirmar' | 'rechazar') },
  ): Promise<void> {
    const rows = await tx.find(Bloqueo, { where: { base: 'derecho', orden: folio, estatus: 'propuesto' } })
    for (const row of rows) {
      const ahora = toDate(this.clock.now())
      const changes = { ...efectoDe(acto, { cuentaId: quien.cuentaId, ahora, motivo: folio }), version: row.version + 1 }
      await tx.update(Bloqueo, { id: row.id }, changes)
      const registro = acto === 'confirmar' ? 'bloqueo.confirmado' : 'bloqueo.rechazado'
      await this.bloqueos.told(tx, quien, { row: { ...row, ...changes }, acto: registro, body: { folio } })
    }
  }
}
