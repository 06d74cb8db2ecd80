import { ACTOS_DERECHO, SENTIDOS_DERECHO, type ActoDerecho, type SentidoDerecho } from '@conoceles/domain'
import { Lista, Logico, Opcion, Texto } from '../../../../shared/validacion/fields.ts'

export class CitaOficioDto {
  @Opcion(ACTOS_DERECHO, { descripcion: 'Acto que lleva el oficio.' }) acto: ActoDerecho
  @Opcion(SENTIDOS_DERECHO, { descripcion: 'Sentido, si responde.', nulo: true }) sentido: SentidoDerecho | null
  @Texto({ descripcion: 'Fundamento seguro, o el del último oficio igual; vacío si falta escribirlo.' }) cita: string
  @Texto({ descripcion: 'Artículos que nadie ha confirmado, para cotejarlos con la ley.', nulo: true }) propuesta: string | null
}

export class OficioPorEmitirDto {
  @Texto({ descripcion: 'Folio del acto.' }) hecho: string
  @Opcion(ACTOS_DERECHO, { descripcion: 'Acto.' }) acto: ActoDerecho
  @Opcion(SENTIDOS_DERECHO, { descripcion: 'Sentido, si responde.', nulo: true }) sentido: SentidoDerecho | null
  @Logico({ descripcion: 'Si ya tiene todas sus partes; puede corregirse mientras no se notifique.' }) emitido: boolean
  @Texto({ descripcion: 'Número.' }) numero: string
  @Texto({ descripcion: 'Fundamento.' }) fundamento: string
  @Texto({ descripcion: 'Ante quién se recurre.' }) garante: string
  @Texto({ descripcion: 'Domicilio de la Unidad.' }) domicilio: string
  @Texto({ descripcion: 'Horario de la Unidad.' }) horario: string
  @Texto({ descripcion: 'Quien lo firma.' }) firmante: string
  @Texto({ descripcion: 'Cargo de quien firma.' }) cargoFirmante: string
}

/** Parts of the letters that the Unidad types, as the form begins with them. */
export class OficiosDerechoDto {
  @Texto({ descripcion: 'Ante quién se recurre; vacío si falta escribirlo.' }) garante: string
  @Texto({ descripcion: 'Domicilio de la Unidad.' }) domicilio: string
  @Texto({ descripcion: 'Horario de la Unidad.' }) horario: string
  @Texto({ descripcion: 'La autoridad garante que nadie ha confirmado.', nulo: true }) garantePropuesto: string | null
  @Texto({ descripcion: 'De dónde salen los artículos y la autoridad.' }) fuente: string
  @Lista(() => CitaOficioDto, { descripcion: 'Fundamento de cada oficio.' }) citas: CitaOficioDto[]
  @Lista(() => OficioPorEmitirDto, { descripcion: 'Oficios registrados que se pueden emitir.' }) porEmitir: OficioPorEmitirDto[]
}
