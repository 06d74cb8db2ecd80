// First file of every page. A page that came with its content is read at once; the rest of the visor comes when it is wanted.
import { keepForLater } from './shared/lista/guardar.ts'
import { rendida } from './shared/pagina/rendida.ts'
import { contarPaginas } from './shared/visitas.ts'

/** Time after which an open page is followed, used or not: it must not go on showing data no longer public. */
const FOLLOWED_MS = 60_000

const block = rendida()
if (block?.dataset.espera === 'uso') {
  block.addEventListener('uso', () => void start(block), { once: true })
  setTimeout(() => block.dispatchEvent(new Event('uso')), FOLLOWED_MS)
} else void start(block)
keepForLater()
contarPaginas()

/** Loads the visor. The event `vivo` or `fallo` tells the code that keeps presses; a page without content shows the failure by itself. */
async function start(page: HTMLElement | null): Promise<void> {
  try {
    const { mountVisor } = await import('./entry-client.ts')
    await mountVisor()
    page?.dispatchEvent(new Event('vivo'))
  } catch (fault) {
    document.getElementById('app')?.setAttribute('data-fallo', '')
    page?.dispatchEvent(new Event('fallo'))
    throw fault
  }
}
