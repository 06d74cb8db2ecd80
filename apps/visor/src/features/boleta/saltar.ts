/** Brings a heading of the page to its top, and the focus with it. The address stays: its fragment says a place that no server learns. */
export function saltar(id: string): void {
  const heading = document.getElementById(id)
  heading?.scrollIntoView()
  heading?.focus({ preventScroll: true })
}
