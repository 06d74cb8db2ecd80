import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { TIPOS_RECORDATORIO, type Milestone, type Rol } from '@conoceles/domain'
import { Candidatura } from '../../registro/index.ts'

/** `captura`: somebody asked to remind a persona of hers; `novedad`: a fact of a candidatura; `novedades`: those of an account together; `acuse`: a request about data was received; `requerimiento`: one was notified to an actor político; the others follow from duties to the INE. */
export const TIPOS_MENSAJE = [...TIPOS_RECORDATORIO, 'captura', 'acuse', 'novedad', 'novedades', 'requerimiento'] as const
export type TipoMensaje = (typeof TIPOS_MENSAJE)[number]

/** `caducado`: it was not sent while it was worth while. `innecesario`: its duty was done, moved or told by a newer one. */
export const ESTATUS_RECORDATORIO = ['pendiente', 'enviado', 'caducado', 'innecesario'] as const
export type EstatusRecordatorio = (typeof ESTATUS_RECORDATORIO)[number]

/** Outbox of the reminders: written once by its key, delivered by whichever process takes it. */
@Entity({ schema: 'captura', name: 'recordatorio' })
@Unique('recordatorio_clave_uq', ['clave'])
@Index('recordatorio_estatus_ix', ['estatus', 'proximoIntento'])
@Index('recordatorio_desde_ix', ['desde', 'id'])
@Index('recordatorio_candidatura_ix', ['candidaturaId', 'dia'])
@Index('recordatorio_solicitud_ix', ['solicitudId'])
@Index('recordatorio_candidaturas_ix', ['dia'], { where: 'candidaturas IS NOT NULL' })
@Check(
  'recordatorio_candidaturas_ck',
  `candidaturas is null or (tipo = 'captura' and rol = 'captura' and candidatura_id is null and cardinality(candidaturas) > 0)`,
)
export class Recordatorio {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'recordatorio_pk' }) id: string
  @Column('text') clave: string
  @Column('text') tipo: TipoMensaje
  @Column('uuid', { name: 'cuenta_id' }) cuentaId: string
  @Column('text') rol: Rol
  @Column('text', { nullable: true }) entregable: string | null
  @Column('text', { nullable: true }) milestone: Milestone | null
  @Column('integer', { nullable: true }) distancia: number | null
  @Column('date') dia: string
  /** Legal time from which it had to leave, and until which that is worth while. */
  @Column('timestamptz') desde: Date
  @Column('timestamptz', { name: 'caduca_en' }) caducaEn: Date
  @Column('text') estatus: EstatusRecordatorio
  /** As it was last written: this very text is sent. */
  @Column('text') asunto: string
  @Column('text') texto: string
  @Column('integer') intentos: number
  /** Machine time: a legal clock that is moved hastens no attempt. */
  @Column('timestamptz', { name: 'proximo_intento' }) proximoIntento: Date
  /** Process that is sending it, and until when no other may (machine time). */
  @Column('uuid', { name: 'tomado_por', nullable: true }) tomadoPor: string | null
  @Column('timestamptz', { name: 'tomado_hasta', nullable: true }) tomadoHasta: Date | null
  @Column('timestamptz', { name: 'enviado_en', nullable: true }) enviadoEn: Date | null
  @Column('text', { nullable: true }) falla: string | null
  /** A person asked for it after its time: it leaves as long as it is still owed. */
  @Column('boolean', { name: 'a_mano' }) aMano: boolean
  /** Candidatura of a reminder of captura, and the account that asked for it. */
  @Column('uuid', { name: 'candidatura_id', nullable: true })
  @ForeignKey(() => Candidatura, { name: 'recordatorio_candidatura_fk', onDelete: 'CASCADE' })
  candidaturaId: string | null
  /** Candidaturas that a reminder to an account that captures is about. */
  @Column('uuid', { array: true, nullable: true }) candidaturas: string[] | null
  /** Request about data whose acuse it is. */
  @Column('uuid', { name: 'solicitud_id', nullable: true })
  // By its name: requests belong to a higher chapter.
  @ForeignKey('SolicitudDerecho', { name: 'recordatorio_solicitud_fk', onDelete: 'CASCADE' })
  solicitudId: string | null
  @Column('uuid', { name: 'pedido_por', nullable: true }) pedidoPor: string | null
  /** Asker in the words of the message: the actor político or the institute. */
  @Column('text', { nullable: true }) pide: string | null
}
