import { outcome } from '@conoceles/api-client'
import { defineStore } from 'pinia'
import { computed, reactive, ref } from 'vue'
import { client } from '../api.ts'
import { openDraftVault } from '../shared/guardado/draft-vault.ts'
import { isTransient } from '../shared/red/problems.ts'
import { createSaveQueue, nameOf, type Entry, type Sending } from '../shared/guardado/save-queue.ts'
import { draftsOfTab, type TabDrafts } from '../shared/guardado/tab-drafts.ts'

/** A line that hangs is a line that is down: the sending is repeated as it was. */
const ANSWER_MS = 20_000

/** Written answers that the server has not received yet, for the account that is signed in. */
export const useBorradoresStore = defineStore('borradores', () => {
  const entries = reactive(new Map<string, Entry>())
  const unsent = computed(() => [...entries.values()].filter((entry) => entry.phase !== 'guardado'))
  /** Texts that were put aside wait too: they cannot be sent, and are nowhere else. */
  const waiting = computed(() => [...entries.values()].filter(({ phase, draft }) => phase !== 'guardado' || draft.aparte !== undefined))
  /** False where this browser cannot keep anything safely. */
  const kept = ref(true)
  let drafts: TabDrafts | null = null
  let owner: string | null = null
  const { inOrder, written } = createOrder(() => (kept.value = false))

  const queue = createSaveQueue({
    entries,
    send: sendSection,
    keep: (name, draft) => inOrder(() => drafts?.save(name, draft)),
    discard: (name) => inOrder(() => drafts?.remove(name)),
    newKey: () => crypto.randomUUID(),
    isTransient,
  })

  /** Opens the account's vault and takes up its drafts. */
  async function open(cuentaId: string): Promise<void> {
    if (owner !== cuentaId) entries.clear()
    owner = cuentaId
    const vault = await openDraftVault(cuentaId)
    drafts = vault && draftsOfTab(vault)
    kept.value = drafts !== null
    await drafts?.offer((draft) => queue.restore(draft))
  }

  /** Number of sections that would be lost with this machine's drafts, no matter which tab wrote them. */
  async function countKept(): Promise<number> {
    await written()
    return new Set([...unsent.value.map(({ draft }) => nameOf(draft)), ...((await drafts?.sections()) ?? [])]).size
  }

  /** Forgets the account on this machine: unsent text is lost. */
  async function forget(): Promise<void> {
    await written()
    await drafts?.forget()
    abandon()
  }

  /** Another tab forgot the account on this machine. */
  function abandon(): void {
    entries.clear()
    drafts = null
    owner = null
  }

  /** Forgets the entries of one candidatura that need nothing more. */
  function clearSaved(candidaturaId: string): void {
    for (const [name, { draft, phase }] of entries) {
      if (draft.candidaturaId === candidaturaId && phase === 'guardado' && draft.aparte === undefined) entries.delete(name)
    }
  }

  /** Sends now the drafts written here; one that came back from another time waits until its section is opened and compared. */
  function sendWritten(options: { keepalive: boolean }): void {
    const written = unsent.value.filter(({ recovered, phase }) => !recovered || phase === 'sin_conexion')
    for (const { draft } of written) void queue.flush({ name: nameOf(draft), ...options })
  }

  return { entries, unsent, waiting, kept, queue, open, forget, abandon, countKept, clearSaved, sendWritten, nameOf }
})

/** Queue of writes to the disk of this machine, one after the other. */
function createOrder(onFault: () => void) {
  let writing: Promise<void> = Promise.resolve()
  const inOrder = (write: () => Promise<void> | undefined): Promise<void> => (writing = writing.then(write).catch(onFault))
  return { inOrder, written: () => writing }
}

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
