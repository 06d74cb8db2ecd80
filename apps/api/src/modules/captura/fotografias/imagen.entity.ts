import { Column, Entity, PrimaryColumn } from 'typeorm'

/** The re-encoded bytes of a photograph in its three sizes (WebP, without metadata), by the hash of the largest. */
@Entity({ schema: 'captura', name: 'imagen' })
export class Imagen {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'imagen_pk' }) sha256: string
  @Column('bytea') chica: Buffer
  @Column('bytea') media: Buffer
  @Column('bytea') grande: Buffer
}
