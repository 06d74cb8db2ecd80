import { outcome } from '@conoceles/api-client'
import { defineStore } from 'pinia'
import { computed, reactive, ref } from 'vue'
import { client } from '../api.ts'
import { openDraftVault, type DraftVault } from '../shared/draft-vault.ts'
import { isTransient } from '../shared/problems.ts'
import { createSaveQueue, nameOf, type Draft, type Entry, type Sending } from '../shared/save-queue.ts'

/** A line that hangs is a line that is down: the sending is repeated as it was. */
const ANSWER_MS = 20_000

/** What was written and the server has not received yet, for the account that is signed in. */
export const useBorradoresStore = defineStore('borradores', () => {
  const entries = reactive(new Map<string, Entry>())
  const unsent = computed(() => [...entries.values()].filter((entry) => entry.phase !== 'guardado'))
  /** False where this browser cannot keep anything safely. */
  const kept = ref(true)
  let vault: DraftVault | null = null
  let owner: string | null = null
  let writing: Promise<void> = Promise.resolve()

  const queue = createSaveQueue({
    entries,
    send: sendSection,
    keep: (name, draft) => inOrder(() => vault?.save(name, draft)),
    discard: (name) => inOrder(() => vault?.remove(name)),
    newKey: () => crypto.randomUUID(),
    isTransient,
  })

  /** Opens the account's keeping and takes up what it left behind. */
  async function open(cuentaId: string): Promise<void> {
    if (owner !== cuentaId) entries.clear()
    owner = cuentaId
    vault = await openDraftVault(cuentaId)
    kept.value = vault !== null
    for (const { value } of (await vault?.all()) ?? []) queue.restore(value as Draft)
  }

  /** Forgets the account on this machine: what was not sent is lost. */
  async function forget(): Promise<void> {
    await writing
    await vault?.forget()
    entries.clear()
    vault = null
    owner = null
  }

  /** Forgets the entries of one candidatura that need nothing more. */
  function clearSaved(candidaturaId: string): void {
    for (const [name, entry] of entries) {
      if (entry.draft.candidaturaId === candidaturaId && entry.phase === 'guardado') entries.delete(name)
    }
  }

  /** Sends now what was written here; what came back from another time waits until its section is opened and compared. */
  function sendWritten(options: { keepalive: boolean }): void {
    const written = unsent.value.filter(({ recovered, phase }) => !recovered || phase === 'sin_conexion')
    for (const { draft } of written) void queue.flush({ name: nameOf(draft), ...options })
  }

  function inOrder(write: () => Promise<void> | undefined): Promise<void> {
    writing = writing.then(write).catch(() => {
      kept.value = false
    })
    return writing
  }

  return { entries, unsent, kept, queue, open, forget, clearSaved, sendWritten, nameOf }
})

function sendSection({ draft, respuestas, idempotencyKey, keepalive }: Sending) {
  const path = { id: draft.candidaturaId, cuestionario: draft.cuestionario, seccion: draft.seccion }
  return outcome(
    client.PUT('/api/v1/candidaturas/{id}/captura/{cuestionario}/{seccion}', {
      params: { path },
      body: { version: draft.version, respuestas },
      headers: { 'idempotency-key': idempotencyKey },
      keepalive,
      signal: AbortSignal.timeout(ANSWER_MS),
    }),
  )
}
