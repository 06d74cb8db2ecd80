import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import type { ActoSesion, ClaseSesion, EstatusSesion, ModalidadSesion, Relato } from '@conoceles/domain'
import { Documento } from '../../registro/index.ts'

/** An item of the agenda; its place in the list is its number. */
export interface Punto {
  id: string
  titulo: string
  seVota: boolean
  /** Clave of the entregable that it approves. */
  entregable: string | null
  /** Clave of the draft that it decides; points of before have none. */
  materia?: string | null
  documentos: string[]
}

/** Signer of the convocatoria, the office through which it went, and its documents. */
export interface Convocatoria {
  /** ISO 8601. */
  en: string
  firma: string | null
  conducto: string | null
  documentos: string[]
  advertencias: string[]
  folio: string
  /** Number of its oficio; those of before have none. */
  numero?: string | null
  /** City and ground that the secretaría typed, for want of confirmed ones in the pack. */
  ciudad?: string | null
  fundamento?: string | null
  /** Versions of the sentences of both papers; absent: those of the pack. */
  plantilla?: number
  plantillaOrden?: number
}

/** One step of its life, as it is told on its page. */
export interface HechoSesion {
  acto: ActoSesion | 'programar'
  en: string
  motivo: string | null
  /** Day for which it stood until then; only in a step that moves it. */
  fecha: string | null
  folio: string | null
}

/** A sesión of an organ. It keeps its agenda; the votes are in `celebracion`. */
@Entity({ schema: 'captura', name: 'sesion' })
@Unique('sesion_numero_uq', ['procesoId', 'organo', 'tipo', 'anio', 'numero'])
@Index('sesion_fecha_ix', ['procesoId', 'fecha'])
export class Sesion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sesion_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  @Column('text') organo: string
  @Column('text') tipo: ClaseSesion
  @Column('int') numero: number
  @Column('int') anio: number
  @Column('date') fecha: string
  /** "HH:MM" in the zone of the proceso; null while only the day is known. */
  @Column('text', { nullable: true }) hora: string | null
  @Column('text') modalidad: ModalidadSesion
  @Column('text', { nullable: true }) lugar: string | null
  @Column('text') estatus: EstatusSesion
  @Column('int') version: number
  @Column('jsonb') puntos: Punto[]
  @Column('jsonb', { nullable: true }) convocatoria: Convocatoria | null
  @Column('jsonb') historia: HechoSesion[]
  /** Place in the programme of work that foresees or tells it; null when the secretaría programmed it. */
  @Column('text', { nullable: true }) fuente: string | null
  @Column('uuid', { name: 'acta_id', nullable: true })
  @ForeignKey(() => Documento, { name: 'sesion_acta_fk' })
  actaId: string | null
  /** Day that the acta bears. */
  @Column('date', { name: 'acta_fecha', nullable: true }) actaFecha: string | null
  /** Matters dealt with, beside attendance and votes; null while nobody told them. */
  @Column('jsonb', { nullable: true }) relato: Relato | null
}
