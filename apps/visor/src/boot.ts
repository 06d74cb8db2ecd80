// First script of every page. A page that came with its content is read at once; the rest of the visor comes when it is wanted, and
// what is pressed meanwhile is kept until it is here.
import { keepForLater } from './shared/guardar.ts'
import { holdClicks } from './shared/holding.ts'
import { isOfThisQuery, rendida } from './shared/rendida.ts'
import { contarPaginas } from './shared/visitas.ts'

const FIRST_USE = ['pointerover', 'pointerdown', 'keydown', 'focusin'] as const

const block = rendida()
if (!block || !isOfThisQuery(block)) void start()
else if (block.dataset.espera === 'uso') onFirstUse()
else afterPaint()
keepForLater()
contarPaginas()

function onFirstUse(): void {
  const held = holdClicks({ links: false })
  const begin = (): void => {
    for (const type of FIRST_USE) removeEventListener(type, begin)
    void start().finally(held.release)
  }
  for (const type of FIRST_USE) addEventListener(type, begin, { passive: true })
}

function afterPaint(): void {
  const held = holdClicks({ links: true })
  requestAnimationFrame(() => setTimeout(() => void start().finally(held.release)))
}

async function start(): Promise<void> {
  const { mountVisor } = await import('./entry-client.ts')
  await mountVisor()
}
