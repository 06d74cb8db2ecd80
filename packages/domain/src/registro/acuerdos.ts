import { longDate } from '../base/fecha.ts'

/** Dates that already count from the day of an acuerdo, ISO 8601; null where nothing does. */
export interface AcuerdoState {
  /** Day of the first delivery of accounts under it. */
  primeraEntrega: string | null
  /** First day on which a change of somebody whom it approved takes effect. */
  primerCambio: string | null
  /** Day on which the first change that cites it was registered: by then it had been approved. */
  primerRegistro: string | null
}

/** Why an acuerdo may not be of this day, as sentences; empty when it may. Days are ISO 8601. */
export function razonesContraFechaAcuerdo({ primeraEntrega, primerCambio, primerRegistro }: AcuerdoState, fecha: string): string[] {
  return [
    ...(primeraEntrega !== null && primeraEntrega < fecha
      ? [`El ${longDate(primeraEntrega)} ya se habían entregado las cuentas de quienes aprueba.`]
      : []),
    ...(primerCambio !== null && primerCambio < fecha
      ? [`Quien aprueba ya tuvo un cambio que surte efectos el ${longDate(primerCambio)}.`]
      : []),
    ...(primerRegistro !== null && primerRegistro < fecha
      ? [`El ${longDate(primerRegistro)} ya se había registrado un cambio que lo cita, y lo que se publicó ese día lo da por aprobado.`]
      : []),
  ]
}
