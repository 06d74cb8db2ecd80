/** The part of JSON Schema that a SHOW rule may use. Closed on purpose: a rule must be readable at a glance. */
export interface Condition {
  const?: unknown
  enum?: unknown[]
  not?: Condition
  anyOf?: Condition[]
  allOf?: Condition[]
  /** For lists: some line fulfils it. */
  contains?: Condition
}

export interface ConditionalRule {
  /** Question whose respuesta decides. */
  campo: string
  condition: Condition
}

/**
 * Whether a value fulfils the `schema` of a SHOW rule; a blank is `undefined`, which `not` can fulfil.
 * Interpreted instead of compiled, because the content security policy of the screens forbids `new Function`;
 * a form library that wants a validator for its rules can be given this function.
 */
export function cumpleCondicion(condition: Condition, value: unknown): boolean {
  const parts = condition as Parts
  return Object.keys(parts).every((keyword) => isKeyword(keyword) && holds(keyword, parts[keyword], value))
}

/** Keywords of a condition, at any depth, that `cumpleCondicion` does not know and so never holds. */
export function unknownKeywords(condition: Condition): string[] {
  const parts = [condition.not, condition.contains, ...(condition.allOf ?? []), ...(condition.anyOf ?? [])]
  const own = Object.keys(condition).filter((keyword) => !isKeyword(keyword))
  return [...own, ...parts.filter((part) => part !== undefined).flatMap(unknownKeywords)]
}

/** A keyword that is there, with its part. */
export type Parts = Required<Condition>
type Tests = { [K in keyof Parts]: (part: Parts[K], value: unknown) => boolean }

const TESTS: Tests = {
  const: (expected, value) => expected === value,
  enum: (options, value) => options.includes(value),
  not: (part, value) => !cumpleCondicion(part, value),
  allOf: (parts, value) => parts.every((part) => cumpleCondicion(part, value)),
  anyOf: (parts, value) => parts.some((part) => cumpleCondicion(part, value)),
  contains: (part, value) => Array.isArray(value) && value.some((line) => cumpleCondicion(part, line)),
}

function holds<K extends keyof Parts>(keyword: K, part: Parts[K], value: unknown): boolean {
  return TESTS[keyword](part, value)
}

export function isKeyword(keyword: string): keyword is keyof Parts {
  return Object.hasOwn(TESTS, keyword)
}
