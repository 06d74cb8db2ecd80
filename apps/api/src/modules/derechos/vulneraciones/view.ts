import {
  ACTOS_SEGUNDA_PERSONA,
  ACTOS_VULNERACION,
  DESTINOS_NOTIFICACION,
  enviada,
  estatusVulneracion,
  faltasNotificacion,
  puede,
  razonesContraVulneracion,
  relojVulneracion,
  vulneracionAbierta,
  vulneracionEditable,
  type Rol,
  type Vulneracion as Estado,
} from '@conoceles/domain'
import type { DocumentoDto } from '../../registro/index.ts'
import { toIso } from '../../../shared/clock.ts'
import { retrasoEnPalabras } from '../../../shared/documentos/fechas.ts'
import type { Vulneracion } from './vulneracion.entity.ts'
import type { RelojVulneracionDto, VulneracionDetalleDto, VulneracionDto } from './vulneraciones.dto.ts'
import type { Nombrada } from './vulneraciones.queries.ts'

const MINUTE_MS = 60_000

/** Names around a breach, as its page tells them. */
export interface Alrededor {
  candidaturas: Nombrada[]
  cuentas: Nombrada[]
  /** Name and charge of an account as it did something; null: it is no more. */
  firma(cuentaId: string, en: Date | string): string | null
  documentos: ReadonlyMap<string, DocumentoDto>
  quien: { cuentaId: string; rol: Rol }
  ahora: Date
}

export function stateOf(row: Vulneracion, afectadas: number): Estado {
  return { ...row, afectadas }
}

export function relojOf(row: Vulneracion, ahora: Date): RelojVulneracionDto | null {
  const reloj = relojVulneracion(row)
  if (reloj === null) return null
  const until = reloj.hasta === null ? ahora.getTime() : Date.parse(reloj.hasta)
  const minutes = Math.max(0, Math.floor((until - Date.parse(reloj.desde)) / MINUTE_MS))
  return { ...reloj, transcurrido: retrasoEnPalabras(minutes) }
}

export function toVulneracion(row: Vulneracion, { afectadas, ahora }: { afectadas: number; ahora: Date }): VulneracionDto {
  const { id, folio, tipo, que, halladaEn } = row
  return {
    ...{ id, folio, tipo, que, halladaEn: toIso(halladaEn), afectadas },
    estatus: estatusVulneracion(row),
    reloj: relojOf(row, ahora),
    enviadas: DESTINOS_NOTIFICACION.filter((destino) => enviada(row, destino) !== null),
  }
}

export function toDetalle(row: Vulneracion, alrededor: Alrededor): VulneracionDetalleDto {
  const { candidaturas, cuentas, firma, documentos, quien, ahora } = alrededor
  const { causa, ocurrioDesde, ocurrioHasta, halladaPor, datos, medidas, recomendaciones, medios, version } = row
  const afectadas = candidaturas.length + cuentas.length
  const state = stateOf(row, afectadas)
  const editable = vulneracionEditable(estatusVulneracion(row))
  return {
    ...toVulneracion(row, { afectadas, ahora }),
    ...{ causa, ocurrioDesde, ocurrioHasta, halladaPor, datos, medidas, recomendaciones, medios, version, candidaturas, cuentas },
    registro: firma(row.registradaPor, row.registradaEn) ?? '',
    registradaEn: toIso(row.registradaEn),
    hechos: row.hechos.map(({ acto, en, por, texto, medio, documentoId, folio }) => ({
      ...{ acto, en, texto, folio, quien: firma(por, en) ?? 'Cuenta que ya no existe', medio: medio ?? null },
      documento: (documentoId !== undefined && documentos.get(documentoId)) || null,
    })),
    acciones: actosDe(quien.rol).map((acto) => {
      const razones = razonesContraVulneracion(acto, state, quien.cuentaId)
      return { acto, permitido: razones.length === 0, razones }
    }),
    contraCorregir: editable ? [] : [NO_EDITABLE],
    faltas: faltasNotificacion(state),
  }
}

export const NO_EDITABLE = 'Se corrige mientras nadie ha propuesto sus notificaciones; si ya se propusieron, otra persona las devuelve.'

/** Acts that a role may do at all. */
export function actosDe(rol: Rol): typeof ACTOS_SEGUNDA_PERSONA {
  if (puede(rol, 'vulneraciones.registrar')) return ACTOS_VULNERACION
  return puede(rol, 'vulneraciones.decidir') ? ACTOS_SEGUNDA_PERSONA : []
}

/** The open ones first, the oldest at the top; then the newest that are over. */
export function byUrgency(a: VulneracionDto, b: VulneracionDto): number {
  const open = ({ estatus }: VulneracionDto) => Number(!vulneracionAbierta(estatus))
  return open(a) - open(b) || (open(a) === 0 ? a.halladaEn.localeCompare(b.halladaEn) : b.halladaEn.localeCompare(a.halladaEn))
}
