import {
  ACTOS_DERECHO,
  CARTAS_DERECHO,
  CAUSAS_IMPROCEDENCIA,
  CLAVES_PLAZO,
  CONFIANZAS,
  DERECHOS,
  ELECCIONES_CONSENTIMIENTO,
  ESTATUS_DERECHO,
  IDENTIFICACIONES,
  MEDIOS_DERECHO,
  MEDIOS_ENTREGA,
  ESTATUS_RECURSO,
  SENTIDOS_COMITE,
  SENTIDOS_DERECHO,
  SENTIDOS_RECURSO,
  SURTE_DERECHO,
  type ActoDerecho,
  type CartaDerecho,
  type CausaImprocedencia,
  type Derecho,
  type EleccionConsentimiento,
  type EstatusRecurso,
  type Identificacion,
  type MedioDerecho,
  type MedioEntrega,
  type SentidoComite,
  type SentidoDerecho,
  type SentidoRecurso,
  type SurteDerecho,
} from '@conoceles/domain'
import { AcuseDto } from '../../bitacora/index.ts'
import { AccionDto } from '../../registro/index.ts'
import {
  Archivo,
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
} from '../../../shared/validacion/fields.ts'
import { OficiosDerechoDto } from './documentos/oficios.dto.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'

const PLAZOS = [...CLAVES_PLAZO, 'notificar', 'suprimir'] as const

export class RecibirSolicitudDerechoDto {
  @Uuid({ descripcion: 'Candidatura de la persona que pide.' }) candidaturaId: string
  @Opcion(DERECHOS, { descripcion: 'Derecho que ejerce.' }) derecho: Derecho
  @Fecha({
    descripcion: 'Día en que se recibió, desde que comenzó el programa de trabajo; lo que pide la persona con su cuenta se recibe hoy.',
    opcional: true,
  })
  recibida?: string
  @Texto({ descripcion: 'Qué pide, y sobre qué datos.', min: 10, max: 2_000 }) descripcion: string
  @Opciones(DERECHOS, {
    descripcion: 'Otros derechos que ejerce en el mismo escrito: cada uno tiene su folio, su plazo y su respuesta.',
    opcional: true,
  })
  tambien?: Derecho[]
  @Opcion(MEDIOS_DERECHO, { descripcion: 'Cómo llegó; con la cuenta de la persona, por este sistema.', opcional: true })
  medio?: MedioDerecho
  @Texto({ descripcion: 'Folio de la Plataforma Nacional de Transparencia.', max: 60, opcional: true }) folioPnt?: string
  @Texto({ descripcion: 'Nombre de quien la representa.', max: 200, opcional: true }) representante?: string
  @Texto({ descripcion: 'Domicilio o correo en que se le notifica.', max: 300, opcional: true }) domicilio?: string
}

export class AgregarDerechoDto {
  @Entero({ descripcion: 'Versión que se leyó.' }) version: number
  @Opcion(DERECHOS, { descripcion: 'Derecho que el mismo escrito también ejerce.' }) derecho: Derecho
}

export class HermanaDto {
  @Uuid({ descripcion: 'Solicitud.' }) id: string
  @Texto({ descripcion: 'Folio.' }) folio: string
  @Opcion(DERECHOS, { descripcion: 'Derecho que ejerce.' }) derecho: Derecho
}

/** Parts of a letter that the pack does not know for sure. */
class DatosOficioDto {
  @Texto({ descripcion: 'En los actos que llevan oficio: su número, del libro de la Unidad.', max: 80, opcional: true })
  numeroOficio?: string
  @Texto({ descripcion: 'Artículos y ley en que se funda, como siguen a «Con fundamento en».', max: 400, opcional: true })
  fundamentoOficio?: string
  @Texto({ descripcion: 'Ante qué autoridad se interpone un recurso de revisión.', max: 200, opcional: true }) garanteOficio?: string
  @Texto({ descripcion: 'Domicilio de la Unidad de Transparencia.', max: 300, opcional: true }) domicilioOficio?: string
  @Texto({ descripcion: 'Horario de la Unidad de Transparencia.', max: 200, opcional: true }) horarioOficio?: string
}

/** Vote of the Comité de Transparencia on a refusal, or why there is none. */
class VotoComiteDto extends DatosOficioDto {
  @Texto({
    descripcion: 'Al no proceder, entera o en parte: número de la resolución del Comité de Transparencia.',
    max: 80,
    opcional: true,
  })
  comiteResolucion?: string
  @Fecha({ descripcion: 'Día en que votó el Comité.', opcional: true }) comiteFecha?: string
  @Opcion(SENTIDOS_COMITE, { descripcion: 'Sentido de su voto; si revocó la negativa, no se responde que no procede.', opcional: true })
  comiteSentido?: SentidoComite
  @Texto({ descripcion: 'Por qué se responde que no procede antes de que vote el Comité; queda a la vista.', max: 1_000, opcional: true })
  sinComite?: string
}

export class ActuarSolicitudDerechoDto extends VotoComiteDto {
  @Opcion(ACTOS_DERECHO, { descripcion: 'Acto.' }) acto: ActoDerecho
  @Entero({ descripcion: 'Versión que se leyó.' }) version: number
  @Texto({ descripcion: 'Lo que se previene, se atiende, se responde o se hizo.', min: 10, max: 4_000 }) texto: string
  @Opcion(SENTIDOS_DERECHO, { descripcion: 'Sentido; sólo al responder.', opcional: true }) sentido?: SentidoDerecho
  @Opciones(ELECCIONES_CONSENTIMIENTO, {
    descripcion: 'En una oposición: lo que la persona deja de autorizar; se retira al hacerla efectiva.',
    opcional: true,
  })
  retira?: EleccionConsentimiento[]
  @Opcion(SURTE_DERECHO, {
    descripcion: 'Al responder que procede una oposición, o al proponer que se haga efectiva: cómo surte efecto.',
    opcional: true,
  })
  surte?: SurteDerecho
  @Textos({ descripcion: 'En una oposición: claves de los datos que dejan de mostrarse en público.', opcional: true })
  campos?: string[]
  @Texto({
    descripcion: 'Al proponer una rectificación hecha fuera de este sistema: qué dato se pidió corregir.',
    max: 120,
    opcional: true,
  })
  dato?: string
  @Entero({ descripcion: 'Al hacer efectiva una rectificación: la corrección que se hizo, por su número en la bitácora.', opcional: true })
  correccion?: number
  @Fecha({
    descripcion: 'Al proponer una cancelación: último día en que sus datos se conservan bloqueados, si la ley no lo fija.',
    opcional: true,
  })
  bloqueaHasta?: string
  @Texto({ descripcion: 'Al emitir un oficio: folio del acto al que pertenece; sin él, el único que falta.', max: 60, opcional: true })
  oficioDe?: string
  @Texto({ descripcion: 'En los actos que llevan oficio: quien lo firma.', max: 200, opcional: true }) firmante?: string
  @Texto({ descripcion: 'Cargo de quien firma el oficio.', max: 200, opcional: true }) cargoFirmante?: string
  @Opcion(CAUSAS_IMPROCEDENCIA, {
    descripcion: 'Al responder que no procede, o que procede en parte: por qué causa de la ley.',
    opcional: true,
  })
  causa?: CausaImprocedencia
  @Texto({ descripcion: 'Al responder que procede en parte: qué no procede y por qué.', max: 4_000, opcional: true }) razones?: string
  @Fecha({
    descripcion: 'Al tener por atendida una prevención o hacer efectivo fuera del sistema: día en que ocurrió; sin él, hoy.',
    opcional: true,
  })
  dia?: string
  @Opcion(CARTAS_DERECHO, { descripcion: 'Al notificar: qué oficio; sin él, el único que falta.', opcional: true }) carta?: CartaDerecho
  @Opcion(MEDIOS_ENTREGA, { descripcion: 'Al notificar: por qué medio.', opcional: true }) medioEntrega?: MedioEntrega
  @Fecha({ descripcion: 'Al notificar: día en que se entregó o se envió.', opcional: true }) enviada?: string
  @Fecha({
    descripcion: 'Al notificar por correo: día en que la persona lo recibió; por correo postal, sin él falta el acuse.',
    opcional: true,
  })
  recibida?: string
  @Texto({ descripcion: 'Al notificar por correo, electrónico o postal: a qué dirección.', max: 300, opcional: true }) direccion?: string
  @Texto({ descripcion: 'Comprobante de envío; por correo postal es obligatorio.', max: 120, opcional: true }) comprobante?: string
  @Texto({ descripcion: 'Al informar costos: cuánto, en pesos, como 120.50.', max: 12, opcional: true }) monto?: string
  @Fecha({ descripcion: 'En los actos de un recurso: día en que ocurrió; sin él, hoy.', opcional: true }) diaRecurso?: string
  @Texto({ descripcion: 'En los actos de un recurso: su número de expediente.', max: 80, opcional: true }) expedienteRecurso?: string
  @Opcion(SENTIDOS_RECURSO, { descripcion: 'Al resolver un recurso: qué resolvió el garante.', opcional: true })
  sentidoRecurso?: SentidoRecurso
  @Fecha({ descripcion: 'Al resolver un recurso que modifica o revoca: último día para cumplirlo.', opcional: true }) cumplirAntes?: string
}

export const FORMATOS_OFICIO = ['pdf', 'docx'] as const

/** The letter of the recorded answer, or a draft of it for the act that is given. */
export class PedirOficioDerechoDto extends VotoComiteDto {
  @Opcion(FORMATOS_OFICIO, { descripcion: 'PDF, o Word para editarlo.' }) formato: (typeof FORMATOS_OFICIO)[number]
  @Texto({ descripcion: 'Folio del acto registrado cuyo oficio se pide; sin él, el último.', max: 60, opcional: true }) hecho?: string
  @Opcion(ACTOS_DERECHO, { descripcion: 'Acto que se está escribiendo: sale como BORRADOR; sin él, uno registrado.', opcional: true })
  acto?: ActoDerecho
  @Texto({ descripcion: 'Lo que se responde.', min: 10, max: 4_000, opcional: true }) texto?: string
  @Opcion(SENTIDOS_DERECHO, { descripcion: 'Sentido.', opcional: true }) sentido?: SentidoDerecho
  @Opcion(CAUSAS_IMPROCEDENCIA, { descripcion: 'Causa por la que no procede.', opcional: true }) causa?: CausaImprocedencia
  @Texto({ descripcion: 'Qué parte no procede y por qué.', max: 4_000, opcional: true }) razones?: string
  @Opcion(SURTE_DERECHO, { descripcion: 'Cómo surte efecto una oposición.', opcional: true }) surte?: SurteDerecho
  @Opciones(ELECCIONES_CONSENTIMIENTO, { descripcion: 'Lo que la persona deja de autorizar.', opcional: true })
  retira?: EleccionConsentimiento[]
  @Textos({ descripcion: 'Claves de los datos que dejan de mostrarse en público.', opcional: true }) campos?: string[]
  @Texto({ descripcion: 'Quien firma el oficio.', max: 200, opcional: true }) firmante?: string
  @Texto({ descripcion: 'Cargo de quien firma.', max: 200, opcional: true }) cargoFirmante?: string
}

export class FundamentoDerechoDto {
  @Texto({ descripcion: 'Ley que rige a la solicitud.' }) ley: string
  @Logico({ descripcion: 'Si el oficio cita sus artículos; si no, nadie los ha confirmado.' }) conArticulos: boolean
  @Texto({
    descripcion: 'Dónde dice que el Comité de Transparencia vota una negativa, y qué tan seguro es; para el instituto.',
    nulo: true,
  })
  comite: string | null
}

export class RecursoDerechoDto {
  @Opcion(ESTATUS_RECURSO, { descripcion: 'Cómo va.' }) estatus: EstatusRecurso
  @Fecha({ descripcion: 'Día en que se interpuso.' }) interpuesto: string
  @Texto({ descripcion: 'Número de expediente.', nulo: true }) expediente: string | null
  @Opcion(SENTIDOS_RECURSO, { descripcion: 'Qué resolvió el garante.', nulo: true }) sentido: SentidoRecurso | null
  @Fecha({ descripcion: 'Último día para cumplir la resolución.', nulo: true }) cumplirAntes: string | null
}

export class PlazoDerechoDto {
  @Opcion(PLAZOS, { descripcion: 'Qué plazo corre.' }) clave: string
  @Fecha({ descripcion: 'Último día.' }) vence: string
  @Entero({ descripcion: 'Días hábiles que quedan; negativo si ya venció.', min: -100_000 }) quedan: number
  @Entero({ descripcion: 'Días hábiles del plazo.' }) dias: number
  @Fecha({ descripcion: 'Primer día del plazo, si todavía no empieza.', nulo: true }) empieza: string | null
  @Texto({ descripcion: 'De dónde sale.' }) fuente: string
  @Opcion(CONFIANZAS, { descripcion: 'Qué tan seguro es.' }) confianza: string
}

export class EnvioDerechoDto {
  @Fecha({ descripcion: 'Día en que se envió.' }) enviada: string
  @Texto({ descripcion: 'Domicilio.' }) direccion: string
  @Texto({ descripcion: 'Comprobante de envío.' }) comprobante: string
}

export class CartaDerechoDto {
  @Opcion(CARTAS_DERECHO, { descripcion: 'Qué oficio.' }) carta: CartaDerecho
  @Fecha({ descripcion: 'Día del oficio.' }) fecha: string
  @Objeto(() => EnvioDerechoDto, { descripcion: 'Cómo se envió por correo postal, si falta su acuse.', nulo: true })
  envio: EnvioDerechoDto | null
}

export class PasosDerechoDto {
  @Opcion(SENTIDOS_DERECHO, { descripcion: 'Sentido de la respuesta.', nulo: true }) sentido: SentidoDerecho | null
  @Opcion(CAUSAS_IMPROCEDENCIA, { descripcion: 'Causa por la que no procedió, entera o en parte.', nulo: true })
  causa: CausaImprocedencia | null
  @Fecha({ descripcion: 'Día en que se previno.', nulo: true }) prevenida: string | null
  @Fecha({ descripcion: 'Día en que se atendió la prevención.', nulo: true }) atendida: string | null
  @Fecha({ descripcion: 'Día en que se amplió el plazo.', nulo: true }) ampliada: string | null
  @Fecha({ descripcion: 'Día en que se respondió.', nulo: true }) respondida: string | null
  @Fecha({ descripcion: 'Día en que la persona recibió la respuesta.', nulo: true }) notificada: string | null
  @Fecha({ descripcion: 'Día en que se hizo efectiva.', nulo: true }) efectiva: string | null
  @Entero({ descripcion: 'Días hábiles que tomó responder.', nulo: true }) diasUsados: number | null
}

export class SolicitudDerechoDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Texto({ descripcion: 'Folio.', ejemplo: 'ARCO/2024/003-7KQM' }) folio: string
  @Opcion(DERECHOS, { descripcion: 'Derecho que ejerce.' }) derecho: string
  @Opcion(ESTATUS_DERECHO, { descripcion: 'Estatus.' }) estatus: string
  @Fecha({ descripcion: 'Día en que se recibió.' }) recibida: string
  @Uuid({ descripcion: 'Candidatura.' }) candidaturaId: string
  @Texto({ descripcion: 'Nombre de la persona.' }) persona: string
  @Opcion(MEDIOS_DERECHO, { descripcion: 'Cómo llegó.', nulo: true }) medio: MedioDerecho | null
  @Objeto(() => PlazoDerechoDto, { descripcion: 'Plazo que corre.', nulo: true }) plazo: PlazoDerechoDto | null
  @Logico({ descripcion: 'Si se hizo fuera del sistema: por ella no cambió ningún dato aquí.' }) fuera: boolean
  @Logico({ descripcion: 'Si falta notificar un oficio: la prevención, la ampliación o la respuesta.' }) porNotificar: boolean
  @Texto({ descripcion: 'Cómo corre un recurso de revisión que sigue abierto, en palabras.', nulo: true }) relojRecurso: string | null
  @Objeto(() => PasosDerechoDto, { descripcion: 'Sus pasos, para el informe anual.' }) pasos: PasosDerechoDto
}

export class HechoDerechoDto {
  @Opcion(ACTOS_DERECHO, { descripcion: 'Acto.' }) acto: string
  @Fecha({ descripcion: 'Día.' }) fecha: string
  @Texto({ descripcion: 'Texto.' }) texto: string
  @Opcion(SENTIDOS_DERECHO, { descripcion: 'Sentido de la respuesta.', nulo: true }) sentido: string | null
  @Texto({ descripcion: 'Folio de su acuse.' }) folio: string
  @Logico({ descripcion: 'Si se hizo fuera del sistema.' }) fuera: boolean
  @Textos({ descripcion: 'Lo que el acto cambió, quiénes lo decidieron y cuándo se registró si fue otro día, en palabras.' })
  efectos: string[]
}

export class CorreccionDerechoDto {
  @Entero({ descripcion: 'Número en la bitácora.' }) n: number
  @Texto({ descripcion: 'Qué se hizo.' }) que: string
  @Instante({ descripcion: 'Cuándo.' }) en: string
}

export class CampoOcultableDto {
  @Texto({ descripcion: 'Clave.' }) clave: string
  @Texto({ descripcion: 'Título.' }) titulo: string
}

export class PrevistoDerechoDto {
  @Opcion(SURTE_DERECHO, { descripcion: 'Cómo surte efecto.' }) surte: SurteDerecho
  @Opciones(ELECCIONES_CONSENTIMIENTO, { descripcion: 'Lo que la persona deja de autorizar.' }) retira: readonly EleccionConsentimiento[]
  @Textos({ descripcion: 'Claves de lo que deja de mostrarse en público.' }) campos: string[]
  @Texto({ descripcion: 'Dato que se corrige fuera de este sistema.', nulo: true }) dato: string | null
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
  @Opcion(IDENTIFICACIONES, { descripcion: 'Qué documento de identidad se mostró, si se dijo.', nulo: true })
  exhibido: Identificacion | null
  @Lista(() => DocumentoDerechoDto, { descripcion: 'Documentos de la solicitud y de sus actos, en orden.' })
  documentos: DocumentoDerechoDto[]
  @Entero({ descripcion: 'Versión.' }) version: number
  @Lista(() => HechoDerechoDto, { descripcion: 'Lo que se ha hecho, en orden.' }) hechos: HechoDerechoDto[]
  @Texto({ descripcion: 'Texto de la respuesta, si todavía se puede corregir.', nulo: true }) porCorregir: string | null
  @Lista(() => AccionDto, { descripcion: 'Lo que se puede hacer ahora, y por qué no.' }) acciones: AccionDto[]
  @Opciones(SENTIDOS_DERECHO, { descripcion: 'Cómo se puede responder: mientras no acredite su identidad, sólo que no procede.' })
  sentidos: readonly SentidoDerecho[]
  @Logico({ descripcion: 'Si ya se puede entregar a la persona el archivo de sus datos.' }) entregaDatos: boolean
  @Instante({ descripcion: 'Cuándo se reunieron sus datos para entregárselos.', nulo: true }) reunidaEn: string | null
  @Opciones(ELECCIONES_CONSENTIMIENTO, { descripcion: 'Lo que la persona autoriza hoy y una oposición puede retirar.' })
  revocables: readonly EleccionConsentimiento[]
  @Lista(() => CampoOcultableDto, { descripcion: 'Datos que una oposición puede dejar de mostrar en público.' })
  campos: readonly CampoOcultableDto[]
  @Objeto(() => PrevistoDerechoDto, { descripcion: 'Cómo se dijo que surte efecto.', nulo: true }) previsto: PrevistoDerechoDto | null
  @Objeto(() => FundamentoDerechoDto, { descripcion: 'En qué se funda su oficio de respuesta.' }) fundamento: FundamentoDerechoDto
  @Objeto(() => OficiosDerechoDto, { descripcion: 'Partes de sus oficios que escribe la Unidad.', nulo: true })
  oficios: OficiosDerechoDto | null
  @Lista(() => CartaDerechoDto, { descripcion: 'Oficios que no se han notificado.' }) cartas: CartaDerechoDto[]
  @Objeto(() => PlazoDerechoDto, { descripcion: 'Plazo en que todavía se le puede prevenir.', nulo: true })
  prevenible: PlazoDerechoDto | null
  @Opciones(ACTOS_DERECHO, { descripcion: 'Actos que dicen qué día ocurrieron.' }) conDia: readonly ActoDerecho[]
  @Logico({ descripcion: 'Si una persona lo propone y otra lo hace efectivo.' }) dosPersonas: boolean
  @Lista(() => CorreccionDerechoDto, { descripcion: 'Correcciones de sus datos hechas desde que se recibió la solicitud.' })
  correcciones: readonly CorreccionDerechoDto[]
  @Logico({ descripcion: 'Si quien propone la cancelación debe decir hasta cuándo se bloquean sus datos.' }) pideBloqueo: boolean
  @Fecha({ descripcion: 'Último día en que la cancelación, al hacerse efectiva, conserva bloqueados sus datos.', nulo: true })
  bloqueaHasta: string | null
  @Texto({ descripcion: 'Folio de la Plataforma Nacional de Transparencia.', nulo: true }) folioPnt: string | null
  @Texto({ descripcion: 'Quien la representa.', nulo: true }) representante: string | null
  @Texto({ descripcion: 'Domicilio o correo en que se le notifica.', nulo: true }) domicilio: string | null
  @Objeto(() => RecursoDerechoDto, { descripcion: 'El recurso de revisión más reciente.', nulo: true }) recurso: RecursoDerechoDto | null
  @Objeto(() => PlazoDerechoDto, {
    descripcion: 'Plazo para interponer un recurso de revisión; nulo: la respuesta no se ha notificado, o no hay plazo.',
    nulo: true,
  })
  recurrible: PlazoDerechoDto | null
  @Texto({ descripcion: 'Qué pasó con el acuse por correo, en palabras.' }) acuseCorreo: string
  @Lista(() => HermanaDto, { descripcion: 'Solicitudes del mismo escrito.' }) hermanas: HermanaDto[]
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
  @Texto({
    descripcion: 'Qué es, como lo nombran el acuse y el expediente; sin él, el nombre del archivo.',
    max: 100,
    opcional: true,
  })
  titulo?: string
}

export class AdjuntarDocumentoDerechoDto extends DatosDocumentoDerechoDto {
  @Archivo({ descripcion: 'Documento: PDF, JPG o PNG de hasta 5 MB.' }) archivo: string
}

export class DocumentoDerechoParamsDto extends IdParamsDto {
  @Uuid({ descripcion: 'Identificador del documento.' }) documento: string
}

export class DatosPruebaIdentidadDto {
  @Opcion(IDENTIFICACIONES, { descripcion: 'Qué documento es; los oficios lo nombran, sin su contenido.', opcional: true })
  exhibido?: Identificacion
}

export class PruebaIdentidadDto extends DatosPruebaIdentidadDto {
  @Archivo({ descripcion: 'Documento con que la persona acreditó su identidad: PDF, JPG o PNG de hasta 5 MB.' }) archivo: string
}
