import { outcome } from '@conoceles/api-client'
import { client } from '../../api.ts'
import type { CuentaNueva } from '../../api-types.ts'

export function listCuentas(despues: string | undefined) {
  return outcome(client.GET('/api/v1/acceso/cuentas', { params: { query: { despues } } }))
}

export function inviteCuenta(body: CuentaNueva) {
  return outcome(client.POST('/api/v1/acceso/cuentas', { body }))
}

export function deactivateCuenta(id: string) {
  return outcome(client.POST('/api/v1/acceso/cuentas/{id}/desactivar', { params: { path: { id } } }))
}
