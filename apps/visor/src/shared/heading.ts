/** After a navigation inside the visor the focus goes to the heading of the new page, whenever it arrives. */
let waiting = false

export function expectHeading(): void {
  waiting = true
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

/** Before something is asked for again: the button that was pressed is about to go away. */
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
