import { createClient, outcome } from '@conoceles/api-client'
import type { paths } from './api-types.ts'

const client = createClient<paths>({ baseUrl: '/api/v1' })

/** Everything that the visor asks for. Each call is one public, cacheable answer. */
export const api = {
  proceso: () => outcome(client.GET('/publico/proceso')),
  contiendas: () => outcome(client.GET('/publico/contiendas')),
  territorio: () => outcome(client.GET('/publico/territorio')),
  candidaturas: (query: Record<string, string>) => outcome(client.GET('/publico/candidaturas', { params: { query } })),
  candidatura: (id: string) => outcome(client.GET('/publico/candidaturas/{id}', { params: { path: { id } } })),
  avisoPrivacidad: (tipo: string) => outcome(client.GET('/publico/avisos-privacidad/{tipo}', { params: { path: { tipo } } })),
  acuse: (folio: string) => outcome(client.GET('/publico/acuses/{folio}', { params: { path: { folio } } })),
}

/** Address of an answer, for whoever wants the bytes themselves. */
export function apiHref(path: string): string {
  return path.startsWith('/api/') ? path : `/api/v1${path}`
}
