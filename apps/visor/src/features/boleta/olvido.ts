import { fieldsOf } from '@conoceles/domain/typed'

/** In an entry of the history that named a place: number of times that somebody had asked to forget by then. */
const OBEYED = 'olvidos'
/** How many times somebody asked to forget since the tab was opened; of the place itself nothing is written. */
const ASKED = 'olvidos'

/** Whether the place of the entry one is at was forgotten after it was obeyed: going back does not tell it to the next user of the device. */
export function isOlvidada(): boolean {
  const { [OBEYED]: then } = fieldsOf(history.state)
  return typeof then === 'number' && then < asked()
}

/** The entry one is at names a place that is shown. */
export function noteObeyed(): void {
  history.replaceState({ ...fieldsOf(history.state), [OBEYED]: asked() }, '')
}

export function noteOlvido(): void {
  remembered = asked() + 1
  storage()?.setItem(ASKED, String(remembered))
}

/** Count for a browser that stores nothing, as long as the page lives. */
let remembered = 0

function asked(): number {
  return Number(storage()?.getItem(ASKED) ?? remembered)
}

/** Null where the browser refuses it. */
function storage(): Storage | null {
  try {
    return sessionStorage
  } catch {
    return null
  }
}
