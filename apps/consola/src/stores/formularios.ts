import { defineStore } from 'pinia'
import { computed, reactive, ref, toRaw } from 'vue'
import type { DraftVault } from '../shared/guardado/draft-vault.ts'
import { useAccesoStore } from './acceso.ts'

/** The vault of an account's forms, apart from that of its capturas. */
const vaultName = (cuentaId: string) => `${cuentaId} formularios`

/** Typed forms of acts that are not sent yet, for the account that is signed in: a back button or a refresh loses nothing. */
export const useFormulariosStore = defineStore('formularios', () => {
  const acceso = useAccesoStore()
  const drafts = reactive(new Map<string, unknown>())
  let owner: string | null = null
  let vault: DraftVault | null = null
  let opening: Promise<void> | null = null
  const turns = createTurns()

  /** Forms with something typed in them. */
  const unsent = computed(() => drafts.size)
  const names = computed(() => [...drafts.keys()])

  async function read(name: string): Promise<unknown> {
    await open()
    return drafts.get(name) ?? null
  }

  function keep(name: string, value: unknown): void {
    drafts.set(name, value)
    turns.takeNewest(name, () => (drafts.has(name) ? vault?.save(name, toRaw(drafts.get(name))) : undefined))
  }

  function discard(name: string): void {
    drafts.delete(name)
    turns.take(() => vault?.remove(name))
    turns.forget(name)
  }

  async function forget(): Promise<void> {
    await turns.all()
    await vault?.forget()
    abandon()
  }

  /** Another tab forgot the account on this machine. */
  function abandon(): void {
    drafts.clear()
    owner = vault = opening = null
  }

  async function open(): Promise<void> {
    const cuentaId = acceso.cuenta?.id ?? null
    if (cuentaId === null) return
    if (owner !== cuentaId) {
      owner = cuentaId
      opening = load(cuentaId)
    }
    await opening
  }

  async function load(cuentaId: string): Promise<void> {
    drafts.clear()
    const { openDraftVault } = await import('../shared/guardado/draft-vault.ts')
    vault = await openDraftVault(vaultName(cuentaId))
    for (const { name, value } of (await vault?.all()) ?? []) drafts.set(name, value)
  }

  // A typed form lives as long as the page where the disk keeps nothing.
  return { unsent, names, keeping: turns.keeping, read, keep, discard, open, forget, abandon }
})

/** Queue of writes to the disk of this machine, one after the other. */
function createTurns() {
  /** Changes that are not there yet. */
  const keeping = ref(0)
  const waiting = new Set<string>()
  let last: Promise<void> = Promise.resolve()

  function take(write: () => Promise<void> | undefined): void {
    keeping.value += 1
    last = last
      .then(write)
      .catch(() => undefined)
      .finally(() => (keeping.value -= 1))
  }

  /** One write for all that changed until its turn comes: who types fast does not wait for each key. */
  function takeNewest(name: string, write: () => Promise<void> | undefined): void {
    if (waiting.has(name)) return
    waiting.add(name)
    take(() => {
      waiting.delete(name)
      return write()
    })
  }

  return { keeping, take, takeNewest, forget: (name: string) => waiting.delete(name), all: () => last }
}
