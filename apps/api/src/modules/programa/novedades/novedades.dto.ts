import { CORREOS_NOVEDADES, TIPOS_NOVEDAD, type CorreoNovedades, type TipoNovedad } from '@conoceles/domain'
import { Entero, Fecha, Instante, Lista, Opcion, Opciones, Texto, Uuid } from '../../../shared/validacion/fields.ts'

export class CandidaturaNombradaDto {
  @Uuid({ descripcion: 'Candidatura.' }) id: string
  @Texto({ descripcion: 'Nombre.' }) nombre: string
}

export class NovedadDto {
  @Fecha({ descripcion: 'Día.' }) dia: string
  @Opcion(TIPOS_NOVEDAD, { descripcion: 'Qué pasó.' }) tipo: TipoNovedad
  @Fecha({ descripcion: 'Último día del plazo; nulo si no es un plazo.', nulo: true }) vence: string | null
  @Entero({ descripcion: 'Horas antes del fin del plazo desde las que se dice; nulo si no es un plazo.', nulo: true }) horas: number | null
  @Entero({ descripcion: 'Candidaturas; de un plazo, las que todavía faltan.' }) cuantas: number
  @Entero({ descripcion: 'Cuántas son posteriores a lo que la cuenta marcó como leído.' }) sinLeer: number
  @Instante({ descripcion: 'La más reciente.' }) en: string
  @Lista(() => CandidaturaNombradaDto, { descripcion: 'Las tres más recientes.' }) muestra: CandidaturaNombradaDto[]
}

export class ListNovedadesDto {
  @Lista(() => NovedadDto, { descripcion: 'Por día, del más reciente al más antiguo, y por lo que pasó.' }) elementos: NovedadDto[]
  @Entero({ descripcion: 'Elementos con algo sin leer.' }) sinLeer: number
  @Entero({ descripcion: 'Días que abarca.' }) dias: number
  @Instante({ descripcion: 'Hora legal hasta la que llega: la que se marca como leída.' }) hasta: string
}

export class SinLeerDto {
  @Entero({ descripcion: 'Elementos con algo sin leer.' }) sinLeer: number
}

export class MarcarLeidasDto {
  @Instante({ descripcion: 'Valor de `hasta` de la lista que se leyó.' }) hasta: string
}

export class CandidaturasNovedadQueryDto {
  @Fecha({ descripcion: 'Día.' }) dia: string
  @Opcion(TIPOS_NOVEDAD, { descripcion: 'Qué pasó.' }) tipo: TipoNovedad
  @Fecha({ descripcion: 'Último día del plazo, si es un plazo.', opcional: true }) vence?: string
}

export class CandidaturaNovedadDto extends CandidaturaNombradaDto {
  @Texto({ descripcion: 'Cargo.' }) cargoNombre: string
  @Texto({ descripcion: 'Demarcación.' }) lugar: string
  @Instante({ descripcion: 'Cuándo pasó.' }) en: string
}

export class CandidaturasNovedadDto {
  @Lista(() => CandidaturaNovedadDto, { descripcion: 'Las primeras quinientas, de la más reciente a la más antigua.' })
  elementos: CandidaturaNovedadDto[]
}

export class CorreoNovedadesDto {
  @Opcion(CORREOS_NOVEDADES, { descripcion: 'Qué se le escribe por correo.' }) correo: CorreoNovedades
}

export class PreferenciaNovedadesDto extends CorreoNovedadesDto {
  @Opciones(CORREOS_NOVEDADES, { descripcion: 'Lo que la cuenta puede elegir.' }) opciones: CorreoNovedades[]
}
