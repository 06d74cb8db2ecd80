import type { EntityManager } from 'typeorm'
import { seccionesDe } from '@conoceles/cuestionarios'
import { tratamientoFirme } from '@conoceles/domain'
import { findConsentimiento, listConsentimientos } from '../consentimientos/index.ts'
import { toDate, type Clock } from '../../../shared/clock.ts'
import { avanceOf, onlyOf } from '../secciones/avance.ts'
import { findCaptura, findEstatusSecciones, saveAvance, type CapturaRow, type SeccionGuardada } from '../secciones/captura.queries.ts'
import { requiredOf } from '../secciones/completeness.ts'
import { abrirIdentidad, settleIdentidad } from './consentimiento.queries.ts'
import type { CuestionariosVigentes, Vigente } from '../vigentes/vigentes.ts'

/** Effects on a captura of its persona's consent to the treatment of identity answers. */
export class EfectosConsentimientoService {
  constructor(
    private readonly clock: Clock,
    private readonly vigentes: CuestionariosVigentes,
  ) {}

  /**
   * To be called after its consentimiento changed: the required sections may have changed with it. Identity answers are destroyed when she
   * says no to their treatment; if she says yes again, they are asked anew.
   */
  async apply(tx: EntityManager, candidaturaId: string): Promise<void> {
    const captura = await findCaptura(tx, candidaturaId, 'lock')
    if (!captura) return
    const en = toDate(this.clock.now())
    const firme = tratamientoFirme(await listConsentimientos(tx, candidaturaId))
    const moved = firme !== null && (await settleIdentidad(tx, candidaturaId, { firme, en }))
    const vigentes = await this.vigentes.deCaptura(tx, captura)
    const sent = !BEFORE_REVIEW.includes(captura.estatusCaptura)
    const opened = firme === true && sent && (await openNeverAsked(tx, captura, vigentes))
    if (!moved && !opened && sent) return
    const secciones = await findEstatusSecciones(tx, candidaturaId, vigentes)
    const place = { vigentes, secciones, consentimiento: await findConsentimiento(tx, candidaturaId) }
    await saveAvance(tx, avanceOf(captura, place, lastSaved(onlyOf(requiredOf(place), secciones))))
  }
}

/** Her consent changes the required sections, and not the time of capture. */
function lastSaved(secciones: readonly SeccionGuardada[]): Date | null {
  const saved = secciones.flatMap(({ estatus, guardadaEn }) => (guardadaEn === null || estatus === 'vacia' ? [] : [guardadaEn.getTime()]))
  return saved.length === 0 ? null : new Date(Math.max(...saved))
}

const BEFORE_REVIEW: readonly string[] = ['sin_captura', 'en_captura', 'completa', 'observada', 'en_correccion']

/** Asks for identity answers, once she consents, in a captura that was sent without them because she refused. */
async function openNeverAsked(tx: EntityManager, { id, conSupresion }: CapturaRow, vigentes: readonly Vigente[]): Promise<boolean> {
  const identidad = vigentes.find(({ row }) => row.tipo === 'identidad')
  if (!identidad || conSupresion) return false
  const claves = seccionesDe(identidad.compiled).map(({ clave }) => clave)
  return abrirIdentidad(tx, id, { cuestionarioId: identidad.row.id, claves })
}
