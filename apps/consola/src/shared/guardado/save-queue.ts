import type { Outcome, Problem } from '@conoceles/api-client'
import type { Respuestas, SeccionGuardada, TipoCuestionario } from '../../api-types.ts'
import { putAside } from './put-aside.ts'
import { isOwn, refusedBy, refusedOf, standing, withoutRefused, type Refused } from './refused.ts'
import { sameRespuestas } from '../captura/respuestas.ts'

export interface Draft {
  candidaturaId: string
  cuestionario: TipoCuestionario
  seccion: string
  /** Version of the section that the text started from. */
  version: number
  /** Answers of the server at that version. */
  base: Respuestas
  respuestas: Respuestas
  /** The last sending whose answer never arrived: it is repeated as it was before anything newer is sent. */
  attempt: { key: string; respuestas: Respuestas } | null
  /** Answers to questions that the section no longer asks: they are not sent. */
  aparte?: Respuestas
  /** Persona and title of the section, as a list of what waits names them; absent in what was kept before they were. */
  de?: { nombre: string; seccion: string }
  /** Milliseconds of this device's clock at which it was begun: what waits is sent in that order. */
  desde?: number
}

export type Phase = 'pendiente' | 'guardando' | 'guardado' | 'sin_conexion' | 'conflicto' | 'rechazado' | 'sin_acceso'

export interface Entry {
  draft: Draft
  phase: Phase
  /** Answer of the server to the last save. */
  saved: SeccionGuardada | null
  problem: Problem | null
  /** Answers that the server did not keep and nobody changed since. They are not sent again, and stay written here. */
  refused: Refused[]
  /** Whether it comes from another time: a closed tab, an access that expired. */
  recovered: boolean
  /** Present answers of the server, when somebody else saved first. */
  actual: { version: number; respuestas: Respuestas } | null
}

export interface Sending {
  draft: Draft
  respuestas: Respuestas
  idempotencyKey: string
  keepalive: boolean
}

export interface SaveQueueDeps {
  entries: Map<string, Entry>
  send(sending: Sending): Promise<Outcome<SeccionGuardada>>
  keep(name: string, draft: Draft): Promise<void>
  discard(name: string): Promise<void>
  newKey(): string
  isTransient(problem: Problem): boolean
}

export interface SaveQueue {
  edit(draft: Draft): void
  /** Takes up a draft that was kept from another time, without sending it yet; false where another of its section was taken up. */
  restore(draft: Draft): boolean
  /** Sends every waiting draft now; resolves when the server has answered or cannot be reached. */
  flush(options?: { name?: string; keepalive?: boolean }): Promise<void>
  /** Ends a conflict with the texts that were chosen. */
  settle(name: string, respuestas: Respuestas): Promise<void>
  raiseConflict(name: string, actual: NonNullable<Entry['actual']>): void
  /** The server has the written answers: nothing has to be sent. */
  drop(name: string): Promise<void>
  /** The section asks these questions and no others: answers to others are put aside. */
  setAside(name: string, campos: readonly string[]): void
  /** Forgets the answers that were put aside. */
  discardAside(name: string): Promise<void>
}

/** Until somebody chooses, types or signs in, there is nothing to send. */
const RESTING: readonly Phase[] = ['conflicto', 'guardado', 'rechazado', 'sin_acceso']
const TYPING_PAUSE_MS = 1_500
const FIRST_RETRY_MS = 1_000
const LAST_RETRY_MS = 30_000

export function nameOf(draft: Pick<Draft, 'candidaturaId' | 'cuestionario' | 'seccion'>): string {
  return `${draft.candidaturaId} ${draft.cuestionario} ${draft.seccion}`
}

/**
 * Saves sections one after the other: a pause in the typing, then one request at a time per section, repeated until the
 * server answers. Nothing leaves the machine's own keeping before the server has it.
 */
export function createSaveQueue(deps: SaveQueueDeps): SaveQueue {
  const queue: Queue = { ...deps, running: new Map(), timers: new Map(), failures: new Map() }
  return {
    edit: (draft) => edit(queue, draft),
    restore: (draft) => {
      if (deps.entries.has(nameOf(draft))) return false
      deps.entries.set(nameOf(draft), { ...entryOf(draft), recovered: true })
      return true
    },
    flush: async ({ name, keepalive = false } = {}) => {
      const names = name === undefined ? [...deps.entries.keys()] : [name]
      await Promise.all(names.map((each) => sendAll(queue, each, { keepalive })))
    },
    settle: (name, respuestas) => settle(queue, name, respuestas),
    raiseConflict: (name, actual) => raiseConflict(queue, name, actual),
    drop: async (name) => {
      const entry = deps.entries.get(name)
      clearTimeout(queue.timers.get(name))
      if (entry?.draft.aparte !== undefined) return finish(queue, name, entry)
      deps.entries.delete(name)
      await deps.discard(name)
    },
    setAside: (name, campos) => setAside(queue, name, campos),
    discardAside: (name) => discardAside(queue, name),
  }
}

interface Queue extends SaveQueueDeps {
  running: Map<string, Promise<void>>
  timers: Map<string, ReturnType<typeof setTimeout>>
  /** How many sendings in a row got no answer, by section. */
  failures: Map<string, number>
}

function entryOf(draft: Draft): Entry {
  return { draft, phase: 'pendiente', saved: null, problem: null, refused: [], recovered: false, actual: null }
}

function edit(queue: Queue, draft: Draft): void {
  const name = nameOf(draft)
  if (!queue.entries.has(name)) queue.entries.set(name, entryOf(draft))
  const entry = queue.entries.get(name)
  if (entry === undefined) return
  entry.draft = { ...entry.draft, respuestas: draft.respuestas, de: draft.de ?? entry.draft.de, desde: entry.draft.desde ?? draft.desde }
  entry.refused = standing(entry.refused, draft.respuestas)
  entry.recovered = false
  if (entry.phase !== 'guardando' && entry.phase !== 'conflicto') entry.phase = 'pendiente'
  void queue.keep(name, entry.draft)
  if (entry.phase !== 'conflicto') later(queue, name, TYPING_PAUSE_MS)
}

async function settle(queue: Queue, name: string, respuestas: Respuestas): Promise<void> {
  const entry = queue.entries.get(name)
  if (entry === undefined || entry.actual === null) return
  const { version, respuestas: base } = entry.actual
  entry.draft = { ...entry.draft, version, base, respuestas, attempt: null }
  entry.actual = null
  entry.phase = 'pendiente'
  await start(queue, name, { keepalive: false })
}

function raiseConflict(queue: Queue, name: string, actual: NonNullable<Entry['actual']>): void {
  const entry = queue.entries.get(name)
  if (entry === undefined) return
  entry.actual = actual
  entry.phase = 'conflicto'
}

function later(queue: Queue, name: string, milliseconds: number): void {
  clearTimeout(queue.timers.get(name))
  const timer = setTimeout(() => void start(queue, name, { keepalive: false }), milliseconds)
  queue.timers.set(name, timer)
}

async function sendAll(queue: Queue, name: string, options: { keepalive: boolean }): Promise<void> {
  do await start(queue, name, options)
  while (queue.entries.get(name)?.phase === 'pendiente')
}

function start(queue: Queue, name: string, options: { keepalive: boolean }): Promise<void> {
  clearTimeout(queue.timers.get(name))
  const current = queue.running.get(name) ?? run(queue, name, options).finally(() => queue.running.delete(name))
  queue.running.set(name, current)
  return current
}

/** One sending. Text typed meanwhile waits for the next pause in the typing. */
async function run(queue: Queue, name: string, { keepalive }: { keepalive: boolean }): Promise<void> {
  const entry = waiting(queue, name)
  if (entry === null) return
  const sending = prepare(queue, entry, { keepalive })
  if (sending === null) return finish(queue, name, entry)
  entry.phase = 'guardando'
  await queue.keep(name, entry.draft)
  if (!receive(queue, { entry, sending, result: await queue.send(sending) })) return pause(queue, name, entry)
  queue.failures.delete(name)
  if (isSent(entry)) return finish(queue, name, entry)
  later(queue, name, TYPING_PAUSE_MS)
}

async function finish(queue: Queue, name: string, entry: Entry): Promise<void> {
  entry.phase = entry.refused.length > 0 ? 'rechazado' : 'guardado'
  if (entry.phase === 'rechazado') return queue.keep(name, entry.draft)
  await (entry.draft.aparte === undefined ? queue.discard(name) : queue.keep(name, entry.draft))
}

function setAside(queue: Queue, name: string, campos: readonly string[]): void {
  const entry = queue.entries.get(name)
  if (entry === undefined || entry.phase === 'guardando') return
  const left = putAside(entry.draft, campos)
  if (left === entry.draft) return
  entry.draft = left
  void queue.keep(name, left)
}

async function discardAside(queue: Queue, name: string): Promise<void> {
  const entry = queue.entries.get(name)
  if (entry === undefined) return
  entry.draft = { ...entry.draft, aparte: undefined }
  await (entry.phase === 'guardado' ? queue.discard(name) : queue.keep(name, entry.draft))
}

function waiting(queue: Queue, name: string): Entry | null {
  const entry = queue.entries.get(name)
  return entry === undefined || RESTING.includes(entry.phase) ? null : entry
}

/** Null when the server already has the written answers. */
function prepare(queue: Queue, entry: Entry, { keepalive }: { keepalive: boolean }): Sending | null {
  const { draft, refused } = entry
  if (isSent(entry)) return null
  const attempt = draft.attempt ?? { key: queue.newKey(), respuestas: withoutRefused(refused, draft) }
  entry.draft = { ...draft, attempt }
  return { draft: entry.draft, respuestas: attempt.respuestas, idempotencyKey: attempt.key, keepalive }
}

function isSent({ draft, refused }: Entry): boolean {
  return draft.attempt === null && sameRespuestas(withoutRefused(refused, draft), draft.base)
}

interface Answer {
  entry: Entry
  sending: Sending
  result: Outcome<SeccionGuardada>
}

/** Whether the text arrived; otherwise the entry says why not. */
function receive(queue: Queue, { entry, sending, result }: Answer): boolean {
  entry.problem = result.ok ? null : result.problem
  const { base } = entry.draft
  const sent = sending.respuestas
  if (result.ok) {
    entry.saved = result.data
    const refused = refusedOf(result.data, sent)
    addRefused(entry, refused)
    return advance(entry, result.data.version, withoutRefused(refused, { base, respuestas: sent }))
  }
  addRefused(entry, refusedBy(result.problem, sent))
  const actual = actualOf(result.problem)
  // Our own text, saved by a sending whose answer was lost, is no conflict.
  if (actual !== null && isOwn(actual.respuestas, { base, sent })) return advance(entry, actual.version, actual.respuestas)
  refuse(queue, entry, { problem: result.problem, actual })
  return false
}

function addRefused(entry: Entry, refused: readonly Refused[]): void {
  entry.refused = standing([...entry.refused, ...refused], entry.draft.respuestas)
}

/** The server has `respuestas` at `version`: that is the new ground to stand on. */
function advance(entry: Entry, version: number, respuestas: Respuestas): true {
  entry.draft = { ...entry.draft, version, base: respuestas, attempt: null }
  entry.phase = 'pendiente'
  return true
}

function refuse(queue: Queue, entry: Entry, { problem, actual }: { problem: Problem; actual: Entry['actual'] }): void {
  if (queue.isTransient(problem)) {
    entry.phase = 'sin_conexion'
    return
  }
  entry.draft = { ...entry.draft, attempt: null }
  entry.actual = actual
  entry.phase = actual !== null ? 'conflicto' : problem.status === 401 ? 'sin_acceso' : 'rechazado'
}

/** Keeps the draft as it is and, when it may work later, sets the hour. */
async function pause(queue: Queue, name: string, entry: Entry): Promise<void> {
  if (entry.phase === 'sin_conexion') {
    const failed = queue.failures.get(name) ?? 0
    queue.failures.set(name, failed + 1)
    const asked = (entry.problem?.retryAfter ?? 0) * 1_000
    later(queue, name, Math.max(asked, Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** failed)))
  }
  await queue.keep(name, entry.draft)
}

function actualOf(problem: Problem): Entry['actual'] {
  if (problem.code !== 'captura.version_distinta') return null
  const actual = problem.body.actual as { version: number; respuestas: Respuestas | null } | undefined
  // An account that has not opened the answers today is not told them: the draft stays, and the section has to be opened again.
  return actual?.respuestas ? { version: actual.version, respuestas: actual.respuestas } : null
}
