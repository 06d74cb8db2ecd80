import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { SolicitudDerecho } from './solicitud-derecho.entity.ts'

/** The document by which who asks proved to be the persona, under a data key of its own: it outlives the key of her answers. */
@Entity({ schema: 'identidad', name: 'prueba_derecho' })
export class PruebaDerecho {
  @PrimaryColumn('uuid', { name: 'solicitud_id', primaryKeyConstraintName: 'prueba_derecho_pk' })
  @ForeignKey(() => SolicitudDerecho, { name: 'prueba_derecho_solicitud_fk' })
  solicitudId: string
  @Column('text') medio: string
  @Column('text') kid: string
  @Column('bytea') envuelta: Buffer
  @Column('bytea') cifrada: Buffer
  @Column('timestamptz', { name: 'recibida_en' }) recibidaEn: Date
}
