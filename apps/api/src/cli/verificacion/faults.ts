/** Something published contradicts what was signed. The message says what and where. */
export class ContradictionError extends Error {}

/** The content could not be read: no verdict about it. */
export class UnreadableError extends Error {}

/** The system does not have what it once had: a restored backup, or something worse. The message says what is missing. */
export class DivergenceError extends Error {}
