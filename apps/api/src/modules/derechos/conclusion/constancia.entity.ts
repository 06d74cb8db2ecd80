import { Column, Entity, PrimaryColumn } from 'typeorm'

/** The certificate of the suppression as it was emitted: the signed file itself. Nobody may change it. */
@Entity({ schema: 'captura', name: 'constancia_supresion' })
export class ConstanciaSupresion {
  @PrimaryColumn('uuid', { name: 'proceso_id', primaryKeyConstraintName: 'constancia_supresion_pk' }) procesoId: string
  @Column('timestamptz', { name: 'emitida_en' }) emitidaEn: Date
  @Column('bytea') archivo: Buffer
  @Column('text') sha256: string
  @Column('text') folio: string
}
