import { Instante, Lista, Texto, Uuid } from '../../../shared/validacion/fields.ts'

export class CreateVistaDto {
  @Texto({ descripcion: 'Nombre con el que se guarda.', min: 1, max: 60, ejemplo: 'Regidurías sin captura' }) nombre: string
  @Texto({
    descripcion: 'Filtros del directorio, como van en la dirección de la página.',
    max: 1_000,
    ejemplo: 'cargo=regiduria&estatusCaptura=sin_captura',
  })
  consulta: string
}

export class VistaDto extends CreateVistaDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Instante({ descripcion: 'Cuándo se guardó.' }) creadaEn: string
}

export class ListVistasDto {
  @Lista(() => VistaDto, { descripcion: 'Las de su cuenta, por nombre.' }) elementos: VistaDto[]
}
