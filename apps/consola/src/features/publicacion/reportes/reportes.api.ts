import { outcome } from '@conoceles/api-client'
import { client } from '../../../api.ts'
import type { ReporteAtendido } from '../../../api-types.ts'

export function listReportes() {
  return outcome(client.GET('/api/v1/reportes'))
}

export function atenderReporte(id: string, body: ReporteAtendido) {
  return outcome(client.POST('/api/v1/reportes/{id}', { params: { path: { id } }, body }))
}
