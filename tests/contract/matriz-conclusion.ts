import type { Rol } from '@conoceles/domain'

const READ: Rol[] = ['verificacion', 'secretaria', 'comision', 'transparencia', 'auditoria']
const DECIDE: Rol[] = ['secretaria', 'transparencia']

/** Roles for the routes of bloqueos, and for those after election day. */
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
