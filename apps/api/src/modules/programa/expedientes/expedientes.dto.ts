import { Texto, Uuid } from '../../../shared/validacion/fields.ts'

export class ExpedienteQueryDto {
  @Texto({ descripcion: 'Clave del entregable; sin ella ni sesión, todo el programa.', opcional: true, min: 1, max: 80 })
  entregable?: string
  @Uuid({ descripcion: 'Sesión de la que se pide; entonces no se atiende el entregable.', opcional: true }) sesion?: string
}
