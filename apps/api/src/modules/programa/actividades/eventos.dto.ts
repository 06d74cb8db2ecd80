import { EVENTOS, EVENTOS_REGISTRABLES, MILESTONES, type EventoRegistrable } from '@conoceles/domain'
import { AcuseDto } from '../../bitacora/index.ts'
import { Entero, Fecha, Instante, Lista, Logico, Objeto, Opcion, Texto, Textos, Uuid } from '../../../shared/validacion/fields.ts'

export class CausaEventoDto {
  @Texto({ descripcion: 'Cómo se llama lo que se modificó.', ejemplo: '11.4 Plan de trabajo, versión 2' }) texto: string
  @Texto({ descripcion: 'Clave del entregable del que viene.', nulo: true, ejemplo: '11.4' }) entregable: string | null
}

export class EventoDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Opcion(EVENTOS, { descripcion: 'Qué la abrió.' }) tipo: (typeof EVENTOS)[number]
  @Fecha({ descripcion: 'Día desde el que cuenta el plazo.' }) fecha: string
  @Instante({ descripcion: 'Cuándo ocurrió.' }) ocurridoEn: string
  @Texto({ descripcion: 'De qué se trata.' }) titulo: string
  @Uuid({ descripcion: 'Acuerdo que la abrió.', nulo: true }) acuerdoId: string | null
  @Uuid({ descripcion: 'Documento que la abrió.', nulo: true }) documentoId: string | null
  @Objeto(() => CausaEventoDto, { descripcion: 'Qué se modificó.', nulo: true }) causa: CausaEventoDto | null
  @Logico({ descripcion: 'Si una persona la registró, y puede anularse.' }) registrado: boolean
}

export class VistaPreviaEventoDto {
  @Opcion(EVENTOS_REGISTRABLES, { descripcion: 'Qué ocurrió.' }) tipo: EventoRegistrable
  @Instante({ descripcion: 'Cuándo.' }) ocurridoEn: string
}

/** Modified object: an entregable, in one of its versions if it has any, or a document that is none. */
export class CausaNuevaDto {
  @Texto({ descripcion: 'Clave del entregable que se modifica.', opcional: true, max: 80, ejemplo: '11.4' }) entregable?: string
  @Entero({ descripcion: 'Número de su versión.', opcional: true, min: 1 }) version?: number
  @Texto({ descripcion: 'Nombre del documento, cuando no es un entregable.', opcional: true, min: 3, max: 200 }) documento?: string
}

export class RegistrarEventoDto extends VistaPreviaEventoDto {
  @Texto({ descripcion: 'De qué se trata.', min: 5, max: 200, ejemplo: 'Manual de captura' }) titulo: string
  @Objeto(() => CausaNuevaDto, { descripcion: 'Qué se modificó; sólo de una modificación.', opcional: true }) causa?: CausaNuevaDto
  @Uuid({ descripcion: 'PDF recibido.', opcional: true }) documentoId?: string
}

export class PlazoQueAbreDto {
  @Texto({ descripcion: 'Clave de la actividad.' }) actividad: string
  @Texto({ descripcion: 'Número de la actividad.', ejemplo: 'S/ID' }) numero: string
  @Texto({ descripcion: 'Nombre de la actividad.' }) nombre: string
  @Opcion(MILESTONES, { descripcion: 'Momento.' }) milestone: (typeof MILESTONES)[number]
  @Fecha({ descripcion: 'Último día.' }) vence: string
  @Texto({ descripcion: 'Por qué ese día no se trabaja; nulo cuando sí.', nulo: true, ejemplo: 'sábado' }) motivoInhabil: string | null
}

export class PlazosQueAbreDto {
  @Fecha({ descripcion: 'Día desde el que cuentan.' }) fecha: string
  @Lista(() => PlazoQueAbreDto, { descripcion: 'Los plazos, del primero al último en vencer.' }) elementos: PlazoQueAbreDto[]
}

export class EntregableAbiertoDto {
  @Texto({ descripcion: 'Clave del entregable que se abrió.' }) clave: string
  @Texto({ descripcion: 'Número de su actividad.', ejemplo: '11.8' }) numero: string
  @Texto({ descripcion: 'Nombre.' }) nombre: string
}

export class ActoEventoDto {
  @Objeto(() => EventoDto, { descripcion: 'El evento.' }) evento: EventoDto
  @Lista(() => EntregableAbiertoDto, { descripcion: 'Lo que abrió, o lo que dejó de deberse.' }) entregables: EntregableAbiertoDto[]
  @Objeto(() => AcuseDto, { descripcion: 'Acuse.' }) acuse: AcuseDto
}

export class AnularEventoDto {
  @Texto({ descripcion: 'Por qué no vale.', min: 10, max: 1_000 }) motivo: string
}

/** Whether the duty that it opened is owed. */
export const ESTATUS_EVENTO = ['vigente', 'anulado'] as const
export type EstatusEvento = (typeof ESTATUS_EVENTO)[number]

export class ListEventosQueryDto {
  @Opcion(ESTATUS_EVENTO, { descripcion: 'Si vale o se anuló.', opcional: true }) estatus?: (typeof ESTATUS_EVENTO)[number]
  @Texto({ descripcion: 'Parte de lo que se trata.', opcional: true, max: 100 }) q?: string
  @Texto({ descripcion: 'Valor de `siguiente` de la página anterior.', opcional: true, max: 100 }) despues?: string
}

export class AnulacionEventoDto {
  @Instante({ descripcion: 'Cuándo.' }) anuladoEn: string
  @Texto({ descripcion: 'Por qué.' }) motivo: string
}

export class EventoListadoDto extends EventoDto {
  @Textos({ descripcion: 'Actividades de las que abre plazos, con su número.' }) actividades: string[]
  @Instante({ descripcion: 'Cuándo se registró; nulo si lo abrió un acuerdo o lo trajo la carga.', nulo: true }) registradoEn: string | null
  @Texto({ descripcion: 'Folio de su acuse.', nulo: true }) folio: string | null
  @Lista(() => EntregableAbiertoDto, { descripcion: 'Lo que se debe por él; nada si se anuló.' }) entregables: EntregableAbiertoDto[]
  @Objeto(() => AnulacionEventoDto, { descripcion: 'Su anulación.', nulo: true }) anulacion: AnulacionEventoDto | null
}

export class ListEventosDto {
  @Lista(() => EventoListadoDto, { descripcion: 'Del más reciente al más antiguo.' }) elementos: EventoListadoDto[]
  @Entero({ descripcion: 'Cuántos cumplen el filtro.' }) total: number
  @Texto({ descripcion: 'Valor de `despues` para la página siguiente.', nulo: true }) siguiente: string | null
}
