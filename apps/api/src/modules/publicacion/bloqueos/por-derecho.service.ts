import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import type { ActoBloqueo, DatoPublico } from '@conoceles/domain'
import type { Quien } from '../../../shared/act.ts'
import { Candidatura } from '../../registro/index.ts'
import { Bloqueo } from './bloqueo.entity.ts'
import { SIN_DECIDIR, type BloqueosService } from './bloqueos.service.ts'
import type { Acts } from '../../bitacora/index.ts'

interface Propuesta {
  candidaturaId: string
  /** Folio of the request. */
  folio: string
  claves: readonly string[]
}

/** Hides public data of a persona because her oposición was granted: proposed and confirmed by the two people of her request. */
export class BloqueosPorDerechoService {
  constructor(
    private readonly acts: Acts,
    private readonly bloqueos: BloqueosService,
  ) {}

  /** Data that may be hidden. */
  async campos(tx: EntityManager, candidaturaId: string): Promise<DatoPublico[]> {
    return (await this.bloqueos.bloqueables(tx, candidaturaId)).campos
  }

  async proponer(tx: EntityManager, quien: Quien, { candidaturaId, folio, claves }: Propuesta): Promise<void> {
    const { procesoId, personaId } = await tx.findOneByOrFail(Candidatura, { id: candidaturaId })
    for (const clave of claves) {
      const id = randomUUID()
      await this.acts.performIn(tx, quien, {
        objeto: { tipo: 'bloqueo', id },
        acto: 'bloqueo.propuesto',
        lock: () => Promise.resolve(null),
        change: async ({ ahora, folio: acuse }) => {
          const row: Bloqueo = {
            ...SIN_DECIDIR,
            id,
            procesoId,
            personaId,
            alcance: 'campo',
            clave,
            base: 'derecho',
            autoridad: null,
            orden: folio,
            motivo: `Oposición que procedió, solicitud ${folio}`,
            documentoId: null,
            hasta: null,
            provisionalHasta: null,
            propuestoPor: quien.cuentaId,
            propuestoEn: ahora,
          }
          await tx.insert(Bloqueo, row)
          return this.bloqueos.tell(tx, row, { folio: acuse, body: { folio } })
        },
        answer: () => undefined,
      })
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
    for (const row of rows)
      await this.acts.performIn(tx, quien, {
        objeto: { tipo: 'bloqueo', id: row.id },
        acto: acto === 'confirmar' ? 'bloqueo.confirmado' : 'bloqueo.rechazado',
        lock: () => Promise.resolve(row),
        change: ({ ahora, folio: acuse }) =>
          this.bloqueos.change(tx, row, { acto, quien, ahora, motivo: folio, folio: acuse, body: { folio } }),
        answer: () => undefined,
      })
  }
}
