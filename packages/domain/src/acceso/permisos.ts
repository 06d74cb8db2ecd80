import type { Sourced } from '../base/sourced.ts'
import { keysOf, isOneOf } from '../base/typed.ts'

/**
 * Roles and permissions as one table: the API checks it, the consola hides what it denies.
 * Source: the actors of Anexo 24.2 (INE/CG616/2022) and the programme of work of the institute.
 */
export const ROLES = [
  'captura',
  'validacion',
  'candidata',
  'verificacion',
  'secretaria',
  'transparencia',
  'comision',
  'administracion',
  'auditoria',
] as const
export type Rol = (typeof ROLES)[number]

const TABLE = {
  'acceso.propio': ROLES,
  'cuentas.administrar': ['administracion'],
  'cuentas.confirmar': ['secretaria', 'administracion'],
  'cuentas.ver': ['secretaria', 'administracion', 'auditoria'],
  'personas.invitar': ['captura', 'validacion', 'secretaria', 'administracion'],
  'proceso.ver': ROLES,
  'reloj.mover': ['administracion'],
  'diagnostico.ver': ['administracion'],
  'confirmaciones.ver': ['verificacion', 'secretaria', 'comision', 'transparencia', 'auditoria'],
  'confirmaciones.administrar': ['secretaria'],
  'paquete.ver': ['secretaria', 'administracion', 'auditoria'],
  'paquete.administrar': ['administracion'],
  'plantillas.ver': ['secretaria', 'comision', 'auditoria'],
  'plantillas.administrar': ['secretaria'],
  'candidaturas.ver': ['captura', 'validacion', 'candidata', 'verificacion', 'secretaria', 'comision', 'transparencia'],
  'novedades.ver': ['captura', 'validacion', 'verificacion', 'secretaria'],
  'directorio.vistas': ['captura', 'validacion', 'verificacion', 'secretaria', 'comision', 'transparencia'],
  'candidaturas.cambiar': ['secretaria'],
  'acuerdos.ver': ['verificacion', 'secretaria', 'comision', 'transparencia'],
  'acuerdos.administrar': ['secretaria'],
  'documentos.recibir': ['secretaria', 'transparencia'],
  'advertencias.ver': ['verificacion', 'secretaria', 'comision'],
  'entregas.administrar': ['secretaria'],
  'exportaciones.ver': ['verificacion', 'secretaria', 'comision'],
  'exportaciones.identidad': ['secretaria'],
  'omisiones.ver': ['secretaria', 'comision', 'auditoria'],
  'omisiones.emitir': ['secretaria'],
  'requerimientos.ver': ['captura', 'validacion', 'verificacion', 'secretaria', 'comision', 'auditoria'],
  'requerimientos.preparar': ['verificacion', 'secretaria'],
  'requerimientos.emitir': ['secretaria'],
  'requerimientos.acusar': ['captura', 'validacion'],
  'informes.ver': ['secretaria', 'comision', 'auditoria'],
  'informes.administrar': ['secretaria'],
  'codificaciones.ver': ['verificacion', 'secretaria', 'comision', 'auditoria'],
  'codificaciones.administrar': ['secretaria'],
  'codificaciones.codificar': ['verificacion'],
  'tablero.ver': ['captura', 'validacion', 'verificacion', 'secretaria', 'comision'],
  'tablero.recordar': ['captura', 'validacion', 'secretaria'],
  'captura.ver': ['captura', 'validacion', 'candidata', 'verificacion'],
  'captura.capturar': ['captura', 'validacion', 'candidata'],
  'captura.terminar': ['candidata'],
  'captura.validar': ['validacion'],
  'captura.verificar': ['verificacion'],
  'revision.medir': ['secretaria'],
  'identidad.leer': ['verificacion'],
  'identidad.lecturas': ['candidata', 'transparencia'],
  'consentimiento.ver': ['captura', 'validacion', 'candidata', 'verificacion', 'transparencia'],
  'consentimiento.otorgar': ['captura', 'validacion', 'candidata'],
  'consentimiento.retirar': ['candidata'],
  'consentimiento.revocar': ['transparencia'],
  'derechos.pedir': ['candidata', 'transparencia'],
  'derechos.atender': ['transparencia'],
  'proteccion.ver': ['secretaria', 'transparencia', 'auditoria'],
  'proteccion.registrar': ['transparencia'],
  'vulneraciones.ver': ['secretaria', 'transparencia', 'auditoria'],
  'vulneraciones.registrar': ['transparencia'],
  'vulneraciones.decidir': ['secretaria', 'transparencia'],
  'importaciones.administrar': ['secretaria'],
  'publicaciones.ver': ['verificacion', 'secretaria', 'comision', 'auditoria'],
  'publicaciones.publicar': ['secretaria'],
  'actividades.ver': ['verificacion', 'secretaria', 'comision', 'transparencia', 'auditoria'],
  'actividades.administrar': ['secretaria'],
  'recordatorios.ver': ['secretaria', 'comision', 'transparencia', 'administracion', 'auditoria'],
  'recordatorios.propios': ['secretaria', 'comision', 'transparencia', 'administracion', 'auditoria'],
  'recordatorios.administrar': ['secretaria', 'administracion'],
  'remisiones.ver': ['verificacion', 'secretaria', 'comision', 'transparencia', 'auditoria'],
  'remisiones.administrar': ['secretaria'],
  'expedientes.descargar': ['secretaria', 'comision', 'auditoria'],
  'entregables.ver': ['verificacion', 'secretaria', 'comision', 'transparencia', 'auditoria'],
  'entregables.administrar': ['secretaria'],
  'entregables.observar': ['secretaria', 'comision'],
  'sesiones.ver': ['verificacion', 'secretaria', 'comision', 'transparencia', 'auditoria'],
  'sesiones.administrar': ['secretaria'],
  'calendarios.propios': ['verificacion', 'secretaria', 'comision', 'transparencia', 'auditoria'],
  'escenarios.ver': ['secretaria', 'comision', 'auditoria'],
  'escenarios.administrar': ['secretaria'],
  'versiones.ver': ['verificacion', 'secretaria', 'comision', 'auditoria'],
  'versiones.administrar': ['secretaria'],
  'avisos.ver': ['verificacion', 'secretaria', 'comision', 'transparencia', 'auditoria'],
  'avisos.redactar': ['secretaria', 'transparencia'],
  'avisos.administrar': ['secretaria'],
  'avisos.aprobar': ['secretaria', 'transparencia'],
  'politica.ver': ['verificacion', 'secretaria', 'comision', 'transparencia', 'auditoria'],
  'politica.administrar': ['secretaria'],
  'bloqueos.ver': ['secretaria', 'transparencia', 'auditoria'],
  'bloqueos.decidir': ['secretaria', 'transparencia'],
  'conclusion.ver': ['verificacion', 'secretaria', 'comision', 'transparencia', 'auditoria'],
  'conclusion.decidir': ['secretaria', 'transparencia'],
  'conclusion.consultar': ['transparencia', 'auditoria'],
  'cruces.pedir': ['secretaria'],
  'reportes.ver': ['secretaria', 'comision', 'transparencia', 'auditoria'],
  'reportes.atender': ['secretaria'],
  'bitacora.ver': ['auditoria', 'administracion'],
  'bitacora.propia': ['transparencia'],
  'auditoria.preguntar': ['auditoria'],
} as const satisfies Record<string, readonly Rol[]>

export type Permiso = keyof typeof TABLE
export const PERMISOS = keysOf(TABLE)

/** Whether a role holds a permission. */
export function puede(rol: Rol, permiso: Permiso): boolean {
  return isOneOf<Rol>(TABLE[permiso], rol)
}

/** The permissions of a role, in the order of the table. */
export function permisosDe(rol: Rol): Permiso[] {
  return PERMISOS.filter((permiso) => puede(rol, permiso))
}

/** Roles that may sign in with a password alone, as the proceso says; without a rule, nobody. */
export interface AccesoPack extends Sourced {
  sinSegundoFactor: Rol[]
}

export function requiereSegundoFactor(rol: Rol, regla: Pick<AccesoPack, 'sinSegundoFactor'> | null): boolean {
  return !regla?.sinSegundoFactor.includes(rol)
}

const PARTY: readonly Rol[] = ['captura', 'validacion', 'candidata']

/** Roles outside the institute: they reach the database as `conoceles_actor`, the others as `conoceles_instituto`. */
export function esDeActorPolitico(rol: Rol): boolean {
  return PARTY.includes(rol)
}

/** Roles in the words of documents and of the bitácora. */
export const NOMBRES_ROL: Readonly<Record<Rol, string>> = {
  captura: 'Captura',
  validacion: 'Validación',
  candidata: 'Persona candidata',
  verificacion: 'Verificación',
  secretaria: 'Secretaría',
  transparencia: 'Transparencia',
  comision: 'Comisión',
  administracion: 'Administración',
  auditoria: 'Auditoría',
}
