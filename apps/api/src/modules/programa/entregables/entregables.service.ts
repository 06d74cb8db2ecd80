import { In, IsNull, type EntityManager } from 'typeorm'
import type { ActividadesService } from '../actividades/index.ts'
import type { Acts, Act, HechoConAcuse } from '../../bitacora/index.ts'
import { findDocumentos } from '../../registro/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import type { Quien } from '../../../shared/act.ts'
import type { ClaveActo, Actos } from '@conoceles/domain'
import type { Deps } from '../../../shared/deps.ts'
import { AppError, type FieldError } from '../../../shared/http/errors.ts'
import { ContenidoSenalado } from './contenido-senalado.entity.ts'
import type { ActoEntregableDto, TrabajoDto } from './entregables.dto.ts'
import { ObservacionEntregable } from './observacion-entregable.entity.ts'
import { PasoRegistrado } from './paso-registrado.entity.ts'
import { RespuestaEntregable } from './respuesta-entregable.entity.ts'
import { toTrabajo, type Filas } from './trabajo.ts'
import { VersionEntregable } from './version-entregable.entity.ts'

export interface Services {
  acts: Acts
  procesos: ProcesosService
  actividades: ActividadesService
}

/** Acting account, entregable, and key of the submission: null when the caller sent none. */
export interface Envio {
  quien: Quien
  clave: string
  llave: string | null
}

/** Acts on an entregable, as the bitácora names them. */
type DeEntregable = Extract<ClaveActo, `entregable.${string}`>

export interface Acto<K extends DeEntregable> {
  /** "entregable.version_agregada". */
  acto: K
  /** Received content. */
  contenido: Record<string, unknown>
}

/** An entregable under the lock of an act. */
export interface Turno {
  quien: Quien
  procesoId: string
  trabajo: TrabajoDto
  folio: string
  ahora: Date
  hoy: string
}

/** Makes the change and gives the detail for the bitácora: names and numbers, never texts. */
export type Cambio<K extends DeEntregable> = (tx: EntityManager, turno: Turno) => Promise<Actos[K]>

/** The work on an entregable, and the five steps of every act on it. */
export class EntregablesService {
  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  async find(tx: EntityManager, quien: Quien, clave: string): Promise<TrabajoDto> {
    const detail = await this.services.actividades.find(tx, clave)
    const { id: procesoId } = await this.services.procesos.proceso(tx)
    return toTrabajo(detail, await readFilas(tx, { procesoId, entregable: clave }), quien.cuentaId)
  }

  perform<K extends DeEntregable>({ quien, clave, llave }: Envio, call: Acto<K>, change: Cambio<K>): Promise<ActoEntregableDto> {
    const contenido = { entregable: clave, ...call.contenido }
    return this.services.acts.perform(quien, { ...this.about(quien, clave, { call, change }), envio: { clave: llave, contenido } })
  }

  /** Inside the caller's transaction. */
  performIn<K extends DeEntregable>(
    tx: EntityManager,
    { quien, clave, ...call }: Pick<Envio, 'quien' | 'clave'> & Acto<K>,
    change: Cambio<K>,
  ): Promise<ActoEntregableDto> {
    return this.services.acts.performIn(tx, quien, this.about(quien, clave, { call, change }))
  }

  private about<K extends DeEntregable>(
    quien: Quien,
    clave: string,
    { call: { acto, contenido }, change }: { call: Acto<K>; change: Cambio<K> },
  ): Act<K, Pick<Turno, 'procesoId' | 'trabajo'>, HechoConAcuse<K>, ActoEntregableDto> {
    return {
      acto,
      objeto: { tipo: 'entregable', id: clave },
      lock: async (tx) => {
        await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`entregable|${clave}`])
        return { trabajo: await this.find(tx, quien, clave), procesoId: (await this.services.procesos.proceso(tx)).id }
      },
      change: async ({ tx, state, ahora, folio }) => {
        const hoy = this.deps.clock.today().toString()
        return { recibido: { entregable: clave, ...contenido }, detalle: await change(tx, { ...state, quien, ahora, folio, hoy }) }
      },
      answer: async ({ tx, acuse }) => ({ trabajo: await this.find(tx, quien, clave), acuse }),
    }
  }
}

async function readFilas(tx: EntityManager, place: { procesoId: string; entregable: string }): Promise<Filas> {
  const versiones = await tx.find(VersionEntregable, { where: place, order: { numero: 'DESC' } })
  const senales = await tx.findBy(ContenidoSenalado, { ...place, quitadoEn: IsNull() })
  const observaciones = await tx.find(ObservacionEntregable, { where: place, order: { registradaEn: 'ASC', id: 'ASC' } })
  const respuestas = await tx.find(RespuestaEntregable, {
    where: { observacionId: In(observaciones.map(({ id }) => id)) },
    order: { registradaEn: 'DESC', id: 'ASC' },
  })
  const registros = await tx.findBy(PasoRegistrado, { ...place, anuladoEn: IsNull() })
  const documentos = await findDocumentos(
    tx,
    [...versiones, ...registros].map(({ documentoId }) => documentoId),
  )
  return { versiones, senales, observaciones, respuestas, registros, documentos }
}

export function assert(reasons: readonly string[]): void {
  if (reasons.length > 0) throw new AppError('entregable.acto_no_permitido', { detail: reasons.join(' ') })
}

export function assertFields(errors: readonly FieldError[]): void {
  if (errors.length > 0) throw new AppError('entrada.invalida', { errors: [...errors] })
}

/** A refusal of one field, when it is wrong. */
export function wrongIf(wrong: unknown, field: string, reason: string): FieldError[] {
  return wrong ? [{ field, reasons: [reason] }] : []
}

export const FUTURO = 'Todavía no llega esa fecha.'
