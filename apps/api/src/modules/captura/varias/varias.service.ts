import { QueryFailedError, type EntityManager } from 'typeorm'
import { act, demandAbiertos, type Quien } from '../../../shared/act.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import type { ExpedientesService } from '../identidad/expedientes.service.ts'
import type { CandidaturaVersion, CapturaEnteraService } from '../secciones/captura-entera.service.ts'
import { findLeidas, type Leida } from '../secciones/captura.queries.ts'
import type { PorValidarDto, ValidadaDto, ValidadasDto, VistaPreviaValidarDto } from './varias.dto.ts'
import { readElegidas } from './varias.queries.ts'

interface Services {
  actos: CapturaEnteraService
  expedientes: ExpedientesService
}

/** Transactions at once: they take a third of the pool, and leave the rest to the single acts. */
const AT_ONCE = 4

/** Validating several candidaturas: each is a single act of its own, with its transaction and its acuse. */
export class VariasService {
  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  /** Judges each by the rules of the single act; nothing is written. */
  preview(quien: Quien, ids: readonly string[], tell: Tell): Promise<VistaPreviaValidarDto> {
    return act(this.deps.databases, quien, async (tx) => {
      await demandAbiertos(tx)
      const leidas = await findLeidas(tx, ids)
      const elementos: PorValidarDto[] = []
      for (const elegida of await readElegidas(tx, ids)) {
        const leida = leidas.get(elegida.id)
        if (leida) elementos.push({ ...elegida, razones: await this.judge(tx, leida, { cuenta: quien.cuentaId, tell }) })
      }
      return { elementos }
    })
  }

  private async judge(tx: EntityManager, leida: Leida, { cuenta, tell }: { cuenta: string; tell: Tell }): Promise<string[]> {
    const { expedientes } = this.services
    try {
      return await expedientes.razonesContraValidar(tx, await expedientes.open(tx, leida), cuenta)
    } catch (error) {
      // After a failed statement the transaction answers nothing more.
      if (error instanceof QueryFailedError) throw error
      return [razonOf(error, tell)]
    }
  }

  /**
   * Validates each that can be, and says why not of the others. `clave`: Idempotency-Key; each candidatura has its own part of it, so that a
   * repetition gives the acuses of the first time.
   */
  async validar(quien: Quien, { candidaturas, clave, tell }: Varias): Promise<ValidadasDto> {
    await act(this.deps.databases, quien, demandAbiertos)
    const once = [...new Map(candidaturas.map((each) => [each.id, each])).values()]
    return { elementos: await inLanes(once, (each) => this.validarUna(quien, each, { clave, tell })) }
  }

  private async validarUna(quien: Quien, leida: CandidaturaVersion, { clave, tell }: Omit<Varias, 'candidaturas'>): Promise<ValidadaDto> {
    const { id } = leida
    try {
      const acuse = await this.services.actos.validar(quien, leida, clave === null ? null : `${clave}|${id}`)
      return { id, acuse, razon: null }
    } catch (error) {
      return { id, acuse: null, razon: razonOf(error, tell) }
    }
  }
}

/** Hears of failures that no rule foresees. */
type Tell = (error: unknown) => void

function razonOf(error: unknown, tell: Tell): string {
  if (error instanceof AppError) return error.sentence
  tell(error)
  return 'Falló el sistema. Vuelva a intentarlo con esta candidatura.'
}

interface Varias {
  candidaturas: readonly CandidaturaVersion[]
  clave: string | null
  tell: Tell
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
