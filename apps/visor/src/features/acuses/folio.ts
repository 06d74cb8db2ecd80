const SIGNS = 15

/** A folio as acuses print it, however it was typed: a person may copy it from paper without hyphens, or in small letters. */
export function folioDe(typed: string): string {
  const signs = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  return signs.length === SIGNS ? signs.replaceAll(/.{5}(?!$)/g, '$&-') : typed.trim().toUpperCase()
}
