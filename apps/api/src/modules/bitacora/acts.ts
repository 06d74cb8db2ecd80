import type { EntityManager } from 'typeorm'
import type { Actos, ClaveActo } from '@conoceles/domain'
import { act, together, type Quien } from '../../shared/act.ts'
import { toDate } from '../../shared/clock.ts'
import type { Deps } from '../../shared/deps.ts'
import { AppError, type ErrorCode } from '../../shared/http/errors.ts'
import type { AcusesService, Acuse, Sello } from './acuses.service.ts'
import type { Acto, BitacoraService, Objeto } from './bitacora.service.ts'
import { inStages, onceInStages, type Etapas } from './envios.service.ts'

/** First part of the error codes that end so. */
type Familia<Suffix extends string> = ErrorCode extends infer Code ? (Code extends `${infer Name}.${Suffix}` ? Name : never) : never

type Texto = object | Promise<object>
type Reasons<S> = (state: S) => readonly string[]

interface Version<S> {
  /** The one that the client read. */
  leida: number
  actual: (state: S) => number
  /** The stored text: the client shows it beside its own. */
  texto: (tx: EntityManager, state: S) => Texto
}

/** Checks of an act, in their order. They refuse by `<familia>.version_distinta` and `<familia>.acto_no_permitido`. */
type Checks<S> =
  | { familia: Familia<'version_distinta'> & Familia<'acto_no_permitido'>; version?: Version<S>; reasons?: Reasons<S> }
  | { familia: Familia<'version_distinta'>; version: Version<S>; reasons?: undefined }
  | { familia: Familia<'acto_no_permitido'>; version?: undefined; reasons: Reasons<S> }
  | { familia?: undefined; version?: undefined; reasons?: undefined }

/** Result of a change, as the bitácora tells it. */
export interface Hecho<K extends ClaveActo> {
  /** Name of the act, if only the change knows it. */
  acto?: K
  detalle: Actos[K]
  /** Entries of other objects that the act touched. */
  otras?: readonly { objeto: Objeto; detalle: Actos[K] }[]
  /** Writes that nothing waits for: they travel with the acuse, the entry and the kept answer. Then `answer` must not read. */
  escribir?: () => Promise<unknown>
}

/** A change that the account proves by a signed acuse of what was received. */
export interface HechoConAcuse<K extends ClaveActo> extends Hecho<K> {
  recibido: object
}

export interface Turno<S> {
  tx: EntityManager
  quien: Quien
  state: S
  /** Instant of the act: of its rows, its acuse and its entry. */
  ahora: Date
  /** Folio of the acuse, for the rows that name it. */
  folio: string
}

interface Steps<K extends ClaveActo, S, H extends Hecho<K>> {
  acto: K
  objeto: Objeto | ((state: S) => Objeto)
  /** Idempotency-Key of a route that takes one (null: it came without), and the content that it binds. */
  envio?: { clave: string | null; contenido: object }
  /** Reads what the act looks at, under its lock; throws where it does not exist. */
  lock: (tx: EntityManager) => Promise<S>
  /** Judges the rest, writes, and tells what it did. */
  change: (turno: Turno<S>) => Promise<H>
}

type Answer<Done, T> = { answer: (done: Done) => T | Promise<T> }

/** An act is its rule in `domain` and its change. */
export type Act<K extends ClaveActo, S, H extends HechoConAcuse<K>, T> = Steps<K, S, H> &
  Checks<S> &
  Answer<{ tx: EntityManager; hecho: H; acuse: Acuse }, T>

/** The same without an acuse: its version and its hour acknowledge it. */
export type Save<K extends ClaveActo, S, H extends Hecho<K>, T> = Steps<K, S, H> & Checks<S> & Answer<{ tx: EntityManager; hecho: H }, T>

/** Account of an entry; null: the system, or nobody that is known. */
export type Actor = Pick<Acto, 'cuentaId' | 'rol' | 'actorPoliticoId' | 'requestId'>

/** The system itself: a turn of a job. */
export const SYSTEM: Actor = { cuentaId: null, rol: null }

/** Entry of the bitácora, without its account. */
export interface Entry<K extends ClaveActo> {
  acto: K
  objeto: Objeto | null
  detalle: Actos[K]
}

type End<H, T> = (hecho: H, sello: Sello) => { acuse: Acuse | null; answer: (tx: EntityManager) => T | Promise<T> }

/**
 * The one way in which anything is done: transaction with row-level security, Idempotency-Key, lock → check → change → save, then acuse and
 * bitácora in one round trip.
 */
export class Acts {
  constructor(
    private readonly deps: Deps,
    private readonly bitacora: BitacoraService,
    private readonly acuses: AcusesService,
  ) {}

  perform<K extends ClaveActo, S, H extends HechoConAcuse<K>, T extends object>(quien: Quien, spec: Act<K, S, H, T>): Promise<T> {
    return this.run(quien, spec, this.signed(spec))
  }

  /** Inside the transaction of another act. */
  performIn<K extends ClaveActo, S, H extends HechoConAcuse<K>, T>(tx: EntityManager, quien: Quien, spec: Act<K, S, H, T>): Promise<T> {
    return inStages(this.etapas(tx, quien, { spec, end: this.signed(spec) }))
  }

  save<K extends ClaveActo, S, H extends Hecho<K>, T extends object>(quien: Quien, spec: Save<K, S, H, T>): Promise<T> {
    return this.run(quien, spec, unsigned(spec))
  }

  saveIn<K extends ClaveActo, S, H extends Hecho<K>, T>(tx: EntityManager, quien: Quien, spec: Save<K, S, H, T>): Promise<T> {
    return inStages(this.etapas(tx, quien, { spec, end: unsigned(spec) }))
  }

  /** A reading or a download, which changes nothing: it is in the bitácora before anybody has it. */
  recordReading<K extends ClaveActo>(quien: Quien, entry: Entry<K>): Promise<void> {
    return act(this.deps.databases, quien, (tx) => this.record(tx, quien, entry))
  }

  /** The same in the transaction that read, or a part of another act. */
  record<K extends ClaveActo>(tx: EntityManager, { cuentaId, rol, actorPoliticoId, requestId }: Actor, entry: Entry<K>): Promise<void> {
    return this.bitacora.registrar(tx, { ...entry, cuentaId, rol, actorPoliticoId, requestId })
  }

  private run<K extends ClaveActo, S, H extends Hecho<K>, T extends object>(
    quien: Quien,
    spec: Steps<K, S, H> & Checks<S>,
    end: End<H, T>,
  ): Promise<T> {
    const { databases, clock, secretos } = this.deps
    const { clave = null, contenido = {} } = spec.envio ?? {}
    const submission = { quien, clave, contenido: { acto: spec.acto, ...contenido }, ahora: toDate(clock.now()), llavero: secretos.llavero }
    return act(databases, quien, (tx) => onceInStages(tx, submission, this.etapas(tx, quien, { spec, end })))
  }

  private etapas<K extends ClaveActo, S, H extends Hecho<K>, T>(
    tx: EntityManager,
    quien: Quien,
    { spec, end }: { spec: Steps<K, S, H> & Checks<S>; end: End<H, T> },
  ): Etapas<() => S, T> {
    return {
      // A repetition gets its answer also where the object is gone: the refusal waits for its turn.
      leer: () => spec.lock(tx).then((state) => () => state, raise),
      juzgar: async (leido) => {
        const state = leido()
        await assertChecks(tx, spec, state)
        const sello = this.acuses.sellar()
        const hecho = await spec.change({ tx, quien, state, ahora: toDate(sello.recibidaEn), folio: sello.folio })
        const { acuse, answer } = end(hecho, sello)
        const escribir = () =>
          together([
            acuse ? this.acuses.guardar(tx, acuse) : Promise.resolve(),
            hecho.escribir?.() ?? Promise.resolve(),
            this.recordAll(tx, quien, { acto: spec.acto, objeto: objetoOf(spec, state), hecho }),
          ])
        if (hecho.escribir) return { respuesta: await answer(tx), escribir }
        await escribir()
        return { respuesta: await answer(tx), escribir: () => Promise.resolve() }
      },
    }
  }

  private async recordAll<K extends ClaveActo>(
    tx: EntityManager,
    quien: Quien,
    { acto, objeto, hecho }: { acto: K; objeto: Objeto; hecho: Hecho<K> },
  ): Promise<void> {
    const { detalle, otras = [], acto: name = acto } = hecho
    for (const entry of [{ objeto, detalle }, ...otras]) await this.record(tx, quien, { acto: name, ...entry })
  }

  private signed<K extends ClaveActo, S, H extends HechoConAcuse<K>, T>({ acto, answer }: Act<K, S, H, T>): End<H, T> {
    return (hecho, sello) => {
      const acuse = this.acuses.firmar(hecho.acto ?? acto, hecho.recibido, sello)
      return { acuse, answer: (tx) => answer({ tx, hecho, acuse }) }
    }
  }
}

function unsigned<K extends ClaveActo, S, H extends Hecho<K>, T>({ answer }: Save<K, S, H, T>): End<H, T> {
  return (hecho) => ({ acuse: null, answer: (tx) => answer({ tx, hecho }) })
}

function objetoOf<K extends ClaveActo, S>({ objeto }: Pick<Steps<K, S, Hecho<K>>, 'objeto'>, state: S): Objeto {
  return typeof objeto === 'function' ? objeto(state) : objeto
}

function raise(error: unknown): () => never {
  return () => {
    throw error
  }
}

async function assertChecks<S>(tx: EntityManager, checks: Checks<S>, state: S): Promise<void> {
  if (checks.version && checks.version.actual(state) !== checks.version.leida)
    throw new AppError(`${checks.familia}.version_distinta`, { actual: await checks.version.texto(tx, state) })
  const reasons = checks.reasons?.(state) ?? []
  if (checks.reasons && reasons.length > 0) throw new AppError(`${checks.familia}.acto_no_permitido`, { detail: reasons.join(' ') })
}
