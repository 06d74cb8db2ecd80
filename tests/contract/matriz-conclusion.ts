import type { Rol } from '@conoceles/domain'

const READ: Rol[] = ['verificacion', 'secretaria', 'comision', 'transparencia', 'auditoria']
const DECIDE: Rol[] = ['secretaria', 'transparencia']

/** Roles for the routes of bloqueos, of breaches of data, and for those after election day. */
export const MATRIZ_CONCLUSION: Record<string, Rol[]> = {
  listBloqueos: [...DECIDE, 'auditoria'],
  listBloqueables: DECIDE,
  proponerBloqueo: DECIDE,
  decidirBloqueo: DECIDE,
  listProteccion: [...DECIDE, 'auditoria'],
  registrarProteccion: ['transparencia'],
  getArchivoProteccion: [...DECIDE, 'auditoria'],
  listVulneraciones: [...DECIDE, 'auditoria'],
  getVulneracion: [...DECIDE, 'auditoria'],
  registrarVulneracion: ['transparencia'],
  corregirVulneracion: ['transparencia'],
  actuarVulneracion: DECIDE,
  listLecturasVulneracion: ['transparencia'],
  listCuentasVulneracion: ['transparencia'],
  getNotificacionVulneracion: [...DECIDE, 'auditoria'],
  exportarLibroVulneraciones: [...DECIDE, 'auditoria'],
  getPlanConclusion: READ,
  descargarConstanciaSupresion: READ,
  consultarDatosBloqueados: ['transparencia', 'auditoria'],
  fijarEtapaConclusion: DECIDE,
  realizarEtapaConclusion: DECIDE,
}
