import { textOf } from './lectura.ts'

const MARK = 'data-leyendo'

interface LectorParts {
  voz: SpeechSynthesisVoice
  parrafos: readonly HTMLElement[]
  /** Called when there is nothing more to say. */
  onEnd: () => void
  /** Called when the device could not say it. */
  onFail: () => void
}

/** Says paragraphs one after another, and marks the one at which it is. */
export interface Lector {
  /** Reads from a paragraph on. */
  leer(n: number): void
  /** Reads from `step` paragraphs after the present one; 0: from the beginning of the present one, for not every device can go on in the middle. */
  mover(step: number): void
  /** Stays where it is, silent. */
  callar(): void
  detener(): void
}

export function createLector({ voz, parrafos, onEnd, onFail }: LectorParts): Lector {
  let at = 0
  /** Reference to the utterance: a browser may forget one that nobody holds before it ends, and then nothing follows. */
  let said: SpeechSynthesisUtterance | null = null

  function leer(n: number): void {
    callar()
    at = Math.max(n, 0)
    const parrafo = parrafos[at]
    // Past the last one, or the page has others by now.
    if (!parrafo?.isConnected) return onEnd()
    mark(parrafo)
    const mine = new SpeechSynthesisUtterance(textOf(parrafo))
    Object.assign(mine, { voice: voz, lang: voz.lang })
    mine.onend = () => said === mine && leer(at + 1)
    mine.onerror = () => said === mine && onFail()
    said = mine
    speechSynthesis.speak(mine)
  }

  function callar(): void {
    said = null
    speechSynthesis.cancel()
  }

  function detener(): void {
    callar()
    mark(null)
  }

  return { leer, mover: (step) => leer(at + step), callar, detener }
}

function mark(parrafo: HTMLElement | null): void {
  document.querySelector(`[${MARK}]`)?.removeAttribute(MARK)
  parrafo?.setAttribute(MARK, '')
  const smooth = !matchMedia('(prefers-reduced-motion: reduce)').matches
  parrafo?.scrollIntoView({ block: 'nearest', behavior: smooth ? 'smooth' : 'auto' })
}
