/** A link is followed by the browser itself when the visor takes longer than this. */
const PATIENCE_MS = 2_000

/**
 * Keeps what is pressed while the visor is on its way: a button does nothing without it, and a press that is lost is worse than one that
 * waits. `release` presses them again.
 */
export function holdClicks({ links }: { links: boolean }): { release: () => void } {
  const held: HTMLElement[] = []
  const hold = (event: MouseEvent): void => {
    const pressed = (event.target as Element | null)?.closest<HTMLElement>('a, button')
    if (!pressed || !isPlainClick(event)) return
    if (pressed instanceof HTMLAnchorElement) {
      if (!links || !isPage(pressed)) return
      setTimeout(() => held.includes(pressed) && location.assign(pressed.href), PATIENCE_MS)
    }
    event.preventDefault()
    held.push(pressed)
  }
  addEventListener('click', hold, { capture: true })
  return {
    release: () => {
      removeEventListener('click', hold, { capture: true })
      for (const pressed of held.splice(0)) if (pressed.isConnected) pressed.click()
    },
  }
}

function isPlainClick({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey
}

function isPage(link: HTMLAnchorElement): boolean {
  const inPage = link.getAttribute('href')?.startsWith('#') ?? true
  return !inPage && !link.target && !link.hasAttribute('download') && link.origin === location.origin
}
