import type { EntityManager } from 'typeorm'
import {
  cleanLine,
  consentimientoQueRige,
  ELECCIONES_CONSENTIMIENTO,
  eleccionesRevocables,
  eleccionesTrasRevocar,
  razonesContraRevocar,
  type EleccionConsentimiento,
  type Elecciones,
} from '@conoceles/domain'
import { act, type Quien } from '../../../shared/act.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import type { Consentimiento } from './consentimiento.entity.ts'
import type { ConsentimientoOtorgadoDto } from './consentimientos.dto.ts'
import { demandConsentimientos } from './consentimientos.queries.ts'
import { lockDecisiones, type Alta, type Decisiones, type RegistroConsentimientos } from './registro.ts'
import type { Acts, Turno } from '../../bitacora/index.ts'

export interface Retirar {
  candidaturaId: string
  /** Consent on the screen of the person who takes back. */
  consentimientoId: string
  revoca: Elecciones
}

export interface Revocar extends Retirar {
  recibidaEl: string
  motivo: string
  solicitud: Buffer
}

/** Consents that a persona takes back by a request about her data. */
export interface RetiroPorDerecho {
  candidaturaId: string
  /** Null: all that she authorises. */
  revoca: readonly EleccionConsentimiento[] | null
  recibidaEl: string
  /** Folio of the request, with whose papers it is kept: the reason of the withdrawal. */
  folio: string
}

interface Retiro {
  rige: Consentimiento
  revoca: readonly EleccionConsentimiento[]
  how: How
}

type How = Pick<Alta['decidido'], 'mecanismo' | 'recibidaEl' | 'motivo'> & Pick<Alta, 'documento'>

/**
 * Withdrawals of a persona (LGPDPPSO arts. 7 and 15): by herself, or through the Unidad de Transparencia by a written request that is kept.
 * Each stays under the aviso that she had read: a withdrawal authorises nothing anew.
 */
export class RevocacionesService {
  constructor(
    private readonly deps: Deps,
    private readonly parts: { acts: Acts; registro: RegistroConsentimientos },
  ) {}

  retirar(quien: Quien, retirar: Retirar): Promise<ConsentimientoOtorgadoDto> {
    return this.takeBack(quien, retirar, { mecanismo: 'cuenta_propia', recibidaEl: null, motivo: null, documento: null })
  }

  async revocar(quien: Quien, { recibidaEl, solicitud, ...revocar }: Revocar): Promise<ConsentimientoOtorgadoDto> {
    const motivo = cleanLine(revocar.motivo)
    if (!motivo) throw new AppError('entrada.invalida', { errors: [{ field: 'motivo', reasons: ['Escriba el motivo.'] }] })
    const documento = { campo: 'solicitud', contenido: solicitud }
    return this.takeBack(quien, revocar, { mecanismo: 'solicitud_escrita', recibidaEl, motivo, documento })
  }

  /** In the act that makes her right effective. Answers the choices that she does not authorise any more; none: she authorised nothing. */
  async retirarPorDerecho(tx: EntityManager, quien: Quien, retiro: RetiroPorDerecho): Promise<EleccionConsentimiento[]> {
    const { candidaturaId, recibidaEl, folio } = retiro
    const state = await lockDecisiones(tx, candidaturaId)
    const revoca = retiro.revoca ?? eleccionesRevocables(state.anteriores)
    const rige = consentimientoQueRige(state.anteriores)
    if (!rige || revoca.length === 0) return []
    const how: How = { mecanismo: 'solicitud_escrita', recibidaEl, motivo: folio, documento: null }
    await this.parts.acts.performIn(tx, quien, {
      ...this.parts.registro.acta('consentimiento.revocado', candidaturaId),
      lock: () => Promise.resolve(state),
      change: (turno) => this.write(turno, { rige, revoca, how }),
    })
    return [...revoca]
  }

  private takeBack(quien: Quien, { candidaturaId, consentimientoId, revoca }: Retirar, how: How): Promise<ConsentimientoOtorgadoDto> {
    return this.parts.acts.perform(quien, {
      ...this.parts.registro.acta('consentimiento.revocado', candidaturaId),
      lock: async (tx) => {
        await setTitular(tx, candidaturaId)
        return lockDecisiones(tx, candidaturaId)
      },
      change: (turno) => {
        const rige = consentimientoQueRige(turno.state.anteriores)
        if (!rige || rige.id !== consentimientoId) throw new AppError('consentimiento.cambio')
        return this.write(turno, { rige, revoca: ELECCIONES_CONSENTIMIENTO.filter((eleccion) => revoca[eleccion]), how })
      },
    })
  }

  private write(turno: Turno<Decisiones>, { rige, revoca, how: { documento, ...decided } }: Retiro) {
    const { anteriores } = turno.state
    const hoy = this.deps.clock.today().toString()
    const reasons = razonesContraRevocar({ revoca, recibidaEl: decided.recibidaEl ?? hoy, hoy }, anteriores)
    if (reasons.length > 0) throw new AppError('consentimiento.no_revocable', { detail: reasons.join(' ') })
    const { avisoId, avisoSha256 } = rige
    return this.parts.registro.add(turno, {
      decidido: {
        avisoId,
        avisoSha256,
        ...eleccionesTrasRevocar(anteriores, revoca),
        ...decided,
        revision: 'no_requiere',
        firmadoEl: null,
      },
      documento,
    })
  }

  /** The request itself. */
  leerSolicitud(quien: Quien, { id, revocacion }: { id: string; revocacion: string }): Promise<{ medio: string; contenido: Buffer }> {
    return act(this.deps.databases, quien, async (tx) => {
      await setTitular(tx, id)
      const rows = await demandConsentimientos(tx, id)
      const row = rows.find((each) => each.id === revocacion && each.mecanismo === 'solicitud_escrita')
      if (!row?.formatoId) throw new AppError('ruta.no_existe')
      const solicitud = await this.parts.registro.open(tx, id, row.formatoId)
      await this.parts.registro.recordLectura(tx, quien, { acto: 'consentimiento.solicitud_leida', row })
      return solicitud
    })
  }
}

/** The database opens a data key only to a transaction that names its owner. */
async function setTitular(tx: EntityManager, candidaturaId: string): Promise<void> {
  await tx.query(`select set_config('app.titular', $1, true)`, [candidaturaId])
}
