import type { SeccionCaptura } from '../../../api-types.ts'
import { sameRespuestas } from '../../../shared/captura/respuestas.ts'
import { isOwn } from '../../../shared/guardado/refused.ts'
import { nameOf, type Entry, type SaveQueue } from '../../../shared/guardado/save-queue.ts'

/** The section as the server has it, and the questions that it asks now. */
interface Ahora {
  seccion: SeccionCaptura
  campos: readonly string[]
}

/** Outcome for a text that came back from another time. */
export type Reconciled = 'enviando' | 'conflicto'

/** Puts a kept draft on top of the server's present answers. Null where nothing came back from another time. */
export function reconcile(queue: SaveQueue, now: Ahora, entry: Entry): Reconciled | null {
  if (entry.phase === 'guardando') return null
  const name = nameOf(entry.draft)
  const { seccion, campos } = now
  queue.setAside(name, seccion.editable ? campos : [])
  entry.actual = entry.problem = entry.saved = null
  if (!seccion.editable || sameRespuestas(entry.draft.respuestas, seccion.respuestas)) {
    const { version, respuestas } = seccion
    entry.draft = { ...entry.draft, version, base: respuestas, respuestas, attempt: null }
    void queue.drop(name)
    return null
  }
  const outcome = stand(queue, seccion, entry)
  return entry.recovered ? outcome : null
}

function stand(queue: SaveQueue, { version, respuestas }: SeccionCaptura, entry: Entry): Reconciled {
  const { draft } = entry
  const name = nameOf(draft)
  // The server may have received the last sending although its answer never came.
  const arrived = draft.attempt !== null && isOwn(respuestas, { base: draft.base, sent: draft.attempt.respuestas })
  if (version !== draft.version && !arrived) {
    queue.raiseConflict(name, { version, respuestas })
    return 'conflicto'
  }
  entry.draft = { ...draft, version, base: respuestas, attempt: null }
  entry.phase = 'pendiente'
  void queue.flush({ name })
  return 'enviando'
}
