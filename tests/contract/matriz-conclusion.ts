import type { Rol } from '@conoceles/domain'

const READ: Rol[] = ['verificacion', 'secretaria', 'comision', 'transparencia', 'auditoria']
const DECIDE: Rol[] = ['secretaria', 'transparencia']

/** Who may call the routes of what comes after election day. */
export const MATRIZ_CONCLUSION: Record<string, Rol[]> = {
  getPlanConclusion: READ,
  descargarConstanciaSupresion: READ,
  consultarDatosBloqueados: ['transparencia', 'auditoria'],
  fijarEtapaConclusion: DECIDE,
  realizarEtapaConclusion: DECIDE,
}
