import { CIERRE_DE_FRASE, trimEndOf } from '@conoceles/domain/texto'

/** Addresses without a capital letter; after the first part of the others, capitals are of a clave. */
const LOWER = /^\/(candidaturas|estadisticas|aviso-privacidad|idioma)(\/|$)/
/** Signs that would part an address stay escaped when it is decoded, and encoded again they would be escaped twice. */
const ESCAPED = /%(2[3-6bcf]|3[abdf]|40)/i

/** The address of the visor that somebody meant: without capitals where there are none, nor signs of a sentence; the same one for any other. */
export function direccionCanonica(url: string): string {
  // With two slashes it would lead to another server.
  if (url.startsWith('//')) return url
  const [address = '/', ...query] = url.split('?')
  if (ESCAPED.test(address)) return url
  const decoded = trimEndOf(decodedOf(address), CIERRE_DE_FRASE)
  const first = decoded.replace(/^\/[^/]*/, (part) => part.toLowerCase())
  return [encodeURI(LOWER.test(first) ? first.toLowerCase() : first), ...query].join('?')
}

/** As it came, if it is no text. */
function decodedOf(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}
