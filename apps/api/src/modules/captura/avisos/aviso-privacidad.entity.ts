import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import type { Confianza, Finalidad } from '@conoceles/domain'

/** Approval of a version. For one that came with the pack, it only holds what its source says. */
export interface AprobacionAviso {
  organo: string
  fecha: string | null
  acta: string | null
  confianza: Confianza
  /** Set when it was approved here: the sesión of the vote, and the day and hash of its acta. */
  sesion?: string
  actaFecha?: string
  actaSha256?: string
}

/** The law in force on its first day, as the pack told it then. */
export interface LeyAviso {
  clave: string
  nombre: string
  identifica: string
  fuente: string
  confianza: Confianza
}

/** A published version: nobody changes it. */
@Entity({ schema: 'captura', name: 'aviso_privacidad' })
@Unique('aviso_privacidad_uq', ['procesoId', 'version'])
export class AvisoPrivacidad {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'aviso_privacidad_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  @Column('int') version: number
  @Column('date', { name: 'vigente_desde' }) vigenteDesde: string
  @Column('text') integral: string
  @Column('text') simplificado: string
  /** SHA-256 of both texts, to which a consentimiento refers. */
  @Column('text') sha256: string
  @Column('jsonb') aprobacion: AprobacionAviso
  /** Purposes, by which a consent holds or not under another version; null: nobody told them apart. */
  @Column('jsonb', { nullable: true }) finalidades: Finalidad[] | null
  /** Both texts as they were written, with their {{claves}}. */
  @Column('jsonb', { nullable: true }) plantilla: { integral: string; simplificado: string } | null
  @Column('jsonb', { nullable: true }) ley: LeyAviso | null
  /** The draft that it was; null when it came with the pack. By its name: drafts are a module that knows this one. */
  @Column('uuid', { name: 'borrador_id', nullable: true })
  @ForeignKey('BorradorAviso', { name: 'aviso_privacidad_borrador_fk' })
  borradorId: string | null
  @Column('timestamptz', { name: 'publicado_en', nullable: true }) publicadoEn: Date | null
}
