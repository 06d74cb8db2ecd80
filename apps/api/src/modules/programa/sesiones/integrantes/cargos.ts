import type { Encargo } from '@conoceles/domain'

interface Acting {
  puesto: string | null
  encargo: Encargo
  ejerce: Encargo | null
}

/** Post under which somebody signs: her own, or the despacho of the one that she stands in for; who assists an organ without one, that of the Secretaría. */
export function cargoDe({ puesto, encargo, ejerce }: Acting, secretaria: string): string {
  if (encargo === 'encargado_despacho' && ejerce !== null && SECRETARIA.includes(ejerce)) return `Encargo de Despacho de la ${secretaria}`
  const charge = ejerce ?? encargo
  return puesto ?? (SECRETARIA.includes(charge) ? secretaria : EN_PALABRAS[charge])
}

/** Charges of the Secretaría Ejecutiva in an organ. */
export const SECRETARIA: readonly Encargo[] = ['secretaria_ejecutiva', 'coadyuvante']

export const EN_PALABRAS: Record<Encargo, string> = {
  presidencia: 'Presidencia',
  integrante: 'Integrante',
  secretaria_ejecutiva: 'Secretaría Ejecutiva',
  coadyuvante: 'Coadyuvante',
  secretaria_tecnica: 'Secretaría Técnica',
  encargado_despacho: 'Encargo de Despacho',
}
