/** Something published contradicts what was signed. The message says what and where. */
export class ContradictionError extends Error {}

/** What was asked for could not be read: no verdict about the content. */
export class UnreadableError extends Error {}

/** The system does not have what it once had: a restored backup, or something worse. The message says what is missing. */
export class DivergenceError extends Error {}
