import { CALIDADES, MEDIOS_REQUERIMIENTO, OBJETOS_REQUERIDOS } from '@conoceles/domain'
import { AcuseDto } from '../../bitacora/index.ts'
import { ClaveNombreDto } from '../../proceso/index.ts'
import { Entero, Fecha, Instante, Lista, Logico, Objeto, Opcion, Texto, Uuid, Uuids } from '../../../shared/validacion/fields.ts'

export const FORMATOS_REQUERIMIENTO = ['pdf', 'docx'] as const
export type FormatoRequerimiento = (typeof FORMATOS_REQUERIMIENTO)[number]

/** A thousand observaciones of one actor político are more than a whole state had. */
const MAX = 1_000

export class ListPorRequerirQueryDto {
  @Texto({ descripcion: 'Clave del actor político; sin ella, sólo cuántas tiene cada uno.', opcional: true, max: 80 }) actor?: string
}

export class ActorPorRequerirDto {
  @Texto({ descripcion: 'Clave del actor político cuyas cuentas capturan.' }) clave: string
  @Texto({ descripcion: 'Nombre.' }) nombre: string
  @Entero({ descripcion: 'Observaciones abiertas.' }) abiertas: number
  @Entero({ descripcion: 'De ellas, las que pueden subsanarse y no están en ningún requerimiento.' }) porRequerir: number
  @Entero({ descripcion: 'De ellas, las que no pueden subsanarse: no van en un requerimiento.' }) noSubsanables: number
}

export class PorRequerirDto {
  @Uuid({ descripcion: 'Observación.' }) id: string
  @Uuid({ descripcion: 'Candidatura.' }) candidaturaId: string
  @Texto({ descripcion: 'Nombre.' }) nombre: string
  @Texto({ descripcion: 'Nombre del cargo.' }) cargoNombre: string
  @Texto({ descripcion: 'Demarcación.' }) lugar: string
  @Entero({ descripcion: 'Folio de la fórmula.' }) folio: number
  @Opcion(CALIDADES, { descripcion: 'Propietaria o suplente.' }) calidad: (typeof CALIDADES)[number]
  @Opcion(OBJETOS_REQUERIDOS, { descripcion: 'La sección, la fotografía o el formato de consentimiento.' })
  objeto: (typeof OBJETOS_REQUERIDOS)[number]
  @Texto({ descripcion: 'Dónde: la sección, la fotografía, el cuestionario de identidad o el formato de consentimiento.' }) donde: string
  @Texto({ descripcion: 'Supuesto.' }) supuestoTexto: string
  @Texto({ descripcion: 'Cómo se subsana; nulo si no puede subsanarse o no se dijo.', nulo: true }) comoSubsanar: string | null
  @Logico({ descripcion: 'Si puede subsanarse.' }) subsanable: boolean
  @Entero({ descripcion: 'Ronda; la primera es 1.' }) ronda: number
  @Instante({ descripcion: 'Cuándo se observó.' }) creadaEn: string
  @Texto({ descripcion: 'Folio del último requerimiento que la contiene.', nulo: true }) requerida: string | null
}

export class ListPorRequerirDto {
  @Instante({ descripcion: 'Momento del corte.' }) corte: string
  @Texto({ descripcion: 'Lugar que se propone para el oficio.' }) lugar: string
  @Instante({ descripcion: 'Último instante para atender lo que se notifique hoy.' }) venceEn: string
  @Lista(() => ActorPorRequerirDto, { descripcion: 'Los que tienen alguna abierta.' }) actores: ActorPorRequerirDto[]
  @Lista(() => PorRequerirDto, { descripcion: 'Las del actor político, por candidatura y sección.' }) elementos: PorRequerirDto[]
}

export class EmitirRequerimientoDto {
  @Texto({ descripcion: 'Clave del actor político.', max: 80, ejemplo: 'PRIO' }) actor: string
  @Uuids({ descripcion: 'Observaciones y formatos rechazados que contiene, todos de ese actor político.', max: MAX })
  observaciones: string[]
  @Texto({ descripcion: 'Número de oficio; nulo: se escribe a mano.', nulo: true, max: 80 }) oficio: string | null
  @Texto({ descripcion: 'Dónde se firma.', min: 3, max: 120, ejemplo: 'Puerto Imaginario' }) lugar: string
  @Texto({ descripcion: 'Nombre de quien firma; nulo: se escribe a mano.', nulo: true, max: 160 }) firma: string | null
}

export class FormatoRequerimientoParamsDto {
  @Opcion(FORMATOS_REQUERIMIENTO, { descripcion: 'Para firmar, o para corregir antes.' }) formato: FormatoRequerimiento
}

export class ArchivoRequerimientoParamsDto {
  @Uuid({ descripcion: 'Requerimiento.' }) id: string
  @Opcion(FORMATOS_REQUERIMIENTO, { descripcion: 'Como se emitió, o editable.' }) formato: FormatoRequerimiento
}

export class NotificarRequerimientoDto {
  @Opcion(MEDIOS_REQUERIMIENTO, { descripcion: 'Por correo a quienes validan, o por escrito.' })
  medio: (typeof MEDIOS_REQUERIMIENTO)[number]
  @Fecha({ descripcion: 'Día en que se entregó por escrito; por correo es hoy.', nulo: true }) notificadoEl: string | null
  @Texto({ descripcion: 'Quién lo recibió por escrito.', nulo: true, max: 160 }) recibe: string | null
}

export class NotificacionDto {
  @Opcion(MEDIOS_REQUERIMIENTO, { descripcion: 'Por correo, o por escrito.' }) medio: (typeof MEDIOS_REQUERIMIENTO)[number]
  @Fecha({ descripcion: 'Día en que se notificó.' }) notificadoEl: string
  @Texto({ descripcion: 'Quién lo recibió por escrito.', nulo: true }) recibe: string | null
  @Instante({ descripcion: 'Cuándo se asentó.' }) registradaEn: string
  @Texto({ descripcion: 'Folio de su acuse.' }) folio: string
}

export class AcuseRequerimientoDto {
  @Instante({ descripcion: 'Cuándo acusó de recibo el actor político.' }) acusadoEn: string
  @Texto({ descripcion: 'Folio de su acuse.' }) folio: string
}

export class RequerimientoDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Texto({ descripcion: 'Folio del sistema.', ejemplo: 'OBS-0007' }) clave: string
  @Texto({ descripcion: 'Número de oficio; nulo: se escribió a mano.', nulo: true }) oficio: string | null
  @Objeto(() => ClaveNombreDto, { descripcion: 'Actor político.' }) actorPolitico: ClaveNombreDto
  @Entero({ descripcion: 'Observaciones que contiene.' }) observaciones: number
  @Entero({ descripcion: 'De ellas, las que siguen abiertas; nulo: no le toca saberlo a quien lee.', nulo: true }) abiertas: number | null
  @Instante({ descripcion: 'Cuándo se emitió.' }) emitidoEn: string
  @Texto({ descripcion: 'Folio del acuse de su emisión.' }) folio: string
  @Texto({ descripcion: 'SHA-256 del PDF.' }) sha256: string
  @Instante({ descripcion: 'Último instante para atenderlo.' }) venceEn: string
  @Objeto(() => NotificacionDto, { descripcion: 'Cómo se notificó; nulo: todavía no.', nulo: true }) notificacion: NotificacionDto | null
  @Objeto(() => AcuseRequerimientoDto, { descripcion: 'Acuse del actor político; nulo: todavía no.', nulo: true })
  acuse: AcuseRequerimientoDto | null
}

export class ListRequerimientosDto {
  @Lista(() => RequerimientoDto, { descripcion: 'Del más reciente al más antiguo.' }) elementos: RequerimientoDto[]
}

export class ActoRequerimientoDto {
  @Objeto(() => RequerimientoDto, { descripcion: 'Como quedó.' }) requerimiento: RequerimientoDto
  @Objeto(() => AcuseDto, { descripcion: 'Acuse.' }) acuse: AcuseDto
}
