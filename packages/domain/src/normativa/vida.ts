/** Acts open to a draft in each estatus, and the estatus that they leave. */
export type Vida<E extends string, A extends string> = Readonly<Record<E, Readonly<Partial<Record<A, E>>>>>
