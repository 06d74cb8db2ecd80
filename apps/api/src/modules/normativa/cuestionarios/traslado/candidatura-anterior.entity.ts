import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { Candidatura } from '../../../registro/index.ts'
import { Borrador } from '../borrador.entity.ts'

/** Progress of a candidatura when an activation changed it: undoing gives it back. */
@Entity({ schema: 'captura', name: 'candidatura_anterior' })
export class CandidaturaAnterior {
  @PrimaryColumn('uuid', { name: 'borrador_id', primaryKeyConstraintName: 'candidatura_anterior_pk' })
  @ForeignKey(() => Borrador, { name: 'candidatura_anterior_borrador_fk' })
  borradorId: string
  @PrimaryColumn('uuid', { name: 'candidatura_id', primaryKeyConstraintName: 'candidatura_anterior_pk' })
  @ForeignKey(() => Candidatura, { name: 'candidatura_anterior_candidatura_fk', onDelete: 'CASCADE' })
  candidaturaId: string
  @Column('text', { name: 'estatus_captura' }) estatusCaptura: string
  @Column('int', { name: 'secciones_completas' }) seccionesCompletas: number
}
