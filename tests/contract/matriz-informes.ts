import type { Rol } from '@conoceles/domain'

const READ: Rol[] = ['secretaria', 'comision', 'auditoria']
const WRITE: Rol[] = ['secretaria']
const CODINGS: Rol[] = ['verificacion', ...READ]
const CODE: Rol[] = ['verificacion']

/** Roles for the routes of the informes, and of the codings that the final one tells. */
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
  getVigenciaInforme: READ,
  descargarCambiosInforme: READ,
  enviarInforme: WRITE,
  emitirTextoAprobado: WRITE,
  refrescarBorradorInforme: WRITE,
  listCodificaciones: CODINGS,
  getCodificacion: CODINGS,
  guardarLibroCodigos: WRITE,
  abrirCodificacion: WRITE,
  cerrarCodificacion: WRITE,
  reiniciarCodificacion: WRITE,
  tomarPlazaCodificacion: CODE,
  leerTextosCodificacion: CODE,
  codificarTexto: CODE,
  terminarCodificacion: CODE,
  leerDesacuerdosCodificacion: CODE,
  resolverDesacuerdoCodificacion: CODE,
}
