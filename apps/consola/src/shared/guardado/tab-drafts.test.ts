import type { DraftVault } from './draft-vault.ts'
import { nameOf, type Draft } from './save-queue.ts'
import { draftsOfTab } from './tab-drafts.ts'

const BASE = { candidaturaId: 'c', cuestionario: 'curricular', seccion: 'historia' } as const
const NAME = nameOf(BASE)
const draft = (historia: string): Draft => ({ ...BASE, version: 0, base: {}, respuestas: { historia }, attempt: null })

test('one tab that has sent its text takes nothing away from another that has not', async () => {
  const { vault, kept } = memory()
  const [a, b] = [draftsOfTab(vault, 'a'), draftsOfTab(vault, 'b')]
  await a.save(NAME, draft('la de a'))
  await b.save(NAME, draft('la de b'))
  await b.remove(NAME)
  expect(kept()).toEqual(['la de a'])
  expect(await b.sections()).toEqual([NAME])
})

test('a tab takes up first what it kept itself', async () => {
  const { vault } = memory()
  await draftsOfTab(vault, 'a').save(NAME, draft('la de a'))
  await draftsOfTab(vault, 'b').save(NAME, draft('la de b'))
  const taken: unknown[] = []
  await draftsOfTab(vault, 'b').offer(({ respuestas }) => taken.push(respuestas.historia) === 1)
  expect(taken).toEqual(['la de b', 'la de a'])
})

test('the draft of a closed tab goes once another has sent it; a newer one of that tab stays', async () => {
  const { vault, kept } = memory()
  const a = draftsOfTab(vault, 'a')
  await a.save(NAME, draft('la de a'))
  const [b, c] = [draftsOfTab(vault, 'b'), draftsOfTab(vault, 'c')]
  await b.offer(() => true)
  await c.offer(() => true)
  await a.save(NAME, draft('la de a, y algo más'))
  await b.remove(NAME)
  expect(kept()).toEqual(['la de a, y algo más'])
  const d = draftsOfTab(vault, 'd')
  await d.offer(() => true)
  await d.remove(NAME)
  expect(kept()).toEqual([])
  await c.remove(NAME)
})

function memory() {
  const texts = new Map<string, string>()
  const vault: DraftVault = {
    save: async (name, value) => void texts.set(name, JSON.stringify(value)),
    remove: async (name) => void texts.delete(name),
    read: async (name) => JSON.parse(texts.get(name) ?? 'null') as unknown,
    all: async () => [...texts].map(([name, text]) => ({ name, value: JSON.parse(text) as unknown })),
    forget: async () => texts.clear(),
  }
  return { vault, kept: () => [...texts.values()].map((text) => (JSON.parse(text) as Draft).respuestas.historia) }
}
