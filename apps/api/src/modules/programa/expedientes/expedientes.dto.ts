import { Texto } from '../../../shared/validacion/fields.ts'

export class ExpedienteQueryDto {
  @Texto({ descripcion: 'Clave del entregable; sin ella, todo el programa.', opcional: true, min: 1, max: 80 }) entregable?: string
}
