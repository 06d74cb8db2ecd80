import { defineStore } from 'pinia'
import { computed, reactive, ref } from 'vue'
import { openDraftVault, type DraftVault } from '../shared/draft-vault.ts'
import { useAccesoStore } from './acceso.ts'

/** The vault of an account's forms, apart from that of its capturas. */
const vaultName = (cuentaId: string) => `${cuentaId} formularios`

/** What was typed in forms of acts that are not sent yet, for the account that is signed in: a back button or a refresh loses nothing. */
export const useFormulariosStore = defineStore('formularios', () => {
  const acceso = useAccesoStore()
  const drafts = reactive(new Map<string, unknown>())
  let owner: string | null = null
  let vault: DraftVault | null = null
  let opening: Promise<void> | null = null
  let writing: Promise<void> = Promise.resolve()
  /** Changes that are not on the disk of this machine yet. */
  const keeping = ref(0)

  /** Forms with something typed in them. */
  const unsent = computed(() => drafts.size)

  async function read(name: string): Promise<unknown> {
    await open()
    return drafts.get(name) ?? null
  }

  function keep(name: string, value: unknown): void {
    drafts.set(name, value)
    inOrder(() => vault?.save(name, value))
  }

  function discard(name: string): void {
    drafts.delete(name)
    inOrder(() => vault?.remove(name))
  }

  async function forget(): Promise<void> {
    await writing
    await vault?.forget()
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
    vault = await openDraftVault(vaultName(cuentaId))
    for (const { name, value } of (await vault?.all()) ?? []) drafts.set(name, value)
  }

  // Where nothing can be kept on the disk, what was typed still lives as long as the page.
  function inOrder(write: () => Promise<void> | undefined): void {
    keeping.value += 1
    writing = writing
      .then(write)
      .catch(() => undefined)
      .finally(() => (keeping.value -= 1))
  }

  return { unsent, keeping, read, keep, discard, open, forget }
})
