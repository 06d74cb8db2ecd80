import { fieldsOf } from '@conoceles/domain/typed'
import type { DraftVault } from './draft-vault.ts'
import { nameOf, type Draft } from './save-queue.ts'

/** The drafts of an account as one tab keeps them. */
export interface TabDrafts {
  save(section: string, draft: Draft): Promise<void>
  remove(section: string): Promise<void>
  /** Offers the kept drafts, first those of this tab before it was loaded again; `take` answers whether it took one up. */
  offer(take: (draft: Draft) => boolean): Promise<void>
  /** Sections with a kept draft, no matter which tab wrote it. */
  sections(): Promise<string[]>
  forget(): Promise<void>
}

/** Each tab keeps its drafts under a name of its own, the same after a reload: none takes away what another has not sent. */
export function draftsOfTab(vault: DraftVault, tab = tabName()): TabDrafts {
  /** Sections taken up from another tab: the name under which that tab keeps each, and its text then. */
  const adopted = new Map<string, { name: string; text: string }>()
  const ownName = (section: string) => `${tab} ${section}`

  /** Drops the adopted draft, unless the other tab wrote more since then. */
  async function removeAdopted(section: string): Promise<void> {
    const from = adopted.get(section)
    adopted.delete(section)
    const still = from && (await vault.all()).find(({ name }) => name === from.name)
    if (still && JSON.stringify(still.value) === from.text) await vault.remove(still.name)
  }

  return {
    save: (section, draft) => vault.save(ownName(section), draft),
    remove: async (section) => {
      await vault.remove(ownName(section))
      await removeAdopted(section)
    },
    offer: async (take) => {
      const kept = await vault.all()
      const own = kept.filter(({ name }) => name.startsWith(tab))
      const inOrder = [...own, ...kept.filter((each) => !own.includes(each))].toSorted((one, other) => beganAt(one) - beganAt(other))
      for (const { name, value } of inOrder) {
        const section = nameOf(value as Draft)
        if (take(value as Draft) && name !== ownName(section)) adopted.set(section, { name, text: JSON.stringify(value) })
      }
    },
    sections: async () => [...new Set((await vault.all()).map(({ value }) => nameOf(value as Draft)))],
    forget: () => vault.forget(),
  }
}

function beganAt({ value }: { value: unknown }): number {
  return Number(fieldsOf(value).desde ?? 0)
}

const TAB = 'conoceles-pestana'

function tabName(): string {
  const name = sessionStorage.getItem(TAB) ?? crypto.randomUUID()
  sessionStorage.setItem(TAB, name)
  return name
}
