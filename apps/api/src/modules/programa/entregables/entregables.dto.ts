import { CLASES_VERSION, SENTIDOS_RESPUESTA } from '@conoceles/domain'
import { AdvertenciaMomentoDto, EntregableParamsDto, PasoDto, PlanTrabajoDto, SiguientePasoDto } from '../actividades/index.ts'
import { AcuseDto } from '../../bitacora/index.ts'
import { DocumentoDto } from '../../registro/index.ts'
import { Entero, Fecha, Instante, Lista, Logico, Objeto, Opcion, Texto, Textos, Uuid } from '../../../shared/validacion/fields.ts'

/** Common part of every record. */
class RegistroEntregableDto {
  @Instante({ descripcion: 'Cuándo se registró.' }) registradoEn: string
  @Texto({ descripcion: 'Quién, por su rol; nulo en lo que trajo el simulacro.', nulo: true }) rol: string | null
  @Texto({ descripcion: 'Folio del acuse.' }) folio: string
}

export class RetiroDto {
  @Instante({ descripcion: 'Cuándo se retiró.' }) en: string
  @Texto({ descripcion: 'Por qué.' }) motivo: string
}

export class VersionEntregableDto extends RegistroEntregableDto {
  @Entero({ descripcion: 'Número consecutivo.', ejemplo: 2 }) numero: number
  @Opcion(CLASES_VERSION, { descripcion: 'Qué versión es.' }) clase: (typeof CLASES_VERSION)[number]
  @Fecha({ descripcion: 'Día del documento.' }) fecha: string
  @Texto({ descripcion: 'Qué cambió.' }) nota: string
  @Objeto(() => DocumentoDto, { descripcion: 'El documento.' }) documento: DocumentoDto
  @Entero({ descripcion: 'Versión que se aprobó como proyecto y cuyo texto es éste; nulo si no es de otra.', nulo: true })
  textoDe: number | null
  @Objeto(() => RetiroDto, { descripcion: 'Por qué ya no vale, cuando se retiró.', nulo: true }) retiro: RetiroDto | null
}

export class SenalDto extends RegistroEntregableDto {
  @Texto({ descripcion: 'Página o apartado.' }) lugar: string
  @Entero({ descripcion: 'Número de la versión.' }) version: number
}

export class ContenidoEntregableDto {
  @Texto({ descripcion: 'Qué debe contener, como lo dice el programa.' }) texto: string
  @Objeto(() => SenalDto, { descripcion: 'Dónde está.', nulo: true }) senal: SenalDto | null
  @Logico({ descripcion: 'Si falta señalarlo en una versión que valga.' }) abierto: boolean
}

export class RespuestaEntregableDto extends RegistroEntregableDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Opcion(SENTIDOS_RESPUESTA, { descripcion: 'Qué se respondió.' }) sentido: (typeof SENTIDOS_RESPUESTA)[number]
  @Texto({ descripcion: 'Con qué palabras.' }) texto: string
  @Entero({ descripcion: 'Versión en la que se atendió.', nulo: true }) version: number | null
}

export class ObservacionEntregableDto extends RegistroEntregableDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Texto({ descripcion: 'Nombre de quien observa.' }) integrante: string
  @Texto({ descripcion: 'Su cargo.' }) cargo: string
  @Logico({ descripcion: 'Si dijo no tener observaciones.' }) sinObservaciones: boolean
  @Texto({ descripcion: 'Página o apartado.', nulo: true }) lugar: string | null
  @Texto({ descripcion: 'Qué observa.', nulo: true }) texto: string | null
  @Fecha({ descripcion: 'Cuándo la hizo.' }) fecha: string
  @Logico({ descripcion: 'Si la registró esta cuenta.' }) propia: boolean
  @Lista(() => RespuestaEntregableDto, { descripcion: 'Respuestas, de la más reciente a la más antigua.' })
  respuestas: RespuestaEntregableDto[]
  @Objeto(() => RetiroDto, { descripcion: 'Por qué ya no vale, cuando se retiró.', nulo: true }) retiro: RetiroDto | null
}

export class PasoRegistradoDto extends RegistroEntregableDto {
  @Texto({ descripcion: 'Inciso.' }) paso: string
  @Instante({ descripcion: 'Cuándo se hizo, según su evidencia.' }) ocurridoEn: string
  @Texto({ descripcion: 'Número de oficio, convocatoria o minuta.' }) referencia: string
  @Logico({ descripcion: 'Si nadie tuvo observaciones.' }) sinObservaciones: boolean
  @Objeto(() => DocumentoDto, { descripcion: 'Su documento.', nulo: true }) documento: DocumentoDto | null
}

export class TrabajoDto {
  @Texto({ descripcion: 'Clave del entregable.', ejemplo: '11.5/2024-03' }) clave: string
  @Lista(() => PasoDto, { descripcion: 'Pasos, en su orden, con su estatus.' }) pasos: PasoDto[]
  @Objeto(() => SiguientePasoDto, { descripcion: 'El paso que sigue.', nulo: true }) siguiente: SiguientePasoDto | null
  @Lista(() => PasoRegistradoDto, { descripcion: 'Con qué constan los pasos que tienen su propia evidencia.' })
  registros: PasoRegistradoDto[]
  @Lista(() => VersionEntregableDto, { descripcion: 'Versiones, de la más reciente a la más antigua.' }) versiones: VersionEntregableDto[]
  @Lista(() => ContenidoEntregableDto, { descripcion: 'Contenido mínimo, y dónde está.' }) contenidos: ContenidoEntregableDto[]
  @Lista(() => ObservacionEntregableDto, { descripcion: 'Observaciones, en el orden en que se registraron.' })
  observaciones: ObservacionEntregableDto[]
  @Lista(() => AdvertenciaMomentoDto, { descripcion: 'Lo que falta antes de asentar cada momento.' }) faltas: AdvertenciaMomentoDto[]
  @Objeto(() => PlanTrabajoDto, { descripcion: 'Fechas que se proponen para lo que falta.', nulo: true }) plan: PlanTrabajoDto | null
  @Textos({ descripcion: 'Lo que está abierto en un entregable terminado; no impide nada.' }) advertencias: string[]
}

export class ActoEntregableDto {
  @Objeto(() => TrabajoDto, { descripcion: 'Cómo quedó.' }) trabajo: TrabajoDto
  @Objeto(() => AcuseDto, { descripcion: 'Acuse.' }) acuse: AcuseDto
}

export class VersionParamsDto extends EntregableParamsDto {
  @Entero({ descripcion: 'Número de la versión.', min: 1 }) numero: number
}

export class ObservacionEntregableParamsDto extends EntregableParamsDto {
  @Uuid({ descripcion: 'Identificador de la observación.' }) id: string
}

export class PasoParamsDto extends EntregableParamsDto {
  @Texto({ descripcion: 'Inciso.', max: 40 }) paso: string
}

export class AgregarVersionDto {
  @Opcion(CLASES_VERSION, { descripcion: 'Qué versión es.' }) clase: (typeof CLASES_VERSION)[number]
  @Fecha({ descripcion: 'Día del documento.' }) fecha: string
  @Texto({ descripcion: 'Qué cambió.', min: 3, max: 1_000 }) nota: string
  @Uuid({ descripcion: 'Documento recibido.' }) documentoId: string
}

export class MotivoEntregableDto {
  @Texto({ descripcion: 'Por qué no vale.', min: 10, max: 1_000 }) motivo: string
}

export class SenalarContenidoDto {
  @Texto({ descripcion: 'Contenido, como lo dice el programa.', max: 300 }) contenido: string
  @Texto({ descripcion: 'Página o apartado.', min: 1, max: 200 }) lugar: string
  @Entero({ descripcion: 'Número de la versión.', min: 1 }) version: number
}

export class QuitarSenalDto extends MotivoEntregableDto {
  @Texto({ descripcion: 'Contenido, como lo dice el programa.', max: 300 }) contenido: string
}

export class RegistrarObservacionDto {
  @Texto({ descripcion: 'Nombre de quien observa.', min: 3, max: 150 }) integrante: string
  @Texto({ descripcion: 'Su cargo.', min: 3, max: 150 }) cargo: string
  @Logico({ descripcion: 'Si dijo no tener observaciones.' }) sinObservaciones: boolean
  @Texto({ descripcion: 'Página o apartado.', opcional: true, max: 200 }) lugar?: string
  @Texto({ descripcion: 'Qué observa; sólo falta cuando no tiene observaciones.', opcional: true, max: 4_000 }) texto?: string
  @Fecha({ descripcion: 'Cuándo la hizo.' }) fecha: string
}

export class ResponderObservacionDto {
  @Opcion(SENTIDOS_RESPUESTA, { descripcion: 'Qué se responde.' }) sentido: (typeof SENTIDOS_RESPUESTA)[number]
  @Texto({ descripcion: 'Con qué palabras.', min: 3, max: 4_000 }) texto: string
  @Entero({ descripcion: 'Versión en la que se atendió.', opcional: true, nulo: true, min: 1 }) version?: number | null
  @Uuid({ descripcion: 'La respuesta que se veía al escribir; nula cuando no había.', nulo: true }) anterior: string | null
}

export class RegistrarPasoDto {
  @Instante({ descripcion: 'Cuándo se hizo, según su evidencia.' }) ocurridoEn: string
  @Texto({ descripcion: 'Número de oficio, convocatoria o minuta.', min: 3, max: 300 }) referencia: string
  @Logico({ descripcion: 'En la reunión de trabajo: nadie tuvo observaciones.', opcional: true }) sinObservaciones?: boolean
  @Uuid({ descripcion: 'Documento recibido.', opcional: true, nulo: true }) documentoId?: string | null
}
