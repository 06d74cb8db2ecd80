/** Whether the focus has to go to the heading of the new page, whenever it arrives, after a navigation inside the visor. */
let waiting = false

export function expectHeading(): void {
  waiting = true
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

/** Moves the focus to the heading before a new request: the pressed button is about to go away. */
export function returnToHeading(): void {
  expectHeading()
  document.querySelector('h1')?.focus({ preventScroll: true })
}

export function focusExpectedHeading(heading: HTMLElement): void {
  if (!waiting) return
  if (document.activeElement && document.activeElement !== document.body) {
    waiting = false
    return
  }
  heading.focus({ preventScroll: true })
}
