import { Column, Entity, PrimaryColumn, Unique } from 'typeorm'

/** Filters of the directory that an account keeps under a name. */
@Entity({ schema: 'captura', name: 'vista' })
@Unique('vista_nombre_uq', ['cuentaId', 'nombre'])
export class Vista {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'vista_pk' }) id: string
  @Column('uuid', { name: 'cuenta_id' }) cuentaId: string
  @Column('text') nombre: string
  /** Query of the directory's address, as the console writes it. */
  @Column('text') consulta: string
  @Column('timestamptz', { name: 'creada_en' }) creadaEn: Date
}
