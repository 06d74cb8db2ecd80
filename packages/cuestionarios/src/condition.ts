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
  return Object.entries(condition).every(([keyword, part]) => TESTS[keyword]?.(part as never, value) ?? false)
}

/** Keywords of a condition, at any depth, that `cumpleCondicion` does not know and so never holds. */
export function unknownKeywords(condition: Condition): string[] {
  const parts = [condition.not, condition.contains, ...(condition.allOf ?? []), ...(condition.anyOf ?? [])]
  const own = Object.keys(condition).filter((keyword) => !Object.hasOwn(TESTS, keyword))
  return [...own, ...parts.filter((part) => part !== undefined).flatMap(unknownKeywords)]
}

const TESTS: Record<string, (part: never, value: unknown) => boolean> = {
  const: (expected: unknown, value) => expected === value,
  enum: (options: unknown[], value) => options.includes(value),
  not: (part: Condition, value) => !cumpleCondicion(part, value),
  allOf: (parts: Condition[], value) => parts.every((part) => cumpleCondicion(part, value)),
  anyOf: (parts: Condition[], value) => parts.some((part) => cumpleCondicion(part, value)),
  contains: (part: Condition, value) => Array.isArray(value) && value.some((line) => cumpleCondicion(part, line)),
}
