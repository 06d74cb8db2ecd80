import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import type { MedioRequerimiento } from '@conoceles/domain'
import { ActorPolitico } from '../../proceso/index.ts'

/** The letter of the observaciones of one actor político, as it was issued: its files are never altered. */
@Entity({ schema: 'captura', name: 'requerimiento' })
@Unique('requerimiento_numero_uq', ['procesoId', 'numero'])
@Check(
  'requerimiento_notificado_ck',
  `(medio is null) = (notificado_el is null) and (medio is null) = (notificado_en is null)
    and (medio is null) = (notificado_folio is null) and (medio is null or medio in ('correo', 'mano'))
    and (recibe is not null) = (medio is not distinct from 'mano')`,
)
@Check(
  'requerimiento_acusado_ck',
  `(acusado_en is null) = (acusado_por is null) and (acusado_en is null) = (acusado_folio is null)
    and (acusado_en is null or medio is not null)`,
)
export class Requerimiento {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'requerimiento_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  @Column('uuid', { name: 'actor_politico_id' })
  @ForeignKey(() => ActorPolitico, { name: 'requerimiento_actor_fk' })
  actorPoliticoId: string
  /** Consecutive of the proceso, which its folio says. */
  @Column('int') numero: number
  /** Number in the book of the área; null: it is written by hand. */
  @Column('text', { nullable: true }) oficio: string | null
  @Column('int') observaciones: number
  /** Last day to attend it: counted from the issue, and anew from the notification. */
  @Column('date') vence: string
  @Column('bytea') pdf: Buffer
  @Column('bytea') docx: Buffer
  /** SHA-256 of the PDF. */
  @Column('text') sha256: string
  /** Version of the sentences that it was made with, 0 for those of the pack; null: it is older than they. */
  @Column('int', { nullable: true }) plantilla: number | null
  @Column('text') folio: string
  @Column('timestamptz', { name: 'emitido_en' }) emitidoEn: Date
  @Column('uuid', { name: 'emitido_por' }) emitidoPor: string
  @Column('text', { nullable: true }) medio: MedioRequerimiento | null
  @Column('date', { name: 'notificado_el', nullable: true }) notificadoEl: string | null
  /** Name of the person that received it on paper. */
  @Column('text', { nullable: true }) recibe: string | null
  @Column('timestamptz', { name: 'notificado_en', nullable: true }) notificadoEn: Date | null
  @Column('text', { name: 'notificado_folio', nullable: true }) notificadoFolio: string | null
  @Column('timestamptz', { name: 'acusado_en', nullable: true }) acusadoEn: Date | null
  @Column('uuid', { name: 'acusado_por', nullable: true }) acusadoPor: string | null
  @Column('text', { name: 'acusado_folio', nullable: true }) acusadoFolio: string | null
}
