import { reactive, ref, watch, type Ref } from 'vue'
import { parseJson } from '@conoceles/domain/typed'
import { useFormulariosStore } from '../../stores/formularios.ts'

export interface Formulario<T extends object> {
  values: T
  /** False until it is known whether something had been typed before. */
  ready: Ref<boolean>
  /** Whether the form in sight was typed at another time. */
  restored: Ref<boolean>
  /** Takes up the form typed before, over these values; text typed meanwhile stays. Returns the kept form, or null. */
  begin(start: T): Promise<T | null>
  /** Forgets the typed form and begins again from the same values. */
  clear(): void
  /** The act is done: forgets the draft. */
  finish(): void
}

/** The values of a form, kept on this machine at each change until the act is done: `name` says which form it is. */
export function useFormulario<T extends object>(name: string, blank: () => T): Formulario<T> {
  const store = useFormulariosStore()
  const values = reactive(blank()) as T
  const ready = ref(false)
  const restored = ref(false)
  let origin = ''

  async function begin(start: T): Promise<T | null> {
    const before = partsOf(values)
    const kept = (await store.read(name)) as T | null
    const typed = [...partsOf(values)].filter(([key, text]) => before.get(key) !== text)
    origin = JSON.stringify(start)
    Object.assign(values, JSON.parse(origin), copyOf(kept), Object.fromEntries(typed.map(([key, text]) => [key, JSON.parse(text)])))
    restored.value = kept !== null
    ready.value = true
    if (typed.length > 0) save()
    return kept
  }

  let saving = false

  // Keeps at once, and the changes of one act as one: the page may be gone in the next moment.
  watch(
    values,
    () => {
      if (!ready.value || saving) return
      saving = true
      queueMicrotask(() => {
        saving = false
        if (ready.value) save()
      })
    },
    { flush: 'sync' },
  )

  function save(): void {
    const text = JSON.stringify(values)
    if (text === origin) store.discard(name)
    else store.keep(name, JSON.parse(text))
  }

  function clear(): void {
    Object.assign(values, JSON.parse(origin))
    restored.value = false
    store.discard(name)
  }

  function finish(): void {
    ready.value = false
    restored.value = false
    store.discard(name)
  }

  return { values, ready, restored, begin, clear, finish }
}

/** Each value as text, by its name. */
function partsOf(values: object): Map<string, string> {
  return new Map(Object.entries(values).map(([key, value]) => [key, JSON.stringify(value ?? null)]))
}

function copyOf<T>(value: T): T {
  return parseJson<T>(JSON.stringify(value))
}
