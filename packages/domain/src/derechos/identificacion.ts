/** Kinds of official document with which somebody proves who she is. Papers of a request say which was shown, and nothing that it holds. */
export const IDENTIFICACIONES = ['credencial_votar', 'pasaporte', 'cedula', 'licencia', 'otra'] as const
export type Identificacion = (typeof IDENTIFICACIONES)[number]

const IDENTIFICACION: Record<Identificacion, string> = {
  credencial_votar: 'credencial para votar',
  pasaporte: 'pasaporte',
  cedula: 'cédula profesional',
  licencia: 'licencia de conducir',
  otra: 'identificación oficial',
}

export function identificacionEnPalabras(identificacion: Identificacion | null): string {
  return IDENTIFICACION[identificacion ?? 'otra']
}
