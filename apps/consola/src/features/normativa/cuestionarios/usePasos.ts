import type { Guion } from '@conoceles/cuestionarios'
import { ref } from 'vue'
import { parseJson } from '@conoceles/domain/typed'

const STEPS = 50
/** Typing without a pause is one step. */
const TYPING_MS = 1_000

interface Kept {
  before: string[]
  /** The text that the last step led to. */
  now: string
}

/**
 * Every change is one step that can be taken back, also after a reload. Kept in the tab: another editor has her own steps, and what she
 * saved meanwhile makes these worthless.
 */
export function usePasos(id: string, values: Guion) {
  const name = `pasos ${id}`
  let before: string[] = []
  const steps = ref(0)
  let last = { typed: '', at: -Infinity }

  const textNow = () => JSON.stringify({ schema: values.schema, uischema: values.uischema })

  /** `typed`: the field into which somebody types. */
  function change(guion: Guion, typed = ''): void {
    const at = performance.now()
    const goesOn = typed !== '' && typed === last.typed && at - last.at < TYPING_MS
    if (!goesOn) before = [...before, textNow()].slice(-STEPS)
    last = { typed, at }
    Object.assign(values, { schema: guion.schema, uischema: guion.uischema })
    keep()
  }

  function undo(): void {
    const step = before.pop()
    last = { typed: '', at: -Infinity }
    if (step !== undefined) Object.assign(values, JSON.parse(step))
    keep()
  }

  function keep(): void {
    steps.value = before.length
    try {
      sessionStorage.setItem(name, JSON.stringify({ before, now: textNow() } satisfies Kept))
    } catch {
      // The browser keeps no more: these steps last as long as the page.
      sessionStorage.removeItem(name)
    }
  }

  /** Steps from before the reload, while the draft still equals their outcome. */
  function recover(): void {
    const kept = parseJson<Kept | null>(sessionStorage.getItem(name) ?? 'null')
    if (before.length === 0 && kept?.now === textNow()) before = kept.before
    steps.value = before.length
  }

  return { steps, change, undo, recover }
}
