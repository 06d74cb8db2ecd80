import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import type { MedioRemision } from '@conoceles/domain'
import { Documento } from '../../registro/index.ts'

export interface Puesto {
  /** Blank while nobody typed it: the oficio then goes to the post. */
  nombre: string
  cargo: string
  organo: string
}

/** An oficio to the INE: prepared, sent, received. Once sent it is not rewritten; a mistake is annulled and stays. */
@Entity({ schema: 'captura', name: 'remision' })
@Index('remision_numero_uq', ['procesoId', 'numero'], { unique: true, where: 'anulada_en IS NULL' })
export class Remision {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'remision_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  /** Claves of its entregables, in the order of the programme. */
  @Column('text', { array: true }) entregables: string[]
  @Column('text') numero: string
  @Column('text') lugar: string
  /** Day that the oficio bears. */
  @Column('date') fecha: string
  @Column('jsonb') destinatario: Puesto
  @Column('jsonb', { nullable: true }) atencion: Puesto | null
  @Column('text') asunto: string
  /** Paragraphs, with a blank line between them. */
  @Column('text') cuerpo: string
  @Column('jsonb') remitente: Omit<Puesto, 'organo'>
  @Column('text', { array: true }) copias: string[]
  /** Names of the people who wrote and revised it, as the paper ends; null: nobody typed them. */
  @Column('text', { nullable: true }) iniciales: string | null
  /** Version of the sentences that it was proposed with, 0 for those of the pack; null: nothing proposed it. */
  @Column('int', { nullable: true }) plantilla: number | null
  /** Documents already received, in the order of the oficio. */
  @Column('uuid', { array: true }) anexos: string[]
  @Column('int') version: number
  @Column('timestamptz', { name: 'preparada_en' }) preparadaEn: Date
  /** Null: the programme itself, or the simulacro, brought it. */
  @Column('uuid', { name: 'preparada_por', nullable: true }) preparadaPor: string | null
  @Column('timestamptz', { name: 'enviada_en', nullable: true }) enviadaEn: Date | null
  @Column('text', { nullable: true }) medio: MedioRemision | null
  /** The oficio as it was signed. */
  @Column('uuid', { name: 'oficio_id', nullable: true })
  @ForeignKey(() => Documento, { name: 'remision_oficio_fk' })
  oficioId: string | null
  @Column('timestamptz', { name: 'envio_registrado_en', nullable: true }) envioRegistradoEn: Date | null
  /** Folio of our acuse of the sending. */
  @Column('text', { name: 'envio_folio', nullable: true }) envioFolio: string | null
  @Column('timestamptz', { name: 'acuse_en', nullable: true }) acuseEn: Date | null
  /** Folio that the INE gave. */
  @Column('text', { name: 'acuse_folio', nullable: true }) acuseFolio: string | null
  @Column('uuid', { name: 'acuse_documento_id', nullable: true })
  @ForeignKey(() => Documento, { name: 'remision_acuse_fk' })
  acuseDocumentoId: string | null
  @Column('timestamptz', { name: 'acuse_registrado_en', nullable: true }) acuseRegistradoEn: Date | null
  @Column('timestamptz', { name: 'anulada_en', nullable: true }) anuladaEn: Date | null
  @Column('text', { name: 'anulada_motivo', nullable: true }) anuladaMotivo: string | null
}
