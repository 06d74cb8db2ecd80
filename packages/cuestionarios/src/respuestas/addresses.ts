/** Networks whose page of an account is not at `host/account`. */
const ACCOUNT_PAGES: Readonly<Record<string, string>> = { 'youtube.com': 'youtube.com/@', 'tiktok.com': 'tiktok.com/@' }
const ACCOUNT = /^@?([\w][\w.-]{0,59})$/
const ADDRESS = /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#]\S*)?$/i
/** Endings of the sites that people here write without `https://`; a name of a user may hold a full stop too. */
const SITE = /^(?:www\.\S+|[^\s/@]+\.(?:com|mx|org|net|info|edu|me|tv|site|online)(?:[/?#]\S*)?)$/i

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
  const names = hosts.flatMap((host) => /^[\w-]+(?=\.)/.exec(host) ?? []).join('|')
  return text
    .replace(new RegExp(`^(?:${names})\\s*[:/]\\s*`, 'i'), '')
    .replace(new RegExp(`\\s+(?:(?:en|de)\\s+(?:${names})|\\((?:${names})\\))$`, 'i'), '')
    .replace(/[.,;]$/, '')
}
