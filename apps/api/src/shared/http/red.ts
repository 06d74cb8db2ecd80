import { isIPv4 } from 'node:net'

/** The network of an address: the range that one attacker gets cheaply. IPv4 /24, IPv6 /48. */
export function redOf(address: string): string {
  const [unzoned = ''] = address.split('%')
  const plain = unzoned.replace(/^::ffff:(?=\d+\.)/i, '')
  if (isIPv4(plain)) return plain.split('.').slice(0, 3).join('.')
  return expand(plain)
    .slice(0, 3)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')
}

function expand(ipv6: string): string[] {
  const [left = '', right = ''] = ipv6.split('::')
  const [before, after] = [groupsOf(left), groupsOf(right)]
  return [...before, ...Array<string>(Math.max(8 - before.length - after.length, 0)).fill('0'), ...after]
}

function groupsOf(text: string): string[] {
  return text === '' ? [] : text.split(':')
}
