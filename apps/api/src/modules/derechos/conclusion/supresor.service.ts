import type { QueryRunner } from 'typeorm'
import { act, type Quien } from '../../../shared/act.ts'
import { toDate } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { withdrawPast } from '../../publicacion/index.ts'
import { readRows } from '../../../database/rows.ts'
import type { ConstanciaService } from './constancia.service.ts'
import { EtapaConclusion } from './etapa-conclusion.entity.ts'
import { findArchivadas, suprimirLote, suprimirResto } from './supresion.queries.ts'

/** Candidaturas, or archived versions, of one transaction: other requests are answered in between. */
const LOTE = 50

interface Log {
  error(detail: object, message: string): void
}

/** The suppression that two people ordered: one at a time across replicas, and after any interruption it goes on where it stood. */
export class SupresorService {
  private stopped = false

  constructor(
    private readonly deps: Deps,
    private readonly constancia: ConstanciaService,
  ) {}

  /** Everything there is to do now; nothing, where nobody ordered it or it is over. */
  async trabajar(log?: Log): Promise<void> {
    const runner = this.deps.databases.instituto.createQueryRunner()
    await runner.connect()
    try {
      if (await takeTurn(runner)) await this.work(log).finally(() => leaveTurn(runner))
    } finally {
      await runner.release()
    }
  }

  /** Stops the work under way before its next batch. */
  detener(): void {
    this.stopped = true
  }

  /** One batch of personas. False: nobody is left. */
  paso(quien: Quien): Promise<boolean> {
    return act(this.deps.databases, quien, (tx) => suprimirLote(tx, LOTE, toDate(this.deps.clock.now())))
  }

  private async work(log?: Log): Promise<void> {
    try {
      const quien = await this.ordered()
      if (quien !== null) await this.destroy(quien)
    } catch (error) {
      if (!log) throw error
      log.error({ err: error }, 'suppression interrupted; it will be tried again')
    }
  }

  private async destroy(quien: Quien): Promise<void> {
    while (!this.stopped && (await this.paso(quien)));
    if (this.stopped) return
    await act(this.deps.databases, quien, (tx) => suprimirResto(tx))
    while (!this.stopped && (await this.archivadas()));
    if (!this.stopped) await this.constancia.emitir(quien)
  }

  /** Destroys bytes that left the public world into the institute's archive: by the one way out, with the publisher's role. */
  private archivadas(): Promise<boolean> {
    return this.deps.databases.publicador.transaction(async (tx) => {
      const ids = await findArchivadas(tx, LOTE)
      await withdrawPast(tx, ids, 'destruccion')
      return ids.length > 0
    })
  }

  /** Account that ordered it, while it is not over. */
  private ordered(): Promise<Quien | null> {
    return act(this.deps.databases, NOBODY, async (tx) => {
      const row = await tx.findOneBy(EtapaConclusion, { clave: 'supresion' })
      const { confirmadaPor, confirmadaRol, concluidaEn } = row ?? { confirmadaPor: null, confirmadaRol: null, concluidaEn: null }
      return confirmadaPor === null || confirmadaRol === null || concluidaEn !== null
        ? null
        : { ...NOBODY, cuentaId: confirmadaPor, rol: confirmadaRol }
    })
  }
}

/** Looks for pending work; each batch then acts as the account that ordered it. */
const NOBODY: Quien = { cuentaId: '', rol: 'secretaria', actorPoliticoId: null, candidaturaId: null, requestId: 'supresion' }

async function takeTurn(runner: QueryRunner): Promise<boolean> {
  const [row] = await readRows<{ mine: boolean }>(runner, 'select pg_try_advisory_lock(242, 618) as mine')
  return row?.mine ?? false
}

async function leaveTurn(runner: QueryRunner): Promise<void> {
  await runner.query('select pg_advisory_unlock(242, 618)')
}
