import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Candidatura } from '../../registro/index.ts'

/** A photograph handed in; a newer one replaces it without losing it. */
@Entity({ schema: 'captura', name: 'fotografia' })
@Index('fotografia_vigente_uq', ['candidaturaId'], { unique: true, where: 'retirada_en IS NULL' })
export class Fotografia {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'fotografia_pk' }) id: string
  @Column('uuid', { name: 'candidatura_id' })
  @ForeignKey(() => Candidatura, { name: 'fotografia_candidatura_fk', onDelete: 'CASCADE' })
  candidaturaId: string
  @Column('text') sha256: string
  @Column('text', { name: 'texto_alternativo' }) textoAlternativo: string
  @Column('date', { name: 'tomada_en' }) tomadaEn: string
  @Column('timestamptz', { name: 'guardada_en' }) guardadaEn: Date
  @Column('uuid', { name: 'guardada_por', nullable: true }) guardadaPor: string | null
  @Column('timestamptz', { name: 'validada_en', nullable: true }) validadaEn: Date | null
  @Column('timestamptz', { name: 'verificada_en', nullable: true }) verificadaEn: Date | null
  @Column('timestamptz', { name: 'retirada_en', nullable: true }) retiradaEn: Date | null
}
