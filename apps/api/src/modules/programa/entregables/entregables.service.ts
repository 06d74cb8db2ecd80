import { In, IsNull, type EntityManager } from 'typeorm'
import type { ActividadesService } from '../actividades/index.ts'
import { once, type AcusesService, type BitacoraService } from '../../bitacora/index.ts'
import { findDocumentos } from '../../registro/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { act, type Quien } from '../../../shared/act.ts'
import type { ClaveActo } from '../../../shared/actos.ts'
import { toDate } from '../../../shared/clock.ts'
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
  bitacora: BitacoraService
  acuses: AcusesService
  procesos: ProcesosService
  actividades: ActividadesService
}

/** Acting account, entregable, and key of the submission: null when the caller sent none. */
export interface Envio {
  quien: Quien
  clave: string
  llave: string | null
}

export interface Acto {
  /** "entregable.version_agregada". */
  acto: ClaveActo
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
export type Cambio = (tx: EntityManager, turno: Turno) => Promise<Record<string, unknown>>

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

  /** One transaction; a submission that is repeated gets the answer of the first time. */
  perform({ quien, clave, llave }: Envio, { acto, contenido }: Acto, change: Cambio): Promise<ActoEntregableDto> {
    const submission = {
      quien,
      clave: llave,
      contenido: { acto, entregable: clave, ...contenido },
      ahora: toDate(this.deps.clock.now()),
      llavero: this.deps.secretos.llavero,
    }
    return act(this.deps.databases, quien, (tx) =>
      once(tx, submission, () => this.performIn(tx, { quien, clave, acto, contenido }, change)),
    )
  }

  /** Lock → check → change → save → bitácora, inside the caller's transaction. */
  async performIn(
    tx: EntityManager,
    { quien, clave, acto, contenido }: Pick<Envio, 'quien' | 'clave'> & Acto,
    change: Cambio,
  ): Promise<ActoEntregableDto> {
    const { bitacora, acuses, procesos } = this.services
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`entregable|${clave}`])
    const trabajo = await this.find(tx, quien, clave)
    const { id: procesoId } = await procesos.proceso(tx)
    const acuse = await acuses.emitir(tx, acto, { entregable: clave, ...contenido })
    const ahora = toDate(this.deps.clock.now())
    const hoy = this.deps.clock.today().toString()
    const detalle = await change(tx, { quien, procesoId, trabajo, folio: acuse.folio, ahora, hoy })
    const { cuentaId, rol, requestId } = quien
    const objeto = { tipo: 'entregable', id: clave }
    await bitacora.registrar(tx, { acto, cuentaId, rol, objeto, detalle: { ...detalle, folio: acuse.folio }, requestId })
    return { trabajo: await this.find(tx, quien, clave), acuse }
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
