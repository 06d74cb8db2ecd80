import { createReader, openOutcome, outcome } from '@conoceles/api-client'
import type {
  AvisoPrivacidad,
  CambiosAviso,
  CandidaturasQuery,
  Indice,
  ListaAvisos,
  Manifiesto,
  PruebaCorte,
  Territorio,
  TextosIdioma,
  TipoAviso,
} from './api-types.ts'
import { setZone } from './shared/pagina/dates.ts'

const client = createReader()

/**
 * Everything that the visor asks for. Each call is one public, cacheable answer. Where the contract leaves the members of an
 * object open, the type says what they are.
 */
export const api = {
  proceso: async () => {
    const answer = await outcome(client.GET('/api/v1/publico/proceso'))
    if (answer.ok) setZone(answer.data.zona)
    return answer
  },
  contiendas: () => outcome(client.GET('/api/v1/publico/contiendas')),
  contienda: (clave: string) => outcome(client.GET('/api/v1/publico/contiendas/{clave}', { params: { path: { clave } } })),
  territorio: () => openOutcome<Territorio>(client.GET('/api/v1/publico/territorio')),
  indice: () => openOutcome<Indice>(client.GET('/api/v1/publico/indice')),
  mosaicos: () => outcome(client.GET('/api/v1/publico/mosaicos')),
  consulta: () => outcome(client.GET('/api/v1/publico/consulta')),
  lecturaFacil: () => outcome(client.GET('/api/v1/publico/lectura-facil')),
  idioma: (codigo: string) => openOutcome<TextosIdioma>(client.GET('/api/v1/publico/idiomas/{codigo}', { params: { path: { codigo } } })),
  errores: () => outcome(client.GET('/api/v1/publico/errores')),
  calendario: () => outcome(client.GET('/api/v1/publico/calendario')),
  candidaturas: (query: CandidaturasQuery) => outcome(client.GET('/api/v1/publico/candidaturas', { params: { query } })),
  candidatura: (id: string) => outcome(client.GET('/api/v1/publico/candidaturas/{id}', { params: { path: { id } } })),
  estadisticas: () => outcome(client.GET('/api/v1/publico/estadisticas')),
  estadistica: (tabla: string) => outcome(client.GET('/api/v1/publico/estadisticas/{tabla}', { params: { path: { tabla } } })),
  avisoPrivacidad: (tipo: TipoAviso) =>
    openOutcome<AvisoPrivacidad>(client.GET('/api/v1/publico/avisos-privacidad/{tipo}', { params: { path: { tipo } } })),
  politica: () => outcome(client.GET('/api/v1/publico/politica')),
  avisos: () => openOutcome<ListaAvisos>(client.GET('/api/v1/publico/avisos-privacidad')),
  versionAviso: (version: number, tipo: TipoAviso) =>
    openOutcome<AvisoPrivacidad>(
      client.GET('/api/v1/publico/avisos-privacidad/versiones/{version}/{tipo}', { params: { path: { version, tipo } } }),
    ),
  cambiosAviso: (version: number, tipo: TipoAviso, de: number) =>
    openOutcome<CambiosAviso>(
      client.GET('/api/v1/publico/avisos-privacidad/versiones/{version}/{tipo}/cambios/{de}', { params: { path: { version, tipo, de } } }),
    ),
  historia: (id: string) => outcome(client.GET('/api/v1/publico/candidaturas/{id}/historia', { params: { path: { id } } })),
  vigente: () => outcome(client.GET('/api/v1/publico/cortes/vigente')),
  corteEn: (en: string) => outcome(client.GET('/api/v1/publico/cortes/vigente', { params: { query: { en } } })),
  diccionario: () => outcome(client.GET('/api/v1/publico/diccionario')),
  descargas: () => outcome(client.GET('/api/v1/publico/descargas')),
  corte: (numero: number) => openOutcome<Manifiesto>(client.GET('/api/v1/publico/cortes/{numero}', { params: { path: { numero } } })),
  prueba: (numero: number, id: string) =>
    openOutcome<PruebaCorte>(client.GET('/api/v1/publico/cortes/{numero}/candidaturas/{id}', { params: { path: { numero, id } } })),
  acuse: (folio: string) => outcome(client.GET('/api/v1/publico/acuses/{folio}', { params: { path: { folio } } })),
}

/** Address of an answer ("/publico/proceso"), for a caller that wants the bytes themselves. */
export function apiHref(path: string): string {
  return `/api/v1${path}`
}
