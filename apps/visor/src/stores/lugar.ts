import type { Lugar } from '@conoceles/domain/lugar'
import { createPinia, defineStore } from 'pinia'
import { ref } from 'vue'

const useStore = defineStore('lugar', () => {
  const lugar = ref<Lugar | null>(null)
  return { lugar }
})

// The only state that outlives a page. It brings its own pinia, so that no other page pays for it.
const pinia = createPinia()

/** The place somebody gave, while the tab is open. Never set on the server. */
export function useLugarStore(): ReturnType<typeof useStore> {
  return useStore(pinia)
}
