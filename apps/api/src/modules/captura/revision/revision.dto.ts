import { DESENLACES_OBSERVACION, OBJETOS_OBSERVADOS } from '@conoceles/domain'
import { AccionDto } from '../../registro/index.ts'
import { Entero, Fecha, Instante, Lista, Logico, Objeto, Opcion, Texto, Uuid } from '../../../shared/validacion/fields.ts'

export const TIPOS_CUESTIONARIO = ['curricular', 'identidad'] as const
const CIERRES = DESENLACES_OBSERVACION.filter((each) => each !== 'reiterada')

export class RespuestaObservacionDto {
  @Texto({ descripcion: 'Lo que se respondió.' }) texto: string
  @Instante({ descripcion: 'Cuándo.' }) creadaEn: string
  @Texto({ descripcion: 'Rol de quien respondió.' }) rol: string
}

export class CierreObservacionDto {
  @Opcion(DESENLACES_OBSERVACION, { descripcion: 'Atendida, retirada, o reiterada en otra ronda.' })
  desenlace: (typeof DESENLACES_OBSERVACION)[number]
  @Instante({ descripcion: 'Cuándo.' }) cerradaEn: string
  @Texto({ descripcion: 'Por qué.', nulo: true }) nota: string | null
}

export class ObservacionDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Entero({ descripcion: 'Ronda; la primera es 1.' }) ronda: number
  @Opcion(OBJETOS_OBSERVADOS, { descripcion: 'La sección, o la fotografía, que vuelve con ella.' })
  objeto: (typeof OBJETOS_OBSERVADOS)[number]
  @Texto({ descripcion: 'Supuesto.' }) supuesto: string
  @Texto({ descripcion: 'Texto del supuesto.' }) supuestoTexto: string
  @Texto({ descripcion: 'Qué se observa.' }) texto: string
  @Texto({ descripcion: 'Cómo se subsana; nulo si no puede subsanarse o no se dijo.', nulo: true }) comoSubsanar: string | null
  @Logico({ descripcion: 'Si puede subsanarse.' }) subsanable: boolean
  @Texto({ descripcion: 'Artículo que lo funda; nulo si nadie lo confirmó.', nulo: true }) fundamento: string | null
  @Instante({ descripcion: 'Cuándo.' }) creadaEn: string
  @Instante({ descripcion: 'Hasta cuándo puede atenderse en tiempo.', nulo: true }) venceEn: string | null
  @Logico({ descripcion: 'Si está abierta y su plazo ya pasó.' }) vencida: boolean
  @Lista(() => RespuestaObservacionDto, { descripcion: 'Respuestas, en orden.' }) respuestas: RespuestaObservacionDto[]
  @Objeto(() => CierreObservacionDto, { descripcion: 'Cómo terminó; nulo mientras está abierta.', nulo: true })
  cierre: CierreObservacionDto | null
  @Lista(() => AccionDto, { descripcion: 'Lo que esta cuenta puede hacer con ella, y por qué no.' }) acciones: AccionDto[]
}

export class ResolucionCorreccionDto {
  @Logico({ descripcion: 'Si se aceptó.' }) aceptada: boolean
  @Texto({ descripcion: 'Por qué.' }) razon: string
  @Instante({ descripcion: 'Cuándo.' }) resueltaEn: string
  @Logico({ descripcion: 'Si se aceptó después del cierre de la captura.' }) trasCierre: boolean
}

export class SolicitudCorreccionDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Texto({ descripcion: 'Por qué se pide.' }) razon: string
  @Instante({ descripcion: 'Cuándo se pidió.' }) creadaEn: string
  @Objeto(() => ResolucionCorreccionDto, { descripcion: 'Qué resolvió el instituto.', nulo: true })
  resolucion: ResolucionCorreccionDto | null
  @Logico({ descripcion: 'Si aceptarla pide decir que se acepta después del cierre.' }) pideTrasCierre: boolean
  @Lista(() => AccionDto, { descripcion: 'Lo que esta cuenta puede hacer con ella, y por qué no.' }) acciones: AccionDto[]
}

export class PausaDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Texto({ descripcion: 'Supuesto.' }) supuestoTexto: string
  @Texto({ descripcion: 'Lo que lee el público.' }) aviso: string
  @Texto({ descripcion: 'Motivo.' }) motivo: string
  @Instante({ descripcion: 'Desde cuándo.' }) desde: string
  @Fecha({ descripcion: 'Su último día; nulo si termina cuando se decida.', nulo: true }) hasta: string | null
  @Lista(() => AccionDto, { descripcion: 'Lo que esta cuenta puede hacer con ella, y por qué no.' }) acciones: AccionDto[]
}

class EnSeccionDto {
  @Entero({ descripcion: 'Versión de la candidatura que se revisó.', ejemplo: 9 }) version: number
  @Opcion(TIPOS_CUESTIONARIO, { descripcion: 'Cuestionario.' }) cuestionario: 'curricular' | 'identidad'
  @Texto({ descripcion: 'Sección.', max: 60 }) seccion: string
}

export class ObservarDto extends EnSeccionDto {
  @Opcion(OBJETOS_OBSERVADOS, { descripcion: 'La sección, o la fotografía, que vuelve con ella.', opcional: true })
  objeto?: (typeof OBJETOS_OBSERVADOS)[number]
  @Texto({ descripcion: 'Clave del supuesto.', max: 60 }) supuesto: string
  @Texto({ descripcion: 'Qué debe atenderse.', min: 10, max: 2000 }) texto: string
  @Uuid({ descripcion: 'Observación que no se atendió: ésta es su ronda siguiente.', opcional: true }) anterior?: string
}

export class ResponderDto {
  @Entero({ descripcion: 'Versión de la candidatura que se leyó.', ejemplo: 9 }) version: number
  @Texto({ descripcion: 'Respuesta.', min: 10, max: 2000 }) texto: string
}

export class CerrarObservacionDto {
  @Entero({ descripcion: 'Versión de la candidatura que se revisó.', ejemplo: 9 }) version: number
  @Opcion(CIERRES, { descripcion: 'Atendida o retirada.' }) desenlace: 'atendida' | 'retirada'
  @Texto({ descripcion: 'Por qué.', min: 5, max: 2000 }) nota: string
}

export class SolicitarCorreccionDto extends EnSeccionDto {
  @Texto({ descripcion: 'Qué se quiere corregir y por qué.', min: 10, max: 2000 }) razon: string
}

export class ResolverCorreccionDto {
  @Entero({ descripcion: 'Versión de la candidatura que se revisó.', ejemplo: 9 }) version: number
  @Logico({ descripcion: 'Si se acepta.' }) aceptada: boolean
  @Texto({ descripcion: 'Por qué.', min: 5, max: 2000 }) razon: string
  @Logico({ descripcion: 'Que se acepta aunque la captura ya cerró.' }) trasCierre: boolean
}

export class PausarDto extends EnSeccionDto {
  @Texto({ descripcion: 'Clave del supuesto: el público lee su aviso.', max: 60 }) supuesto: string
  @Texto({ descripcion: 'Motivo, para el expediente y para el actor político.', min: 10, max: 2000 }) motivo: string
  @Fecha({ descripcion: 'Último día de la pausa; nulo: hasta que se decida.', nulo: true }) hasta: string | null
}

export class ReanudarDto {
  @Entero({ descripcion: 'Versión de la candidatura que se revisó.', ejemplo: 9 }) version: number
  @Texto({ descripcion: 'Por qué.', min: 5, max: 2000 }) razon: string
}

export class ObservacionParamsDto {
  @Uuid({ descripcion: 'Candidatura.' }) id: string
  @Uuid({ descripcion: 'Observación.' }) observacion: string
}

export class SolicitudParamsDto {
  @Uuid({ descripcion: 'Candidatura.' }) id: string
  @Uuid({ descripcion: 'Solicitud de corrección.' }) solicitud: string
}

export class PausaParamsDto {
  @Uuid({ descripcion: 'Candidatura.' }) id: string
  @Uuid({ descripcion: 'Pausa.' }) pausa: string
}
