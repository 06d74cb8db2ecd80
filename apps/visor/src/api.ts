import { createReader, outcome, type Outcome } from '@conoceles/api-client'
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
 * object open, the cast says what they are.
 */
export const api = {
  proceso: async () => {
    const answer = await outcome(client.GET('/api/v1/publico/proceso'))
    if (answer.ok) setZone(answer.data.zona)
    return answer
  },
  contiendas: () => outcome(client.GET('/api/v1/publico/contiendas')),
  contienda: (clave: string) => outcome(client.GET('/api/v1/publico/contiendas/{clave}', { params: { path: { clave } } })),
  territorio: () => outcome(client.GET('/api/v1/publico/territorio')) as Promise<Outcome<Territorio>>,
  indice: () => outcome(client.GET('/api/v1/publico/indice')) as Promise<Outcome<Indice>>,
  mosaicos: () => outcome(client.GET('/api/v1/publico/mosaicos')),
  consulta: () => outcome(client.GET('/api/v1/publico/consulta')),
  lecturaFacil: () => outcome(client.GET('/api/v1/publico/lectura-facil')),
  idioma: (codigo: string) =>
    outcome(client.GET('/api/v1/publico/idiomas/{codigo}', { params: { path: { codigo } } })) as Promise<Outcome<TextosIdioma>>,
  errores: () => outcome(client.GET('/api/v1/publico/errores')),
  calendario: () => outcome(client.GET('/api/v1/publico/calendario')),
  candidaturas: (query: CandidaturasQuery) => outcome(client.GET('/api/v1/publico/candidaturas', { params: { query } })),
  candidatura: (id: string) => outcome(client.GET('/api/v1/publico/candidaturas/{id}', { params: { path: { id } } })),
  estadisticas: () => outcome(client.GET('/api/v1/publico/estadisticas')),
  estadistica: (tabla: string) => outcome(client.GET('/api/v1/publico/estadisticas/{tabla}', { params: { path: { tabla } } })),
  avisoPrivacidad: (tipo: TipoAviso) =>
    outcome(client.GET('/api/v1/publico/avisos-privacidad/{tipo}', { params: { path: { tipo } } })) as Promise<Outcome<AvisoPrivacidad>>,
  politica: () => outcome(client.GET('/api/v1/publico/politica')),
  avisos: () => outcome(client.GET('/api/v1/publico/avisos-privacidad')) as Promise<Outcome<ListaAvisos>>,
  versionAviso: (version: number, tipo: TipoAviso) =>
    outcome(client.GET('/api/v1/publico/avisos-privacidad/versiones/{version}/{tipo}', { params: { path: { version, tipo } } })) as Promise<
      Outcome<AvisoPrivacidad>
    >,
  cambiosAviso: (version: number, tipo: TipoAviso, de: number) =>
    outcome(
      client.GET('/api/v1/publico/avisos-privacidad/versiones/{version}/{tipo}/cambios/{de}', { params: { path: { version, tipo, de } } }),
    ) as Promise<Outcome<CambiosAviso>>,
  historia: (id: string) => outcome(client.GET('/api/v1/publico/candidaturas/{id}/historia', { params: { path: { id } } })),
  vigente: () => outcome(client.GET('/api/v1/publico/cortes/vigente')),
  corteEn: (en: string) => outcome(client.GET('/api/v1/publico/cortes/vigente', { params: { query: { en } } })),
  diccionario: () => outcome(client.GET('/api/v1/publico/diccionario')),
  descargas: () => outcome(client.GET('/api/v1/publico/descargas')),
  corte: (numero: number) =>
    outcome(client.GET('/api/v1/publico/cortes/{numero}', { params: { path: { numero } } })) as unknown as Promise<Outcome<Manifiesto>>,
  prueba: (numero: number, id: string) =>
    outcome(client.GET('/api/v1/publico/cortes/{numero}/candidaturas/{id}', { params: { path: { numero, id } } })) as unknown as Promise<
      Outcome<PruebaCorte>
    >,
  acuse: (folio: string) => outcome(client.GET('/api/v1/publico/acuses/{folio}', { params: { path: { folio } } })),
}

/** Address of an answer ("/publico/proceso"), for a caller that wants the bytes themselves. */
export function apiHref(path: string): string {
  return `/api/v1${path}`
}
