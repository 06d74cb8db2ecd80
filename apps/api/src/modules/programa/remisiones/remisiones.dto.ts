import {
  ADVERTENCIAS_REMISION,
  CORREGIBLES_REMISION,
  ESTATUS_REMISION,
  MEDIOS_REMISION,
  MILESTONES,
  type MedioRemision,
} from '@conoceles/domain'
import { EventoDto, HitoDto } from '../actividades/index.ts'
import { AcuseDto } from '../../bitacora/index.ts'
import { DocumentoDto } from '../../registro/index.ts'
import {
  Entero,
  Fecha,
  Instante,
  Lista,
  Logico,
  Objeto,
  Opcion,
  Opciones,
  Texto,
  Textos,
  Uuid,
  Uuids,
} from '../../../shared/validacion/fields.ts'

const CUERPO = { min: 10, max: 10_000 }

export class RemitenteDto {
  @Texto({ descripcion: 'Nombre de la persona; vacío mientras no se escriba.', max: 160 }) nombre: string
  @Texto({ descripcion: 'Cargo.', min: 3, max: 200 }) cargo: string
}

export class PuestoDto extends RemitenteDto {
  @Texto({ descripcion: 'Órgano.', min: 3, max: 200 }) organo: string
}

export class EntregableRemitidoDto {
  @Texto({ descripcion: 'Clave.', ejemplo: '11.5/2024-03' }) clave: string
  @Texto({ descripcion: 'Número de la actividad.', ejemplo: '11.5' }) numero: string
  @Texto({ descripcion: 'Qué es.' }) nombre: string
  @Texto({ descripcion: 'Mes que informa.', nulo: true }) mes: string | null
  @Objeto(() => EventoDto, { descripcion: 'Qué lo abrió, cuando no fue el calendario.', nulo: true }) evento: EventoDto | null
  @Objeto(() => HitoDto, { descripcion: 'Cómo va su remisión; nulo si ya no está en el programa.', nulo: true }) hito: HitoDto | null
}

export class RefRemisionDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Texto({ descripcion: 'Número del oficio.' }) numero: string
}

export class PendienteRemisionDto extends EntregableRemitidoDto {
  @Objeto(() => RefRemisionDto, { descripcion: 'La que ya se prepara.', nulo: true }) remision: RefRemisionDto | null
}

export class ListPendientesRemisionDto {
  @Instante({ descripcion: 'Hora legal a la que se calculó.' }) en: string
  @Lista(() => PendienteRemisionDto, { descripcion: 'Lo que falta remitir, por lo que vence primero.' }) elementos: PendienteRemisionDto[]
}

export class RetiroAnexoDto {
  @Texto({ descripcion: 'Clave del entregable del que era evidencia.' }) entregable: string
  @Instante({ descripcion: 'Cuándo dejó de serlo.' }) retiradoEn: string
}

export class AnexoRemisionDto extends DocumentoDto {
  @Objeto(() => RetiroAnexoDto, { descripcion: 'Desde cuándo no vale como evidencia, si se retiró o anuló.', nulo: true })
  retiro: RetiroAnexoDto | null
  @Texto({ descripcion: 'Qué documento es, como lo nombra el oficio; nulo: sólo se sabe su archivo.', nulo: true }) documento: string | null
}

export class RemisionListadaDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Texto({ descripcion: 'Número del oficio.' }) numero: string
  @Texto({ descripcion: 'Asunto.' }) asunto: string
  @Fecha({ descripcion: 'Fecha del oficio.' }) fecha: string
  @Opcion(ESTATUS_REMISION, { descripcion: 'Dónde va.' }) estatus: (typeof ESTATUS_REMISION)[number]
  @Instante({ descripcion: 'Cuándo se envió.', nulo: true }) enviadaEn: string | null
  @Entero({ descripcion: 'Minutos de retraso, los del entregable que más.', nulo: true }) retrasoMinutos: number | null
  @Instante({ descripcion: 'Cuándo se anuló.', nulo: true }) anuladaEn: string | null
  @Lista(() => EntregableRemitidoDto, { descripcion: 'Qué remite.' }) entregables: EntregableRemitidoDto[]
}

export class ListRemisionesDto {
  @Lista(() => RemisionListadaDto, { descripcion: 'De la más reciente a la más antigua.' }) elementos: RemisionListadaDto[]
  @Entero({ descripcion: 'Cuántas cumplen el filtro.' }) total: number
  @Texto({ descripcion: 'Valor de `despues` para la página siguiente.', nulo: true }) siguiente: string | null
}

export class ListRemisionesQueryDto {
  @Opcion(ESTATUS_REMISION, { descripcion: 'Sólo las que van ahí.', opcional: true }) estatus?: (typeof ESTATUS_REMISION)[number]
  @Texto({ descripcion: 'Sólo las que remiten este entregable.', opcional: true, max: 80 }) entregable?: string
  @Texto({ descripcion: 'Parte del número o del asunto.', opcional: true, max: 100 }) q?: string
  @Texto({ descripcion: 'Valor de `siguiente` de la página anterior.', opcional: true, max: 100 }) despues?: string
}

export class AdvertenciaRemisionDto {
  @Opcion(ADVERTENCIAS_REMISION, { descripcion: 'De qué advierte.' }) tipo: (typeof ADVERTENCIAS_REMISION)[number]
  @Texto({ descripcion: 'A qué entregable toca; nulo si a todos.', nulo: true }) entregable: string | null
  @Textos({ descripcion: `Aprobaciones sin evidencia: ${MILESTONES.join(', ')}.` }) milestones: string[]
  @Texto({ descripcion: 'Clave del informe que hay que emitir de nuevo; nula si ninguno.', nulo: true }) informe: string | null
  @Logico({ descripcion: 'Si en este proceso impide enviarla.' }) impide: boolean
}

export class EnvioRemisionDto {
  @Instante({ descripcion: 'Cuándo se envió.' }) enviadaEn: string
  @Opcion(MEDIOS_REMISION, { descripcion: 'Por qué medio.' }) medio: MedioRemision
  @Instante({ descripcion: 'Cuándo se registró el envío.' }) registradoEn: string
  @Texto({ descripcion: 'Folio de nuestro acuse.' }) folio: string
  @Objeto(() => DocumentoDto, { descripcion: 'El oficio firmado.', nulo: true }) oficio: DocumentoDto | null
}

export class AcuseRemisionDto {
  @Instante({ descripcion: 'Cuándo la recibió el INE.' }) recibidaEn: string
  @Texto({ descripcion: 'Folio que dio el INE.' }) folio: string
  @Instante({ descripcion: 'Cuándo se registró el acuse.' }) registradoEn: string
  @Objeto(() => DocumentoDto, { descripcion: 'El acuse.', nulo: true }) documento: DocumentoDto | null
}

export class AnulacionRemisionDto {
  @Instante({ descripcion: 'Cuándo.' }) anuladaEn: string
  @Texto({ descripcion: 'Por qué.' }) motivo: string
}

/** Earlier facts of the sending or of the acuse, and the reason of their correction. */
export class CorreccionRemisionDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Opcion(CORREGIBLES_REMISION, { descripcion: 'Qué se corrigió.' }) que: (typeof CORREGIBLES_REMISION)[number]
  @Instante({ descripcion: 'Cuándo se decía que se envió, o que la recibió el INE.' }) ocurridoEn: string
  @Texto({ descripcion: 'El medio que se decía, o el folio del INE.' }) dato: string
  @Objeto(() => DocumentoDto, { descripcion: 'El documento que había.', nulo: true }) documento: DocumentoDto | null
  @Instante({ descripcion: 'Cuándo se había registrado.' }) registradoEn: string
  @Texto({ descripcion: 'Por qué se corrigió.' }) motivo: string
  @Instante({ descripcion: 'Cuándo se corrigió.' }) corregidaEn: string
  @Texto({ descripcion: 'Folio del acuse de la corrección.' }) folio: string
}

export class RemisionDto extends RemisionListadaDto {
  @Entero({ descripcion: 'Versión, para guardar sin pisar a nadie.' }) version: number
  @Texto({ descripcion: 'Lugar del oficio.' }) lugar: string
  @Objeto(() => PuestoDto, { descripcion: 'A quién va.' }) destinatario: PuestoDto
  @Objeto(() => PuestoDto, { descripcion: 'Con atención a quién.', nulo: true }) atencion: PuestoDto | null
  @Texto({ descripcion: 'Párrafos, con un renglón en blanco entre ellos.' }) cuerpo: string
  @Objeto(() => RemitenteDto, { descripcion: 'Quién firma.' }) remitente: RemitenteDto
  @Textos({ descripcion: 'Con copia para.' }) copias: string[]
  @Texto({ descripcion: 'Quién elaboró y quién revisó, como cierra el oficio.', nulo: true }) iniciales: string | null
  @Entero({ descripcion: 'Versión de la plantilla con la que se propuso, 0 la del paquete; nulo: no consta.', nulo: true }) plantilla:
    number | null
  @Lista(() => AnexoRemisionDto, { descripcion: 'Anexos, en su orden.' }) anexos: AnexoRemisionDto[]
  @Instante({ descripcion: 'Cuándo se preparó.' }) preparadaEn: string
  @Logico({ descripcion: 'Si la trajo el programa o el simulacro, y no una persona.' }) cargada: boolean
  @Objeto(() => EnvioRemisionDto, { descripcion: 'Su envío.', nulo: true }) envio: EnvioRemisionDto | null
  @Objeto(() => AcuseRemisionDto, { descripcion: 'Su acuse de recepción.', nulo: true }) acuse: AcuseRemisionDto | null
  @Objeto(() => AnulacionRemisionDto, { descripcion: 'Su anulación.', nulo: true }) anulacion: AnulacionRemisionDto | null
  @Lista(() => CorreccionRemisionDto, { descripcion: 'Lo que decía antes, de lo primero a lo último.' })
  correcciones: CorreccionRemisionDto[]
  @Lista(() => AdvertenciaRemisionDto, { descripcion: 'Lo que conviene saber antes de enviarla.' }) advertencias: AdvertenciaRemisionDto[]
  @Textos({ descripcion: 'Por qué el oficio sale todavía como borrador; vacía cuando se puede firmar.' }) faltas: string[]
}

export class ArchivoQueryDto {
  @Opcion(['oficio', 'acuse'], { descripcion: 'Como qué se va a dar.' }) como: 'oficio' | 'acuse'
  @Uuid({ descripcion: 'Documento recibido.' }) documentoId: string
}

export class AdvertenciasArchivoDto {
  @Opciones(ADVERTENCIAS_REMISION, { descripcion: 'Lo que conviene saber del archivo; vacía si nada.' })
  advertencias: (typeof ADVERTENCIAS_REMISION)[number][]
}

export class PropuestaQueryDto {
  @Texto({ descripcion: 'Claves de los entregables, separadas por comas.', max: 2_000 }) entregables: string
}

export class PropuestaDto {
  @Texto({ descripcion: 'Cómo se ve el número de un oficio.' }) numeracion: string
  @Texto({ descripcion: 'Lugar.' }) lugar: string
  @Fecha({ descripcion: 'Hoy.' }) fecha: string
  @Objeto(() => PuestoDto, { descripcion: 'A quién va.' }) destinatario: PuestoDto
  @Objeto(() => PuestoDto, { descripcion: 'Con atención a quién.', nulo: true }) atencion: PuestoDto | null
  @Texto({ descripcion: 'Asunto.' }) asunto: string
  @Texto({ descripcion: 'Párrafos, con un renglón en blanco entre ellos.' }) cuerpo: string
  @Objeto(() => RemitenteDto, { descripcion: 'Quién firma.' }) remitente: RemitenteDto
  @Lista(() => DocumentoDto, { descripcion: 'Documentos que ya son evidencia de estos entregables.' }) anexos: DocumentoDto[]
  @Entero({ descripcion: 'Versión de la plantilla del texto; 0: la del paquete.' }) plantilla: number
  @Textos({ descripcion: 'Qué partes de la propuesta nadie ha confirmado, y de dónde salen.' }) porConfirmar: string[]
  @Textos({ descripcion: 'Partes del membrete que el papel no lleva porque nadie las ha confirmado.' }) sinMembrete: string[]
}

export class PrepararRemisionDto {
  @Textos({ descripcion: 'Claves de lo que remite.' }) entregables: string[]
  @Texto({ descripcion: 'Número del oficio.', min: 3, max: 120 }) numero: string
  @Texto({ descripcion: 'Lugar.', min: 3, max: 120 }) lugar: string
  @Fecha({ descripcion: 'Fecha del oficio.' }) fecha: string
  @Objeto(() => PuestoDto, { descripcion: 'A quién va.' }) destinatario: PuestoDto
  @Objeto(() => PuestoDto, { descripcion: 'Con atención a quién.', nulo: true }) atencion: PuestoDto | null
  @Texto({ descripcion: 'Asunto.', min: 3, max: 300 }) asunto: string
  @Texto({ descripcion: 'Párrafos, con un renglón en blanco entre ellos.', ...CUERPO }) cuerpo: string
  @Objeto(() => RemitenteDto, { descripcion: 'Quién firma.' }) remitente: RemitenteDto
  @Textos({ descripcion: 'Con copia para.' }) copias: string[]
  @Texto({ descripcion: 'Quién elaboró y quién revisó, como cierra el oficio.', opcional: true, nulo: true, max: 200 }) iniciales?:
    string | null
  @Entero({ descripcion: 'Versión de la plantilla con la que se propuso.', opcional: true, nulo: true }) plantilla?: number | null
  @Uuids({ descripcion: 'Documentos recibidos que se anexan.', max: 50 }) anexos: string[]
}

export class CambiarRemisionDto extends PrepararRemisionDto {
  @Entero({ descripcion: 'Versión sobre la que se escribió.' }) version: number
}

export class EnviarRemisionDto {
  @Entero({ descripcion: 'Versión que se envió.' }) version: number
  @Instante({ descripcion: 'Cuándo se envió.' }) enviadaEn: string
  @Opcion(MEDIOS_REMISION, { descripcion: 'Por qué medio.' }) medio: MedioRemision
  @Uuid({ descripcion: 'El oficio firmado.', opcional: true }) oficioId?: string
}

export class AcusarRemisionDto {
  @Instante({ descripcion: 'Cuándo la recibió el INE.' }) recibidaEn: string
  @Texto({ descripcion: 'Folio que dio el INE.', min: 1, max: 120 }) folio: string
  @Uuid({ descripcion: 'El acuse.', opcional: true }) documentoId?: string
}

const MOTIVO = { descripcion: 'Por qué se corrige.', min: 10, max: 1_000 }

export class CorregirEnvioDto {
  @Entero({ descripcion: 'Versión que se leyó.' }) version: number
  @Instante({ descripcion: 'Cuándo se envió en realidad.' }) enviadaEn: string
  @Opcion(MEDIOS_REMISION, { descripcion: 'Por qué medio.' }) medio: MedioRemision
  @Uuid({ descripcion: 'El oficio firmado; sin él, ninguno.', opcional: true }) oficioId?: string
  @Texto(MOTIVO) motivo: string
}

export class CorregirAcuseDto extends AcusarRemisionDto {
  @Entero({ descripcion: 'Versión que se leyó.' }) version: number
  @Texto(MOTIVO) motivo: string
}

export class AnularRemisionDto {
  @Texto({ descripcion: 'Por qué no vale.', min: 10, max: 1_000 }) motivo: string
}

export class ActoRemisionDto {
  @Objeto(() => RemisionDto, { descripcion: 'Cómo quedó.' }) remision: RemisionDto
  @Objeto(() => AcuseDto, { descripcion: 'Acuse.' }) acuse: AcuseDto
}

export const FORMATOS_OFICIO = ['pdf', 'docx'] as const
export type FormatoOficio = (typeof FORMATOS_OFICIO)[number]

export class OficioQueryDto {
  @Opcion(FORMATOS_OFICIO, { descripcion: 'Formato.' }) formato: FormatoOficio
}
