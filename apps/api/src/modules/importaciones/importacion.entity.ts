import { Column, Entity, PrimaryColumn } from 'typeorm'

/** A list handed in: first what it would do, and only when confirmed what it did. */
@Entity({ schema: 'captura', name: 'importacion' })
export class Importacion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'importacion_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  @Column('text') archivo: string
  @Column('text') sha256: string
  @Column('text') estatus: 'propuesta' | 'confirmada' | 'descartada'
  @Column('jsonb') filas: Record<string, string>[]
  @Column('jsonb') veredictos: unknown[]
  @Column('jsonb') resumen: { crear: number; cambiar: number; igual: number; rechazar: number }
  @Column('timestamptz', { name: 'creada_en' }) creadaEn: Date
  @Column('uuid', { name: 'creada_por' }) creadaPor: string
  @Column('timestamptz', { name: 'cerrada_en', nullable: true }) cerradaEn: Date | null
}
