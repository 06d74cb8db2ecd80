import type { Captura } from '../../../../api-types.ts'

/** Whether she is not asked the identity cuestionario: she refused it. */
export function isExenta({ consentimiento }: Captura): boolean {
  return consentimiento !== null && consentimiento.revision !== 'rechazada' && !consentimiento.tratamiento
}

/** Whether the persona is asked about her identity: once she accepted to be. */
export function asksIdentidad(captura: Captura): boolean {
  return captura.consentimiento !== null && !isExenta(captura)
}

export const DONE: readonly string[] = ['completa', 'validada', 'verificada']

/** Parts of which her captura consists, and how many are done: her sections, her photograph and her decisions. */
export function partesDe(captura: Captura): { n: number; total: number } {
  const asked = captura.secciones.filter(({ cuestionario }) => cuestionario !== 'identidad' || asksIdentidad(captura))
  const { fotografia, consentimiento } = captura
  const decided = consentimiento !== null && consentimiento.revision !== 'rechazada' && consentimiento.porRenovar.length === 0
  const done = [...asked.map(({ estatus }) => DONE.includes(estatus)), fotografia !== null, decided]
  return { n: done.filter(Boolean).length, total: done.length }
}
