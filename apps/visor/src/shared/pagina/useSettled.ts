import { onBeforeUnmount, ref, watch, type Ref } from 'vue'

const PAUSE_MS = 400

/** Value that changes at each key, once it rests: to be announced, or written into the address. */
export function useSettled<T>(value: () => T): Ref<T> {
  const settled = ref(value()) as Ref<T>
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(value, (now) => {
    clearTimeout(timer)
    timer = setTimeout(() => (settled.value = now), PAUSE_MS)
  })
  onBeforeUnmount(() => clearTimeout(timer))
  return settled
}
