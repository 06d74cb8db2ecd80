import { UiSkeleton } from '@conoceles/ui'
import { defineAsyncComponent, h, type Component } from 'vue'
import { t } from '../messages/index.ts'
import NoSeAbrio from './marco/NoSeAbrio.vue'

const TRIES = 3
const PAUSE_MS = 1_000

/** A part of a page that comes when it is shown: on a bad line nobody waits for the code of another. */
export function lazy<T extends Component>(load: () => Promise<T>): T {
  return defineAsyncComponent<T>({
    loader: () => insist(load),
    delay: 0,
    loadingComponent: () => h(UiSkeleton, { label: t('comun.cargando') }),
    errorComponent: NoSeAbrio,
  })
}

/** A line that fails once is asked again before anybody is told. */
async function insist<T>(load: () => Promise<T>): Promise<T> {
  for (let tries = 1; tries < TRIES; tries += 1) {
    const loaded = await load().catch(() => null)
    if (loaded !== null) return loaded
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  return load()
}

/** Fetches code while the browser has nothing to do; a failure is told where the code is needed. */
export function fetchWhenIdle(loaders: readonly (() => Promise<unknown>)[]): void {
  const fetchAll = (): void => loaders.forEach((load) => void load().catch(() => null))
  if ('requestIdleCallback' in globalThis) requestIdleCallback(fetchAll)
  else setTimeout(fetchAll, PAUSE_MS)
}
