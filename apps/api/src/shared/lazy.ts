/** Made when it is first asked for, and kept. For what a process may never need: a library of a rare act, the serialiser of a rare answer. */
export function lazy<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => (made ??= { value: make() }).value
}
