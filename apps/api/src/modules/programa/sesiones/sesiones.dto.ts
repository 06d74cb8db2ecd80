import {
  ACTOS_SESION,
  CLASES_SESION,
  CONFIANZAS,
  ENCARGOS,
  ESTATUS_SESION,
  MILESTONES,
  MODALIDADES_SESION,
  PUNTOS_FIJOS,
  RESULTADOS_PUNTO,
  SENTIDOS_VOTO,
  TIPOS_SESION,
} from '@conoceles/domain'
import { AcuseDto } from '../../bitacora/index.ts'
import { AccionDto, DocumentoDto } from '../../registro/index.ts'
import { ClaveNombreDto } from '../../proceso/index.ts'
import { Entero, Fecha, Instante, Lista, Logico, Objeto, Opcion, Opciones, Texto, Textos, Uuid } from '../../../shared/validacion/fields.ts'
import { HOJAS_SESION, RelatoDto } from './sesiones-actos.dto.ts'
import { IntegranteDto, ReglasSesionDto } from './integrantes/integrantes.dto.ts'

export class ListSesionesQueryDto {
  @Texto({ descripcion: 'Clave del órgano.', opcional: true, max: 40 }) organo?: string
  @Entero({ descripcion: 'Año.', opcional: true, min: 2000, max: 2100 }) anio?: number
  @Opcion(ESTATUS_SESION, { descripcion: 'Estatus.', opcional: true }) estatus?: (typeof ESTATUS_SESION)[number]
  @Texto({ descripcion: 'Clave de un entregable de su orden del día.', opcional: true, max: 80, ejemplo: '11.5/2024-03' })
  entregable?: string
}

export class SesionDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Objeto(() => ClaveNombreDto, { descripcion: 'Órgano.' }) organo: ClaveNombreDto
  @Opcion(CLASES_SESION, { descripcion: 'Clase.' }) tipo: (typeof CLASES_SESION)[number]
  @Entero({ descripcion: 'Número, por órgano, clase y año.' }) numero: number
  @Entero({ descripcion: 'Año.' }) anio: number
  @Texto({ descripcion: 'Cómo se nombra.', ejemplo: '2.ª sesión ordinaria de 2024' }) nombre: string
  @Fecha({ descripcion: 'Día.' }) fecha: string
  @Texto({ descripcion: 'Hora local; nula mientras sólo se sepa el día.', nulo: true, ejemplo: '10:00' }) hora: string | null
  @Opcion(MODALIDADES_SESION, { descripcion: 'Cómo se reúne.' }) modalidad: (typeof MODALIDADES_SESION)[number]
  @Texto({ descripcion: 'Dónde.', nulo: true }) lugar: string | null
  @Opcion(ESTATUS_SESION, { descripcion: 'Estatus.' }) estatus: (typeof ESTATUS_SESION)[number]
  @Textos({ descripcion: 'Claves de los entregables de su orden del día.' }) entregables: string[]
  @Textos({ descripcion: 'Títulos de los puntos que los aprueban.' }) asuntos: string[]
  @Opcion(['acta', 'minuta'], { descripcion: 'Qué documento cuenta lo celebrado.' }) papel: 'acta' | 'minuta'
  @Logico({ descripcion: 'Si ya se recibió, firmado.' }) conActa: boolean
}

export class ListSesionesDto {
  @Lista(() => SesionDto, { descripcion: 'Sesiones, de la más reciente a la más antigua.' }) elementos: SesionDto[]
  @Lista(() => ClaveNombreDto, { descripcion: 'Órganos que sesionan.' }) organos: ClaveNombreDto[]
  @Textos({ descripcion: 'Años en los que hay sesiones.' }) anios: string[]
}

export class EntregableDePuntoDto {
  @Texto({ descripcion: 'Clave.' }) clave: string
  @Texto({ descripcion: 'Número de la actividad.' }) numero: string
  @Texto({ descripcion: 'Qué es.' }) nombre: string
  @Texto({ descripcion: 'Cómo se llama su documento en una frase; nulo si el programa no lo dice.', nulo: true }) documento: string | null
  @Textos({ descripcion: 'Momentos que su aprobación cumple.' }) cumple: string[]
  @Textos({ descripcion: 'Lo que falta antes de aprobarlo; se avisa antes del voto y queda con su evidencia.' }) advertencias: string[]
  @Logico({ descripcion: 'Si este órgano ya lo aprobó.' }) aprobado: boolean
  @Logico({ descripcion: 'Si su voto sólo cuenta después de que se envió una versión: así es de los informes.' }) exigeVersion: boolean
  @Instante({ descripcion: 'Desde cuándo hay una versión que se pueda votar; nulo si no hay ninguna.', nulo: true })
  versionDesde: string | null
}

export class MateriaDto {
  @Texto({ descripcion: 'Clase e identificador.', ejemplo: 'aviso:00000000-0000-4000-8000-000000000000' }) clave: string
  @Texto({ descripcion: 'Qué es.' }) nombre: string
}

export class ListMateriasDto {
  @Lista(() => MateriaDto, { descripcion: 'Borradores que esperan la aprobación de un órgano.' }) elementos: MateriaDto[]
}

export class SesionPreviaDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Texto({ descripcion: 'Cómo se nombra.', ejemplo: '2.ª sesión ordinaria de 2024' }) nombre: string
  @Fecha({ descripcion: 'Día.' }) fecha: string
  @Texto({ descripcion: 'Hora local; nula mientras sólo se sepa el día.', nulo: true }) hora: string | null
  @Logico({ descripcion: 'Si ya se convocó.' }) convocada: boolean
}

export class LimiteConvocatoriaDto {
  @Opcion(TIPOS_SESION, { descripcion: 'Clase de sesión.' }) tipo: (typeof TIPOS_SESION)[number]
  @Entero({ descripcion: 'Horas que deben mediar entre la convocatoria y la sesión.' }) horas: number
  @Instante({ descripcion: 'Hasta cuándo se puede convocar.' }) limite: string
  @Logico({ descripcion: 'Si ese momento ya pasó.' }) vencido: boolean
}

/** Approval of an organ below that the entregable of a point still lacks. */
export class AprobacionPreviaDto {
  @Opcion(MILESTONES, { descripcion: 'Momento que falta.' }) milestone: (typeof MILESTONES)[number]
  @Objeto(() => ClaveNombreDto, { descripcion: 'Órgano que aprueba.' }) organo: ClaveNombreDto
  @Texto({ descripcion: 'Quien lo preside hoy y lo convoca; nulo si no consta.', nulo: true }) convoca: string | null
  @Objeto(() => SesionPreviaDto, { descripcion: 'Sesión por celebrar que lo tiene en su orden del día; nula si no hay.', nulo: true })
  sesion: SesionPreviaDto | null
  @Instante({ descripcion: 'Antes de cuándo debe celebrarse; nulo si no se sabe la hora.', nulo: true }) antesDe: string | null
  @Lista(() => LimiteConvocatoriaDto, { descripcion: 'Hasta cuándo se puede convocar, por clase de sesión; vacía si ya se convocó.' })
  limites: LimiteConvocatoriaDto[]
  @Opcion(CONFIANZAS, { descripcion: 'Qué tan seguro es el plazo de la convocatoria.' }) confianza: (typeof CONFIANZAS)[number]
}

export class EntregableNombradoDto {
  @Texto({ descripcion: 'Clave.' }) clave: string
  @Texto({ descripcion: 'Número de la actividad.' }) numero: string
  @Texto({ descripcion: 'Qué es.' }) nombre: string
}

export class AprobacionPorConvocarDto extends AprobacionPreviaDto {
  @Objeto(() => EntregableNombradoDto, { descripcion: 'Entregable al que le falta.' }) entregable: EntregableNombradoDto
  @Objeto(() => SesionPreviaDto, {
    descripcion: 'Sesión que lo vota; nula: lo pide el calendario y ninguna sesión lo vota todavía.',
    nulo: true,
  })
  vota: SesionPreviaDto | null
  @Logico({ descripcion: 'Si ya venció el plazo en que se pedía.' }) vencida: boolean
}

export class ListAprobacionesPorConvocarDto {
  @Lista(() => AprobacionPorConvocarDto, { descripcion: 'Aprobaciones, de la que vence o venció antes a la última.' })
  elementos: AprobacionPorConvocarDto[]
}

/** Member who owes the acta of a sesión that was held. */
export class DebeActaDto {
  @Texto({ descripcion: 'Nombre.' }) nombre: string
  @Texto({ descripcion: 'Puesto en el instituto.', nulo: true }) puesto: string | null
  @Opcion(ENCARGOS, { descripcion: 'Cargo que ejercía en el órgano ese día.' }) ejerce: (typeof ENCARGOS)[number]
}

export class PuntoDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Texto({ descripcion: 'Título.' }) titulo: string
  @Logico({ descripcion: 'Si se vota.' }) seVota: boolean
  @Objeto(() => EntregableDePuntoDto, { descripcion: 'Entregable que aprueba.', nulo: true }) entregable: EntregableDePuntoDto | null
  @Lista(() => AprobacionPreviaDto, { descripcion: 'Aprobaciones de otros órganos que le faltan antes de este voto.' })
  previas: AprobacionPreviaDto[]
  @Objeto(() => MateriaDto, { descripcion: 'Borrador que decide.', nulo: true }) materia: MateriaDto | null
  @Lista(() => DocumentoDto, { descripcion: 'Documentos.' }) documentos: DocumentoDto[]
}

/** A point of the agenda as it is printed: one that every agenda has, or one that was typed. */
export class PuntoImpresoDto {
  @Opcion(PUNTOS_FIJOS, { descripcion: 'Cuál de los que todo orden del día lleva; nulo si se escribió.', nulo: true }) fijo:
    (typeof PUNTOS_FIJOS)[number] | null
  @Texto({ descripcion: 'Cómo se lee.' }) titulo: string
  @Uuid({ descripcion: 'El punto que se escribió.', nulo: true }) puntoId: string | null
}

export class ConvocatoriaDto {
  @Instante({ descripcion: 'Cuándo se convocó.' }) en: string
  @Texto({ descripcion: 'Quién la firma, como presidencia.', nulo: true }) firma: string | null
  @Texto({ descripcion: 'Por conducto de quién.', nulo: true }) conducto: string | null
  @Lista(() => DocumentoDto, { descripcion: 'Documentos que la acompañan.' }) documentos: DocumentoDto[]
  @Textos({ descripcion: 'Lo que se advirtió.' }) advertencias: string[]
  @Texto({ descripcion: 'Folio del acuse.' }) folio: string
  @Texto({ descripcion: 'Número de su oficio.', nulo: true }) numero: string | null
  @Texto({ descripcion: 'Ciudad que escribió la Secretaría, a falta de una confirmada.', nulo: true }) ciudad: string | null
  @Texto({ descripcion: 'Fundamento que escribió la Secretaría, a falta de uno confirmado.', nulo: true }) fundamento: string | null
  @Entero({ descripcion: 'Versión de la plantilla de la convocatoria; 0: la del paquete.' }) plantilla: number
  @Entero({ descripcion: 'Versión de la plantilla del orden del día; 0: la del paquete.' }) plantillaOrden: number
}

export class AsistenciaDto {
  @Uuid({ descripcion: 'Identificador.' }) integranteId: string
  @Texto({ descripcion: 'Nombre.' }) nombre: string
  @Opcion(ENCARGOS, { descripcion: 'Cargo que ejercía.' }) ejerce: (typeof ENCARGOS)[number]
  @Logico({ descripcion: 'Si tenía voto.' }) voto: boolean
  @Logico({ descripcion: 'Si asistió.' }) presente: boolean
}

export class RepresentacionConvocadaDto {
  @Texto({ descripcion: 'Clave del partido.' }) actor: string
  @Texto({ descripcion: 'Nombre del partido.' }) nombre: string
  @Texto({ descripcion: 'Quién asistió por él la última vez; nulo si no consta.', nulo: true }) ultima: string | null
}

export class RepresentacionDto {
  @Texto({ descripcion: 'Clave del partido.' }) actor: string
  @Texto({ descripcion: 'Nombre del partido.' }) nombre: string
  @Logico({ descripcion: 'Si asistió.' }) presente: boolean
  @Texto({ descripcion: 'Quién asistió; nulo si nadie.', nulo: true }) quien: string | null
}

export class VotoDto {
  @Uuid({ descripcion: 'Integrante.' }) integranteId: string
  @Opcion(SENTIDOS_VOTO, { descripcion: 'Sentido.' }) sentido: (typeof SENTIDOS_VOTO)[number]
}

export class CuentaVotosDto {
  @Entero({ descripcion: 'A favor.' }) a_favor: number
  @Entero({ descripcion: 'En contra.' }) en_contra: number
  @Entero({ descripcion: 'Abstenciones.' }) abstencion: number
  @Entero({ descripcion: 'Ausentes.' }) ausente: number
}

export class AcuerdoDePuntoDto {
  @Uuid({ descripcion: 'Identificador, si está entre los acuerdos.', nulo: true }) id: string | null
  @Texto({ descripcion: 'Número.' }) numero: string
}

export class PuntoVotadoDto {
  @Uuid({ descripcion: 'Punto del orden del día.' }) puntoId: string
  @Opcion(RESULTADOS_PUNTO, { descripcion: 'Resultado.' }) resultado: (typeof RESULTADOS_PUNTO)[number]
  @Instante({ descripcion: 'Hora del voto.', nulo: true }) votadoEn: string | null
  @Lista(() => VotoDto, { descripcion: 'Votos.' }) votos: VotoDto[]
  @Objeto(() => CuentaVotosDto, { descripcion: 'Cuenta.', nulo: true }) cuenta: CuentaVotosDto | null
  @Logico({ descripcion: 'Si decidió el voto de calidad.' }) calidad: boolean
  @Objeto(() => AcuerdoDePuntoDto, { descripcion: 'Acuerdo.', nulo: true }) acuerdo: AcuerdoDePuntoDto | null
  @Textos({ descripcion: 'Momentos del entregable que se cumplieron.' }) cumplio: string[]
  @Texto({ descripcion: 'Por qué no cumplió nada de su entregable.', nulo: true, opcional: true }) nota?: string | null
  @Texto({ descripcion: 'Por qué se retiró.', opcional: true }) motivoRetiro?: string
}

export class CelebracionDto {
  @Entero({ descripcion: 'Cuántas veces se ha contado: 1 la primera, más con cada corrección.' }) numero: number
  @Instante({ descripcion: 'Inicio.' }) inicio: string
  @Instante({ descripcion: 'Término.' }) fin: string
  @Lista(() => AsistenciaDto, { descripcion: 'Lista de asistencia.' }) asistencia: AsistenciaDto[]
  @Lista(() => RepresentacionDto, {
    descripcion: 'Representaciones de los partidos, con voz y sin voto; nula si nadie lo asentó.',
    nulo: true,
  })
  representaciones: RepresentacionDto[] | null
  @Lista(() => PuntoVotadoDto, { descripcion: 'Qué pasó con cada punto.' }) puntos: PuntoVotadoDto[]
  @Texto({ descripcion: 'Por qué corrige a la anterior.', nulo: true }) motivo: string | null
  @Texto({ descripcion: 'Folio del acuse.' }) folio: string
  @Instante({ descripcion: 'Cuándo se registró.' }) registradaEn: string
}

export class HechoSesionDto {
  @Opcion(['programar', ...ACTOS_SESION], { descripcion: 'Qué se hizo.' }) acto: 'programar' | (typeof ACTOS_SESION)[number]
  @Instante({ descripcion: 'Cuándo.' }) en: string
  @Texto({ descripcion: 'Por qué.', nulo: true }) motivo: string | null
  @Fecha({ descripcion: 'Día que tenía la sesión.', nulo: true }) fecha: string | null
  @Texto({ descripcion: 'Folio del acuse.', nulo: true }) folio: string | null
}

export class ActaDto {
  @Objeto(() => DocumentoDto, { descripcion: 'El acta firmada.' }) documento: DocumentoDto
  @Fecha({ descripcion: 'Fecha del acta.' }) fecha: string
  @Textos({ descripcion: 'Lo que se advirtió de su archivo.' }) advertencias: string[]
}

export class AdvertenciasActaDto {
  @Textos({ descripcion: 'Lo que conviene saber del archivo antes de darlo como el acta firmada; vacía si nada.' }) advertencias: string[]
}

export class PorAprobarDto {
  @Uuid({ descripcion: 'Identificador de la sesión.' }) id: string
  @Texto({ descripcion: 'Cómo se nombra.', ejemplo: 'Primera Sesión Ordinaria, celebrada el 3 de abril de 2024' }) nombre: string
}

const POR_ESCRIBIR = ['ciudad', 'fundamento'] as const

export class SesionDetailDto extends SesionDto {
  @Entero({ descripcion: 'Versión, para no pisar lo que otra persona guardó.' }) version: number
  @Texto({ descripcion: 'Dónde la prevé o la cuenta el programa.', nulo: true }) fuente: string | null
  @Opcion(MILESTONES, { descripcion: 'Momento que cumple lo que este órgano aprueba.', nulo: true }) aprueba:
    (typeof MILESTONES)[number] | null
  @Objeto(() => ReglasSesionDto, { descripcion: 'Cómo sesiona y decide el órgano.' }) reglas: ReglasSesionDto
  @Lista(() => PuntoDto, { descripcion: 'Orden del día.' }) puntos: PuntoDto[]
  @Lista(() => PuntoImpresoDto, { descripcion: 'El orden del día como se imprime, con los puntos que todos llevan.' })
  agenda: PuntoImpresoDto[]
  @Objeto(() => ConvocatoriaDto, { descripcion: 'Convocatoria vigente.', nulo: true }) convocatoria: ConvocatoriaDto | null
  @Opciones(POR_ESCRIBIR, { descripcion: 'Datos de la convocatoria que el paquete no tiene confirmados, y que se pueden escribir.' })
  porEscribir: (typeof POR_ESCRIBIR)[number][]
  @Lista(() => IntegranteDto, { descripcion: 'Quiénes actúan ese día.' }) integrantes: IntegranteDto[]
  @Texto({ descripcion: 'Representaciones a las que se convoca además de quienes actúan; nulo si no consta.', nulo: true })
  representaciones: string | null
  @Lista(() => RepresentacionConvocadaDto, { descripcion: 'Esas representaciones, una por partido.' })
  convocadas: RepresentacionConvocadaDto[]
  @Entero({ descripcion: 'Horas que la regla del órgano pide entre su convocatoria y ella; nulo si no se conocen.', nulo: true })
  horasConvocatoria: number | null
  @Textos({ descripcion: 'Lo que conviene saber antes de convocar: se advierte y no impide.' }) advertencias: string[]
  @Lista(() => AccionDto, { descripcion: 'Actos y si se pueden hacer ahora.' }) acciones: AccionDto[]
  @Lista(() => CelebracionDto, { descripcion: 'Lo celebrado: primero lo que vale, después lo que se corrigió.' })
  celebraciones: CelebracionDto[]
  @Objeto(() => RelatoDto, { descripcion: 'Lo tratado, además de la asistencia y los votos; nulo si nadie lo ha asentado.', nulo: true })
  relato: RelatoDto | null
  @Lista(() => PorAprobarDto, { descripcion: 'Sesiones anteriores cuya acta o minuta espera aprobación; sólo de una ordinaria.' })
  porAprobar: PorAprobarDto[]
  @Objeto(() => ActaDto, { descripcion: 'Acta.', nulo: true }) acta: ActaDto | null
  @Objeto(() => DebeActaDto, {
    descripcion: 'Quien debe el acta de lo celebrado, según el directorio de ese día; nulo si ya está, o si no consta.',
    nulo: true,
  })
  debeActa: DebeActaDto | null
  @Lista(() => HechoSesionDto, { descripcion: 'Su historia, en orden.' }) historia: HechoSesionDto[]
}

export class PapelSesionDto {
  @Opcion(HOJAS_SESION, { descripcion: 'Qué documento es.' }) hoja: (typeof HOJAS_SESION)[number]
  @Textos({ descripcion: 'Por qué sale como borrador; vacía cuando se puede firmar.' }) faltas: string[]
}

export class ListPapelesSesionDto {
  @Lista(() => PapelSesionDto, { descripcion: 'Documentos que ya se pueden imprimir.' }) elementos: PapelSesionDto[]
  @Textos({ descripcion: 'Lo que sus documentos no llevan porque nadie lo ha confirmado.' }) avisos: string[]
}

export class ActoSesionDto {
  @Objeto(() => SesionDetailDto, { descripcion: 'Cómo quedó.' }) sesion: SesionDetailDto
  @Objeto(() => AcuseDto, { descripcion: 'Acuse.' }) acuse: AcuseDto
}
