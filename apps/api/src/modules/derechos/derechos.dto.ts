import {
  ACTOS_DERECHO,
  CONFIANZAS,
  DERECHOS,
  ESTATUS_DERECHO,
  SENTIDOS_DERECHO,
  type ActoDerecho,
  type Derecho,
  type SentidoDerecho,
} from '@conoceles/domain'
import { AcuseDto } from '../bitacora/index.ts'
import { AccionDto } from '../candidaturas/index.ts'
import { Archivo, Entero, Fecha, Instante, Lista, Logico, Objeto, Opcion, Opciones, Texto, Uuid } from '../../shared/fields.ts'
import { IdParamsDto } from '../../shared/shared.dto.ts'

const CLAVES_PLAZO = ['prevenir', 'desahogar', 'responder', 'ampliar', 'hacerEfectivo'] as const

export class RecibirSolicitudDerechoDto {
  @Uuid({ descripcion: 'Candidatura de la persona que pide.' }) candidaturaId: string
  @Opcion(DERECHOS, { descripcion: 'Derecho que ejerce.' }) derecho: Derecho
  @Fecha({
    descripcion: 'Día en que se recibió, desde que comenzó el programa de trabajo; lo que pide la persona con su cuenta se recibe hoy.',
    opcional: true,
  })
  recibida?: string
  @Texto({ descripcion: 'Qué pide, y sobre qué datos.', min: 10, max: 2_000 }) descripcion: string
}

export class ActuarSolicitudDerechoDto {
  @Opcion(ACTOS_DERECHO, { descripcion: 'Acto.' }) acto: ActoDerecho
  @Entero({ descripcion: 'Versión que se leyó.' }) version: number
  @Texto({ descripcion: 'Lo que se previene, se atiende, se responde o se hizo.', min: 10, max: 4_000 }) texto: string
  @Opcion(SENTIDOS_DERECHO, { descripcion: 'Sentido; sólo al responder.', opcional: true }) sentido?: SentidoDerecho
}

export class PlazoDerechoDto {
  @Opcion(CLAVES_PLAZO, { descripcion: 'Qué plazo corre.' }) clave: string
  @Fecha({ descripcion: 'Último día.' }) vence: string
  @Entero({ descripcion: 'Días hábiles que quedan; negativo si ya venció.', min: -100_000 }) quedan: number
  @Entero({ descripcion: 'Días hábiles del plazo.' }) dias: number
  @Texto({ descripcion: 'De dónde sale.' }) fuente: string
  @Opcion(CONFIANZAS, { descripcion: 'Qué tan seguro es.' }) confianza: string
}

export class SolicitudDerechoDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Texto({ descripcion: 'Folio.', ejemplo: 'ARCO/2024/003-7KQM' }) folio: string
  @Opcion(DERECHOS, { descripcion: 'Derecho que ejerce.' }) derecho: string
  @Opcion(ESTATUS_DERECHO, { descripcion: 'Estatus.' }) estatus: string
  @Fecha({ descripcion: 'Día en que se recibió.' }) recibida: string
  @Uuid({ descripcion: 'Candidatura.' }) candidaturaId: string
  @Texto({ descripcion: 'Nombre de la persona.' }) persona: string
  @Objeto(() => PlazoDerechoDto, { descripcion: 'Plazo que corre.', nulo: true }) plazo: PlazoDerechoDto | null
}

export class HechoDerechoDto {
  @Opcion(ACTOS_DERECHO, { descripcion: 'Acto.' }) acto: string
  @Fecha({ descripcion: 'Día.' }) fecha: string
  @Texto({ descripcion: 'Texto.' }) texto: string
  @Opcion(SENTIDOS_DERECHO, { descripcion: 'Sentido de la respuesta.', nulo: true }) sentido: string | null
  @Texto({ descripcion: 'Folio de su acuse.' }) folio: string
}

export class DocumentoDerechoDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Texto({ descripcion: 'Nombre con que se entregó.' }) nombre: string
  @Texto({ descripcion: 'Folio del acto al que acompaña; nulo: a la solicitud.', nulo: true }) hecho: string | null
  @Logico({ descripcion: 'Si lo entregó la persona.' }) deLaPersona: boolean
  @Instante({ descripcion: 'Cuándo se recibió.' }) recibidoEn: string
  @Entero({ descripcion: 'Tamaño en bytes.' }) bytes: number
}

export class SolicitudDerechoDetalleDto extends SolicitudDerechoDto {
  @Texto({ descripcion: 'Qué pide.' }) descripcion: string
  @Fecha({ descripcion: 'Día en que acreditó su identidad.', nulo: true }) acreditadaEn: string | null
  @Logico({ descripcion: 'Si se entregó con qué acreditarla, aceptado o no.' }) identidadEntregada: boolean
  @Lista(() => DocumentoDerechoDto, { descripcion: 'Documentos de la solicitud y de sus actos, en orden.' })
  documentos: DocumentoDerechoDto[]
  @Entero({ descripcion: 'Versión.' }) version: number
  @Lista(() => HechoDerechoDto, { descripcion: 'Lo que se ha hecho, en orden.' }) hechos: HechoDerechoDto[]
  @Lista(() => AccionDto, { descripcion: 'Lo que se puede hacer ahora, y por qué no.' }) acciones: AccionDto[]
  @Opciones(SENTIDOS_DERECHO, { descripcion: 'Cómo se puede responder: mientras no acredite su identidad, sólo que no procede.' })
  sentidos: readonly SentidoDerecho[]
  @Logico({ descripcion: 'Si ya se puede entregar a la persona el archivo de sus datos.' }) entregaDatos: boolean
}

export class ListSolicitudesDerechoDto {
  @Lista(() => SolicitudDerechoDto, { descripcion: 'Las abiertas primero, por lo que vence antes.' }) elementos: SolicitudDerechoDto[]
}

export class SolicitudDerechoHechaDto {
  @Objeto(() => SolicitudDerechoDetalleDto, { descripcion: 'La solicitud, como quedó.' }) solicitud: SolicitudDerechoDetalleDto
  @Objeto(() => AcuseDto, { descripcion: 'Acuse.' }) acuse: AcuseDto
}

export class AceptarIdentidadDto {
  @Entero({ descripcion: 'Versión que se leyó.' }) version: number
}

export class DatosDocumentoDerechoDto {
  @Texto({ descripcion: 'Folio del acto al que acompaña; sin él, acompaña a la solicitud.', opcional: true }) hecho?: string
}

export class AdjuntarDocumentoDerechoDto extends DatosDocumentoDerechoDto {
  @Archivo({ descripcion: 'Documento: PDF, JPG o PNG de hasta 5 MB.' }) archivo: string
}

export class DocumentoDerechoParamsDto extends IdParamsDto {
  @Uuid({ descripcion: 'Identificador del documento.' }) documento: string
}

export class PruebaIdentidadDto {
  @Archivo({ descripcion: 'Documento con que la persona acreditó su identidad: PDF, JPG o PNG de hasta 5 MB.' }) archivo: string
}
