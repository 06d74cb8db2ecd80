import { outcome } from '@conoceles/api-client'
import { client } from '../../../api.ts'

export function listDemostracion() {
  return outcome(client.GET('/api/v1/acceso/demostracion'))
}

export function entrarDemostracion(id: string) {
  return outcome(client.POST('/api/v1/acceso/demostracion/{id}', { params: { path: { id } } }))
}

export function getCodigoDemostracion() {
  return outcome(client.GET('/api/v1/acceso/demostracion/codigo'))
}
