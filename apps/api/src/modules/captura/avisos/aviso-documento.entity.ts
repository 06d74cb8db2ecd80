import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import type { TipoAviso } from '@conoceles/domain'
import { AvisoPrivacidad } from './aviso-privacidad.entity.ts'

/** A published version as it is printed (PDF/UA), byte for byte. */
@Entity({ schema: 'captura', name: 'aviso_documento' })
export class AvisoDocumento {
  @PrimaryColumn('uuid', { name: 'aviso_id', primaryKeyConstraintName: 'aviso_documento_pk' })
  @ForeignKey(() => AvisoPrivacidad, { name: 'aviso_documento_aviso_fk' })
  avisoId: string
  @PrimaryColumn('text', { primaryKeyConstraintName: 'aviso_documento_pk' }) tipo: TipoAviso
  @Column('bytea') contenido: Buffer
  @Column('text') sha256: string
}
