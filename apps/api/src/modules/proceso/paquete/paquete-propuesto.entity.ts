import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import type { Cambio } from '@conoceles/paquetes'
import { Proceso, type Catalogos } from '../proceso.entity.ts'

export const ESTATUS_PAQUETE = ['propuesto', 'aprobado', 'rechazado'] as const
type EstatusPaquete = (typeof ESTATUS_PAQUETE)[number]

/** A corrected pack. The database loads it when its row is approved, whole or not at all. */
@Entity({ schema: 'captura', name: 'paquete_propuesto' })
@Check('paquete_propuesto_estatus_ck', `estatus in ('propuesto', 'aprobado', 'rechazado')`)
@Check(
  'paquete_propuesto_decidido_ck',
  `(decidido_en is null) = (estatus = 'propuesto') and (decidido_por is null) = (decidido_en is null) and (decidio is null) = (decidido_en is null)`,
)
@Check('paquete_propuesto_dos_ck', `estatus <> 'aprobado' or decidido_por <> propuesto_por`)
@Index('paquete_propuesto_abierto_ux', ['procesoId'], { unique: true, where: `estatus = 'propuesto'` })
export class PaquetePropuesto {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'paquete_propuesto_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' })
  @ForeignKey(() => Proceso, { name: 'paquete_propuesto_proceso_fk' })
  procesoId: string
  /** Name of the ZIP, and the hash of its bytes. */
  @Column('text') archivo: string
  @Column('text') sha256: string
  @Column('text') version: string
  /** Version in force when it was proposed. */
  @Column('text') anterior: string
  /** Hash of the catalogues in force then. */
  @Column('text') sobre: string
  @Column('text', { array: true }) fuentes: string[]
  @Column('jsonb') catalogos: Catalogos
  @Column('jsonb') cambios: Cambio[]
  /** Files of the ZIP that were not read. */
  @Column('text', { array: true }) ignorados: string[]
  @Column('text') estatus: EstatusPaquete
  @Column('uuid', { name: 'propuesto_por' }) propuestoPor: string
  /** Names of both people, as they were then. */
  @Column('text') propuso: string
  @Column('timestamptz', { name: 'propuesto_en' }) propuestoEn: Date
  @Column('uuid', { name: 'decidido_por', nullable: true }) decididoPor: string | null
  @Column('text', { nullable: true }) decidio: string | null
  @Column('timestamptz', { name: 'decidido_en', nullable: true }) decididoEn: Date | null
}
