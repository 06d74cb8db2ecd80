import { Column, Entity, Index, PrimaryColumn } from 'typeorm'

@Entity({ schema: 'captura', name: 'persona' })
@Index('persona_nacimiento_ix', ['fechaNacimiento'])
export class Persona {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'persona_pk' }) id: string
  @Column('text') nombre: string
  /** Null when the source does not split names: all of it is in `nombre`. */
  @Column('text', { name: 'primer_apellido', nullable: true }) primerApellido: string | null
  @Column('text', { name: 'segundo_apellido', nullable: true }) segundoApellido: string | null
  @Column('text', { nullable: true }) apodo: string | null
  @Column('text') sexo: 'mujer' | 'hombre' | 'no_binario'
  /** Private: only the age leaves. */
  @Column('date', { name: 'fecha_nacimiento', nullable: true }) fechaNacimiento: string | null
  /** When the source gave only the age. */
  @Column('int', { name: 'edad_declarada', nullable: true }) edadDeclarada: number | null
}
