import { Column, Entity, PrimaryColumn, Unique } from 'typeorm'

@Entity({ schema: 'captura', name: 'acuerdo' })
@Unique('acuerdo_numero_uq', ['procesoId', 'numero'])
export class Acuerdo {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'acuerdo_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  @Column('text') numero: string
  @Column('date') fecha: string
}
