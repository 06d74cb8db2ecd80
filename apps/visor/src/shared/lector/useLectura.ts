import { computed, onBeforeUnmount, ref } from 'vue'
import { createLector, type Lector } from './lector.ts'
import { parrafosDe, vozPropia } from './lectura.ts'

/** Browsers learn which voices there are a moment after they are asked for the first time. */
const VOICES_MS = 1_500

/** Reads the main part of the page aloud: from its beginning, or from a paragraph that somebody touches. */
export function useLectura() {
  const fase = ref<'quieta' | 'leyendo' | 'pausada' | 'sinVoz' | 'falla'>('quieta')
  const activa = computed(() => fase.value === 'leyendo' || fase.value === 'pausada')
  let parrafos: HTMLElement[] = []
  let lector: Lector | null = null
  let listening = new AbortController()

  onBeforeUnmount(() => detener())

  async function empezar(): Promise<void> {
    const voz = await findVoz()
    // Pressed twice, it begins once.
    detener()
    parrafos = parrafosDe(document)
    if (!voz) {
      fase.value = 'sinVoz'
      return
    }
    lector = createLector({ voz, parrafos, onEnd: detener, onFail: () => detener('falla') })
    listening = new AbortController()
    const { signal } = listening
    addEventListener('click', onClick, { signal })
    addEventListener('keydown', ({ key }) => key === 'Escape' && detener(), { signal })
    addEventListener('pagehide', () => detener(), { signal })
    fase.value = 'leyendo'
    // The paragraphs before the title are only of the photograph.
    lector.leer(parrafos.findIndex(({ tagName }) => tagName === 'H1'))
  }

  function mover(step: number): void {
    fase.value = 'leyendo'
    lector?.mover(step)
  }

  function pausar(): void {
    lector?.callar()
    fase.value = 'pausada'
  }

  function detener(after: 'quieta' | 'falla' = 'quieta'): void {
    lector?.detener()
    lector = null
    fase.value = after
    listening.abort()
  }

  function onClick(event: MouseEvent): void {
    const touched = parrafos.findIndex((parrafo) => isTouched(parrafo, event))
    if (touched < 0) return
    fase.value = 'leyendo'
    lector?.leer(touched)
  }

  return { fase, activa, empezar, pausar, detener, seguir: () => mover(0), mover }
}

/** Whether somebody touched the paragraph itself: neither a link in it, nor to choose some of its words. */
function isTouched(parrafo: HTMLElement, { target }: MouseEvent): boolean {
  return target instanceof Element && parrafo.contains(target) && !target.closest('a, button') && getSelection()?.isCollapsed !== false
}

async function findVoz(): Promise<SpeechSynthesisVoice | null> {
  if (!('speechSynthesis' in window)) return null
  if (speechSynthesis.getVoices().length === 0) {
    await new Promise((done) => {
      speechSynthesis.addEventListener('voiceschanged', done, { once: true })
      setTimeout(done, VOICES_MS)
    })
  }
  return vozPropia(speechSynthesis.getVoices())
}
