/** Errors that anybody reports of a public page. */
export const ESTATUS_REPORTE = ['recibido', 'contestado', 'descartado'] as const
export type EstatusReporte = (typeof ESTATUS_REPORTE)[number]

export const ACTOS_REPORTE = ['contestar', 'descartar', 'reabrir'] as const
export type ActoReporte = (typeof ACTOS_REPORTE)[number]

/** Letters of a report. */
export const LARGO_REPORTE = 1_000

/** Status after an act. */
export const TRAS_REPORTE: Readonly<Record<ActoReporte, EstatusReporte>> = {
  contestar: 'contestado',
  descartar: 'descartado',
  reabrir: 'recibido',
}

/** Why an act cannot be done on a report; empty: it can. */
export function razonesContraReporte(acto: ActoReporte, estatus: EstatusReporte): string[] {
  if (acto === 'reabrir') return estatus === 'recibido' ? ['El reporte sigue abierto.'] : []
  return estatus === 'recibido' ? [] : ['El reporte ya se atendió. Reábralo para cambiarlo.']
}
