import { Fecha, Lista, Objeto, Texto, Textos } from '../../shared/fields.ts'
import { CorteRefDto } from './publico.dto.ts'

export class ValidacionFacilDto {
  @Texto({ descripcion: 'Grupo de personas lectoras que la probó.' }) quien: string
  @Fecha({ descripcion: 'Día en que la probó.' }) fecha: string
}

export class ParteFacilDto {
  @Texto({ descripcion: 'Título, si lo lleva.', nulo: true }) titulo: string | null
  @Textos({ descripcion: 'Una idea por frase.' }) frases: string[]
}

export class EnlaceFacilDto {
  @Texto({ descripcion: 'Página de la que trata.', ejemplo: '/boleta' }) direccion: string
  @Texto({ descripcion: 'Texto del enlace.' }) texto: string
}

export class ApartadoFacilDto {
  @Texto({ descripcion: 'Clave.' }) clave: string
  @Texto({ descripcion: 'Título.' }) titulo: string
  @Lista(() => ParteFacilDto, { descripcion: 'Partes.' }) partes: ParteFacilDto[]
  @Objeto(() => EnlaceFacilDto, { descripcion: 'Página de la que trata; nulo si de ninguna.', nulo: true }) enlace: EnlaceFacilDto | null
}

export class LecturaFacilDto {
  @Objeto(() => ValidacionFacilDto, { descripcion: 'Quién la probó; nulo si nadie todavía.', nulo: true })
  validacion: ValidacionFacilDto | null
  @Lista(() => ApartadoFacilDto, { descripcion: 'Apartados, en orden; ninguno si el proceso no la tiene.' }) apartados: ApartadoFacilDto[]
  @Objeto(() => CorteRefDto, { descripcion: 'Corte.' }) corte: CorteRefDto
  @Texto({ descripcion: 'Sal.' }) sal: string
}
