import { defineStore } from 'pinia'
import { ref } from 'vue'

/** Asks a person to prove that it is she: one question, however many requests wait for it. */
export const useConfirmacionStore = defineStore('confirmacion', () => {
  const asking = ref(false)
  let waiting: Promise<boolean> | null = null
  let settle: (confirmed: boolean) => void = () => undefined

  function ask(): Promise<boolean> {
    waiting ??= new Promise((done) => {
      settle = done
      asking.value = true
    })
    return waiting
  }

  function answer(confirmed: boolean): void {
    asking.value = false
    waiting = null
    settle(confirmed)
  }

  return { asking, ask, answer }
})
