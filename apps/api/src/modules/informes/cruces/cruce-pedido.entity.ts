import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import type { Cruce } from '@conoceles/domain'
import { Proceso } from '../../proceso/index.ts'

/** That somebody of the institute asked for a crossing: which, for whom and why. It never changes. */
@Entity({ schema: 'captura', name: 'cruce_pedido' })
export class CrucePedido {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'cruce_pedido_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' })
  @ForeignKey(() => Proceso, { name: 'cruce_pedido_proceso_fk' })
  procesoId: string
  /** Clave of the table in the pack. */
  @Column('text') tabla: string
  @Column('text') por: Cruce
  /** Day on which its answers were counted. */
  @Column('date', { name: 'contada_el' }) contadaEl: string
  /** Person for whom it is made, with the charge. */
  @Column('text') solicitante: string
  @Column('text') motivo: string
  @Column('uuid', { name: 'pedido_por' }) pedidoPor: string
  @Column('timestamptz', { name: 'pedido_en' }) pedidoEn: Date
}
