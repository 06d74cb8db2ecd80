import { outcome } from '@conoceles/api-client'
import { client } from '../../../api.ts'
import type { CuentaNueva } from '../../../api-types.ts'
import type { ConsultaCuentas } from './consulta.ts'

export function listCuentas(consulta: ConsultaCuentas, despues: string | undefined) {
  return outcome(client.GET('/api/v1/acceso/cuentas', { params: { query: { ...consulta, despues } } }))
}

export function deactivateCuenta(id: string) {
  return outcome(client.POST('/api/v1/acceso/cuentas/{id}/desactivar', { params: { path: { id } } }))
}

export function putCargo(id: string, cargo: string | null) {
  return outcome(client.PUT('/api/v1/acceso/cuentas/{id}/cargo', { params: { path: { id } }, body: { cargo } }))
}

export function resendInvitacion(id: string) {
  return outcome(client.POST('/api/v1/acceso/cuentas/{id}/reenviar', { params: { path: { id } } }))
}

export function listPropuestas() {
  return outcome(client.GET('/api/v1/acceso/propuestas'))
}

export function proposeCuenta(body: CuentaNueva) {
  return outcome(client.POST('/api/v1/acceso/propuestas', { body }))
}

export function confirmPropuesta(id: string) {
  return outcome(client.POST('/api/v1/acceso/propuestas/{id}/confirmar', { params: { path: { id } } }))
}

export function confirmPropuestas(ids: string[]) {
  return outcome(client.POST('/api/v1/acceso/propuestas/confirmar', { body: { ids } }))
}

export function rejectPropuesta(id: string, motivo: string) {
  return outcome(client.POST('/api/v1/acceso/propuestas/{id}/rechazar', { params: { path: { id } }, body: { motivo } }))
}

export function withdrawPropuesta(id: string) {
  return outcome(client.POST('/api/v1/acceso/propuestas/{id}/retirar', { params: { path: { id } } }))
}
