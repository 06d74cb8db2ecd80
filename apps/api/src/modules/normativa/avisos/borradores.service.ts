import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { claveMateria, cleanLine, razonesContraActoAviso, VIDA_AVISO, type ActoAviso, type ClaveActo, type Actos } from '@conoceles/domain'
import type { AprobacionesService } from '../../programa/aprobaciones/index.ts'
import { AvisoPrivacidad, type AvisosPrivacidadService } from '../../captura/avisos/index.ts'
import type { Acts, Objeto } from '../../bitacora/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { insertRow, updateRow } from '../../../database/rows.ts'
import { type Quien, lockRow } from '../../../shared/act.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError, invalid } from '../../../shared/http/errors.ts'
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
  acts: Acts
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
  detalle?: Partial<Actos['aviso.publicado']>
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
    const id = randomUUID()
    return this.services.acts.save(quien, {
      acto: 'aviso.creado',
      objeto: objetoDe(id),
      envio: { clave, contenido: { desdeId } },
      lock: (tx) => this.services.procesos.proceso(tx),
      change: async ({ tx, state: { id: procesoId }, ahora }) => {
        const desde = desdeId === null ? null : await tx.findOneBy(AvisoPrivacidad, { id: desdeId })
        if (desdeId !== null && !desde) throw invalid('desdeId', 'No es una versión de este proceso.')
        const row: BorradorAviso = {
          id,
          procesoId,
          ...escritoDe(desde),
          vigenteDesde: null,
          estatus: 'borrador',
          version: 1,
          creadoEn: ahora,
          creadoPor: quien.cuentaId,
          guardadoEn: ahora,
          enviadoEn: null,
          comision: null,
          comite: null,
          avisoId: null,
          historia: [{ acto: 'crear', en: ahora.toISOString(), motivo: null, folio: null }],
        }
        await insertRow(tx, BorradorAviso, row)
        return { detalle: { desde: desdeId } }
      },
      answer: async ({ tx }) => ({ borrador: await this.detail(tx, quien, id), acuse: null }),
    })
  }

  /** A draft that lacks parts is kept, and told so: nothing that was written is lost. */
  guardar(quien: Quien, pedido: PedidoAviso<GuardarAvisoDto>): Promise<ActoAvisoDto> {
    const { integral, simplificado, finalidades, vigenteDesde } = pedido.body
    const claves = finalidades.map(({ clave }) => clave)
    if (new Set(claves).size < claves.length) throw invalid('finalidades', 'Dos finalidades tienen la misma clave.')
    return this.services.acts.save(quien, {
      ...this.about(quien, { acto: 'guardar', ...pedido }),
      change: async ({ tx, state: { borrador }, ahora: guardadoEn }) => {
        const changes = { integral, simplificado, finalidades, vigenteDesde, guardadoEn, version: borrador.version + 1 }
        await updateRow(tx, BorradorAviso, { where: { id: borrador.id }, changes })
        return { detalle: { version: changes.version } }
      },
      answer: async ({ tx }) => ({ borrador: await this.detail(tx, quien, pedido.id), acuse: null }),
    })
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

  perform(
    quien: Quien,
    pedido: PedidoAviso & { acto: Exclude<ActoAviso, 'guardar'> },
    change: (turno: TurnoAviso) => Promise<EfectoAviso>,
  ): Promise<ActoAvisoDto> {
    const { acto, id, body } = pedido
    return this.services.acts.perform(quien, {
      ...this.about(quien, pedido),
      change: async ({ tx, state: leido, ahora, folio }) => {
        const efecto = await change({ ...leido, tx, quien, ahora })
        const { version, historia, estatus } = leido.borrador
        if (efecto.propuesta)
          return {
            acto: 'aprobacion.propuesta',
            recibido: { borrador: id, acto, ...body },
            detalle: { aprueba: acto, version, folio },
          }
        const { changes, motivo = null, detalle } = efecto
        const next = {
          ...changes,
          estatus: VIDA_AVISO[estatus][acto],
          version: version + 1,
          historia: [...historia, { acto, en: ahora.toISOString(), motivo, folio }],
        }
        await updateRow(tx, BorradorAviso, { where: { id }, changes: next })
        return { recibido: { borrador: id, ...body }, detalle: { version: next.version, ...detalle, folio } }
      },
      answer: async ({ tx, acuse }) => ({ borrador: await this.detail(tx, quien, id), acuse }),
    })
  }

  private about<A extends ActoAviso>(quien: Quien, { acto, id, body, clave }: PedidoAviso & { acto: A }) {
    return {
      acto: registroDe(acto),
      objeto: objetoDe(id),
      envio: { clave, contenido: { id, ...body } },
      lock: (tx: EntityManager) => this.read(tx, id, 'lock'),
      familia: 'aviso' as const,
      version: {
        leida: body.version,
        actual: ({ borrador }: AvisoLeido) => borrador.version,
        texto: (tx: EntityManager, leido: AvisoLeido) => this.toDto(tx, quien, leido),
      },
      reasons: ({ state }: AvisoLeido) => razonesContraActoAviso(state, acto),
    }
  }

  async read(tx: EntityManager, id: string, mode?: 'lock'): Promise<AvisoLeido> {
    const borrador = await (mode ? lockRow(tx, BorradorAviso, { id }) : tx.findOneBy(BorradorAviso, { id }))
    if (!borrador) throw new AppError('ruta.no_existe')
    const { catalogos } = await this.services.procesos.confirmado(tx)
    const [base = null] = await this.versiones(tx)
    return leerAviso(borrador, { reglas: catalogos.aviso, base, hoy: this.deps.clock.today().toString() })
  }

  /** Newest first. */
  versiones(tx: EntityManager): Promise<AvisoPrivacidad[]> {
    return tx.find(AvisoPrivacidad, { order: { version: 'DESC' } })
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
}

/** Name of an act in the bitácora, unless it is only proposed. */
function registroDe<A extends ActoAviso>(acto: A): (typeof REGISTRO)[A] | 'aprobacion.propuesta' {
  return REGISTRO[acto]
}

function objetoDe(id: string): Objeto {
  return { tipo: 'aviso_borrador', id }
}

const REGISTRO = {
  guardar: 'aviso.guardado',
  enviar: 'aviso.enviado',
  aprobar_comision: 'aviso.aprobado_comision',
  aprobar_comite: 'aviso.aprobado_comite',
  publicar: 'aviso.publicado',
  devolver: 'aviso.devuelto',
  descartar: 'aviso.descartado',
} as const satisfies Record<ActoAviso, ClaveActo>

/** As a version was written, to write the next one from it. */
function escritoDe(desde: AvisoPrivacidad | null): Pick<BorradorAviso, 'integral' | 'simplificado' | 'finalidades'> {
  if (!desde) return { ...EN_BLANCO, finalidades: [] }
  const { integral, simplificado } = desde.plantilla ?? desde
  return { integral, simplificado, finalidades: desde.finalidades ?? [] }
}

const EN_BLANCO = { integral: '# Aviso de privacidad integral\n', simplificado: '# Aviso de privacidad simplificado\n' }
