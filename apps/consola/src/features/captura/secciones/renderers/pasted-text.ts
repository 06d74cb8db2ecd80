const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/g
const OTHER_BLANKS = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g
/** Characters that word processors leave in plain text where they draw a bullet. */
const BULLET = /^[ \t]*[•·▪■◦‣●○§\uF0A7\uF0B7\uF0D8\uF076][ \t]*/gmu
const LETTER_O_BULLET = /^[ \t]*o\t/gm

/** Text as it comes from a word processor, with its invisible characters, odd blanks and drawn bullets made plain. */
export function cleanPastedText(text: string): string {
  return text
    .replace(LINE_ENDS, '\n')
    .replace(INVISIBLE, '')
    .replace(OTHER_BLANKS, ' ')
    .replace(BULLET, '- ')
    .replace(LETTER_O_BULLET, '- ')
    .replace(/\t/g, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(/ $/gm, '')
    .replace(/\n{3,}/g, '\n\n')
}

type Writable = HTMLTextAreaElement | HTMLInputElement

/** Puts cleaned text where the paste would have gone, so that it can be undone like any other typing. */
export function pasteClean(event: ClipboardEvent): void {
  const field = event.target
  const pasted = event.clipboardData?.getData('text/plain') ?? ''
  if (!isWritable(field)) return
  const cleaned = field instanceof HTMLInputElement ? oneLine(cleanPastedText(pasted)) : cleanPastedText(pasted)
  if (cleaned === pasted) return
  event.preventDefault()
  insert(field, cleaned)
}

function isWritable(target: EventTarget | null): target is Writable {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement
}

function oneLine(text: string): string {
  return text.replace(/\n+/g, ' ').trim()
}

function insert(field: Writable, text: string): void {
  // The only way of writing that the browser can undo.
  if (document.execCommand('insertText', false, text)) return
  field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end')
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
