import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { claveMateria, cleanLine, razonesContraActoAviso, VIDA_AVISO, type ActoAviso } from '@conoceles/domain'
import type { AprobacionesService } from '../../programa/aprobaciones/index.ts'
import { AvisoPrivacidad, type AvisosPrivacidadService } from '../../captura/avisos/index.ts'
import { once, type Acuse, type AcusesService, type BitacoraService } from '../../bitacora/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { insertRow, updateRow } from '../../../database/rows.ts'
import { act, type Quien } from '../../../shared/act.ts'
import type { ClaveActo } from '../../../shared/actos.ts'
import { toDate } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { BorradorAviso } from './borrador-aviso.entity.ts'
import {
  leerAviso,
  toBorradorAviso,
  toBorradorAvisoCompleto,
  toVersionAviso,
  toVersionAvisoCompleta,
  type AvisoLeido,
} from './borrador-leido.ts'
import type {
  ActoAvisoDto,
  BorradorAvisoCompletoDto,
  CrearAvisoDto,
  GuardarAvisoDto,
  ListAvisosDto,
  MotivoAvisoDto,
  VersionAvisoCompletaDto,
} from './avisos.dto.ts'
import { listVotos } from './votos.ts'

export interface AvisosServices {
  bitacora: BitacoraService
  acuses: AcusesService
  procesos: ProcesosService
  avisos: AvisosPrivacidadService
  aprobaciones: AprobacionesService
}

export interface PedidoAviso<B extends { version: number } = { version: number }> {
  id: string
  body: B
  /** Idempotency-Key. */
  clave: string | null
}

/** Changes of an act, and the rest that it tells. */
export interface EfectoAviso {
  changes: Partial<BorradorAviso>
  motivo?: string
  detalle?: Record<string, unknown>
  /** Only proposed: another person has to confirm it. */
  propuesta?: boolean
}

export interface TurnoAviso extends AvisoLeido {
  tx: EntityManager
  quien: Quien
  ahora: Date
}

/** Versions of the aviso de privacidad: their list, their page, and the one way in which anything is done with them. */
export class BorradoresAvisoService {
  constructor(
    private readonly deps: Deps,
    private readonly services: AvisosServices,
  ) {}

  async list(tx: EntityManager): Promise<ListAvisosDto> {
    const all = await this.versiones(tx)
    const rige = await this.services.avisos.findVigente(tx)
    const borradores = await tx.find(BorradorAviso, { order: { guardadoEn: 'DESC', id: 'ASC' } })
    return {
      versiones: all.map((row, at) => toVersionAviso(row, { rige: row.id === rige?.id, anterior: all[at + 1] ?? null })),
      borradores: borradores.map((row) => toBorradorAviso(row, all.find(({ id }) => id === row.avisoId)?.version ?? null)),
    }
  }

  async version(tx: EntityManager, id: string): Promise<VersionAvisoCompletaDto> {
    const all = await this.versiones(tx)
    const at = all.findIndex((row) => row.id === id)
    const row = all[at]
    if (!row) throw new AppError('ruta.no_existe')
    const rige = await this.services.avisos.findVigente(tx)
    return toVersionAvisoCompleta(row, { rige: rige?.id === id, anterior: all[at + 1] ?? null })
  }

  async detail(tx: EntityManager, quien: Quien, id: string): Promise<BorradorAvisoCompletoDto> {
    return this.toDto(tx, quien, await this.read(tx, id))
  }

  crear(quien: Quien, { desdeId }: CrearAvisoDto, clave: string | null): Promise<ActoAvisoDto> {
    return this.once(quien, { clave, contenido: { acto: 'crear', desdeId } }, async (tx) => {
      const desde = desdeId === null ? null : await tx.findOneBy(AvisoPrivacidad, { id: desdeId })
      if (desdeId !== null && !desde) throw invalid('desdeId', 'No es una versión de este proceso.')
      const ahora = toDate(this.deps.clock.now())
      const row: BorradorAviso = {
        ...{ id: randomUUID(), procesoId: (await this.services.procesos.proceso(tx)).id, ...escritoDe(desde) },
        ...{ vigenteDesde: null, estatus: 'borrador', version: 1 },
        ...{ creadoEn: ahora, creadoPor: quien.cuentaId, guardadoEn: ahora, enviadoEn: null, comision: null, comite: null, avisoId: null },
        historia: [{ acto: 'crear', en: ahora.toISOString(), motivo: null, folio: null }],
      }
      await insertRow(tx, BorradorAviso, row)
      await this.registrar(tx, quien, { acto: 'aviso.creado', id: row.id, detalle: { desde: desdeId } })
      return { borrador: await this.detail(tx, quien, row.id), acuse: null }
    })
  }

  /** A draft that lacks parts is kept, and told so: nothing that was written is lost. */
  guardar(quien: Quien, pedido: PedidoAviso<GuardarAvisoDto>): Promise<ActoAvisoDto> {
    const { integral, simplificado, finalidades, vigenteDesde } = pedido.body
    const claves = finalidades.map(({ clave }) => clave)
    if (new Set(claves).size < claves.length) throw invalid('finalidades', 'Dos finalidades tienen la misma clave.')
    return this.perform(quien, { acto: 'guardar', ...pedido }, ({ ahora }) =>
      Promise.resolve({ changes: { integral, simplificado, finalidades, vigenteDesde, guardadoEn: ahora } }),
    )
  }

  enviar(quien: Quien, pedido: PedidoAviso): Promise<ActoAvisoDto> {
    return this.perform(quien, { acto: 'enviar', ...pedido }, ({ ahora }) => Promise.resolve({ changes: { enviadoEn: ahora } }))
  }

  devolver(quien: Quien, pedido: PedidoAviso<MotivoAvisoDto>): Promise<ActoAvisoDto> {
    const changes = { enviadoEn: null, comision: null, comite: null }
    return this.perform(quien, { acto: 'devolver', ...pedido }, () => Promise.resolve({ changes, motivo: cleanLine(pedido.body.motivo) }))
  }

  descartar(quien: Quien, pedido: PedidoAviso<MotivoAvisoDto>): Promise<ActoAvisoDto> {
    return this.perform(quien, { acto: 'descartar', ...pedido }, () =>
      Promise.resolve({ changes: {}, motivo: cleanLine(pedido.body.motivo) }),
    )
  }

  /** Lock → check → change → save → bitácora, once for each key. */
  perform(
    quien: Quien,
    { acto, id, body, clave }: PedidoAviso & { acto: ActoAviso },
    change: (turno: TurnoAviso) => Promise<EfectoAviso>,
  ): Promise<ActoAvisoDto> {
    return this.once(quien, { clave, contenido: { acto, id, ...body } }, async (tx) => {
      const leido = await this.read(tx, id, 'lock')
      const { borrador, state } = leido
      if (borrador.version !== body.version) throw new AppError('aviso.version_distinta', { actual: await this.toDto(tx, quien, leido) })
      const razones = razonesContraActoAviso(state, acto)
      if (razones.length > 0) throw new AppError('aviso.acto_no_permitido', { detail: razones.join(' ') })
      const ahora = toDate(this.deps.clock.now())
      const efecto = await change({ ...leido, tx, quien, ahora })
      const acuse = await this.save(tx, quien, { borrador, acto, efecto, body, ahora })
      return { borrador: await this.detail(tx, quien, id), acuse }
    })
  }

  async read(tx: EntityManager, id: string, mode?: 'lock'): Promise<AvisoLeido> {
    const borrador = await tx.findOne(BorradorAviso, { where: { id }, ...(mode ? { lock: { mode: 'pessimistic_write' as const } } : {}) })
    if (!borrador) throw new AppError('ruta.no_existe')
    const { catalogos } = await this.services.procesos.confirmado(tx)
    const [base = null] = await this.versiones(tx)
    return leerAviso(borrador, { reglas: catalogos.aviso, base, hoy: this.deps.clock.today().toString() })
  }

  /** Newest first. */
  versiones(tx: EntityManager): Promise<AvisoPrivacidad[]> {
    return tx.find(AvisoPrivacidad, { order: { version: 'DESC' } })
  }

  /** Saving is acknowledged by its hour and its version; every other act by a signed acuse. */
  private async save(
    tx: EntityManager,
    quien: Quien,
    { borrador, acto, efecto, body, ahora }: { borrador: BorradorAviso; acto: ActoAviso; efecto: EfectoAviso; body: object; ahora: Date },
  ): Promise<Acuse | null> {
    const { id, version, historia } = borrador
    const { changes, motivo = null, detalle } = efecto
    if (efecto.propuesta) return this.registrarPropuesta(tx, quien, { borrador, acto, body })
    const acuse = acto === 'guardar' ? null : await this.services.acuses.emitir(tx, REGISTRO[acto], { borrador: id, ...body })
    const told = acuse ? [...historia, { acto, en: ahora.toISOString(), motivo, folio: acuse.folio }] : historia
    const estatus = VIDA_AVISO[borrador.estatus][acto]
    await updateRow(tx, BorradorAviso, { where: { id }, changes: { ...changes, estatus, version: version + 1, historia: told } })
    const more = { version: version + 1, ...detalle, ...(acuse ? { folio: acuse.folio } : {}) }
    await this.registrar(tx, quien, { acto: REGISTRO[acto], id, detalle: more })
    return acuse
  }

  /** A proposal changes nothing of the draft. */
  private async registrarPropuesta(
    tx: EntityManager,
    quien: Quien,
    { borrador: { id, version }, acto, body }: { borrador: BorradorAviso; acto: ActoAviso; body: object },
  ): Promise<Acuse> {
    const acuse = await this.services.acuses.emitir(tx, 'aprobacion.propuesta', { borrador: id, acto, ...body })
    await this.registrar(tx, quien, { acto: 'aprobacion.propuesta', id, detalle: { aprueba: acto, version, folio: acuse.folio } })
    return acuse
  }

  private async toDto(tx: EntityManager, quien: Quien, leido: AvisoLeido): Promise<BorradorAvisoCompletoDto> {
    const { borrador } = leido
    const all = await this.versiones(tx)
    const rige = await this.services.avisos.findVigente(tx)
    const [base] = all
    return toBorradorAvisoCompleto(leido, {
      publicada: all.find(({ id }) => id === borrador.avisoId)?.version ?? null,
      base: base ? toVersionAviso(base, { rige: base.id === rige?.id, anterior: all[1] ?? null }) : null,
      votos: await listVotos(tx, borrador, await this.services.procesos.proceso(tx)),
      porConfirmar: await this.services.aprobaciones.propuesta(tx, quien, {
        materia: claveMateria('aviso', borrador.id),
        version: borrador.version,
      }),
    })
  }

  private once(
    quien: Quien,
    sent: { clave: string | null; contenido: object },
    work: (tx: EntityManager) => Promise<ActoAvisoDto>,
  ): Promise<ActoAvisoDto> {
    const submission = { quien, ...sent, ahora: toDate(this.deps.clock.now()), llavero: this.deps.secretos.llavero }
    return act(this.deps.databases, quien, (tx) => once(tx, submission, () => work(tx)))
  }

  private registrar(
    tx: EntityManager,
    { cuentaId, rol, requestId }: Quien,
    { acto, id, detalle }: { acto: ClaveActo; id: string; detalle: Record<string, unknown> },
  ): Promise<void> {
    return this.services.bitacora.registrar(tx, { acto, cuentaId, rol, objeto: { tipo: 'aviso_borrador', id }, detalle, requestId })
  }
}

const REGISTRO: Record<ActoAviso, ClaveActo> = {
  guardar: 'aviso.guardado',
  enviar: 'aviso.enviado',
  aprobar_comision: 'aviso.aprobado_comision',
  aprobar_comite: 'aviso.aprobado_comite',
  publicar: 'aviso.publicado',
  devolver: 'aviso.devuelto',
  descartar: 'aviso.descartado',
}

/** As a version was written, to write the next one from it. */
function escritoDe(desde: AvisoPrivacidad | null): Pick<BorradorAviso, 'integral' | 'simplificado' | 'finalidades'> {
  if (!desde) return { ...EN_BLANCO, finalidades: [] }
  const { integral, simplificado } = desde.plantilla ?? desde
  return { integral, simplificado, finalidades: desde.finalidades ?? [] }
}

const EN_BLANCO = { integral: '# Aviso de privacidad integral\n', simplificado: '# Aviso de privacidad simplificado\n' }

export function invalid(field: string, reason: string): AppError {
  return new AppError('entrada.invalida', { errors: [{ field, reasons: [reason] }] })
}
