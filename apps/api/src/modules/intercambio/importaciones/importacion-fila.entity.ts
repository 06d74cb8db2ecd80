import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import type {
  AdvertenciaFila,
  CambioFila,
  CandidaturaListada,
  ColumnaImportacion,
  ErrorFila,
  HallazgoFila,
  VeredictoImportacion,
} from '@conoceles/domain'
import { Importacion } from './importacion.entity.ts'

/** One row of a list, and its outcome. */
@Entity({ schema: 'captura', name: 'importacion_fila' })
@Index('importacion_fila_veredicto_ix', ['importacionId', 'veredicto', 'fila'])
@Index('importacion_fila_candidatura_ix', ['candidaturaId'])
export class ImportacionFila {
  @PrimaryColumn('uuid', { name: 'importacion_id', primaryKeyConstraintName: 'importacion_fila_pk' })
  @ForeignKey(() => Importacion, { name: 'importacion_fila_importacion_fk' })
  importacionId: string
  /** As the spreadsheet numbers it. */
  @PrimaryColumn('int', { primaryKeyConstraintName: 'importacion_fila_pk' }) fila: number
  /** Our columns, in their order; gone when the import is closed. A workbook of another format is read from its file instead. */
  @Column('jsonb', { nullable: true }) celdas: string[] | null
  /** Cells that somebody mended, by column; gone with the others. */
  @Column('jsonb', { default: {} }) correcciones: Partial<Record<ColumnaImportacion, string>>
  @Column('text', { nullable: true }) veredicto: VeredictoImportacion | null
  @Column('text', { nullable: true }) clave: string | null
  @Column('text', { nullable: true }) nombre: string | null
  @Column('jsonb') cambios: CambioFila[]
  @Column('jsonb') errores: ErrorFila[]
  @Column('jsonb') advertencias: AdvertenciaFila[]
  @Column('jsonb', { default: [] }) hallazgos: HallazgoFila[]
  @Column('uuid', { name: 'candidatura_id', nullable: true }) candidaturaId: string | null
  /** That the candidatura was left with: a later one means that somebody touched it. */
  @Column('int', { nullable: true }) version: number | null
  /** Candidatura before the import; kept while the import can be undone. */
  @Column('jsonb', { nullable: true }) antes: CandidaturaListada | null
}
