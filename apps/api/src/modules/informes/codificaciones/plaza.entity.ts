import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import { Codificacion } from './codificacion.entity.ts'

/** One of the two people who code, each apart. */
@Entity({ schema: 'captura', name: 'codificacion_plaza' })
@Check('codificacion_plaza_numero_ck', 'numero in (1, 2)')
@Unique('codificacion_plaza_cuenta_uq', ['codificacionId', 'cuentaId'])
export class PlazaCodificacion {
  @PrimaryColumn('uuid', { name: 'codificacion_id', primaryKeyConstraintName: 'codificacion_plaza_pk' })
  @ForeignKey(() => Codificacion, { name: 'codificacion_plaza_codificacion_fk' })
  codificacionId: string
  /** 1 or 2. */
  @PrimaryColumn('int', { primaryKeyConstraintName: 'codificacion_plaza_pk' }) numero: number
  @Column('uuid', { name: 'cuenta_id' }) cuentaId: string
  @Column('timestamptz', { name: 'tomada_en' }) tomadaEn: Date
  /** When she said that she had coded all of them; null again when a text changed since. */
  @Column('timestamptz', { name: 'terminada_en', nullable: true }) terminadaEn: Date | null
}
