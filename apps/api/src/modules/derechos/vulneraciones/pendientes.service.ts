import type { EntityManager } from 'typeorm'
import { estatusVulneracion, puede, razonesContraVulneracion, vulneracionAbierta, type EstatusVulneracion } from '@conoceles/domain'
import type { PendienteDto } from '../../registro/index.ts'
import type { Quien } from '../../../shared/act.ts'
import { toDate, type Clock } from '../../../shared/clock.ts'
import { relojOf, stateOf } from './view.ts'
import { Vulneracion } from './vulneracion.entity.ts'

/** Tells of each breach until both its notices are out: first who has to act, and never a term that the law does not give. */
export class PendientesVulneracionService {
  constructor(private readonly clock: Clock) {}

  async pendientes(tx: EntityManager, quien: Quien): Promise<PendienteDto[]> {
    if (!puede(quien.rol, 'vulneraciones.decidir')) return []
    const rows = await tx.find(Vulneracion, { order: { halladaEn: 'ASC', id: 'ASC' } })
    return rows.flatMap((row) => {
      const acto = debido(row, quien)
      if (acto === null) return []
      const reloj = relojOf(row, toDate(this.clock.now()))
      const elapsed = reloj === null ? '' : `. Sin dilación alguna; tiempo desde que se confirmó: ${reloj.transcurrido}`
      return [
        {
          clave: `vulneracion-${row.id}`,
          texto: `${acto} · ${row.folio}${elapsed}`,
          cuantas: 1,
          venceEn: null,
          enlace: `/vulneraciones/${row.id}`,
        },
      ]
    })
  }
}

const REGISTRA: Partial<Record<EstatusVulneracion, string>> = {
  en_analisis: 'Decidir si una vulneración afecta los derechos',
  por_redactar: 'Proponer las notificaciones de una vulneración',
  por_confirmar: 'Falta que otra persona confirme las notificaciones de una vulneración',
  por_enviar: 'Enviar las notificaciones de una vulneración',
}
const CONFIRMAR = 'Confirmar las notificaciones de una vulneración'

/** The next act for this account; null: there is none for it. */
function debido(row: Vulneracion, { rol, cuentaId }: Quien): string | null {
  const estatus = estatusVulneracion(row)
  if (!vulneracionAbierta(estatus)) return null
  const mayConfirm = razonesContraVulneracion('confirmar_notificaciones', stateOf(row, 1), cuentaId).length === 0
  if (mayConfirm) return CONFIRMAR
  return puede(rol, 'vulneraciones.registrar') ? (REGISTRA[estatus] ?? null) : null
}
