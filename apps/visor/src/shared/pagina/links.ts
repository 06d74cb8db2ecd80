import type { Router } from 'vue-router'

/**
 * Views write plain links, so that they know no router and work before the script arrives. One listener at the root turns
 * a plain click on an address of the visor into a navigation; everything else is left to the browser.
 */
export function followLink(event: MouseEvent, router: Router): void {
  const link = (event.target as Element | null)?.closest('a')
  if (!link || !isPlainClick(event) || !isOwnAddress(link)) return
  const address = link.pathname + link.search + link.hash
  if (router.resolve(address).meta.catchAll) return
  event.preventDefault()
  void router.push(address)
}

function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.defaultPrevented && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
}

function isOwnAddress(link: HTMLAnchorElement): boolean {
  const inPage = link.getAttribute('href')?.startsWith('#') ?? true
  return !inPage && !link.target && !link.hasAttribute('download') && link.origin === location.origin
}
