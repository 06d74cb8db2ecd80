import type { EntityManager } from 'typeorm'
import { estatusCapturaDe, estatusTras, razonesContra, TABLA_CAPTURA, type NombreActo, type ObservacionAbierta } from '@conoceles/domain'
import type { Acuse } from '../../bitacora/index.ts'
import { Candidatura } from '../../registro/index.ts'
import { demandAbiertos, together, type Quien } from '../../../shared/act.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { findLeida, setEstatusSecciones } from './captura.queries.ts'
import type { CapturaServices } from './captura.service.ts'
import { completenessOf, isComplete, judgedOf } from './completeness.ts'
import type { Encima } from './encima.queries.ts'
import type { Seccion } from './seccion.entity.ts'
import { definitionOf, rowOf, situacionDe, type Expediente, type Lugar } from '../identidad/expediente.ts'
import type { ExpedientesService } from '../identidad/expedientes.service.ts'

export type CapturaActsServices = CapturaServices & { expedientes: ExpedientesService }

/** Acts on a captura, as the bitácora names them. */
type Registro =
  | `candidatura.${'observada' | 'recuperada' | 'validada' | 'verificada'}`
  | `correccion.${'resuelta' | 'solicitada'}`
  | `observacion.${'cerrada' | 'respondida'}`
  | `seccion.${'pausada' | 'reanudada'}`

/** Request of an act. */
export interface Pedido {
  id: string
  version: number
  /** Idempotency-Key; null: the act comes without. */
  envio?: string | null
  acto: NombreActo
  /** Name of the act in bitácora and acuse. */
  registro: Registro
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
  /** Content of each section, where the act leaves it as its answers are. */
  capturado?: (row: Seccion) => 'vacia' | 'completa'
}

/** Every act on a captura: its rule is the table of `domain`. */
export class CapturaActs {
  constructor(private readonly services: CapturaActsServices) {}

  perform(quien: Quien, asked: Pedido, change: (tx: EntityManager, dado: Dado) => Promise<Efecto>): Promise<Acuse> {
    const { id, version, envio = null, registro, contenido, hasta } = asked
    return this.services.acts.perform(quien, {
      acto: registro,
      objeto: { tipo: 'candidatura', id },
      envio: { clave: envio, contenido: { id, version } },
      lock: (tx) => this.lock(tx, quien, asked),
      familia: 'candidatura',
      version: {
        leida: version,
        actual: ({ expediente }) => expediente.captura.version,
        texto: (_, { expediente }) => textoOf(expediente),
      },
      reasons: ({ razones }) => razones,
      change: async ({ tx, state: { expediente, sobre, lugar }, ahora: now, folio }) => {
        const efecto = await change(tx, { expediente, sobre, lugar: lugar ?? WHOLE, now })
        await this.save(tx, expediente, { pedido: { ...asked, lugar }, efecto })
        const told = { version: version + 1, ...lugar }
        return { recibido: { candidatura: id, ...told, ...contenido }, detalle: { ...told, ...(hasta && { hasta }), folio } }
      },
      answer: ({ acuse }) => acuse,
    })
  }

  private async lock(tx: EntityManager, { cuentaId: cuenta }: Quien, asked: Pedido) {
    const [, leida] = await together([demandAbiertos(tx), findLeida(tx, asked.id, 'lock')])
    if (!leida) throw new AppError('ruta.no_existe')
    const expediente = await this.services.expedientes.open(tx, leida)
    const sobre = expediente.encima.find(({ id, clase }) => id === asked.sobre?.id && clase === asked.sobre.clase)
    const lugar = asked.lugar ?? (sobre && { cuestionario: sobre.cuestionario, seccion: sobre.seccion })
    if (lugar && !definitionOf(expediente, lugar)) throw new AppError('ruta.no_existe')
    const situacion = situacionDe(expediente, { ...asked, lugar, cuenta, observacion: sobre })
    const razones = [...razonesContra(asked.acto, situacion), ...(asked.razones?.(expediente) ?? [])]
    return { expediente, sobre, lugar, razones }
  }

  /** Sections that the act falls on, and the state that follows for the whole. */
  private async save(tx: EntityManager, expediente: Expediente, { pedido, efecto }: { pedido: Pedido; efecto: Efecto }): Promise<void> {
    const { captura, vigentes, secciones, consentimiento } = expediente
    const target = pedido.lugar && rowOf(expediente, pedido.lugar)
    const { capturado, ...tras } = efecto
    const after = secciones.map((row) => {
      const touched = TABLA_CAPTURA[pedido.acto].sobre === 'captura' || row === target
      return touched
        ? { ...row, estatus: estatusTras(pedido.acto, row.estatus, { observaciones: [], ...row, ...tras, capturado: capturado?.(row) }) }
        : row
    })
    const moved = after.filter((row, index) => row.estatus !== secciones[index]?.estatus)
    const estatusCaptura = estatusCapturaDe(
      judgedOf({ vigentes, secciones: after, consentimiento }).map(({ estatus }) => estatus),
      completenessOf({ vigentes, secciones: after, consentimiento }),
    )
    const seccionesCompletas = after.filter(({ estatus }) => isComplete(estatus)).length
    const columns = { estatusCaptura, seccionesCompletas, version: captura.version + 1, ...efecto.columns }
    await together([setEstatusSecciones(tx, moved), tx.update(Candidatura, { id: captura.id }, columns)])
  }
}

/** No act on the whole looks at it. */
const WHOLE: Lugar = { cuestionario: 'curricular', seccion: '' }

/** How far it came: never an answer, which the account may not be told. */
function textoOf({ captura: { version, estatusCaptura }, secciones }: Expediente): object {
  return {
    version,
    estatusCaptura,
    secciones: secciones.map(({ clave, estatus, version: guardada }) => ({ clave, estatus, version: guardada })),
  }
}
