import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity({ schema: 'captura', name: 'persona' })
export class Persona {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'persona_pk' }) id: string
  @Column('text') nombre: string
  @Column('text', { name: 'primer_apellido' }) primerApellido: string
  @Column('text', { name: 'segundo_apellido', nullable: true }) segundoApellido: string | null
  @Column('text', { nullable: true }) apodo: string | null
  @Column('text') sexo: 'mujer' | 'hombre' | 'no_binario'
  /** Private: only the age leaves. */
  @Column('date', { name: 'fecha_nacimiento' }) fechaNacimiento: string
}
