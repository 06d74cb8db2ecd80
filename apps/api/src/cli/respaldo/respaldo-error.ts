/** A sentence for the operator, with its remedy; never a stack. */
export class RespaldoError extends Error {}
