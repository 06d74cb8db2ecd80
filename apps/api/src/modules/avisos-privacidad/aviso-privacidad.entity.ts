import { Column, Entity, PrimaryColumn, Unique } from 'typeorm'
import type { AvisoPrivacidadPack } from '@conoceles/domain'

@Entity({ schema: 'captura', name: 'aviso_privacidad' })
@Unique('aviso_privacidad_uq', ['procesoId', 'version'])
export class AvisoPrivacidad {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'aviso_privacidad_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  @Column('int') version: number
  @Column('date', { name: 'vigente_desde' }) vigenteDesde: string
  @Column('text') integral: string
  @Column('text') simplificado: string
  /** SHA-256 of both texts: what a consentimiento refers to. */
  @Column('text') sha256: string
  @Column('jsonb') aprobacion: AvisoPrivacidadPack['aprobacion']
}
