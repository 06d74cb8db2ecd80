import { Column, Entity, PrimaryColumn, Unique } from 'typeorm'

@Entity({ schema: 'captura', name: 'cuestionario' })
@Unique('cuestionario_uq', ['procesoId', 'tipo', 'version'])
export class Cuestionario {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'cuestionario_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  @Column('text') tipo: 'curricular' | 'identidad'
  @Column('int') version: number
  @Column('text') titulo: string
  @Column('date', { name: 'vigente_desde' }) vigenteDesde: string
  @Column('jsonb') schema: Record<string, unknown>
  @Column('jsonb') uischema: Record<string, unknown>
}
