import { Column, Entity, PrimaryColumn } from 'typeorm'

/** Answer given to an Idempotency-Key: a repeated submission gets the same answer, and changes nothing. */
@Entity({ schema: 'captura', name: 'envio' })
export class Envio {
  @PrimaryColumn('uuid', { name: 'cuenta_id', primaryKeyConstraintName: 'envio_pk' }) cuentaId: string
  @PrimaryColumn('text', { primaryKeyConstraintName: 'envio_pk' }) clave: string
  /** SHA-256 of what was sent. */
  @Column('text') huella: string
  @Column('jsonb') respuesta: Record<string, unknown>
  @Column('timestamptz', { name: 'creado_en' }) creadoEn: Date
}
