import { Column, Entity, PrimaryColumn, Unique } from 'typeorm'

@Entity({ schema: 'captura', name: 'demarcacion' })
@Unique('demarcacion_clave_uq', ['procesoId', 'clave'])
export class Demarcacion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'demarcacion_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  @Column('text') clave: string
  @Column('text') tipo: 'entidad' | 'distrito' | 'municipio'
  @Column('text') nombre: string
  @Column('text', { nullable: true }) regimen: 'partidos' | 'sistemas_normativos' | null
}
