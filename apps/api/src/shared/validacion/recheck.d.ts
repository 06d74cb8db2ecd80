declare module 'recheck/lib/browser.js' {
  import type { checkSync } from 'recheck'

  /** The judge without the Java archive, the binaries and the threads that `recheck` looks for first; CommonJS. */
  const recheck: { checkSync: typeof checkSync }
  // eslint-disable-next-line no-restricted-syntax -- a CommonJS file has no other export
  export default recheck
}
