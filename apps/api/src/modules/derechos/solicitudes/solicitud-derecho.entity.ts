import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import type {
  ActoDerecho,
  DatosRecurso,
  Derecho,
  EfectoDerecho,
  MedioDerecho,
  NegativaDerecho,
  NotificacionDerecho,
  OficioEscrito,
  SentidoDerecho,
} from '@conoceles/domain'
import { Candidatura } from '../../registro/index.ts'

export interface Hecho {
  acto: ActoDerecho
  /** Day of the law: that on which it happened. */
  fecha: string
  /** Day on which it was recorded, where that is another. */
  registrado?: string
  texto: string
  sentido: SentidoDerecho | null
  /** Acuse of the act. */
  folio: string
  /** Account that did it; none in older rows, which did not record it, and in the persona's own acts. */
  por?: string
  efecto?: EfectoDerecho
  negativa?: NegativaDerecho
  notificacion?: NotificacionDerecho
  /** Signer of the letter that an act becomes. */
  firma?: { nombre: string; cargo: string }
  oficio?: OficioEscrito
  /** Folio of the answer whose text it corrects. */
  corrige?: string
  recurso?: DatosRecurso
}

/** Request of a persona about her data, and the acts on it, in order. */
@Entity({ schema: 'captura', name: 'solicitud_derecho' })
@Unique('solicitud_derecho_folio_uq', ['procesoId', 'folio'])
@Index('solicitud_derecho_recibida_ix', ['recibida', 'id'])
@Index('solicitud_derecho_escrito_ix', ['escritoId'])
@Index('solicitud_derecho_candidatura_ix', ['candidaturaId'])
export class SolicitudDerecho {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'solicitud_derecho_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  @Column('uuid', { name: 'candidatura_id' })
  @ForeignKey(() => Candidatura, { name: 'solicitud_derecho_candidatura_fk' })
  candidaturaId: string
  @Column('text') folio: string
  /** Folio of its reception; null in older rows, which did not record it. */
  @Column('text', { name: 'acuse_folio', nullable: true }) acuse: string | null
  /** When the institute first handed out its acuse; null: not yet. */
  @Column('timestamptz', { name: 'acuse_emitido_en', nullable: true }) acuseEmitidoEn: Date | null
  @Column('text') derecho: Derecho
  @Column('date') recibida: string
  @Column('text') descripcion: string
  /** Day on which she proved who she is. */
  @Column('date', { name: 'acreditada_en', nullable: true }) acreditadaEn: string | null
  @Column('jsonb') hechos: Hecho[]
  /** When the file of her data was made to be handed over, and its fingerprint. */
  @Column('timestamptz', { name: 'reunida_en', nullable: true }) reunidaEn: Date | null
  @Column('text', { name: 'reunida_sha256', nullable: true }) reunidaSha256: string | null
  /** Requests of one letter share it; null: it came alone. */
  @Column('uuid', { name: 'escrito_id', nullable: true }) escritoId: string | null
  @Column('text', { nullable: true }) medio: MedioDerecho | null
  /** Folio of the Plataforma Nacional de Transparencia. */
  @Column('text', { name: 'folio_pnt', nullable: true }) folioPnt: string | null
  @Column('text', { nullable: true }) representante: string | null
  /** Address at which she is notified. */
  @Column('text', { nullable: true }) domicilio: string | null
  /** Where its acuse is sent by mail; null: no address came with it. */
  @Column('text', { nullable: true }) correo: string | null
  @Column('int') version: number
  @Column('timestamptz', { name: 'creada_en' }) creadaEn: Date
  @Column('uuid', { name: 'creada_por' }) creadaPor: string
}
