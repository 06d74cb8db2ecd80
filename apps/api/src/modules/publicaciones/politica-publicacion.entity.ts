import { Column, Entity, PrimaryColumn, Unique } from 'typeorm'
import type { CampoPoliticaPack } from '@conoceles/domain'

@Entity({ schema: 'captura', name: 'politica_publicacion' })
@Unique('politica_publicacion_uq', ['procesoId', 'version'])
export class PoliticaPublicacion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'politica_publicacion_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  @Column('int') version: number
  @Column('date', { name: 'vigente_desde' }) vigenteDesde: string
  @Column('jsonb') campos: CampoPoliticaPack[]
}
