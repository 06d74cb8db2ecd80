import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { ProgramaPack } from '@conoceles/domain'

/** The programme of work of the proceso, as its pack brought it. */
@Entity({ schema: 'captura', name: 'programa' })
export class Programa {
  @PrimaryColumn('uuid', { name: 'proceso_id', primaryKeyConstraintName: 'programa_pk' }) procesoId: string
  @Column('jsonb') contenido: ProgramaPack
}
