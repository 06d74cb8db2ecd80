import { Instante, Lista, Logico, Opcion, Texto, Uuid } from '../../../shared/validacion/fields.ts'
import { ESTATUS_REPOSICION } from './reposicion.entity.ts'

export class CreateReposicionDto {
  @Texto({ descripcion: 'Correo de la cuenta que perdió sus factores.', ejemplo: 'captura@ejemplo.mx', min: 1, max: 254 }) correo: string
  @Texto({ descripcion: 'Cómo se comprobó quién lo pide.', ejemplo: 'Se presentó en la oficina con su credencial.', min: 10, max: 500 })
  motivo: string
}

export class ReposicionCreadaDto {
  @Uuid({ descripcion: 'Identificador de la propuesta.' }) id: string
}

export class DecidirReposicionDto {
  @Opcion(['confirmar', 'rechazar'], { descripcion: 'Qué se decide.', ejemplo: 'confirmar' }) decision: 'confirmar' | 'rechazar'
}

export class ReposicionDto {
  @Uuid({ descripcion: 'Identificador de la propuesta.' }) id: string
  @Uuid({ descripcion: 'Cuenta que perdió sus factores.' }) cuentaId: string
  @Texto({ descripcion: 'Nombre de la persona.' }) nombre: string
  @Texto({ descripcion: 'Correo de la cuenta.' }) correo: string
  @Texto({ descripcion: 'Cómo se comprobó quién lo pide.' }) motivo: string
  @Opcion(ESTATUS_REPOSICION, { descripcion: 'Estatus.', ejemplo: 'propuesta' }) estatus: (typeof ESTATUS_REPOSICION)[number]
  @Texto({ descripcion: 'Quién la propuso.' }) propuestaPor: string
  @Instante({ descripcion: 'Cuándo se propuso.' }) propuestaEn: string
  @Texto({ descripcion: 'Quién la decidió.', nulo: true }) decididaPor: string | null
  @Instante({ descripcion: 'Cuándo se decidió.', nulo: true }) decididaEn: string | null
  @Logico({ descripcion: 'Si quien pregunta puede confirmarla.' }) puedeConfirmar: boolean
}

export class ListReposicionesDto {
  @Lista(() => ReposicionDto, { descripcion: 'Propuestas: las abiertas primero, después las 50 más recientes.' }) elementos: ReposicionDto[]
}
