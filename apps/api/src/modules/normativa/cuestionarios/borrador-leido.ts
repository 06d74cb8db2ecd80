import type { BorradorState } from '@conoceles/domain'
import type { Cuestionario } from '../../captura/index.ts'
import { toIso } from '../../../shared/clock.ts'
import type { Borrador } from './borrador.entity.ts'
import type { Alrededor, Examen } from './examen.ts'
import type {
  AcuerdoVersionDto,
  AlcanceVersionDto,
  BorradorCompletoDto,
  BorradorDto,
  VersionCompletaDto,
  VersionEnUsoDto,
} from './versiones.dto.ts'

export interface Leido {
  borrador: Borrador
  alrededor: Alrededor
  examen: Examen
  state: BorradorState
}

export function toVersion(row: Cuestionario, { rige, acuerdo }: { rige: string[]; acuerdo: AcuerdoVersionDto | null }): VersionEnUsoDto {
  const { id, tipo, version, titulo, vigenteDesde, cargos } = row
  return { id, tipo, version, titulo, vigenteDesde, cargos, rige, acuerdo }
}

export function toVersionCompleta(row: Cuestionario, more: { rige: string[]; acuerdo: AcuerdoVersionDto | null }): VersionCompletaDto {
  return { ...toVersion(row, more), schema: row.schema, uischema: row.uischema }
}

export function toBorrador(row: Borrador, acuerdo: AcuerdoVersionDto | null): BorradorDto {
  const { id, tipo, titulo, estatus, version, cargos, vigenteDesde } = row
  return { id, tipo, titulo, estatus, version, cargos, vigenteDesde, guardadoEn: toIso(row.guardadoEn), acuerdo }
}

export function toBorradorCompleto(
  { borrador, examen, state }: Leido,
  more: {
    acuerdo: AcuerdoVersionDto | null
    base: VersionCompletaDto | null
    publicas: string[]
    porConfirmar: BorradorCompletoDto['porConfirmar']
    acciones: BorradorCompletoDto['acciones']
  },
): BorradorCompletoDto {
  const { schema, uischema, traslados: elegidos, aprobacion, historia } = borrador
  const { fallas, diferencias, traslados, intactas } = examen
  return {
    ...toBorrador(borrador, more.acuerdo),
    ...{ schema, uischema, elegidos, traslados, fallas, intactas, aprobacion, historia },
    porConfirmar: more.porConfirmar,
    base: more.base,
    propuesta: toPropuesta(borrador, state),
    publicas: more.publicas,
    diferencias: diferencias.map(({ antes, despues, ...rest }) => ({ ...rest, antes: { valor: antes }, despues: { valor: despues } })),
    acciones: more.acciones,
  }
}

function toPropuesta(
  { estatus, propuestoPor, propuestoEn, propuestoAlcance: alcance }: Borrador,
  { cuentaId }: BorradorState,
): BorradorCompletoDto['propuesta'] {
  if (estatus !== 'propuesto' || propuestoEn === null || alcance === null) return null
  return { en: toIso(propuestoEn), propia: propuestoPor === cuentaId, alcance: alcance as AlcanceVersionDto }
}
