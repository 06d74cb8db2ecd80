import { onBeforeUnmount, onMounted, ref } from 'vue'

const STORED = 'conoceles-atajos'

/**
 * Shortcuts of one letter. They can be switched off, and never act while one is writing: a person who dictates or uses a
 * screen reader must not trigger an act by accident.
 */
export function useAtajos(actions: Readonly<Record<string, () => void>>) {
  const enabled = ref(localStorage.getItem(STORED) !== 'no')

  function setEnabled(on: { value: boolean }): void {
    enabled.value = on.value
    localStorage.setItem(STORED, on.value ? 'si' : 'no')
  }

  function onKey(event: KeyboardEvent): void {
    if (!enabled.value || event.ctrlKey || event.altKey || event.metaKey || event.repeat || isWriting(event.target)) return
    const action = actions[event.key.toLowerCase()]
    if (action === undefined) return
    event.preventDefault()
    action()
  }

  onMounted(() => document.addEventListener('keydown', onKey))
  onBeforeUnmount(() => document.removeEventListener('keydown', onKey))
  return { enabled, setEnabled }
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
}
