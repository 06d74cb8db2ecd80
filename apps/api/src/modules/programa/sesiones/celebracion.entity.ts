import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import type { Encargo, RepresentacionAsentada, ResultadoPunto, SentidoVoto, VotoEmitido } from '@conoceles/domain'
import { Sesion } from './sesion.entity.ts'

/** Somebody on the list of attendance, as she stood on that day. */
export interface Asistencia {
  integranteId: string
  nombre: string
  ejerce: Encargo
  voto: boolean
  presente: boolean
}

export interface PuntoVotado {
  puntoId: string
  resultado: ResultadoPunto
  /** ISO 8601. */
  votadoEn: string | null
  votos: VotoEmitido[]
  cuenta: Record<SentidoVoto, number> | null
  /** Whether the presiding member decided a tie. */
  calidad: boolean
  /** `id`: its row among the acuerdos; null when only its number is known. */
  acuerdo: { id: string | null; numero: string } | null
  /** Moments of the entregable that the vote fulfilled. */
  cumplio: string[]
  /** Why the vote fulfilled nothing of its entregable, where it would have. */
  nota?: string | null
  /** Why it was taken off the agenda. */
  motivoRetiro?: string
}

/** Record of a held sesión: attendance and votes. The newest counts; a correction adds one, with its reason, and erases none. */
@Entity({ schema: 'captura', name: 'celebracion' })
@Unique('celebracion_numero_uq', ['sesion', 'numero'])
export class Celebracion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'celebracion_pk' }) id: string
  @Column('uuid', { name: 'sesion_id' })
  @ForeignKey(() => Sesion, { name: 'celebracion_sesion_fk' })
  sesion: string
  @Column('int') numero: number
  @Column('timestamptz') inicio: Date
  @Column('timestamptz') fin: Date
  @Column('jsonb') asistencia: Asistencia[]
  /** Representaciones of the parties that were convened; null: nobody told who came. */
  @Column('jsonb', { nullable: true }) representaciones: RepresentacionAsentada[] | null
  @Column('jsonb') puntos: PuntoVotado[]
  /** Why it corrects the one before; null for the first. */
  @Column('text', { nullable: true }) motivo: string | null
  @Column('text') folio: string
  @Column('timestamptz', { name: 'registrada_en' }) registradaEn: Date
  @Column('uuid', { name: 'registrada_por', nullable: true }) registradaPor: string | null
}
