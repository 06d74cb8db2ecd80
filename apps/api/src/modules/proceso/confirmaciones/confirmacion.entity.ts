import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Proceso } from '../proceso.entity.ts'

/** That the institute vouches for a fact of the pack, by which document. It is undone, never changed. */
@Entity({ schema: 'captura', name: 'confirmacion' })
@Check('confirmacion_deshecha_ck', '(deshecha_por is null) = (deshecha_en is null) and (deshecha_por is null) = (motivo is null)')
@Check(
  'confirmacion_segunda_ck',
  '(segunda_por is null) = (segunda_en is null) and (segunda_por is null or a_dos and segunda_por <> confirmada_por)',
)
@Index('confirmacion_vigente_ux', ['procesoId', 'clave'], { unique: true, where: 'deshecha_en is null' })
export class Confirmacion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'confirmacion_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' })
  @ForeignKey(() => Proceso, { name: 'confirmacion_proceso_fk' })
  procesoId: string
  /** Clave of the fact in the pack. */
  @Column('text') clave: string
  /** Hash of the confirmed value: another value is not confirmed. */
  @Column('text') huella: string
  /** The document that says it, and its date. */
  @Column('text') documento: string
  @Column('date') fecha: string
  @Column('uuid', { name: 'confirmada_por' }) confirmadaPor: string
  @Column('timestamptz', { name: 'confirmada_en' }) confirmadaEn: Date
  /** Whether a second person must vouch for it: a text that somebody wrote has its author, and an old row had one person alone. */
  @Column('boolean', { name: 'a_dos', default: true }) aDos: boolean
  @Column('uuid', { name: 'segunda_por', nullable: true }) segundaPor: string | null
  @Column('timestamptz', { name: 'segunda_en', nullable: true }) segundaEn: Date | null
  @Column('uuid', { name: 'deshecha_por', nullable: true }) deshechaPor: string | null
  @Column('timestamptz', { name: 'deshecha_en', nullable: true }) deshechaEn: Date | null
  @Column('text', { nullable: true }) motivo: string | null
}
