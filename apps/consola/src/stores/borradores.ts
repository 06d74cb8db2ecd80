import { outcome } from '@conoceles/api-client'
import { defineStore } from 'pinia'
import { computed, reactive, ref, type Ref } from 'vue'
import { client } from '../api.ts'
import type { Respuestas, SeccionGuardada } from '../api-types.ts'
import { isTransient } from '../shared/red/problems.ts'
import { ownerOfVisita } from '../shared/guardado/este-equipo.ts'
import { withoutRefused } from '../shared/guardado/refused.ts'
import { createSaveQueue, nameOf, type Draft, type Entry, type SaveQueue, type Sending } from '../shared/guardado/save-queue.ts'
import type { TabDrafts } from '../shared/guardado/tab-drafts.ts'

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
    drafts = await openDrafts(cuentaId)
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

  return { entries, unsent, waiting, kept, queue, open, forget, abandon, countKept, clearSaved, ...sendersOf(unsent, queue), nameOf }
})

function sendersOf(unsent: Readonly<Ref<Entry[]>>, queue: SaveQueue) {
  /** Drafts written here; one that came back from another time waits until its section is opened and compared. */
  const writtenHere = () => unsent.value.filter(({ recovered, phase }) => !recovered || phase === 'sin_conexion')

  return {
    /** Sends them all at once: the page goes away. */
    sendWritten(): void {
      for (const { draft } of writtenHere()) void queue.flush({ name: nameOf(draft), keepalive: true })
    },
    /** Sends them one after the other, as they were written. */
    async sendInOrder(): Promise<void> {
      for (const { draft } of writtenHere()) await queue.flush({ name: nameOf(draft) })
    },
    /** A text from another time has nothing to be compared with until there is network. */
    waitForNetwork(candidaturaId: string): void {
      for (const entry of unsent.value) if (entry.draft.candidaturaId === candidaturaId && entry.recovered) entry.phase = 'sin_conexion'
    },
  }
}

/** The vault comes with the account: whoever only reads her invitation does without it. */
async function openDrafts(cuentaId: string): Promise<TabDrafts | null> {
  const [{ openDraftVault }, { draftsOfTab }] = await Promise.all([
    import('../shared/guardado/draft-vault.ts'),
    import('../shared/guardado/tab-drafts.ts'),
  ])
  const vault = await openDraftVault(cuentaId)
  return vault && draftsOfTab(vault)
}

/** Queue of writes to the disk of this machine, one after the other. */
function createOrder(onFault: () => void) {
  let writing: Promise<void> = Promise.resolve()
  const inOrder = (write: () => Promise<void> | undefined): Promise<void> => (writing = writing.then(write).catch(onFault))
  return { inOrder, written: () => writing }
}

async function sendSection({ draft, respuestas, idempotencyKey, keepalive }: Sending) {
  const path = { id: draft.candidaturaId, cuestionario: draft.cuestionario, seccion: draft.seccion }
  const result = await outcome(
    client.PUT('/api/v1/candidaturas/{id}/captura/{cuestionario}/{seccion}', {
      params: { path },
      body: { version: draft.version, respuestas },
      headers: { 'idempotency-key': idempotencyKey },
      keepalive,
      signal: AbortSignal.timeout(ANSWER_MS),
    }),
  )
  if (result.ok && ownerOfVisita() !== null) void followVisita(draft, result.data, respuestas)
  return result
}

/** The copy of the last visit follows what the server has now. */
async function followVisita(draft: Draft, { version, estatus, ...saved }: SeccionGuardada, sent: Respuestas): Promise<void> {
  const { keepSeccion } = await import('../shared/guardado/visita.ts')
  const respuestas = withoutRefused(saved.rechazadas, { base: draft.base, respuestas: sent })
  await keepSeccion(draft.candidaturaId, { cuestionario: draft.cuestionario, clave: draft.seccion }, { version, estatus, respuestas })
}
