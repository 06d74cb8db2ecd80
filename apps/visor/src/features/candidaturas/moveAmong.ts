/** Arrows lead from the search box into the list and from name to name; upwards from the first one, back into the box. */
export function moveAmong(event: KeyboardEvent, within: HTMLElement): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const stops = [...within.querySelectorAll<HTMLElement>('input[type="search"], .fila__name a')]
  const at = stops.indexOf(event.target as HTMLElement)
  const next = step === undefined || at === -1 ? undefined : stops[at + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
