import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import type { EstatusCaptura, Sexo } from '@conoceles/domain'
import { ActorPolitico } from '../../proceso/index.ts'
import { Acuerdo } from '../acuerdos/acuerdo.entity.ts'
import { Entrega } from '../entregas/entrega.entity.ts'
import { Persona } from './persona.entity.ts'
import { Postulacion } from './postulacion.entity.ts'

@Entity({ schema: 'captura', name: 'candidatura' })
@Unique('candidatura_clave_uq', ['procesoId', 'clave'])
@Index('candidatura_responsable_ix', ['responsableId', 'estatusCaptura'])
@Index('candidatura_postulacion_ix', ['postulacionId', 'numero', 'calidad'])
@Index('candidatura_lugar_vigente_uq', ['postulacionId', 'numero', 'calidad'], { unique: true, where: `estatus = 'aprobada'` })
@Index('candidatura_orden_ix', ['procesoId', 'orden'])
@Index('candidatura_cargo_ix', ['procesoId', 'cargoId', 'orden'])
@Index('candidatura_demarcacion_ix', ['procesoId', 'demarcacionId', 'orden'])
@Index('candidatura_actor_ix', ['procesoId', 'actorId', 'orden'])
@Index('candidatura_partido_ix', ['procesoId', 'partidoOrigenId', 'orden'])
@Index('candidatura_acuerdo_ix', ['procesoId', 'acuerdoId', 'orden'])
@Index('candidatura_estatus_ix', ['procesoId', 'estatusCaptura', 'orden'])
@Index('candidatura_validada_ix', ['procesoId', 'validadaEn', 'id'])
@Index('candidatura_vence_ix', ['procesoId', 'capturaVence', 'id'])
@Index('candidatura_persona_ix', ['personaId'])
@Index('candidatura_folio_ix', ['procesoId', 'folioFormula'])
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
  /** Actor whose accounts capture and validate: the party of origin, or the independent. */
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
  /** Identifier of the fórmula: its members and their substitutes share it (INE: NUM_LISTA_O_FORMULA). */
  @Column('int', { name: 'folio_formula' }) folioFormula: number
  /** Position: the order of the ballots, then of the list; unique. */
  @Column({ type: 'text', collation: 'C' }) orden: string
  /** Copies of the postulación's, for the indexes of the lists. */
  @Column('uuid', { name: 'cargo_id' }) cargoId: string
  @Column('uuid', { name: 'demarcacion_id' }) demarcacionId: string
  @Column('uuid', { name: 'actor_id' }) actorId: string
  /** Copy of the persona's: the lists filter and count by it, and one look at a persona for each row would grow with the table. */
  @Column('text') sexo: Sexo
  @Column('uuid', { name: 'entrega_id', nullable: true })
  @ForeignKey(() => Entrega, { name: 'candidatura_entrega_fk' })
  entregaId: string | null
  /** Day its access account was delivered; null until it is. */
  @Column('date', { name: 'cuenta_entregada', nullable: true }) cuentaEntregada: string | null
  /** When the persona last said that hers is finished. */
  @Column('timestamptz', { name: 'terminada_en', nullable: true }) terminadaEn: Date | null
  /** Folio of the acuse of that notice. */
  @Column('text', { name: 'terminada_folio', nullable: true }) terminadaFolio: string | null
  /** Last day of the term of captura; null until it runs. */
  @Column('date', { name: 'captura_vence', nullable: true }) capturaVence: string | null
  @Column('timestamptz', { name: 'capturada_en', nullable: true }) capturadaEn: Date | null
  @Column('timestamptz', { name: 'validada_en', nullable: true }) validadaEn: Date | null
  @Column('timestamptz', { name: 'verificada_en', nullable: true }) verificadaEn: Date | null
  @Column('int') version: number
}
