import type { QueryRunner } from 'typeorm'
import { keysOf } from '@conoceles/domain/typed'
import { act, datosBloqueados, type Quien } from '../../../shared/act.ts'
import { readRows } from '../../../database/rows.ts'
import { aplicar } from './aplicacion/aplicar.ts'
import { actAs, Detenida, goOn, type Contexto } from './revision/contexto.ts'
import { deshacer } from './aplicacion/deshacer.ts'
import { Importacion, type EstatusImportacion } from './importacion.entity.ts'
import { leer } from './revision/leer.ts'
import { proponer } from './revision/proponer.ts'

type Step = (contexto: Contexto, row: Importacion) => Promise<void>

const STEPS: Partial<Record<EstatusImportacion, Step>> = { leyendo: leer, revisando: proponer, aplicando: aplicar, deshaciendo: deshacer }

/** Most beginnings of one step: a file that kills the process would kill it again at every start. */
const MAX_BEGINNINGS = 3

interface Log {
  error(detail: object, message: string): void
}

/** The job: takes the imports one by one and each through its steps, one at a time across replicas, and goes on after any interruption. */
export class ImportadorService {
  constructor(private readonly contexto: Contexto) {}

  /** Everything there is to do now. A failure is logged, and tried again in the next turn. */
  async trabajar(log?: Log): Promise<void> {
    const runner = this.contexto.deps.databases.instituto.createQueryRunner()
    await runner.connect()
    try {
      if (await takeTurn(runner)) await this.work(log).finally(() => leaveTurn(runner))
    } finally {
      await runner.release()
    }
  }

  /** Stops the step under way before its next batch. */
  detener(): void {
    this.contexto.fin.llego = true
  }

  private async work(log?: Log): Promise<void> {
    for (let row = await this.next(); row; row = await this.next()) {
      try {
        await this.step(row)
      } catch (error) {
        if (error instanceof Detenida) return this.unbegin(row)
        if (!log) throw error
        log.error({ err: error, importacion: row.id, estatus: row.estatus }, 'import interrupted; it will be tried again')
        return
      }
    }
  }

  private next(): Promise<Importacion | null> {
    const estatus = keysOf(STEPS)
    return act(this.contexto.deps.databases, NOBODY, (tx) =>
      tx
        .createQueryBuilder(Importacion, 'i')
        .where('i.estatus in (:...estatus)', { estatus })
        .orderBy('i.creadaEn', 'ASC')
        .limit(1)
        .getOne(),
    )
  }

  /** Being stopped is no failure of the step. */
  private unbegin(row: Importacion): Promise<void> {
    return actAs(this.contexto, row, async (tx) => {
      await tx.update(Importacion, { id: row.id }, { intentos: row.intentos, hechas: null, total: null })
    })
  }

  private async step(row: Importacion): Promise<void> {
    // Under the block its rows are not to be seen: a list would be written as if it had none.
    if (await actAs(this.contexto, row, datosBloqueados)) return goOn(this.contexto, row, givenUp(row, BLOQUEADA))
    if (row.intentos >= MAX_BEGINNINGS) return goOn(this.contexto, row, givenUp(row, INTERRUMPIDA))
    await actAs(this.contexto, row, (tx) => tx.increment(Importacion, { id: row.id }, 'intentos', 1))
    await STEPS[row.estatus]?.(this.contexto, row)
  }
}

/** Looks for pending work; each step then acts as the account that asked for it. */
const NOBODY: Quien = { cuentaId: '', rol: 'secretaria', actorPoliticoId: null, candidaturaId: null, requestId: 'importador' }

const INTERRUMPIDA = 'Se interrumpió varias veces y no se terminó. No se escribió nada: vuelva a intentarlo más tarde.'
const BLOQUEADA = 'El proceso concluyó y sus datos quedaron bloqueados por ley antes de terminar. No se escribió nada.'

/** State of an import after a step that did not end: the last one in which nothing is half done. */
function givenUp({ estatus, cerradaEn }: Importacion, falla: string): Partial<Importacion> & { estatus: EstatusImportacion } {
  if (estatus === 'aplicando') return { estatus: 'propuesta', falla }
  if (estatus === 'deshaciendo') return { estatus: 'confirmada', falla, cerradaEn }
  return { estatus: 'fallida', falla }
}

async function takeTurn(runner: QueryRunner): Promise<boolean> {
  const [row] = await readRows<{ mine: boolean }>(runner, 'select pg_try_advisory_lock(242, 617) as mine')
  return row?.mine ?? false
}

async function leaveTurn(runner: QueryRunner): Promise<void> {
  await runner.query('select pg_advisory_unlock(242, 617)')
}
