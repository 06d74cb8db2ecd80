const FREE = 5
const MAX_SECONDS = 900
/** Failures of all strangers at one account after which each of them has one attempt at a time. */
const FREE_OF_STRANGERS = 10

/**
 * Seconds to wait after so many failures in a row: five are free, then it doubles up to fifteen minutes, never more. `ofStrangers`:
 * failures at the account from anywhere unknown to it. Beyond ten they count as one's own: many networks get no more free attempts than
 * one.
 */
export function delayAfter(failures: number, ofStrangers = 0): number {
  const counted = Math.max(failures, ofStrangers - FREE_OF_STRANGERS)
  return counted <= FREE ? 0 : Math.min(2 ** (counted - FREE), MAX_SECONDS)
}
