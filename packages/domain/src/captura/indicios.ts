/**
 * Things that a text should not hold: a hint to the person who writes or reviews it, never a veto.
 * Source: Anexo 24.2 as practised (slogans and copies among the grounds of an observation); LGPDPPSO, principle of proportionality.
 */
export const TIPOS_INDICIO = ['curp', 'rfc', 'clave_elector', 'cuenta_bancaria', 'telefono', 'domicilio', 'lema', 'texto_parecido'] as const
export type TipoIndicio = (typeof TIPOS_INDICIO)[number]

/** Likeness (0 to 1, by trigrams) from which two texts are said to be nearly the same. */
export const PARECIDO_MINIMO = 0.9

/** Characters from which a text is prose: there a phone or an address is no answer to the question. */
export const PROSA_MINIMA = 120

const IDENTIFIERS: [TipoIndicio, RegExp][] = [
  ['curp', /\b[A-Z][AEIOUX][A-Z]{2}\d{6}[HMX][A-Z]{5}[A-Z\d]\d\b/i],
  ['clave_elector', /\b[A-Z]{6}\d{8}[HM]\d{3}\b/i],
  ['rfc', /(?<![\p{L}\d])[A-ZÑ&]{4}\d{6}[A-Z\d]{3}(?![\p{L}\d])/iu],
  ['cuenta_bancaria', /(?<!\d)(?:\d{18}|\d{16}|\d{4} \d{4} \d{4} \d{4}|\d{4}-\d{4}-\d{4}-\d{4})(?!\d)/],
]

const IN_PROSE: [TipoIndicio, Pick<RegExp, 'test'>][] = [
  ['telefono', /(?<!\d)(?:\+?52[ .-]?)?\(?\d{2,3}\)?[ .-]?\d{3,4}[ .-]?\d{4}(?!\d)/],
  ['domicilio', { test: hasDomicilio }],
  ['domicilio', /\bmi (?:domicilio|casa) (?:es|está|se encuentra|se ubica)\b/iu],
]

const STREET = /\b(?:calle|avenida|av\.|privada|cerrada|andador|callejón)\s/giu
const HOUSE = /(?:n[úu]mero|n[úu]m\.|no\.|#)\s?\d/iu
/** Fewest and most characters between the two. */
const NAMED = [2, 60] as const

/** A street, its name, and its number before the sentence ends. */
function hasDomicilio(texto: string): boolean {
  return [...texto.matchAll(STREET)].some(({ 0: street, index }) => {
    const from = index + street.length + NAMED[0]
    const house = texto.slice(from, from + NAMED[1] + 10).search(HOUSE)
    const name = texto.slice(from - NAMED[0], from + house)
    return house >= 0 && name.length <= NAMED[1] && !/[.;\n]/.test(name)
  })
}

/** Kinds of hint in a text, each once, in the order of `TIPOS_INDICIO`. Likeness to other texts is not told here: it needs them. */
export function indiciosDe(texto: string): TipoIndicio[] {
  const prose = texto.length >= PROSA_MINIMA
  const found = [...IDENTIFIERS, ...(prose ? IN_PROSE : [])].filter(([, pattern]) => pattern.test(texto)).map(([tipo]) => tipo)
  if (prose && isLema(texto)) found.push('lema')
  return TIPOS_INDICIO.filter((tipo) => found.includes(tipo))
}

const CALL_TO_VOTE = /(?<!\p{L})(?:vota|vote|voten|votemos) (?:por|este|as[íi])(?!\p{L})|\btu voto (?:cuenta|es)\b/iu
const SHOUT = /¡[^¡!]{3,60}!/g
const MANY_SHOUTS = 2
const MOSTLY = 0.5

/** Whether a text asks for the vote, shouts more than once, or is written mostly in capitals. */
function isLema(texto: string): boolean {
  const letters = texto.match(/\p{L}/gu) ?? []
  const capitals = texto.match(/\p{Lu}/gu) ?? []
  return CALL_TO_VOTE.test(texto) || (texto.match(SHOUT) ?? []).length >= MANY_SHOUTS || capitals.length > letters.length * MOSTLY
}

const SENTENCES: Record<TipoIndicio, string> = {
  curp: 'Parece contener una CURP. Se publicaría: quítela.',
  rfc: 'Parece contener un RFC. Se publicaría: quítelo.',
  clave_elector: 'Parece contener una clave de elector. Se publicaría: quítela.',
  cuenta_bancaria: 'Parece contener el número de una cuenta o tarjeta bancaria. Se publicaría: quítelo.',
  telefono: 'Parece contener un teléfono. Los de contacto público tienen su propia pregunta.',
  domicilio: 'Parece contener un domicilio. El de la casa de campaña tiene su propia pregunta; el particular no se publica.',
  lema: 'Parece un lema o un llamado al voto, que es motivo de observación.',
  texto_parecido: 'Es igual o casi igual al texto de otra candidatura, que es motivo de observación.',
}

/** Sentence for a hint, for the person who writes and for the one who reviews. */
export function textoIndicio(tipo: TipoIndicio): string {
  return SENTENCES[tipo]
}
