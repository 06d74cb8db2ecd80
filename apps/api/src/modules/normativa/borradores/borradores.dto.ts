import { Entero, Texto } from '../../../shared/validacion/fields.ts'

export class BorradorLeidoDto {
  @Entero({ descripcion: 'Versión del borrador que se leyó.', ejemplo: 1 }) version: number
}

export class MotivoBorradorDto extends BorradorLeidoDto {
  @Texto({ descripcion: 'Motivo.', min: 3, max: 1000 }) motivo: string
}
