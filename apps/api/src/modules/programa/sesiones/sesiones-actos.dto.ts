import { CLASES_SESION, DECISIONES_LECTURA, MAYORIAS_LECTURA, MODALIDADES_SESION, SENTIDOS_VOTO } from '@conoceles/domain'
import { Entero, Fecha, Instante, Lista, Logico, Objeto, Opcion, Texto, Uuid, Uuids } from '../../../shared/validacion/fields.ts'

const HORA = /^([01]\d|2[0-3]):[0-5]\d$/

export class PuntoNuevoDto {
  @Uuid({ descripcion: 'Identificador, si el punto ya existía.', opcional: true }) id?: string
  @Texto({ descripcion: 'Título.', min: 3, max: 500 }) titulo: string
  @Logico({ descripcion: 'Si se vota.' }) seVota: boolean
  @Texto({ descripcion: 'Clave del entregable que aprueba.', opcional: true, nulo: true, max: 80 }) entregable?: string | null
  @Texto({
    descripcion: 'Borrador que decide: su clase y su identificador.',
    opcional: true,
    nulo: true,
    max: 60,
    ejemplo: 'aviso:00000000-0000-4000-8000-000000000000',
  })
  materia?: string | null
  @Uuids({ descripcion: 'Documentos recibidos.', max: 20 }) documentos: string[]
}

/** Plan of a sesión; the rest comes with its acts. */
export class PlanSesionDto {
  @Fecha({ descripcion: 'Día.' }) fecha: string
  @Texto({ descripcion: 'Hora local.', opcional: true, nulo: true, patron: HORA, ejemplo: '10:00' }) hora?: string | null
  @Opcion(MODALIDADES_SESION, { descripcion: 'Cómo se reúne.' }) modalidad: (typeof MODALIDADES_SESION)[number]
  @Texto({ descripcion: 'Dónde, o el enlace si es remota.', opcional: true, nulo: true, max: 300 }) lugar?: string | null
  @Lista(() => PuntoNuevoDto, { descripcion: 'Orden del día, en su orden.' }) puntos: PuntoNuevoDto[]
}

export class ProgramarSesionDto extends PlanSesionDto {
  @Texto({ descripcion: 'Clave del órgano.', max: 40, ejemplo: 'comision' }) organo: string
  @Opcion(CLASES_SESION, { descripcion: 'Clase.' }) tipo: (typeof CLASES_SESION)[number]
  @Entero({ descripcion: 'Número; el siguiente, si no se dice.', opcional: true, min: 1, max: 999 }) numero?: number
}

export class EditarSesionDto extends PlanSesionDto {
  @Opcion(CLASES_SESION, { descripcion: 'Clase, mientras no se haya convocado; la que tiene, si no se dice.', opcional: true })
  tipo?: (typeof CLASES_SESION)[number]
  @Entero({ descripcion: 'Versión que se vio.' }) version: number
}

export class ConvocarSesionDto {
  @Entero({ descripcion: 'Versión que se vio.' }) version: number
  @Instante({ descripcion: 'Cuándo se convocó.' }) convocadaEn: string
  @Uuids({ descripcion: 'Documentos que acompañan la convocatoria.', max: 20 }) documentos: string[]
  @Texto({ descripcion: 'Número del oficio, como está en el libro del área.', opcional: true, nulo: true, min: 1, max: 120 }) numero?:
    string | null
  @Texto({ descripcion: 'Ciudad en que se firma; si nadie la ha confirmado.', opcional: true, nulo: true, min: 1, max: 200 }) ciudad?:
    string | null
  @Texto({ descripcion: 'Fundamento; si nadie lo ha confirmado.', opcional: true, nulo: true, min: 1, max: 1_000 }) fundamento?:
    string | null
}

export class DejarSesionDto {
  @Entero({ descripcion: 'Versión que se vio.' }) version: number
  @Texto({ descripcion: 'Por qué.', min: 10, max: 1_000 }) motivo: string
}

export class AsistenteDto {
  @Uuid({ descripcion: 'Integrante.' }) integranteId: string
  @Logico({ descripcion: 'Si asistió.' }) presente: boolean
}

export class RepresentanteDto {
  @Texto({ descripcion: 'Clave del partido.', min: 1, max: 80 }) actor: string
  @Logico({ descripcion: 'Si asistió.' }) presente: boolean
  @Texto({ descripcion: 'Quién asistió; nulo si nadie.', nulo: true, max: 200 }) quien: string | null
}

export class VotoNuevoDto {
  @Uuid({ descripcion: 'Integrante.' }) integranteId: string
  @Opcion(SENTIDOS_VOTO, { descripcion: 'Sentido.' }) sentido: (typeof SENTIDOS_VOTO)[number]
}

export class AcuerdoVotadoDto {
  @Texto({ descripcion: 'Número, como está en el documento.', min: 1, max: 120 }) numero: string
  @Uuid({ descripcion: 'El acuerdo firmado, si ya se recibió.', opcional: true, nulo: true }) documentoId?: string | null
}

export class PuntoCelebradoDto {
  @Uuid({ descripcion: 'Punto del orden del día.' }) puntoId: string
  @Logico({ descripcion: 'Si se retiró del orden del día.' }) retirado: boolean
  @Texto({ descripcion: 'Por qué se retiró.', opcional: true, max: 1_000 }) motivoRetiro?: string
  @Instante({ descripcion: 'Hora del voto.', opcional: true, nulo: true }) votadoEn?: string | null
  @Lista(() => VotoNuevoDto, { descripcion: 'Un voto de cada integrante con voto.' }) votos: VotoNuevoDto[]
  @Objeto(() => AcuerdoVotadoDto, { descripcion: 'Acuerdo, si lo aprobado lo es.', opcional: true, nulo: true })
  acuerdo?: AcuerdoVotadoDto | null
}

export class CelebrarSesionDto {
  @Entero({ descripcion: 'Versión que se vio.' }) version: number
  @Instante({ descripcion: 'Inicio.' }) inicio: string
  @Instante({ descripcion: 'Término.' }) fin: string
  @Lista(() => AsistenteDto, { descripcion: 'Asistencia de cada integrante.' }) asistencia: AsistenteDto[]
  @Lista(() => RepresentanteDto, {
    descripcion: 'Asistencia de cada representación convocada; sin ella queda el hueco en los documentos.',
    opcional: true,
    nulo: true,
    max: 100,
  })
  representaciones?: RepresentanteDto[] | null
  @Lista(() => PuntoCelebradoDto, { descripcion: 'Qué pasó con cada punto.' }) puntos: PuntoCelebradoDto[]
}

export class CorregirSesionDto extends CelebrarSesionDto {
  @Fecha({ descripcion: 'Día en que de verdad fue; el que consta, si no se dice.', opcional: true }) fecha?: string
  @Texto({ descripcion: 'Qué estaba mal y de dónde sale lo correcto.', min: 10, max: 1_000 }) motivo: string
}

export class LecturaSesionDto {
  @Logico({ descripcion: 'Si se dispensó su lectura.' }) dispensada: boolean
  @Opcion(DECISIONES_LECTURA, { descripcion: 'Qué se decidió.' }) decision: (typeof DECISIONES_LECTURA)[number]
  @Texto({ descripcion: 'Con qué cambios se aprobó.', nulo: true, max: 2_000 }) cambios: string | null
  @Opcion(MAYORIAS_LECTURA, { descripcion: 'Cómo se votó; nulo si no se votó.', nulo: true }) votacion:
    (typeof MAYORIAS_LECTURA)[number] | null
  @Lista(() => VotoNuevoDto, { descripcion: 'Un voto de cada integrante con voto, si fue por mayoría.', opcional: true, max: 100 })
  votos?: VotoNuevoDto[]
}

export class LecturaAnteriorDto extends LecturaSesionDto {
  @Uuids({ descripcion: 'Sesiones de las que es el documento que se leyó.', opcional: true, max: 40 }) sesiones?: string[]
}

export class IntervencionDto {
  @Texto({ descripcion: 'Quién.', min: 3, max: 200 }) quien: string
  @Texto({ descripcion: 'Qué dijo, en una o dos frases.', min: 3, max: 2_000 }) dijo: string
}

export class PuntoContadoDto {
  @Uuid({ descripcion: 'Punto del orden del día.' }) puntoId: string
  @Texto({ descripcion: 'Lo tratado, en breve.', nulo: true, max: 4_000 }) tratado: string | null
  @Lista(() => IntervencionDto, { descripcion: 'Quiénes intervinieron, en orden.', max: 40 }) intervenciones: IntervencionDto[]
}

/** Content of the acta beside attendance and votes. A null part is a blank of the acta. */
export class RelatoDto {
  @Objeto(() => LecturaSesionDto, { descripcion: 'Lectura y aprobación del orden del día.', nulo: true }) orden: LecturaSesionDto | null
  @Objeto(() => LecturaAnteriorDto, { descripcion: 'Lectura y aprobación del acta o minuta de la sesión anterior.', nulo: true })
  anterior: LecturaAnteriorDto | null
  @Lista(() => PuntoContadoDto, { descripcion: 'Lo tratado en cada punto.', max: 100 }) puntos: PuntoContadoDto[]
  @Lista(() => IntervencionDto, { descripcion: 'Asuntos generales; vacía si no se registró ninguno.', nulo: true, max: 40 })
  generales: IntervencionDto[] | null
}

export class RelatarSesionDto extends RelatoDto {
  @Entero({ descripcion: 'Versión que se vio.' }) version: number
}

export class ActaSesionDto {
  @Entero({ descripcion: 'Versión que se vio.' }) version: number
  @Fecha({ descripcion: 'Fecha del acta.' }) fecha: string
  @Uuid({ descripcion: 'Documento recibido.' }) documentoId: string
}

export class ActaQueryDto {
  @Uuid({ descripcion: 'Documento recibido.' }) documentoId: string
}

export const HOJAS_SESION = ['convocatoria', 'orden', 'asistencia', 'acta', 'votacion'] as const
export type HojaSesion = (typeof HOJAS_SESION)[number]
export const FORMATOS_HOJA = ['pdf', 'docx'] as const
export type FormatoHoja = (typeof FORMATOS_HOJA)[number]

export class HojaSesionParamsDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Opcion(HOJAS_SESION, { descripcion: 'Convocatoria, orden del día, lista de asistencia, acta o minuta, o anexo de votos.' })
  hoja: (typeof HOJAS_SESION)[number]
}

export class HojaSesionQueryDto {
  @Opcion(FORMATOS_HOJA, { descripcion: 'Formato; PDF, si no se dice.', opcional: true }) formato?: (typeof FORMATOS_HOJA)[number]
}
