import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { CorreoNovedades } from '@conoceles/domain'

/** How far an account saw its novedades, and which it wants by mail; an account without a row saw none and chose nothing. */
@Entity({ schema: 'captura', name: 'marca_novedades' })
export class MarcaNovedades {
  @PrimaryColumn('uuid', { name: 'cuenta_id', primaryKeyConstraintName: 'marca_novedades_pk' }) cuentaId: string
  @Column('timestamptz', { name: 'vistas_hasta', nullable: true }) vistasHasta: Date | null
  @Column('text', { nullable: true }) correo: CorreoNovedades | null
}
