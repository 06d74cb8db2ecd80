import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { VersionEntregable } from './version-entregable.entity.ts'

/** Place in which one of the minimum contents was found. */
@Entity({ schema: 'captura', name: 'entregable_contenido' })
@Index('entregable_contenido_vigente_uq', ['procesoId', 'entregable', 'contenido'], { unique: true, where: 'quitado_en IS NULL' })
export class ContenidoSenalado {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'entregable_contenido_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  @Column('text') entregable: string
  /** As the programme says it. */
  @Column('text') contenido: string
  /** Page or section. */
  @Column('text') lugar: string
  @Column('uuid', { name: 'version_id' })
  @ForeignKey(() => VersionEntregable, { name: 'entregable_contenido_version_fk' })
  versionId: string
  @Column('text') folio: string
  @Column('timestamptz', { name: 'registrado_en' }) registradoEn: Date
  @Column('uuid', { name: 'registrado_por', nullable: true }) registradoPor: string | null
  @Column('text', { nullable: true }) rol: string | null
  @Column('timestamptz', { name: 'quitado_en', nullable: true }) quitadoEn: Date | null
  @Column('uuid', { name: 'quitado_por', nullable: true }) quitadoPor: string | null
  @Column('text', { name: 'quitado_motivo', nullable: true }) quitadoMotivo: string | null
}
