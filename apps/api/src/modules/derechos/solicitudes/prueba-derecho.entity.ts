import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import type { Identificacion } from '@conoceles/domain'
import { SolicitudDerecho } from './solicitud-derecho.entity.ts'

/**
 * A document of a request, under a data key of its own, which outlives the key of her answers. It proves the persona's identity, or is a
 * paper of the request or of an act on it. There is one proof, which may be handed in again until it was accepted.
 */
@Entity({ schema: 'identidad', name: 'prueba_derecho' })
@Check('prueba_derecho_clase_ck', `clase in ('identidad', 'documento', 'datos') and (clase = 'identidad') = (nombre is null)`)
@Index('prueba_derecho_identidad_uq', ['solicitudId'], { unique: true, where: `clase = 'identidad'` })
@Index('prueba_derecho_datos_uq', ['solicitudId'], { unique: true, where: `clase = 'datos'` })
@Index('prueba_derecho_solicitud_ix', ['solicitudId', 'recibidaEn'])
export class PruebaDerecho {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'prueba_derecho_pk' }) id: string
  @Column('uuid', { name: 'solicitud_id' })
  @ForeignKey(() => SolicitudDerecho, { name: 'prueba_derecho_solicitud_fk' })
  solicitudId: string
  /** `datos`: the file that an acceso hands over, which is destroyed with the key of her answers. */
  @Column('text') clase: 'identidad' | 'documento' | 'datos'
  /** Folio of the act that it goes with; null: the request itself. */
  @Column('text', { nullable: true }) hecho: string | null
  /** Name that its sender gave; null: the proof of identity. */
  @Column('text', { nullable: true }) nombre: string | null
  /** Kind of the identity document that was shown; null: it was not said, or it is another paper. */
  @Column('text', { nullable: true }) exhibido: Identificacion | null
  @Column('text') medio: string
  @Column('int', { nullable: true }) bytes: number | null
  @Column('boolean', { name: 'de_la_persona' }) deLaPersona: boolean
  @Column('text') kid: string
  @Column('bytea') envuelta: Buffer
  @Column('bytea') cifrada: Buffer
  @Column('timestamptz', { name: 'recibida_en' }) recibidaEn: Date
}
