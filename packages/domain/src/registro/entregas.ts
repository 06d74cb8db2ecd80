import { Temporal } from 'temporal-polyfill'
import { longDate } from '../base/fecha.ts'

/** State that the rule of a delivery reads, after the lock. */
export interface EntregaState {
  /** Candidaturas of the acuerdo that wait for the accounts of this actor político. */
  candidaturas: number
  /** Day of the acuerdo, ISO 8601. */
  acuerdo: string
  ahora: Temporal.Instant
}

/** Why the accounts may not be recorded as delivered, as sentences. `dia`: local day of `entregadaEn`, ISO 8601. */
export function razonesContraEntregar(
  { candidaturas, acuerdo, ahora }: EntregaState,
  { entregadaEn, dia }: { entregadaEn: Temporal.Instant; dia: string },
): string[] {
  return [
    ...(candidaturas === 0 ? ['Ninguna candidatura de este acuerdo espera las cuentas de este actor político.'] : []),
    ...(Temporal.Instant.compare(entregadaEn, ahora) > 0 ? ['Todavía no llega la hora de la entrega.'] : []),
    ...(dia < acuerdo ? [`No puede ser antes del acuerdo, del ${longDate(acuerdo)}.`] : []),
  ]
}
