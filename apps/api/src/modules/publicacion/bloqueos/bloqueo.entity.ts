import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import type { AlcanceBloqueo, BaseBloqueo, EstatusBloqueo } from '@conoceles/domain'
import { Documento, Persona } from '../../registro/index.ts'

/** Block, by an authority or for a risk, that hides data of a persona: one person proposes it, another confirms it, and two lift it. */
@Entity({ schema: 'captura', name: 'bloqueo' })
@Check('bloqueo_dos_personas_ck', 'confirmado_por <> propuesto_por')
@Check('bloqueo_levanta_dos_personas_ck', 'levantado_por <> levanta_propuesto_por')
@Check('bloqueo_vigente_ck', `(estatus not in ('vigente', 'levantado')) or (confirmado_por is not null and confirmado_en is not null)`)
@Check('bloqueo_levantado_ck', `(estatus <> 'levantado') or (levantado_por is not null and levanta_propuesto_por is not null)`)
@Check('bloqueo_alcance_ck', `(alcance = 'persona') = (clave is null)`)
@Check('bloqueo_orden_ck', `(base <> 'orden') or (autoridad is not null and orden is not null)`)
@Check('bloqueo_provisional_ck', `provisional_hasta is null or base = 'riesgo'`)
@Index('bloqueo_persona_ix', ['personaId'])
export class Bloqueo {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'bloqueo_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  @Column('uuid', { name: 'persona_id' })
  @ForeignKey(() => Persona, { name: 'bloqueo_persona_fk' })
  personaId: string
  @Column('text') alcance: AlcanceBloqueo
  /** Clave of the section or of the field; null: the whole persona. */
  @Column('text', { nullable: true }) clave: string | null
  @Column('text') base: BaseBloqueo
  /** Authority that ordered it, and its order; null where the ground is a risk. */
  @Column('text', { nullable: true }) autoridad: string | null
  @Column('text', { nullable: true }) orden: string | null
  @Column('text') motivo: string
  @Column('uuid', { name: 'documento_id', nullable: true })
  @ForeignKey(() => Documento, { name: 'bloqueo_documento_fk' })
  documentoId: string | null
  /** Last day; null: until two people lift it. */
  @Column('date', { nullable: true }) hasta: string | null
  /** Last day on which it hides before a second person decides; null: it hides nothing until then. */
  @Column('date', { name: 'provisional_hasta', nullable: true }) provisionalHasta: string | null
  @Column('text') estatus: EstatusBloqueo
  @Column('int') version: number
  @Column('uuid', { name: 'propuesto_por' }) propuestoPor: string
  @Column('timestamptz', { name: 'propuesto_en' }) propuestoEn: Date
  @Column('uuid', { name: 'confirmado_por', nullable: true }) confirmadoPor: string | null
  @Column('timestamptz', { name: 'confirmado_en', nullable: true }) confirmadoEn: Date | null
  @Column('uuid', { name: 'levanta_propuesto_por', nullable: true }) levantaPropuestoPor: string | null
  @Column('text', { name: 'levanta_motivo', nullable: true }) levantaMotivo: string | null
  @Column('uuid', { name: 'levantado_por', nullable: true }) levantadoPor: string | null
  @Column('timestamptz', { name: 'terminado_en', nullable: true }) terminadoEn: Date | null
}
