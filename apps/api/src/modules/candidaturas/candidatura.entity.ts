import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import type { EstatusCaptura } from '@conoceles/domain'
import { ActorPolitico } from '../procesos/index.ts'
import { Acuerdo } from './acuerdo.entity.ts'
import { Persona } from './persona.entity.ts'
import { Postulacion } from './postulacion.entity.ts'

@Entity({ schema: 'captura', name: 'candidatura' })
@Unique('candidatura_clave_uq', ['procesoId', 'clave'])
@Index('candidatura_responsable_ix', ['responsableId', 'estatusCaptura'])
@Index('candidatura_postulacion_ix', ['postulacionId', 'numero', 'calidad'])
export class Candidatura {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'candidatura_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  /** Stable key of the approved list: importing twice changes nothing. */
  @Column('text') clave: string
  @Column('uuid', { name: 'postulacion_id' })
  @ForeignKey(() => Postulacion, { name: 'candidatura_postulacion_fk' })
  postulacionId: string
  @Column('uuid', { name: 'persona_id' })
  @ForeignKey(() => Persona, { name: 'candidatura_persona_fk' })
  personaId: string
  /** Whose accounts capture and validate: the party of origin, or the independent. */
  @Column('uuid', { name: 'responsable_id' })
  @ForeignKey(() => ActorPolitico, { name: 'candidatura_responsable_fk' })
  responsableId: string
  @Column('uuid', { name: 'partido_origen_id', nullable: true })
  @ForeignKey(() => ActorPolitico, { name: 'candidatura_partido_origen_fk' })
  partidoOrigenId: string | null
  @Column('int') numero: number
  @Column('text') calidad: 'propietaria' | 'suplente'
  @Column('text', { name: 'accion_afirmativa', nullable: true }) accionAfirmativa: string | null
  @Column('boolean', { name: 'eleccion_consecutiva' }) eleccionConsecutiva: boolean
  @Column('uuid', { name: 'acuerdo_id' })
  @ForeignKey(() => Acuerdo, { name: 'candidatura_acuerdo_fk' })
  acuerdoId: string
  @Column('text') estatus: 'aprobada' | 'sustituida' | 'cancelada'
  @Column('text', { name: 'estatus_captura' }) estatusCaptura: EstatusCaptura
  /** Complete sections of both cuestionarios, kept by the act that saves one: lists show it without reading any answer. */
  @Column('int', { name: 'secciones_completas' }) seccionesCompletas: number
  /** Day its access account was delivered: the term of capture counts from the next day. */
  @Column('date', { name: 'cuenta_entregada' }) cuentaEntregada: string
  @Column('timestamptz', { name: 'capturada_en', nullable: true }) capturadaEn: Date | null
  @Column('timestamptz', { name: 'validada_en', nullable: true }) validadaEn: Date | null
  @Column('timestamptz', { name: 'verificada_en', nullable: true }) verificadaEn: Date | null
  @Column('int') version: number
}
