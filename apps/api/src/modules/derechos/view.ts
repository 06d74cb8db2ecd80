import {
  ACTOS_DE_LA_PERSONA,
  ACTOS_DERECHO,
  estaCerrada,
  estatusDerecho,
  plazoDerecho,
  razonesContraDerecho,
  sentidosPosibles,
  type ReglasDerecho,
  type SolicitudDerecho as Estado,
} from '@conoceles/domain'
import type { PlazoDerechoDto, SolicitudDerechoDetalleDto, SolicitudDerechoDto } from './derechos.dto.ts'
import type { Documentacion } from './documentos.queries.ts'
import type { SolicitudDerecho } from './solicitud-derecho.entity.ts'

export interface Vista {
  row: SolicitudDerecho
  persona: string
  reglas: ReglasDerecho
}

export function situacionOf({ recibida, acreditadaEn, hechos }: SolicitudDerecho): Estado {
  return { recibida, acreditada: acreditadaEn !== null, hechos }
}

export function toSolicitud({ row, persona, reglas }: Vista): SolicitudDerechoDto {
  const { id, folio, derecho, recibida, candidaturaId } = row
  return { id, folio, derecho, recibida, candidaturaId, persona, estatus: estatusDerecho(row), plazo: toPlazo(row, reglas) }
}

/** `propia`: for the persona herself, who is offered what is hers to do. */
export function toDetalle(vista: Vista, { propia, ...documentacion }: Documentacion & { propia: boolean }): SolicitudDerechoDetalleDto {
  const { row, reglas } = vista
  const { descripcion, acreditadaEn, version, hechos } = row
  const acciones = (propia ? ACTOS_DE_LA_PERSONA : ACTOS_DERECHO).map((acto) => {
    const razones = razonesContraDerecho(acto, situacionOf(row), reglas)
    return { acto, permitido: razones.length === 0, razones }
  })
  return {
    ...toSolicitud(vista),
    ...documentacion,
    ...{ descripcion, acreditadaEn, version, hechos, acciones, sentidos: sentidosPosibles(situacionOf(row)) },
    entregaDatos: !propia && entregaDatos(row),
  }
}

/** Whether the persona may be handed the file of her data: she asked for it, proved who she is, and it was answered that it proceeds. */
export function entregaDatos(row: SolicitudDerecho): boolean {
  return row.derecho === 'acceso' && row.acreditadaEn !== null && ['procedente', 'efectiva'].includes(estatusDerecho(row))
}

/** What is owed first; then, the newest that are over. */
export function byUrgency(a: SolicitudDerechoDto, b: SolicitudDerechoDto): number {
  const closed = Number(a.plazo === null) - Number(b.plazo === null)
  return closed || (a.plazo?.vence ?? '').localeCompare(b.plazo?.vence ?? '') || b.recibida.localeCompare(a.recibida)
}

export function isOpen(row: SolicitudDerecho): boolean {
  return !estaCerrada(estatusDerecho(row))
}

function toPlazo(row: SolicitudDerecho, reglas: ReglasDerecho): PlazoDerechoDto | null {
  const plazo = plazoDerecho(situacionOf(row), reglas)
  return plazo && { ...plazo, ...reglas.plazos[plazo.clave] }
}
