/** The same work, done once for each key. */
export function memo<K, V>(work: (key: K) => V): (key: K) => V {
  return remembering(new Map<K, V>(), work)
}

/** The same for objects that are never changed in place, forgotten along with them. */
export function memoOf<K extends object, V>(work: (key: K) => V): (key: K) => V {
  return remembering(new WeakMap<K, V>(), work)
}

interface Known<K, V> {
  get(key: K): V | undefined
  set(key: K, value: V): unknown
}

/** Remembers the work of each key; no work may give undefined. */
function remembering<K, V>(known: Known<K, V>, work: (key: K) => V): (key: K) => V {
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const value = work(key)
    known.set(key, value)
    return value
  }
}

/** Made when it is first asked for, and kept: for what a process or a page may never need. */
export function lazy<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => (made ??= { value: make() }).value
}
