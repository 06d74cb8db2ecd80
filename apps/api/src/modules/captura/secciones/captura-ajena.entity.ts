import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import type { Rol } from '@conoceles/domain'
import { Candidatura } from '../../registro/index.ts'
import { ActorPolitico } from '../../proceso/index.ts'

/** Trace that an account captured for a persona, by section and day. Only she and that account see it. */
@Entity({ schema: 'captura', name: 'captura_ajena' })
@Unique('captura_ajena_uq', ['candidaturaId', 'cuestionario', 'seccion', 'cuentaId', 'dia'])
export class CapturaAjena {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'captura_ajena_pk' }) id: string
  @Column('uuid', { name: 'candidatura_id' })
  @ForeignKey(() => Candidatura, { name: 'captura_ajena_candidatura_fk', onDelete: 'CASCADE' })
  candidaturaId: string
  /** `fotografia` and `consentimiento` too: they have a blank section. */
  @Column('text') cuestionario: string
  @Column('text') seccion: string
  @Column('date') dia: string
  @Column('uuid', { name: 'cuenta_id' }) cuentaId: string
  @Column('text') rol: Rol
  @Column('uuid', { name: 'actor_politico_id', nullable: true })
  @ForeignKey(() => ActorPolitico, { name: 'captura_ajena_actor_fk' })
  actorPoliticoId: string | null
  @Column('timestamptz', { name: 'primera_en' }) primeraEn: Date
  @Column('timestamptz', { name: 'ultima_en' }) ultimaEn: Date
  @Column('int') veces: number
}
