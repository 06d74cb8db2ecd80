import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { enSilencio, recordatoriosDe, recordatoriosVigentes, TIPOS_RECORDATORIO } from '@conoceles/domain'
import { codeOf, recordOf } from '@conoceles/domain/typed'
import type { ProcesosService } from '../../proceso/index.ts'
import { act } from '../../../shared/act.ts'
import { toDate, toInstant } from '../../../shared/clock.ts'
import { ENVIO_MAX_MS, type Correo, type Mensaje } from '../../../shared/correo.ts'
import type { Deps } from '../../../shared/deps.ts'
import { syncClock } from '../../../shared/reloj.ts'
import { toCartaAcuse, toRowAcuse, type AcusePorCorreo } from './acuses.carta.ts'
import { toTexto } from './carta.ts'
import type { CapturasService, Escrito } from './capturas/capturas.service.ts'
import type { Reglas, Situation, SituationService } from './situation.service.ts'
import { fallaOf } from './falla.ts'
import { bajaOf, toCarta, toMensaje } from './mensajes.ts'
import type { NovedadesService } from './novedades/novedades.service.ts'
import { paginaNovedadesOf } from './novedades/resumenes.carta.ts'
import type { ResumenesService } from './novedades/resumenes.service.ts'
import type { RequerimientosCorreoService } from './requerimientos/requerimientos.service.ts'
import { expire, lockNext, reopen, takeTurn } from './recordador.queries.ts'
import { Recordatorio } from './recordatorio.entity.ts'
import { NOBODY } from './sistema.ts'

interface Log {
  error(detail: object, message: string): void
}

/** Acuses of requests about data that wait to be sent, as their module tells them. */
export interface AcusesCorreo {
  porEnviar(tx: EntityManager, una?: string | null): Promise<AcusePorCorreo[]>
}

interface Services {
  situation: SituationService
  capturas: CapturasService
  acusesCorreo: AcusesCorreo
  novedades: NovedadesService
  resumenes: ResumenesService
  requerimientos: RequerimientosCorreoService
  correo: Correo
  procesos: ProcesosService
}

interface Taken {
  row: Pick<Recordatorio, 'id' | 'clave' | 'intentos'>
  por: string
  hasta: Date
  mensaje: Mensaje
}

/** Longer than any exchange with the mail server: while it lasts nobody else sends the message. */
const LEASE_MS = ENVIO_MAX_MS + 10_000
const FIRST_DELAY_MS = 30_000
const LONGEST_DELAY_MS = 30 * 60_000
/** How often, and how long apart, it is tried to write down that the server accepted a message. */
const MARK_TURNS = 8
const MARK_PAUSE_MS = 500

/** Messages that an account may not want, and the page on which it says so. */
const BAJA: Partial<Record<Recordatorio['tipo'], (origen: string) => string>> = {
  ...recordOf(TIPOS_RECORDATORIO, () => bajaOf),
  novedades: paginaNovedadesOf,
}

/** Messages for accounts that asked to hear at once, also in the quiet hours: terms end at night. */
const DE_NOCHE: readonly Recordatorio['tipo'][] = ['novedades']

const SIN_CORREO = 'No había servidor de correo configurado.'

/**
 * The job. It writes due messages into the outbox, once by their key, and then delivers them one by one: claim, send, mark. The claim is a
 * row lock and then a lease, so that no two processes send the same.
 *
 * The process may die, or the line break, between the server's 250 and the mark. Then the message is sent again with the same Message-ID,
 * by which mail systems know it for the same: no protocol without that gap exists.
 */
export class RecordadorService {
  private stopping = false

  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  /** Everything there is to do now. */
  async trabajar(log?: Log): Promise<void> {
    await this.plan()
    await this.services.resumenes.plan()
    if (!this.services.correo.disponible) return
    while (!this.stopping) {
      const taken = await this.take()
      if (!taken) return
      if (taken !== 'closed') await this.deliver(taken, log)
    }
  }

  /** The message under way is the last one. */
  detener(): void {
    this.stopping = true
  }

  /** Writes due messages, and gives up those that are not worth while any more. One at a time across replicas. */
  private plan(): Promise<void> {
    const { clock, databases } = this.deps
    return act(databases, NOBODY, async (tx) => {
      if (!(await takeTurn(tx)) || !(await this.services.procesos.exists(tx))) return
      await syncClock(this.deps, tx)
      const now = toDate(clock.system())
      const falla = this.services.correo.disponible ? null : SIN_CORREO
      await expire(tx, { ahora: toDate(clock.now()), now, falla })
      const situation = await this.services.situation.read(tx)
      await this.planAcuses(tx, now)
      const reglas = await this.services.situation.reglas(tx)
      await this.services.novedades.plan(tx, reglas, now)
      await this.services.requerimientos.plan(tx, reglas, now)
      const rows = recordatoriosDe(situation.state, situation.ahora).map((each): Recordatorio => {
        const { clave, tipo, cuenta: cuentaId, rol, entregable, milestone, distancia, dia } = each
        const carta = toCarta(each, situation, situation.ahora)
        return {
          ...{ id: randomUUID(), clave, tipo, cuentaId, rol, entregable, milestone, distancia, dia },
          ...{ desde: toDate(each.desde), caducaEn: toDate(each.hasta), asunto: carta.asunto, texto: toTexto(carta) },
          ...{ estatus: 'pendiente', intentos: 0, proximoIntento: now, aMano: false },
          ...{ tomadoPor: null, tomadoHasta: null, enviadoEn: null, falla: null },
          ...{ candidaturaId: null, candidaturas: null, solicitudId: null, pedidoPor: null, pide: null },
        }
      })
      if (rows.length === 0) return
      await reopen(
        tx,
        rows.map(({ clave }) => clave),
        now,
      )
      await tx.createQueryBuilder().insert().into(Recordatorio).values(rows).orIgnore().execute()
    })
  }

  /** Claims the next message as it has to be said now; closes it when there is nothing to say any more. */
  private take(): Promise<Taken | 'closed' | null> {
    const { clock, databases } = this.deps
    const now = clock.system()
    return act(databases, NOBODY, async (tx) => {
      const turn = { ahora: toDate(clock.now()), now: toDate(now) }
      const next = await lockNext(tx, turn)
      if (!next) return null
      const reglas = await this.services.situation.reglas(tx)
      const silencio = enSilencio(reglas.ahora, { zona: reglas.zona, silencio: reglas.reglas.silencio })
      const row = silencio ? await lockNext(tx, { ...turn, tipos: DE_NOCHE }) : next
      if (!row) return null
      const said = await this.say(tx, row, reglas)
      if (!said) {
        await tx.update(Recordatorio, { id: row.id }, { estatus: 'innecesario', tomadoPor: null, tomadoHasta: null })
        return 'closed'
      }
      const { carta, para } = said
      const [por, hasta, intentos] = [randomUUID(), toDate(now.add({ milliseconds: LEASE_MS })), row.intentos + 1]
      const claim = { tomadoPor: por, tomadoHasta: hasta, intentos, asunto: carta.asunto, texto: toTexto(carta) }
      await tx.update(Recordatorio, { id: row.id }, claim)
      const mensaje = toMensaje(carta, { clave: row.clave, para, baja: BAJA[row.tipo]?.(reglas.origen) ?? null })
      return { row: { id: row.id, clave: row.clave, intentos }, por, hasta, mensaje }
    })
  }

  /** Writes the acuse of each request that came with an address; nobody is written to twice about the same. */
  private async planAcuses(tx: EntityManager, now: Date): Promise<void> {
    const acuses = await this.services.acusesCorreo.porEnviar(tx)
    if (acuses.length === 0) return
    const reglas = await this.services.situation.reglas(tx)
    const rows = acuses.map((each) => toRowAcuse(each, reglas, now))
    await tx.createQueryBuilder().insert().into(Recordatorio).values(rows).orIgnore().execute()
  }

  private async say(tx: EntityManager, row: Recordatorio, reglas: Reglas): Promise<Escrito | null> {
    if (row.tipo === 'captura') return this.services.capturas.compose(tx, row, reglas)
    if (row.tipo === 'novedad') return this.services.novedades.compose(tx, row, reglas)
    if (row.tipo === 'novedades') return this.services.resumenes.compose(tx, row, reglas)
    if (row.tipo === 'requerimiento') return this.services.requerimientos.compose(tx, row, reglas)
    if (row.tipo !== 'acuse') return this.compose(tx, row)
    const [acuse] = await this.services.acusesCorreo.porEnviar(tx, row.solicitudId)
    return acuse ? { carta: toCartaAcuse(acuse, reglas.instituto), para: acuse.correo } : null
  }

  /** Writes the message about a duty as of now; null when it is owed no more, or nobody is there to hear it. */
  private async compose(tx: EntityManager, row: Recordatorio): Promise<Escrito | null> {
    const situation = await this.services.situation.read(tx)
    const cuenta = situation.cuentas.get(row.cuentaId)
    if (!cuenta || !isOwed(row, situation)) return null
    return { carta: toCarta({ ...row, cuenta: row.cuentaId }, situation, situation.ahora), para: cuenta.correo }
  }

  private async deliver(taken: Taken, log?: Log): Promise<void> {
    // A process that was suspended after its claim finds that its time is over: somebody else may be sending it.
    if (this.deps.clock.system().epochMilliseconds + ENVIO_MAX_MS > taken.hasta.getTime()) return
    try {
      await this.services.correo.send(taken.mensaje)
    } catch (error) {
      log?.error({ err: { code: codeOf(error) }, recordatorio: taken.row.id }, 'reminder not sent; it will be tried again')
      return this.postpone(taken, fallaOf(error))
    }
    await this.mark(taken.row.id)
  }

  /** The server has it: this must be written even if a connection fails. */
  private async mark(id: string): Promise<void> {
    for (let turn = 1; ; turn += 1) {
      try {
        const sent = {
          estatus: 'enviado' as const,
          enviadoEn: toDate(this.deps.clock.now()),
          falla: null,
          tomadoPor: null,
          tomadoHasta: null,
        }
        return await act(this.deps.databases, NOBODY, async (tx) => void (await tx.update(Recordatorio, { id }, sent)))
      } catch (error) {
        if (turn === MARK_TURNS) throw error
        await new Promise((done) => setTimeout(done, MARK_PAUSE_MS))
      }
    }
  }

  private postpone({ row, por }: Taken, falla: string): Promise<void> {
    const delay = Math.min(FIRST_DELAY_MS * 2 ** (row.intentos - 1), LONGEST_DELAY_MS)
    const proximoIntento = toDate(this.deps.clock.system().add({ milliseconds: delay }))
    return act(this.deps.databases, NOBODY, async (tx) => {
      await tx.update(Recordatorio, { id: row.id, tomadoPor: por }, { falla, proximoIntento, tomadoPor: null, tomadoHasta: null })
    })
  }
}

/** Still to be told: a message that a person asked for after its time, as long as it is owed. */
function isOwed({ clave, aMano, caducaEn, entregable, milestone, dia }: Recordatorio, { state, ahora }: Situation): boolean {
  if (!aMano) return recordatoriosVigentes(state, ahora).some((each) => each.clave === clave)
  const owed = state.duties.some((duty) => duty.entregable === entregable && duty.milestone === milestone && duty.vence === dia)
  return (entregable === null || owed) && toInstant(caducaEn).epochMilliseconds > ahora.epochMilliseconds
}
