import type { Quien } from '../../../shared/act.ts'

/** The system itself, with the reach of the Secretaría, which keeps the calendar. */
export const NOBODY: Quien = { cuentaId: '', rol: 'secretaria', actorPoliticoId: null, candidaturaId: null, requestId: 'recordador' }
