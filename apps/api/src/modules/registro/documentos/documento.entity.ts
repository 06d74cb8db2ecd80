import { Column, Entity, PrimaryColumn } from 'typeorm'

/** The paper behind an act, as it was received. */
@Entity({ schema: 'captura', name: 'documento' })
export class Documento {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'documento_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  @Column('text') nombre: string
  @Column('text') medio: string
  @Column('int') bytes: number
  @Column('text') sha256: string
  @Column('bytea') contenido: Buffer
  @Column('timestamptz', { name: 'recibido_en' }) recibidoEn: Date
  @Column('uuid', { name: 'recibido_por' }) recibidoPor: string
}
