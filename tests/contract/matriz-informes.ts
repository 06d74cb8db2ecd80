import type { Rol } from '@conoceles/domain'

const READ: Rol[] = ['secretaria', 'comision', 'auditoria']
const WRITE: Rol[] = ['secretaria']

/** Who may call the routes of the informes. */
export const MATRIZ_INFORMES: Record<string, Rol[]> = {
  listInformes: READ,
  getInforme: READ,
  tomarCorteInforme: WRITE,
  guardarTextoInforme: WRITE,
  emitirInforme: WRITE,
  previewInforme: READ,
  descargarInforme: READ,
  getDatosInforme: READ,
  getCambiosInforme: READ,
  descargarCambiosInforme: READ,
  enviarInforme: WRITE,
  refrescarBorradorInforme: WRITE,
}
