/** Networks whose page of an account is not at `host/account`. */
const ACCOUNT_PAGES: Readonly<Record<string, string>> = { 'youtube.com': 'youtube.com/@', 'tiktok.com': 'tiktok.com/@' }
const ACCOUNT = /^@?([\w][\w.-]{0,59})$/
const ADDRESS = /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#]\S*)?$/i
/** Endings of the sites that people here write without `https://`; a name of a user may hold a full stop too. */
const SITE = /^(?:www\.\S+|[^\s/@?#]+\.(?:com|mx|org|net|info|edu|me|tv|site|online)(?:[/?#]\S*)?)$/i

/** An address as people write it: without its beginning, or with the one that is not safe. Anything else stays as it is. */
export function cleanAddress(text: string): string {
  const secure = text.replace(/^http:\/\//i, 'https://')
  return SITE.test(secure) || (ADDRESS.test(secure) && secure.includes('/')) ? `https://${secure}` : secure
}

/**
 * Address of an account in a network: from its address, or from the name of its user («@nombre», «nombre en Facebook», «facebook/nombre»).
 * The name by which a person is shown there leads to no account, and stays as it is.
 */
export function cleanAccount(text: string, hosts: readonly string[]): string {
  const secure = text.replace(/^http:\/\//i, 'https://')
  if (/^https:\/\//i.test(secure)) return secure
  const bare = withoutNetwork(secure, hosts)
  if (hosts.some((host) => isAt(bare, host)) || SITE.test(bare)) return `https://${bare}`
  const [, account] = ACCOUNT.exec(bare) ?? []
  const [host = ''] = hosts
  return account === undefined ? secure : `https://${ACCOUNT_PAGES[host] ?? `${host}/`}${account}`
}

function isAt(text: string, host: string): boolean {
  const [site = ''] = text.toLowerCase().split(/[/?#]/)
  return ADDRESS.test(text) && (site === host || site.endsWith(`.${host}`))
}

/** Removes the network's name around the account: it is the one that was asked for. */
function withoutNetwork(text: string, hosts: readonly string[]): string {
  const names = hosts.map((host) => host.split('.', 1)[0])
  const isName = (word = '') => names.includes(word.toLowerCase())
  const [before = '', first] = /^([\w-]+)\s*[:/]/.exec(text) ?? []
  const words = (isName(first) ? text.slice(before.length).trimStart() : text).split(/\s+/)
  return words
    .slice(0, words.length - wordsOfName(words, isName))
    .join(' ')
    .replace(/[.,;]$/, '')
}

/** How many words at the end tell the network: «en Facebook», «(Facebook)». */
function wordsOfName(words: readonly string[], isName: (word: string) => boolean): number {
  const [preposition = '', last = ''] = words.slice(-2)
  if (isName(last)) return /^(?:en|de)$/i.test(preposition) ? 2 : 0
  return last.startsWith('(') && last.endsWith(')') && isName(last.slice(1, -1)) ? 1 : 0
}
