import type { EntityManager } from 'typeorm'
import {
  estatusCapturaDe,
  estatusTras,
  razonesContra,
  TABLA_CAPTURA,
  type NombreActo,
  type ObservacionAbierta,
  type Situacion,
} from '@conoceles/domain'
import type { Acuse } from '../../bitacora/index.ts'
import { Candidatura } from '../../registro/index.ts'
import { act, demandAbiertos, type Quien } from '../../../shared/act.ts'
import type { ClaveActo } from '../../../shared/actos.ts'
import { toDate } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { findLeida, setEstatusSecciones } from './captura.queries.ts'
import type { CapturaServices } from './captura.service.ts'
import { completenessOf, isComplete, judgedOf } from './completeness.ts'
import type { Encima } from './encima.queries.ts'
import { definitionOf, rowOf, situacionDe, type Expediente, type Lugar } from '../identidad/expediente.ts'
import type { ExpedientesService } from '../identidad/expedientes.service.ts'

export type ActoServices = CapturaServices & { expedientes: ExpedientesService }

/** Request of an act. */
export interface Pedido {
  id: string
  version: number
  acto: NombreActo
  /** Name of the act in bitácora and acuse. */
  registro: ClaveActo
  lugar?: Lugar
  /** Observación, correction or pause over the section that the act is about. */
  sobre?: Pick<Encima, 'clase' | 'id'>
  trasCierre?: boolean
  /** Last day of a pause: the publisher looks again when it is over. */
  hasta?: string | null
  /** Reasons beside those of the table. */
  razones?: (expediente: Expediente) => string[]
  /** Content that was sent; the acuse binds it. */
  contenido?: Record<string, unknown>
}

/** Objects of the act, as they are under the lock. */
export interface Dado {
  expediente: Expediente
  now: Date
  /** Set when the act is on a section. */
  lugar: Lugar
  sobre: Encima | undefined
}

/** Changes of an act beside the estatus of its sections. */
export interface Efecto {
  /** Observaciones of the section that are open now. */
  observaciones?: ObservacionAbierta[]
  columns?: Partial<Candidatura>
}

/** Every act on a captura is the same steps: lock → check (the table of `domain`) → change → save → bitácora. */
export class ActoService {
  constructor(
    private readonly deps: Deps,
    private readonly services: ActoServices,
  ) {}

  perform(quien: Quien, asked: Pedido, change: (tx: EntityManager, dado: Dado) => Promise<Efecto>): Promise<Acuse> {
    return act(this.deps.databases, quien, async (tx) => {
      await demandAbiertos(tx)
      const leida = await findLeida(tx, asked.id, 'lock')
      if (!leida) throw new AppError('ruta.no_existe')
      const { captura } = leida
      if (captura.version !== asked.version) throw new AppError('candidatura.version_distinta', { actual: { version: captura.version } })
      const expediente = await this.services.expedientes.open(tx, leida)
      const sobre = expediente.encima.find(({ id, clase }) => id === asked.sobre?.id && clase === asked.sobre.clase)
      const pedido = { ...asked, lugar: asked.lugar ?? (sobre && { cuestionario: sobre.cuestionario, seccion: sobre.seccion }) }
      if (pedido.lugar && !definitionOf(expediente, pedido.lugar)) throw new AppError('ruta.no_existe')
      this.assert(pedido, expediente, situacionDe(expediente, { ...pedido, cuenta: quien.cuentaId, observacion: sobre }))
      const efecto = await change(tx, { expediente, sobre, lugar: pedido.lugar ?? WHOLE, now: toDate(this.deps.clock.now()) })
      await this.save(tx, expediente, { pedido, efecto })
      return this.record(tx, quien, pedido)
    })
  }

  private assert({ acto, razones = () => [] }: Pedido, expediente: Expediente, situacion: Situacion): void {
    const all = [...razonesContra(acto, situacion), ...razones(expediente)]
    if (all.length > 0) throw new AppError('candidatura.acto_no_permitido', { detail: all.join(' ') })
  }

  /** Sections that the act falls on, and the state that follows for the whole. */
  private async save(tx: EntityManager, expediente: Expediente, { pedido, efecto }: { pedido: Pedido; efecto: Efecto }): Promise<void> {
    const { captura, vigentes, secciones, consentimiento } = expediente
    const target = pedido.lugar && rowOf(expediente, pedido.lugar)
    const after = secciones.map((row) => {
      const touched = TABLA_CAPTURA[pedido.acto].sobre === 'captura' || row === target
      return touched ? { ...row, estatus: estatusTras(pedido.acto, row.estatus, { observaciones: [], ...row, ...efecto }) } : row
    })
    await setEstatusSecciones(
      tx,
      after.filter((row, index) => row.estatus !== secciones[index]?.estatus),
    )
    const estatusCaptura = estatusCapturaDe(
      judgedOf({ vigentes, secciones: after, consentimiento }).map(({ estatus }) => estatus),
      completenessOf({ vigentes, secciones: after, consentimiento }),
    )
    const seccionesCompletas = after.filter(({ estatus }) => isComplete(estatus)).length
    const columns = { estatusCaptura, seccionesCompletas, version: captura.version + 1, ...efecto.columns }
    await tx.update(Candidatura, { id: captura.id }, columns)
  }

  private async record(tx: EntityManager, quien: Quien, { id, version, registro, lugar, hasta, contenido }: Pedido): Promise<Acuse> {
    const acuse = await this.services.acuses.emitir(tx, registro, { candidatura: id, version: version + 1, ...lugar, ...contenido })
    await this.services.bitacora.registrar(tx, {
      acto: registro,
      cuentaId: quien.cuentaId,
      rol: quien.rol,
      actorPoliticoId: quien.actorPoliticoId,
      objeto: { tipo: 'candidatura', id },
      detalle: { version: version + 1, ...lugar, ...(hasta ? { hasta } : {}), folio: acuse.folio },
      requestId: quien.requestId,
    })
    return acuse
  }
}

/** No act on the whole looks at it. */
const WHOLE: Lugar = { cuestionario: 'curricular', seccion: '' }
