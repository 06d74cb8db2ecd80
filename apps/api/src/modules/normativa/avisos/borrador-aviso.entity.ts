import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import type { ActoAviso, EstatusAviso, Finalidad } from '@conoceles/domain'
import type { ExcepcionDto } from '../../programa/aprobaciones/index.ts'
import type { Hecho } from '../borradores/index.ts'
import { AvisoPrivacidad } from '../../captura/avisos/index.ts'

/** By which vote an organ approved a version. */
export interface VotoAviso {
  organo: string
  sesion: string
  sesionNombre: string
  puntoId: string
  /** Title of the point; votes of before do not say it. */
  titulo?: string
  /** Why it approves, where it is no vote on its own point. */
  excepcion?: ExcepcionDto | null
  /** ISO 8601, and its local day. */
  votadoEn: string
  fecha: string
  acta: { documentoId: string; nombre: string; sha256: string; fecha: string } | null
}

/** A version of the aviso de privacidad in the writing and before the organs; once published, the approved text. */
@Entity({ schema: 'captura', name: 'aviso_borrador' })
@Check(
  'aviso_borrador_aprobado_ck',
  `(estatus not in ('aprobado', 'publicado')) or (comision is not null and comite is not null and vigente_desde is not null)`,
)
@Index('aviso_borrador_proceso_ix', ['procesoId', 'guardadoEn'])
export class BorradorAviso {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'aviso_borrador_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  /** Markdown with {{claves}}. */
  @Column('text') integral: string
  @Column('text') simplificado: string
  @Column('jsonb') finalidades: Finalidad[]
  /** First day on which it is to be in force. */
  @Column('date', { name: 'vigente_desde', nullable: true }) vigenteDesde: string | null
  @Column('text') estatus: EstatusAviso
  @Column('int') version: number
  @Column('timestamptz', { name: 'creado_en' }) creadoEn: Date
  @Column('uuid', { name: 'creado_por', nullable: true }) creadoPor: string | null
  @Column('timestamptz', { name: 'guardado_en' }) guardadoEn: Date
  /** When it was sent to the Comisión; null while it is written. */
  @Column('timestamptz', { name: 'enviado_en', nullable: true }) enviadoEn: Date | null
  @Column('jsonb', { nullable: true }) comision: VotoAviso | null
  @Column('jsonb', { nullable: true }) comite: VotoAviso | null
  @Column('uuid', { name: 'aviso_id', nullable: true })
  @ForeignKey(() => AvisoPrivacidad, { name: 'aviso_borrador_aviso_fk' })
  avisoId: string | null
  @Column('jsonb') historia: Hecho<ActoAviso>[]
}
