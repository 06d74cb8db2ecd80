import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { TipoRecordatorio } from '@conoceles/domain'

/** Kinds of message that an account does not want; an account without a row wants all of them. */
@Entity({ schema: 'captura', name: 'preferencia_recordatorio' })
export class PreferenciaRecordatorio {
  @PrimaryColumn('uuid', { name: 'cuenta_id', primaryKeyConstraintName: 'preferencia_recordatorio_pk' }) cuentaId: string
  @Column('text', { array: true }) apagados: TipoRecordatorio[]
}
