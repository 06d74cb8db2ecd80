import type { SeccionCaptura } from '../../api-types.ts'
import { sameRespuestas } from '../../shared/respuestas.ts'
import { nameOf, type Entry, type SaveQueue } from '../../shared/save-queue.ts'

/** Puts a kept draft on top of what the server has now. True when text came back from another time. */
export function reconcile(queue: SaveQueue, seccion: SeccionCaptura, entry: Entry): boolean {
  if (entry.phase === 'guardando') return false
  const { draft, recovered } = entry
  const name = nameOf(draft)
  if (sameRespuestas(draft.respuestas, seccion.respuestas)) {
    void queue.drop(name)
    return false
  }
  // The server may have received the last sending although its answer never came.
  const arrived = draft.attempt !== null && sameRespuestas(draft.attempt.respuestas, seccion.respuestas)
  if (seccion.version !== draft.version && !arrived) {
    queue.raiseConflict(name, { version: seccion.version, respuestas: seccion.respuestas })
    return recovered
  }
  entry.draft = { ...draft, version: seccion.version, base: seccion.respuestas, attempt: null }
  entry.phase = 'pendiente'
  void queue.flush({ name })
  return recovered
}
