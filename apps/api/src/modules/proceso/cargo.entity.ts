import { Column, Entity, PrimaryColumn, Unique } from 'typeorm'

@Entity({ schema: 'captura', name: 'cargo' })
@Unique('cargo_clave_uq', ['procesoId', 'clave'])
export class Cargo {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'cargo_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  @Column('text') clave: string
  @Column('text') nombre: string
  @Column('text') singular: string
  @Column('text') principio: string
  @Column('text', { name: 'tipo_eleccion' }) tipoEleccion: string
  @Column('int') orden: number
  @Column('date', { name: 'inicio_publicacion' }) inicioPublicacion: string
  @Column('date', { name: 'entrega_cuentas' }) entregaCuentas: string
  @Column('int', { name: 'dias_captura' }) diasCaptura: number
  @Column('text', { name: 'plazo_desde' }) plazoDesde: 'entrega' | 'acuerdo'
  @Column('text', { name: 'plazo_dias_tipo' }) plazoDiasTipo: 'naturales' | 'habiles'
  @Column('date', { name: 'cierre_captura' }) cierreCaptura: string
  @Column('boolean', { name: 'con_suplente' }) conSuplente: boolean
  /** Cargos with the same planilla are one in each demarcación. */
  @Column('text', { nullable: true }) planilla: string | null
}
