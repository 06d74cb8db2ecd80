import type { Rol } from '@conoceles/domain'

const READ: Rol[] = ['verificacion', 'secretaria', 'comision', 'transparencia', 'auditoria']
const DECIDE: Rol[] = ['secretaria', 'transparencia']

/** Who may call the routes of what is not shown of a persona, and of what comes after election day. */
export const MATRIZ_CONCLUSION: Record<string, Rol[]> = {
  listBloqueos: [...DECIDE, 'auditoria'],
  listBloqueables: DECIDE,
  proponerBloqueo: DECIDE,
  decidirBloqueo: DECIDE,
  getPlanConclusion: READ,
  descargarConstanciaSupresion: READ,
  consultarDatosBloqueados: ['transparencia', 'auditoria'],
  fijarEtapaConclusion: DECIDE,
  realizarEtapaConclusion: DECIDE,
}
