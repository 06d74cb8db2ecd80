import { Entero, Instante, Lista, Objeto, Opcion, Texto, Textos, Uuid } from '../../../shared/validacion/fields.ts'
import { ALCANCES, type Alcance } from './calendario-enlace.entity.ts'

export class CreateCalendarioDto {
  @Texto({ descripcion: 'Para reconocerlo en la lista.', min: 1, max: 60, ejemplo: 'Mi teléfono' }) nombre: string
  @Opcion(ALCANCES, { descripcion: 'Los plazos de las áreas de su rol, o todos.' }) alcance: Alcance
}

export class CalendarioEnlaceDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Texto({ descripcion: 'Nombre.' }) nombre: string
  @Opcion(ALCANCES, { descripcion: 'Qué plazos lleva.' }) alcance: (typeof ALCANCES)[number]
  @Instante({ descripcion: 'Cuándo se creó.' }) creadoEn: string
}

export class AlcanceDto {
  @Opcion(ALCANCES, { descripcion: 'Clave.' }) clave: (typeof ALCANCES)[number]
  @Textos({ descripcion: 'Áreas que abarca.' }) areas: string[]
  @Entero({ descripcion: 'Plazos con fecha que lleva hoy.' }) plazos: number
}

export class ListCalendariosDto {
  @Lista(() => CalendarioEnlaceDto, { descripcion: 'Los de su cuenta, del más reciente al más antiguo.' }) elementos: CalendarioEnlaceDto[]
  @Lista(() => AlcanceDto, { descripcion: 'Los que su cuenta puede crear; ninguno cuando su rol no responde por ningún área.' })
  alcances: AlcanceDto[]
}

export class CalendarioCreadoDto {
  @Objeto(() => CalendarioEnlaceDto, { descripcion: 'El calendario.' }) calendario: CalendarioEnlaceDto
  @Texto({ descripcion: 'Dirección secreta para suscribirse. Sólo se dice esta vez.' }) direccion: string
}

export class SecretoParamsDto {
  @Texto({ descripcion: 'Secreto del calendario.', max: 200 }) secreto: string
}
