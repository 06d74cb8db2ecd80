import {
  ACTOS_VULNERACION,
  CLASES_DATOS,
  DESTINOS_NOTIFICACION,
  ESTATUS_VULNERACION,
  TIPOS_VULNERACION,
  type ActoVulneracion,
  type ClaseDatos,
  type DestinoNotificacion,
  type EstatusVulneracion,
  type TipoVulneracion,
} from '@conoceles/domain'
import { AcuseDto } from '../../bitacora/index.ts'
import { AccionDto, DocumentoDto } from '../../registro/index.ts'
import { Entero, Fecha, Instante, Lista, Objeto, Opcion, Opciones, Texto, Textos, Uuid, Uuids } from '../../../shared/validacion/fields.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'

const LARGO = { max: 4_000 }
const MAX_AFECTADAS = 5_000

/** Record of a breach; texts may be blank until its notices are proposed. */
export class DatosVulneracionDto {
  @Opcion(TIPOS_VULNERACION, { descripcion: 'Qué clase de vulneración es.' }) tipo: TipoVulneracion
  @Texto({ ...LARGO, descripcion: 'Naturaleza del incidente: qué pasó.', min: 10 }) que: string
  @Texto({ ...LARGO, descripcion: 'Motivo, hasta donde se sabe.' }) causa: string
  @Fecha({ descripcion: 'Desde qué día ocurrió; nulo: no se sabe.', nulo: true }) ocurrioDesde: string | null
  @Fecha({ descripcion: 'Hasta qué día ocurrió; nulo: no se sabe.', nulo: true }) ocurrioHasta: string | null
  @Instante({ descripcion: 'Cuándo se halló.' }) halladaEn: string
  @Texto({ descripcion: 'Quién la halló.', min: 3, max: 200 }) halladaPor: string
  @Opciones(CLASES_DATOS, { descripcion: 'Datos comprometidos.' }) datos: ClaseDatos[]
  @Texto({ ...LARGO, descripcion: 'Acciones correctivas de forma inmediata.' }) medidas: string
  @Texto({ ...LARGO, descripcion: 'Recomendaciones a las personas para proteger sus intereses.' }) recomendaciones: string
  @Texto({ ...LARGO, descripcion: 'Medios para obtener más información.' }) medios: string
  @Uuids({ descripcion: 'Candidaturas cuyos datos se vulneraron.', max: MAX_AFECTADAS }) candidaturas: string[]
  @Uuids({ descripcion: 'Cuentas cuyos datos se vulneraron.', max: MAX_AFECTADAS }) cuentas: string[]
}

export class CorregirVulneracionDto extends DatosVulneracionDto {
  @Entero({ descripcion: 'Versión que se leyó.' }) version: number
}

export class ActuarVulneracionDto {
  @Opcion(ACTOS_VULNERACION, { descripcion: 'Acto.' }) acto: ActoVulneracion
  @Entero({ descripcion: 'Versión que se leyó.' }) version: number
  @Texto({ descripcion: 'Por qué, o qué se hizo.', min: 10, max: 4_000 }) texto: string
  @Instante({ descripcion: 'Cuándo se confirmó la afectación, o se envió; sin él, ahora.', opcional: true }) en?: string
  @Texto({ descripcion: 'Al enviar: por qué medio.', max: 200, opcional: true }) medio?: string
  @Uuid({ descripcion: 'Al enviar: el documento que lo prueba.', opcional: true }) documentoId?: string
}

export class RelojVulneracionDto {
  @Instante({ descripcion: 'Cuándo se confirmó que afecta de forma significativa los derechos.' }) desde: string
  @Instante({ descripcion: 'Cuándo salió la última notificación; nulo: todavía falta.', nulo: true }) hasta: string | null
  @Texto({ descripcion: 'Tiempo transcurrido.', ejemplo: '2 días y 5 horas' }) transcurrido: string
}

export class VulneracionDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Texto({ descripcion: 'Folio.', ejemplo: 'VUL/2024/001-7KQM' }) folio: string
  @Opcion(TIPOS_VULNERACION, { descripcion: 'Qué clase de vulneración es.' }) tipo: TipoVulneracion
  @Texto({ descripcion: 'Qué pasó.' }) que: string
  @Instante({ descripcion: 'Cuándo se halló.' }) halladaEn: string
  @Entero({ descripcion: 'Personas y cuentas cuyos datos se vulneraron.' }) afectadas: number
  @Opcion(ESTATUS_VULNERACION, { descripcion: 'Cómo está.' }) estatus: EstatusVulneracion
  @Objeto(() => RelojVulneracionDto, { descripcion: 'Tiempo desde que se confirmó la afectación.', nulo: true })
  reloj: RelojVulneracionDto | null
  @Opciones(DESTINOS_NOTIFICACION, { descripcion: 'Notificaciones que ya se enviaron.' }) enviadas: DestinoNotificacion[]
}

export class AfectadaDto {
  @Uuid({ descripcion: 'Candidatura o cuenta.' }) id: string
  @Texto({ descripcion: 'Nombre.' }) nombre: string
}

export class HechoVulneracionDto {
  @Opcion(ACTOS_VULNERACION, { descripcion: 'Acto.' }) acto: ActoVulneracion
  @Instante({ descripcion: 'Cuándo.' }) en: string
  @Texto({ descripcion: 'Quién.' }) quien: string
  @Texto({ descripcion: 'Texto.' }) texto: string
  @Texto({ descripcion: 'Por qué medio se envió.', nulo: true }) medio: string | null
  @Objeto(() => DocumentoDto, { descripcion: 'Documento que lo prueba.', nulo: true }) documento: DocumentoDto | null
  @Texto({ descripcion: 'Folio de su acuse.' }) folio: string
}

export class VulneracionDetalleDto extends VulneracionDto {
  @Texto({ descripcion: 'Motivo.' }) causa: string
  @Fecha({ descripcion: 'Desde qué día ocurrió.', nulo: true }) ocurrioDesde: string | null
  @Fecha({ descripcion: 'Hasta qué día ocurrió.', nulo: true }) ocurrioHasta: string | null
  @Texto({ descripcion: 'Quién la halló.' }) halladaPor: string
  @Opciones(CLASES_DATOS, { descripcion: 'Datos comprometidos.' }) datos: ClaseDatos[]
  @Texto({ descripcion: 'Acciones correctivas.' }) medidas: string
  @Texto({ descripcion: 'Recomendaciones.' }) recomendaciones: string
  @Texto({ descripcion: 'Medios para obtener más información.' }) medios: string
  @Lista(() => AfectadaDto, { descripcion: 'Candidaturas cuyos datos se vulneraron.' }) candidaturas: AfectadaDto[]
  @Lista(() => AfectadaDto, { descripcion: 'Cuentas cuyos datos se vulneraron.' }) cuentas: AfectadaDto[]
  @Texto({ descripcion: 'Quién la registró.' }) registro: string
  @Instante({ descripcion: 'Cuándo se registró.' }) registradaEn: string
  @Lista(() => HechoVulneracionDto, { descripcion: 'Lo que se ha hecho, en orden.' }) hechos: HechoVulneracionDto[]
  @Lista(() => AccionDto, { descripcion: 'Lo que esta cuenta puede hacer ahora, y por qué no.' }) acciones: AccionDto[]
  @Textos({ descripcion: 'Por qué no se puede corregir ahora; vacío: se puede.' }) contraCorregir: string[]
  @Textos({ descripcion: 'Lo que falta para notificar.' }) faltas: string[]
  @Entero({ descripcion: 'Versión.' }) version: number
}

export class ListVulneracionesDto {
  @Lista(() => VulneracionDto, { descripcion: 'Vulneraciones: las abiertas primero.' }) elementos: VulneracionDto[]
}

export class VulneracionHechaDto {
  @Objeto(() => VulneracionDetalleDto, { descripcion: 'La vulneración, como quedó.' }) vulneracion: VulneracionDetalleDto
  @Objeto(() => AcuseDto, { descripcion: 'Acuse.' }) acuse: AcuseDto
}

export class LecturasVulneracionQueryDto {
  @Fecha({ descripcion: 'Desde este día.', opcional: true }) desde?: string
  @Fecha({ descripcion: 'Hasta este día.', opcional: true }) hasta?: string
  @Uuid({ descripcion: 'Sólo lo que leyó esta cuenta.', opcional: true }) cuentaId?: string
}

export class PersonaLeidaDto extends AfectadaDto {
  @Entero({ descripcion: 'Lecturas de sus datos.' }) veces: number
  @Textos({ descripcion: 'Quiénes los leyeron.' }) quienes: string[]
}

export class LecturasVulneracionDto {
  @Textos({ descripcion: 'Lo que se halló, en frases.' }) frases: string[]
  @Lista(() => PersonaLeidaDto, { descripcion: 'Personas cuyos datos se leyeron.' }) personas: PersonaLeidaDto[]
}

export class CuentasVulneracionQueryDto {
  @Texto({ descripcion: 'Palabras del nombre, del cargo o del actor político.', max: 120, opcional: true }) q?: string
}

export class CuentaHalladaDto extends AfectadaDto {
  @Texto({ descripcion: 'Cargo y actor político.' }) cargo: string
}

export class CuentasVulneracionDto {
  @Lista(() => CuentaHalladaDto, { descripcion: 'Las primeras 10 que coinciden.' }) elementos: CuentaHalladaDto[]
}

export const FORMATOS_NOTIFICACION = ['pdf', 'docx'] as const
export type FormatoNotificacion = (typeof FORMATOS_NOTIFICACION)[number]
export const FORMATOS_LIBRO = ['pdf', 'xlsx', 'csv'] as const
export type FormatoLibro = (typeof FORMATOS_LIBRO)[number]

export class NotificacionParamsDto extends IdParamsDto {
  @Opcion(DESTINOS_NOTIFICACION, { descripcion: 'A quién se notifica.' }) destino: DestinoNotificacion
}

export class NotificacionQueryDto {
  @Opcion(FORMATOS_NOTIFICACION, { descripcion: 'Formato.' }) formato: FormatoNotificacion
}

export class LibroVulneracionesQueryDto {
  @Opcion(FORMATOS_LIBRO, { descripcion: 'Formato.' }) formato: FormatoLibro
}
