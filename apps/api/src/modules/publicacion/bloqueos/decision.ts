import { ACTOS_BLOQUEO, bloqueaEn, razonesContraActoBloqueo, type ActoBloqueo, type BloqueoState } from '@conoceles/domain'
import type { DocumentoDto } from '../../registro/index.ts'
import { toIso } from '../../../shared/clock.ts'
import type { Bloqueo } from './bloqueo.entity.ts'
import type { BloqueoDto } from './bloqueos.dto.ts'
import type { PersonaRow } from './bloqueos.queries.ts'

interface Decision {
  cuentaId: string
  ahora: Date
  motivo: string
}

/** Columns that each act writes. */
export function efectoDe(acto: ActoBloqueo, { cuentaId, ahora, motivo }: Decision): Partial<Bloqueo> {
  const effects: Record<ActoBloqueo, Partial<Bloqueo>> = {
    confirmar: { estatus: 'vigente', confirmadoPor: cuentaId, confirmadoEn: ahora },
    rechazar: { estatus: 'rechazado', terminadoEn: ahora },
    proponerLevantar: { levantaPropuestoPor: cuentaId, levantaMotivo: motivo },
    confirmarLevantar: { estatus: 'levantado', levantadoPor: cuentaId, terminadoEn: ahora },
    mantener: { levantaPropuestoPor: null, levantaMotivo: null },
  }
  return effects[acto]
}

export function stateOf(
  { estatus, base, propuestoPor, levantaPropuestoPor, hasta, provisionalHasta }: Bloqueo,
  { cuentaId, hoy }: Pick<BloqueoState, 'cuentaId' | 'hoy'>,
): BloqueoState {
  return { estatus, base, propuestoPor, levantaPropuestoPor, hasta, provisionalHasta, cuentaId, hoy }
}

interface Around extends Pick<BloqueoState, 'cuentaId' | 'hoy'> {
  persona: PersonaRow
  documento: DocumentoDto | null
  titulo: string | null
}

export function toBloqueo(row: Bloqueo, { persona, documento, titulo, cuentaId, hoy }: Around): BloqueoDto {
  const { id, alcance, clave, base, autoridad, orden, motivo, hasta, estatus, version, levantaMotivo } = row
  const state = stateOf(row, { cuentaId, hoy })
  return {
    ...{
      id,
      persona: persona.persona,
      candidaturas: persona.candidaturas,
      alcance,
      clave,
      titulo,
      base,
      autoridad,
      orden,
      motivo,
      documento,
    },
    ...{
      hasta,
      provisionalHasta: row.provisionalHasta,
      estatus,
      version,
      levantaMotivo,
      bloquea: bloqueaEn(row, hoy),
      propio: row.propuestoPor === cuentaId,
    },
    ...{ propuestoEn: toIso(row.propuestoEn), confirmadoEn: toIso(row.confirmadoEn), terminadoEn: toIso(row.terminadoEn) },
    acciones: ACTOS_BLOQUEO.map((acto) => {
      const razones = razonesContraActoBloqueo(state, acto)
      return { acto, permitido: razones.length === 0, razones }
    }),
  }
}
