/** Part of a page: its own text, the parts inside it, and the way to note its language. */
export interface Parte {
  /** Texts and labels of its own, without those of inner parts. */
  textos: readonly string[]
  partes: readonly Parte[]
  /** It is in the language of the page, or in Spanish within it. */
  note: (habla: Habla) => void
}

export type Habla = 'propia' | 'es'

/**
 * Notes which parts of a page in another language are in Spanish, so that a screen reader reads them as such: what no translation was said in, also
 * names and dates. `isPropia`: whether a text is of the language of the page. As few parts are noted as can be.
 */
export function noteEspanol(page: Parte, isPropia: (text: string) => boolean): void {
  const known = new Map<Parte, Habla | null>()
  const hablaOf = (parte: Parte): Habla | null => {
    const partes = parte.partes.map(hablaOf)
    const said = parte.textos.filter((text) => /\p{L}/u.test(text))
    const own = said.length > 0 ? (said.some(isPropia) ? 'propia' : 'es') : of(partes)
    known.set(parte, own)
    return own
  }
  const note = (parte: Parte, around: Habla): void => {
    const habla = known.get(parte) ?? around
    if (habla !== around) parte.note(habla)
    for (const each of parte.partes) note(each, habla)
  }
  hablaOf(page)
  for (const each of page.partes) note(each, 'propia')
}

/** Language of a part without text of its own: Spanish if every inner part is. */
function of(partes: readonly (Habla | null)[]): Habla | null {
  if (partes.includes('propia')) return 'propia'
  return partes.includes('es') ? 'es' : null
}

/** Predicate of a text that contains, as whole words, one of the texts said in a language. */
export function dichoEn(dichas: Iterable<string>): (text: string) => boolean {
  const said = [...dichas].map((each) => each.trim()).filter((each) => each.length > 1)
  return (text) => said.some((each) => isWithin(text, each))
}

const LETTER = /[\p{L}\p{N}]/u

function isWithin(text: string, part: string): boolean {
  const at = text.indexOf(part)
  return at >= 0 && !LETTER.test(text[at - 1] ?? ' ') && !LETTER.test(text[at + part.length] ?? ' ')
}
