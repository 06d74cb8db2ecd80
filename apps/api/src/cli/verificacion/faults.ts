/** Published bytes contradict a signature. The message says which and where. */
export class ContradictionError extends Error {}

/** The content could not be read: no verdict about it. */
export class UnreadableError extends Error {}

/** The system lacks entries that it once had: a restored backup, or something worse. The message names them. */
export class DivergenceError extends Error {}
