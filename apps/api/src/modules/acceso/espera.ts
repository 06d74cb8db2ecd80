const FREE = 5
const MAX_SECONDS = 900

/** So many failures in a row are no longer somebody who forgot: only a new password opens the account again. */
export const RESET_REQUIRED_AFTER = 100

/** Seconds to wait after so many failures in a row: five are free, then it doubles up to fifteen minutes, never for good. */
export function delayAfter(failures: number): number {
  return failures <= FREE ? 0 : Math.min(2 ** (failures - FREE), MAX_SECONDS)
}
