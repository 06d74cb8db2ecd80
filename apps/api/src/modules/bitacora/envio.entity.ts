import { Column, Entity, PrimaryColumn } from 'typeorm'

/** Answer given to an Idempotency-Key: a repeated submission gets the same answer, and changes nothing. */
@Entity({ schema: 'captura', name: 'envio' })
export class Envio {
  @PrimaryColumn('uuid', { name: 'cuenta_id', primaryKeyConstraintName: 'envio_pk' }) cuentaId: string
  @PrimaryColumn('text', { primaryKeyConstraintName: 'envio_pk' }) clave: string
  /** HMAC-SHA-256 of the sent content. */
  @Column('text') huella: string
  /** Encrypted, base64: it holds the salt of an acuse. `kid`: key of the ring, also of `huella`; absent: the first. */
  @Column('jsonb') respuesta: { sellada: string; kid?: string }
  @Column('timestamptz', { name: 'creado_en' }) creadoEn: Date
}
