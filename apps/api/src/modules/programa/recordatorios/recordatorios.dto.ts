import { CONFIANZAS, MILESTONES, ROLES, TIPOS_RECORDATORIO } from '@conoceles/domain'
import { AcuseDto } from '../../bitacora/index.ts'
import { Entero, Fecha, Instante, Lista, Logico, Objeto, Opcion, Texto, Textos, Uuid } from '../../../shared/validacion/fields.ts'
import { ESTATUS_RECORDATORIO, TIPOS_MENSAJE, type EstatusRecordatorio } from './recordatorio.entity.ts'

export const VIAS_CORREO = ['smtp', 'carpeta', 'ninguna'] as const
export type ViaCorreo = (typeof VIAS_CORREO)[number]

export class RecordatorioDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Opcion(TIPOS_MENSAJE, { descripcion: 'Clase de mensaje.' }) tipo: (typeof TIPOS_MENSAJE)[number]
  @Opcion(ESTATUS_RECORDATORIO, { descripcion: 'Qué fue de él.' }) estatus: (typeof ESTATUS_RECORDATORIO)[number]
  @Opcion(ROLES, { descripcion: 'Rol de la cuenta a la que va.' }) rol: (typeof ROLES)[number]
  @Texto({ descripcion: 'Nombre de la cuenta a la que va.', nulo: true }) nombre: string | null
  @Texto({ descripcion: 'Asunto.' }) asunto: string
  @Texto({ descripcion: 'Lo que dice.' }) texto: string
  @Texto({ descripcion: 'Clave del entregable; nula en un resumen.', nulo: true }) entregable: string | null
  @Opcion(MILESTONES, { descripcion: 'Momento; nulo en un resumen.', nulo: true }) milestone: (typeof MILESTONES)[number] | null
  @Instante({ descripcion: 'Desde cuándo tenía que salir.' }) desde: string
  @Instante({ descripcion: 'Hasta cuándo vale la pena enviarlo.' }) caducaEn: string
  @Instante({ descripcion: 'Cuándo lo recibió el servidor de correo.', nulo: true }) enviadoEn: string | null
  @Entero({ descripcion: 'Intentos de envío.' }) intentos: number
  @Texto({ descripcion: 'Por qué no ha salido.', nulo: true }) falla: string | null
}

export class ListRecordatoriosQueryDto {
  @Uuid({ descripcion: 'Último de la página anterior.', opcional: true }) despues?: string
  @Opcion(ESTATUS_RECORDATORIO, { descripcion: 'Sólo los que quedaron así.', opcional: true }) estatus?: EstatusRecordatorio
}

export class ListRecordatoriosDto {
  @Lista(() => RecordatorioDto, { descripcion: 'Mensajes, del más reciente al más antiguo.' }) elementos: RecordatorioDto[]
  @Texto({ descripcion: 'Valor de `despues` para la página siguiente.', nulo: true }) siguiente: string | null
}

export class ProximoDto {
  @Texto({ descripcion: 'Clave del mensaje.' }) clave: string
  @Opcion(TIPOS_RECORDATORIO, { descripcion: 'Clase de mensaje.' }) tipo: (typeof TIPOS_RECORDATORIO)[number]
  @Opcion(ROLES, { descripcion: 'Rol de la cuenta a la que irá.' }) rol: (typeof ROLES)[number]
  @Texto({ descripcion: 'Nombre de la cuenta a la que irá.', nulo: true }) nombre: string | null
  @Texto({ descripcion: 'Asunto que tendrá si nada cambia antes.' }) asunto: string
  @Instante({ descripcion: 'Cuándo saldrá.' }) desde: string
}

export class ResumenReglaDto {
  @Entero({ descripcion: 'Día de la semana: 1 es lunes.' }) dia: number
  @Texto({ descripcion: 'Hora local.', ejemplo: '08:00' }) hora: string
}

export class EscalamientoReglaDto {
  @Entero({ descripcion: 'Días después del vencimiento.' }) despuesDias: number
  @Entero({ descripcion: 'Cada cuántos días se repite.' }) cadaDias: number
  @Textos({ descripcion: 'Roles a los que se avisa, además de quien responde.' }) roles: string[]
}

export class SilencioReglaDto {
  @Texto({ descripcion: 'Hora local desde la que no se envía nada.' }) desde: string
  @Texto({ descripcion: 'Hora local en la que se reanuda.' }) hasta: string
}

export class ReglasRecordatoriosDto {
  @Texto({ descripcion: 'Días de anticipación.', ejemplo: '7, 3, 1, 0' }) distancias: string
  @Texto({ descripcion: 'Hora local de los recordatorios.', ejemplo: '09:00' }) hora: string
  @Objeto(() => ResumenReglaDto, { descripcion: 'Cuándo sale el resumen.' }) resumen: ResumenReglaDto
  @Objeto(() => EscalamientoReglaDto, { descripcion: 'Qué pasa con lo vencido.' }) escalamiento: EscalamientoReglaDto
  @Objeto(() => SilencioReglaDto, { descripcion: 'Horas en las que no se envía nada.' }) silencio: SilencioReglaDto
  @Entero({ descripcion: 'Horas durante las que un mensaje vale la pena.' }) vigenciaHoras: number
  @Texto({ descripcion: 'De dónde salen estas reglas.' }) fuente: string
  @Opcion(CONFIANZAS, { descripcion: 'Qué tan seguras son.' }) confianza: (typeof CONFIANZAS)[number]
}

export class PanoramaRecordatoriosDto {
  @Instante({ descripcion: 'Hora legal a la que se calculó.' }) en: string
  @Opcion(VIAS_CORREO, { descripcion: 'Por dónde sale el correo; `carpeta` sólo en un simulacro.' }) correo: ViaCorreo
  @Entero({ descripcion: 'Mensajes que esperan salir.' }) enEspera: number
  @Entero({ descripcion: 'Mensajes de los últimos siete días que no han podido salir.' }) conFalla: number
  @Lista(() => ProximoDto, { descripcion: 'Lo que saldrá en los próximos siete días si nada cambia.' }) proximos: ProximoDto[]
  @Objeto(() => ReglasRecordatoriosDto, { descripcion: 'Las reglas.' }) reglas: ReglasRecordatoriosDto
}

export class PreferenciasDto {
  @Logico({ descripcion: 'Recordatorios antes de cada plazo.' }) recordatorio: boolean
  @Logico({ descripcion: 'Resumen semanal.' }) resumen: boolean
  @Logico({ descripcion: 'Avisos de lo vencido; la secretaría siempre los recibe.' }) escalamiento: boolean
}

export class EnteradaDto {
  @Opcion(MILESTONES, { descripcion: 'Momento.' }) milestone: (typeof MILESTONES)[number]
  @Fecha({ descripcion: 'Vencimiento del que supo.' }) vence: string
  @Opcion(ROLES, { descripcion: 'Rol de la cuenta.' }) rol: (typeof ROLES)[number]
  @Texto({ descripcion: 'Nombre de la cuenta.', nulo: true }) nombre: string | null
  @Instante({ descripcion: 'Cuándo lo dijo.' }) enteradaEn: string
  @Texto({ descripcion: 'Folio del acuse.' }) folio: string
}

export class ListEnteradasDto {
  @Lista(() => EnteradaDto, { descripcion: 'Quiénes están enteradas de los plazos como están ahora.' }) elementos: EnteradaDto[]
  @Textos({ descripcion: 'Momentos de los que esta cuenta puede decir que está enterada.' }) puede: string[]
}

export class EnterarseDto {
  @Opcion(MILESTONES, { descripcion: 'Momento.' }) milestone: (typeof MILESTONES)[number]
}

export class ActoEnteradaDto {
  @Objeto(() => ListEnteradasDto, { descripcion: 'Cómo quedó.' }) enteradas: ListEnteradasDto
  @Objeto(() => AcuseDto, { descripcion: 'Acuse.' }) acuse: AcuseDto
}

export class PruebaEnviadaDto {
  @Texto({ descripcion: 'Correo al que se envió.' }) correo: string
}
