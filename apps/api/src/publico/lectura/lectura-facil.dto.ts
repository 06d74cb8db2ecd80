import { Fecha, Libre, Lista, Objeto, Opcion, Texto, Textos } from '../../shared/validacion/fields.ts'
import { CorteRefDto } from './publico.dto.ts'

export class ValidacionDto {
  @Texto({ descripcion: 'Persona o grupo.' }) quien: string
  @Fecha({ descripcion: 'Día.' }) fecha: string
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
  @Objeto(() => ValidacionDto, { descripcion: 'Quién la probó; nulo si nadie todavía.', nulo: true })
  validacion: ValidacionDto | null
  @Lista(() => ApartadoFacilDto, { descripcion: 'Apartados, en orden; ninguno si el proceso no la tiene.' }) apartados: ApartadoFacilDto[]
  @Objeto(() => CorteRefDto, { descripcion: 'Corte.' }) corte: CorteRefDto
  @Texto({ descripcion: 'Sal.' }) sal: string
}

export class IdiomaParamsDto {
  @Texto({ descripcion: 'Código BCP 47, en minúsculas.', patron: /^[a-z0-9-]{2,35}$/, ejemplo: 'nah' }) codigo: string
}

export class IdiomaDto {
  @Texto({ descripcion: 'Código BCP 47, en minúsculas.', ejemplo: 'nah' }) codigo: string
  @Texto({ descripcion: 'Nombre, como lo escribe quien la habla.' }) nombre: string
  @Opcion(['ltr', 'rtl'], { descripcion: 'Sentido de su escritura.' }) sentido: 'ltr' | 'rtl'
  @Libre({ descripcion: 'Clave de cada texto de las páginas → su traducción. Lo que falta se lee en español.', ejemplo: {} })
  mensajes: Record<string, string>
  @Libre({ descripcion: 'Cada texto del proceso en español → su traducción.', ejemplo: {} }) frases: Record<string, string>
  @Objeto(() => CorteRefDto, { descripcion: 'Corte.' }) corte: CorteRefDto
  @Texto({ descripcion: 'Sal.' }) sal: string
}
