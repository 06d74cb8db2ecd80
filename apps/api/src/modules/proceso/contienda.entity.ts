import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import { Cargo } from './cargo.entity.ts'
import { Demarcacion } from './demarcacion.entity.ts'

@Entity({ schema: 'captura', name: 'contienda' })
@Unique('contienda_clave_uq', ['procesoId', 'clave'])
export class Contienda {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'contienda_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  @Column('text') clave: string
  @Column('uuid', { name: 'cargo_id' })
  @ForeignKey(() => Cargo, { name: 'contienda_cargo_fk' })
  cargoId: string
  @Column('uuid', { name: 'demarcacion_id' })
  @ForeignKey(() => Demarcacion, { name: 'contienda_demarcacion_fk' })
  demarcacionId: string
  /** Fórmulas of a full postulación. */
  @Column('int') lugares: number
}
