/** A text that was decoded with the wrong encoding. */
export interface Mojibake {
  /** The text as it was meant; null when part of it is lost. */
  repaired: string | null
}

/** UTF-8 that was read as another encoding, once or several times; null when nothing of the text shows it. Time is linear in the text. */
export function findMojibake(text: string): Mojibake | null {
  if (!SUSPICIOUS.test(text)) return null
  const repaired = repair(text)
  if (LOST.test(repaired)) return { repaired: null }
  return repaired === text ? null : { repaired }
}

/** Most texts have none of these and are not looked at any further. */
const SUSPICIOUS = /[\u0080-\u009fÂÃÄÅÊÌâêïð√¬‚\ufffd]/

/**
 * Signs that letters are gone: the replacement character, a control character, or a capital Ã or Â in the middle of a word in small
 * letters ("JesÃs"). "ÃA" is what stays of "ÍA"; no language writes it.
 */
const LOST = /[\u0080-\u009f\ufffd]|\p{Ll}[ÂÃ]|ÃA/u

const MAX_TIMES = 4

function repair(text: string): string {
  let repaired = text
  for (let time = 0; time < MAX_TIMES; time += 1) {
    const before = repaired
    repaired = decodeOnce(repaired, LATIN)
    if (MAC_LEAD.test(repaired)) repaired = decodeOnce(repaired, MAC)
    if (repaired === before) break
  }
  return repaired
}

type Encoding = ReadonlyMap<string, number>

function decodeOnce(text: string, encoding: Encoding): string {
  const chars = [...text]
  const out: string[] = []
  let decoded = false
  for (let at = 0; at < chars.length;) {
    const found = sequenceAt(chars, { at, encoding, decoded })
    out.push(found?.char ?? chars[at] ?? '')
    at += found?.length ?? 1
    decoded = found !== null
  }
  return out.join('')
}

interface Place {
  at: number
  encoding: Encoding
  /** Whether what stands right before was decoded too. */
  decoded: boolean
}

/** The character whose bytes stand there, one to a sign. */
function sequenceAt(chars: readonly string[], { at, encoding, decoded }: Place): { char: string; length: number } | null {
  const bytes = bytesAt(chars, at, encoding)
  const char = bytes.length === EMOJI ? decodeEmoji(bytes) : EXPECTED.get(String.fromCharCode(...bytes))
  if (char === undefined) return null
  return decoded || (isBelieved(chars, at, bytes) && !CONTROL.test(char)) ? { char, length: bytes.length } : null
}

/** Bytes of a sequence, as many as the first one says; none where no sequence begins. */
function bytesAt(chars: readonly string[], at: number, encoding: Encoding): number[] {
  const byteOf = (place: number) => encoding.get(chars[place] ?? '') ?? 0
  const length = lengthOf(byteOf(at))
  return length === 0 || byteOf(at + 1) === 0 ? [] : Array.from({ length }, (_, next) => byteOf(at + next))
}

const EMOJI = 4

function lengthOf(lead: number): number {
  if (lead < 0xc2) return 0
  if (lead < 0xe0) return 2
  if (lead < 0xf0) return 3
  return lead === 0xf0 ? EMOJI : 0
}

const HARD_BLANK = 0xa0
const CLOSING_MARKS: ReadonlySet<number> = new Set([0x85, 0x92, 0x94, 0x96, 0x97])

/** "IRMÃ”" may be a word in capitals and the quotation mark after it: closing marks, dashes and hard blanks count only inside a word. */
function isBelieved(chars: readonly string[], at: number, [, second = 0, ...more]: readonly number[]): boolean {
  if (more.length > 0 || chars[at] === 'Â' || isLetter(chars[at - 1], /\p{Ll}/u)) return true
  return second !== HARD_BLANK && (!CLOSING_MARKS.has(second) || isLetter(chars[at + 2], /\p{L}/u))
}

function isLetter(char: string | undefined, letter: RegExp): boolean {
  return char !== undefined && letter.test(char)
}

const CONTROL = /[\u0080-\u009f]/

function decodeEmoji(bytes: readonly number[]): string | undefined {
  const [, second = 0, third = 0, fourth = 0] = bytes
  if (second !== 0x9f || [third, fourth].some((byte) => byte >> 6 !== 2)) return undefined
  return String.fromCodePoint(0x1f000 + ((third & 0x3f) << 6) + (fourth & 0x3f))
}

/** Letters and signs that people write here, by their bytes in UTF-8. Anything else would accuse texts such as "está…”". */
const EXPECTED: ReadonlyMap<string, string> = new Map(expected().map((char) => [bytesOf(char), char]))

function expected(): string[] {
  const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at))
  const signs = [...'‐‑–—‘’‚“”„†‡•…‰‹›⁄€™−\u200b\u200c\u200d\u2028\u2029\ufeff\ufffd\ufe0f']
  return [...range(0x80, 0x17f), ...'ƒˆ˜ʻʼꞋꞌ', ...'\u0300\u0301\u0302\u0303\u0304\u0308\u030c\u0327\u0331', ...signs]
}

function bytesOf(char: string): string {
  return String.fromCharCode(...new TextEncoder().encode(char))
}

/** Signs of each encoding at the bytes from 0x80. Windows-1252 leaves five to the controls, as ISO-8859-1 does with all up to 0x9f. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'
const MAC_ROMAN =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ'

const LATIN: Encoding = new Map([
  ...Array.from({ length: 0x80 }, (_, at) => [String.fromCharCode(0x80 + at), 0x80 + at] as const),
  ...[...WINDOWS_1252].map((char, at) => [char, 0x80 + at] as const),
])

/** Leads that start no word: √ ¬ ‚. */
const MAC: Encoding = new Map([
  ...[...MAC_ROMAN].slice(0, 0x40).map((char, at) => [char, 0x80 + at] as const),
  ...([...'√¬‚'] as const).map((char) => [char, 0x80 + MAC_ROMAN.indexOf(char)] as const),
])

const MAC_LEAD = /[√¬‚]/
