import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Codificacion } from './codificacion.entity.ts'

/**
 * A free text in coding, under a pseudonym of its own. Neither the text is here nor its author, but for a link that the key ring seals:
 * that a persona wrote one tells her answer.
 */
@Entity({ schema: 'identidad', name: 'codificacion_texto' })
export class TextoCodificacion {
  /** Random: follows from nothing. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'codificacion_texto_pk' }) id: string
  @Index('codificacion_texto_codificacion_ix')
  @Column('uuid', { name: 'codificacion_id' })
  @ForeignKey(() => Codificacion, { name: 'codificacion_texto_codificacion_fk' })
  codificacionId: string
  /** Key of the ring that seals it. */
  @Column('text') kid: string
  /** The candidatura, and the hash of the text that was found then. */
  @Column('bytea') enlace: Buffer
}
