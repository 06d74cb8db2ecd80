import type { EntityManager } from 'typeorm'
import {
  createDiasHabiles,
  eleccionesRevocables,
  propuestaDerecho,
  type ActoDerecho,
  type Derecho,
  type EfectoDerecho,
  type EleccionConsentimiento,
  type ReglasDerecho,
} from '@conoceles/domain'
import type { BitacoraService } from '../bitacora/index.ts'
import { listConsentimientos, type ConsentimientosService } from '../consentimientos/index.ts'
import { suprimirIdentidad } from '../cuestionarios/index.ts'
import { datosBloqueados, type Quien } from '../../shared/act.ts'
import type { ClaveActo } from '../../shared/actos.ts'
import { toDate, toIso } from '../../shared/clock.ts'
import type { Deps } from '../../shared/deps.ts'
import { invalida } from './errores.ts'
import { findCorreccion } from './correcciones.queries.ts'
import { isTyped } from './reglas.ts'
import type { SolicitudDerecho } from './solicitud-derecho.entity.ts'

/** Fields that an act needs besides its text, by the right that it makes effective. */
export interface Efectuar {
  acto: ActoDerecho
  /** Oposición: choices that she stops authorising. */
  retira?: EleccionConsentimiento[]
  /** Rectificación: number of the act of the bitácora by which it was corrected. */
  correccion?: number
  /** Cancelación: last day of the block, where the law fixes no number of days. */
  bloqueaHasta?: string
}

interface Acto {
  tx: EntityManager
  quien: Quien
  row: SolicitudDerecho
  pedido: Efectuar
  reglas: ReglasDerecho
}

/**
 * Carries out the effects of an act on a request, in its transaction, and tells the changes: no acuse signs a change that did not happen.
 */
export class EfectosDerechoService {
  constructor(
    private readonly deps: Pick<Deps, 'clock'>,
    private readonly services: { bitacora: BitacoraService; consentimientos: ConsentimientosService },
  ) {}

  async apply(acto: Acto): Promise<EfectoDerecho | null> {
    if (acto.pedido.acto === 'proponer_efectivo') return proposedBlock(acto)
    if (acto.pedido.acto === 'suprimir') return { llaves: await this.suprimir(acto) }
    return acto.pedido.acto === 'hacer_efectivo' ? this.efectos[acto.row.derecho](acto) : null
  }

  private readonly efectos: Record<Derecho, (acto: Acto) => Promise<EfectoDerecho>> = {
    acceso: ({ row: { reunidaEn, reunidaSha256 } }) =>
      Promise.resolve(reunidaEn === null ? {} : { entrega: { en: toIso(reunidaEn), sha256: reunidaSha256 ?? '' } }),
    rectificacion: (acto) => correccionOf(acto),
    oposicion: (acto) => this.oponer(acto),
    cancelacion: (acto) => this.cancelar(acto),
  }

  private async cancelar(acto: Acto): Promise<EfectoDerecho> {
    // From the legal block of the proceso on her data are blocked, and nobody reads her authorised data.
    if (await datosBloqueados(acto.tx)) return { llaves: await this.suprimir(acto) }
    const hasta = blockedUntil(acto)
    // Before her authorisation is withdrawn: a withdrawal destroys data that are not blocked.
    const hecho = hasta === null ? { llaves: await this.suprimir(acto) } : await this.bloquear(acto, hasta)
    return { retira: await this.retirar(acto, null), ...hecho }
  }

  private async oponer(acto: Acto): Promise<EfectoDerecho> {
    const { tx, row, pedido } = acto
    const may = eleccionesRevocables(await listConsentimientos(tx, row.candidaturaId))
    const retira = pedido.retira ?? []
    if (may.length > 0 && retira.length === 0) throw invalida('retira', 'Elija qué deja de autorizar la persona.')
    return { retira: await this.retirar(acto, retira) }
  }

  private async retirar({ tx, quien, row }: Acto, revoca: EleccionConsentimiento[] | null): Promise<EleccionConsentimiento[]> {
    const { candidaturaId, recibida: recibidaEl, folio } = row
    return this.services.consentimientos.revocaciones.retirarPorDerecho(tx, quien, { candidaturaId, revoca, recibidaEl, folio })
  }

  private async bloquear(acto: Acto, hasta: string): Promise<EfectoDerecho> {
    const { tx, row, reglas } = acto
    await tx.query(
      'insert into identidad.bloqueada (candidatura_id, desde, hasta, motivo) values ($1, $2, $3, $4) on conflict (candidatura_id) do nothing',
      [row.candidaturaId, reglas.hoy, hasta, row.folio],
    )
    await this.tell(acto, 'identidad.bloqueada', { hasta })
    return { bloqueaHasta: hasta }
  }

  private async suprimir(acto: Acto): Promise<number> {
    const { tx, row } = acto
    const en = toDate(this.deps.clock.now())
    const { llaves } = await suprimirIdentidad(tx, { candidaturas: [row.candidaturaId], motivo: row.folio, en })
    await this.tell(acto, 'identidad.suprimida', { llaves })
    return llaves
  }

  private tell({ tx, quien, row }: Acto, acto: ClaveActo, detalle: object): Promise<void> {
    const { cuentaId, rol, requestId } = quien
    const objeto = { tipo: 'candidatura', id: row.candidaturaId }
    return this.services.bitacora.registrar(tx, { acto, cuentaId, rol, requestId, objeto, detalle: { motivo: row.folio, ...detalle } })
  }
}

/** The day that the pack counts, or the one that the first person wrote; null: the law asks for no block. */
function blockedUntil({ row, reglas }: Acto): string | null {
  if (isTyped(reglas)) return propuestaDerecho(row)?.efecto?.bloqueoPropuesto ?? null
  return countedUntil(reglas)
}

function countedUntil({ plazos, laborales, hoy }: ReglasDerecho): string | null {
  const dias = plazos.bloquear?.dias ?? 0
  return dias === 0 ? null : createDiasHabiles(laborales).sumar(hoy, { dias, tipoDias: 'habiles' })
}

function proposedBlock({ pedido, reglas }: Acto): EfectoDerecho {
  const hasta = isTyped(reglas) ? typedUntil(pedido, reglas) : countedUntil(reglas)
  return hasta === null ? {} : { bloqueoPropuesto: hasta }
}

function typedUntil({ bloqueaHasta }: Efectuar, { hoy }: ReglasDerecho): string {
  if (!bloqueaHasta) throw invalida('bloqueaHasta', 'Diga hasta qué día se conservan bloqueados.')
  if (bloqueaHasta <= hoy) throw invalida('bloqueaHasta', 'Debe ser un día que todavía no llega.')
  return bloqueaHasta
}

async function correccionOf({ tx, row, pedido }: Acto): Promise<EfectoDerecho> {
  if (pedido.correccion === undefined) throw invalida('correccion', 'Elija la corrección que se hizo.')
  const found = await findCorreccion(tx, row, pedido.correccion)
  if (!found) throw invalida('correccion', 'No es una corrección de esta persona hecha después de que se recibió la solicitud.')
  return { correccion: { que: found.que, en: found.en } }
}
