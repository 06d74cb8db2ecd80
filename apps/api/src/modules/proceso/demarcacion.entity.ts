import { Column, Entity, PrimaryColumn, Unique } from 'typeorm'
import type { TipoDemarcacion } from '@conoceles/domain'

@Entity({ schema: 'captura', name: 'demarcacion' })
@Unique('demarcacion_clave_uq', ['procesoId', 'clave'])
export class Demarcacion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'demarcacion_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  @Column('text') clave: string
  @Column('text') tipo: TipoDemarcacion
  @Column('text') nombre: string
  @Column('text', { nullable: true }) regimen: 'partidos' | 'sistemas_normativos' | null
  /** Clave of the demarcación that it lies in. */
  @Column('text', { nullable: true }) pertenece: string | null
  @Column('text', { nullable: true }) cabecera: string | null
  /** Name of the entidad, when it is not that of the proceso. */
  @Column('text', { nullable: true }) entidad: string | null
}
