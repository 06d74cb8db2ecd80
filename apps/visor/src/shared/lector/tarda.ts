import { LATE, withoutAnswer, type Outcome, type Problem } from '@conoceles/api-client'

/** Wait after which the page says so and offers to ask again. */
const LATE_MS = 10_000

/** Awaits an answer that is still waited for; `tell` hears once when it is long in coming. */
export async function orLate<T>(asked: Promise<Outcome<T>>, tell: (late: Problem) => void): Promise<Outcome<T>> {
  const timer = setTimeout(() => tell(withoutAnswer(LATE)), LATE_MS)
  return asked.finally(() => clearTimeout(timer))
}
