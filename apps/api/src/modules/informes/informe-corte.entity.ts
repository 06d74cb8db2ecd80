import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm'
import type { ClaseInforme } from '@conoceles/domain'
import type { DatosInforme } from './datos/datos.ts'

/** Frozen data of an informe: every figure that it tells. Never altered. */
@Entity({ schema: 'captura', name: 'informe_corte' })
@Unique('informe_corte_numero_uq', ['procesoId', 'entregable', 'numero'])
@Index('informe_corte_clase_ix', ['procesoId', 'clase', 'tomadoEn'])
export class InformeCorte {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'informe_corte_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  /** Clave of the entregable that the informe is: "11.5/2024-04", "11.13". */
  @Column('text') entregable: string
  @Column('int') numero: number
  @Column('text') clase: ClaseInforme
  @Column('timestamptz', { name: 'tomado_en' }) tomadoEn: Date
  @Column('uuid', { name: 'tomado_por' }) tomadoPor: string
  /** Version of the questions to the data: other questions would give other figures. */
  @Column('int') consulta: number
  /** Public corte that was the newest then; null before the first. */
  @Column('int', { name: 'corte_publico', nullable: true }) cortePublico: number | null
  @Column('jsonb') datos: DatosInforme
  /** SHA-256 of the canonical form of `datos`. */
  @Column('text') sha256: string
  @Column('text') folio: string
}
