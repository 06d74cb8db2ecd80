import { QueryFailedError, type EntityManager } from 'typeorm'
import { razonesContraVerificarVarias } from '@conoceles/domain'
import type { ProcesosService } from '../../proceso/index.ts'
import { act, demandAbiertos, together, type Quien } from '../../../shared/act.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { situacionDe, type Expediente } from '../identidad/expediente.ts'
import type { ExpedientesService } from '../identidad/expedientes.service.ts'
import { findAbiertas } from '../revision/apertura.queries.ts'
import type { CandidaturaVersion, CapturaEnteraService } from '../secciones/captura-entera.service.ts'
import { findLeidas, type Leida } from '../secciones/captura.queries.ts'
import type { HechaDto, HechasDto, PorHacerDto, VistaPreviaVariasDto } from './varias.dto.ts'
import { readElegidas } from './varias.queries.ts'

interface Services {
  actos: CapturaEnteraService
  expedientes: ExpedientesService
  procesos: ProcesosService
}

/** Act on the whole of a captura that can be done to several. */
export type ActoVarias = 'validar' | 'verificar'

/** Hears of failures that no rule foresees. */
type Tell = (error: unknown) => void

interface Judged {
  acto: ActoVarias
  cuenta: string
  /** Candidaturas that the acting reviewer opened. */
  abiertas: ReadonlySet<string>
  tell: Tell
}

interface Varias {
  acto: ActoVarias
  candidaturas: readonly CandidaturaVersion[]
  /** Idempotency-Key. */
  clave: string | null
  tell: Tell
}

/** Transactions at once: they take a third of the pool, and leave the rest to the single acts. */
const AT_ONCE = 4

/** Validating or verifying several candidaturas: each is a single act of its own, with its transaction and its acuse. */
export class VariasService {
  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  /** Judges each by the rules of the single act; nothing is written. */
  preview(quien: Quien, acto: ActoVarias, { ids, tell }: { ids: readonly string[]; tell: Tell }): Promise<VistaPreviaVariasDto> {
    return act(this.deps.databases, quien, async (tx) => {
      await this.demand(tx, acto)
      const [leidas, elegidas] = await together([findLeidas(tx, ids), readElegidas(tx, ids)])
      const abiertas = acto === 'verificar' ? await findAbiertas(tx, quien.cuentaId, ids) : new Set<string>()
      const elementos: PorHacerDto[] = []
      for (const elegida of elegidas) {
        const leida = leidas.get(elegida.id)
        if (leida) elementos.push({ ...elegida, razones: await this.judge(tx, leida, { acto, cuenta: quien.cuentaId, abiertas, tell }) })
      }
      return { elementos }
    })
  }

  private async judge(tx: EntityManager, leida: Leida, judged: Judged): Promise<string[]> {
    try {
      return await this.razones(tx, await this.services.expedientes.open(tx, leida), judged)
    } catch (error) {
      // After a failed statement the transaction answers nothing more.
      if (error instanceof QueryFailedError) throw error
      return [razonOf(error, judged.tell)]
    }
  }

  private async razones(tx: EntityManager, expediente: Expediente, { acto, cuenta, abiertas }: Judged): Promise<string[]> {
    if (acto === 'validar') return this.services.expedientes.razonesContraValidar(tx, expediente, cuenta)
    return razonesContraVerificarVarias(situacionDe(expediente, { cuenta }), { abierta: abiertas.has(expediente.captura.id) })
  }

  /**
   * Does the act to each that it can be done to, and says why not of the others. Each candidatura has its own part of the key, so that a
   * repetition gives the acuses of the first time.
   */
  async hacer(quien: Quien, { candidaturas, ...asked }: Varias): Promise<HechasDto> {
    await act(this.deps.databases, quien, (tx) => this.demand(tx, asked.acto))
    const once = [...new Map(candidaturas.map((each) => [each.id, each])).values()]
    return { elementos: await inLanes(once, (each) => this.hacerUna(quien, each, asked)) }
  }

  private async hacerUna(quien: Quien, leida: CandidaturaVersion, { acto, clave, tell }: Omit<Varias, 'candidaturas'>): Promise<HechaDto> {
    const { id } = leida
    const { actos } = this.services
    const envio = clave === null ? null : `${clave}|${id}`
    try {
      const acuse = await (acto === 'validar' ? actos.validar(quien, leida, envio) : actos.verificarAbierta(quien, leida, envio))
      return { id, acuse, razon: null }
    } catch (error) {
      return { id, acuse: null, razon: razonOf(error, tell) }
    }
  }

  /** Refuses the whole where the data are blocked, or where the institute does not let several be verified. */
  private async demand(tx: EntityManager, acto: ActoVarias): Promise<void> {
    await demandAbiertos(tx)
    if (acto === 'verificar' && !(await this.services.procesos.verificaVarias(tx)))
      throw new AppError('candidatura.acto_no_permitido', { detail: 'El instituto no ha autorizado verificar varias en un solo paso.' })
  }
}

function razonOf(error: unknown, tell: Tell): string {
  if (error instanceof AppError) return error.sentence
  tell(error)
  return 'Falló el sistema. Vuelva a intentarlo con esta candidatura.'
}

/** Works through a list some at a time; answers in its order. */
async function inLanes<A, B>(all: readonly A[], work: (each: A) => Promise<B>): Promise<B[]> {
  const done: B[] = []
  const waiting = all.entries()
  const lane = async () => {
    for (const [place, each] of waiting) done[place] = await work(each)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return done
}
