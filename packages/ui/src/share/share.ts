/** Outcome of sharing: the device took it, the address is on the clipboard, or neither could be done. */
export type Shared = 'shared' | 'copied' | 'failed'

/** Hands an address to the device; where it takes none, to the clipboard. A cancelled share counts as done, not as a failure. */
export async function share(page: { title: string; url: string }): Promise<Shared> {
  if (typeof navigator.share === 'function') {
    try {
      await navigator.share(page)
      return 'shared'
    } catch (fault) {
      if (fault instanceof DOMException && fault.name === 'AbortError') return 'shared'
    }
  }
  return copy(page.url)
}

export async function copy(url: string): Promise<Shared> {
  try {
    await navigator.clipboard.writeText(url)
    return 'copied'
  } catch {
    return 'failed'
  }
}
