import { tokensOf, unescaped, escaped } from '../xml-tokens.ts'

/** Outcome of each field, by name. */
export interface FieldsRefreshed {
  /** Those that say something else now. */
  refreshed: Set<string>
  same: Set<string>
  /** Those that somebody wrote over: they stay as they are. */
  byHand: Set<string>
  /** Those that the newer document does not have. */
  gone: Set<string>
}

export interface Values {
  /** Properties of the document, by name. */
  before: ReadonlyMap<string, string>
  after: ReadonlyMap<string, string>
}

export function noneRefreshed(): FieldsRefreshed {
  return { refreshed: new Set(), same: new Set(), byHand: new Set(), gone: new Set() }
}

/** A field that is open while the tokens are read; `result`: first token of its shown result, -1 before that. */
interface Open {
  instruction: string
  result: number
}

/**
 * A part of a Word document with the results of its DOCPROPERTY fields replaced. No other byte changes: texts, comments and tracked changes
 * stay where they are. A result that somebody wrote over, or that carries a tracked change, stays too.
 */
export function refreshFields(xml: string, values: Values, told: FieldsRefreshed): string {
  const tokens = tokensOf(xml)
  const open: Open[] = []
  tokens.forEach((token, at) => {
    if (isInstruction(tokens, at)) addInstruction(open.at(-1), token)
    const boundary = boundaryOf(token)
    if (boundary === 'end') close(tokens, at, { field: open.pop(), values, told })
    else if (boundary !== null) begin(open, boundary, { token, at })
  })
  return tokens.join('')
}

function addInstruction(field: Open | undefined, token: string): void {
  if (field?.result === -1) field.instruction += unescaped(token)
}

function begin(open: Open[], boundary: 'simple' | 'begin' | 'separate', { token, at }: { token: string; at: number }): void {
  if (boundary === 'separate') Object.assign(open.at(-1) ?? {}, { result: at + 1 })
  else if (boundary === 'begin') open.push({ instruction: '', result: -1 })
  else open.push({ instruction: unescaped(/\sw:instr="([^"]*)"/.exec(token)?.[1] ?? ''), result: at + 1 })
}

/** Boundary of a field: its begin, the begin of its result, or its end; null for any other token. */
function boundaryOf(token: string): 'simple' | 'begin' | 'separate' | 'end' | null {
  if (token === '</w:fldSimple>') return 'end'
  if (/^<w:fldSimple\s[^]*[^/]>$/.test(token)) return 'simple'
  const type = /^<w:fldChar\s[^]*w:fldCharType="(begin|separate|end)"/.exec(token)?.[1]
  return (type as 'begin' | 'separate' | 'end' | undefined) ?? null
}

function isInstruction(tokens: readonly string[], at: number): boolean {
  return isText(tokens[at] ?? '') && /^<w:instrText[\s>]/.test(tokens[at - 1] ?? '')
}

function isText(token: string): boolean {
  return !token.startsWith('<')
}

interface Closing {
  field: Open | undefined
  values: Values
  told: FieldsRefreshed
}

function close(tokens: string[], end: number, { field, values, told }: Closing): void {
  const name = nameOf(field)
  const before = name === null ? undefined : values.before.get(name)
  if (!field || name === null || before === undefined) return
  const after = values.after.get(name)
  if (after === undefined) told.gone.add(name)
  else told[replace(tokens, textsOf(tokens, field.result, end), { before, after })].add(name)
}

/** The property that a field shows; null of any other field, and of one that shows nothing. */
function nameOf(field: Open | undefined): string | null {
  if (!field || field.result < 0) return null
  const [, quoted, bare] = /^\s*DOCPROPERTY\s+(?:"([^"]+)"|(\S+))/.exec(field.instruction) ?? []
  return quoted ?? bare ?? null
}

function replace(
  tokens: string[],
  texts: number[] | null,
  { before, after }: { before: string; after: string },
): 'refreshed' | 'same' | 'byHand' {
  const shown = texts?.map((at) => unescaped(tokens[at] ?? '')).join('')
  const [first, ...rest] = texts ?? []
  if (shown === after) return 'same'
  if (shown !== before || first === undefined) return 'byHand'
  tokens[first] = escaped(after)
  for (const at of rest) tokens[at] = ''
  return 'refreshed'
}

/** Positions of the texts of a result; null when it holds a tracked change or another field. */
function textsOf(tokens: readonly string[], start: number, end: number): number[] | null {
  const inside = tokens.slice(start, end)
  if (inside.some((token) => /^<w:(?:ins|del|moveFrom|moveTo|fldChar|fldSimple)[\s>]/.test(token))) return null
  return inside.flatMap((token, at) => (!token.startsWith('<') && /^<w:t[\s>]/.test(inside[at - 1] ?? '') ? [start + at] : []))
}

/** Custom properties of a document that are texts, by name. */
export function readProperties(xml: string): Map<string, string> {
  const found = new Map<string, string>()
  eachProperty(tokensOf(xml), (name, value) => found.set(name, value))
  return found
}

/** The same part with other values; names absent from `after` stay. */
export function writeProperties(xml: string, after: ReadonlyMap<string, string>): string {
  const tokens = tokensOf(xml)
  eachProperty(tokens, (name, _value, at) => {
    const next = after.get(name)
    if (next !== undefined) tokens[at] = escaped(next)
  })
  return tokens.join('')
}

function eachProperty(tokens: readonly string[], see: (name: string, value: string, at: number) => void): void {
  let name: string | null = null
  tokens.forEach((token, at) => {
    if (/^<(?:\w+:)?property\s/.test(token)) name = unescaped(/\sname="([^"]*)"/.exec(token)?.[1] ?? '')
    const text = /^<vt:lpwstr[\s>]/.test(tokens[at - 1] ?? '') && !token.startsWith('<')
    if (name !== null && text) see(name, unescaped(token), at)
  })
}
