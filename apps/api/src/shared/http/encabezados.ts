/** Headers that an answer may bring for its caller, each with what it is for. Those of security go with every answer, and are not described. */
export const ENCABEZADOS = {
  etag: 'Versión de la respuesta. Envíela en `If-None-Match` y recibirá 304 mientras nada cambie.',
  'cache-control': 'Cuánto tiempo se puede guardar la respuesta sin volver a preguntar.',
  'content-disposition': 'Nombre con el que se guarda el archivo.',
  link: 'Primera página (`rel="first"`) y, si la hay, la siguiente (`rel="next"`), según RFC 8288.',
  'accept-ranges': 'Admite que se pida una parte del archivo.',
  'content-range': 'Qué parte del archivo es ésta, y cuánto mide entero.',
  'retry-after': 'Segundos que conviene esperar antes de repetir la petición. No siempre viene.',
} as const

export type Encabezado = keyof typeof ENCABEZADOS

/** Declares headers of one answer, as the description of the API takes them. */
export function conEncabezados(names: readonly Encabezado[]): { headers?: Record<string, object> } {
  if (names.length === 0) return {}
  return { headers: Object.fromEntries(names.map((name) => [name, { type: 'string', description: ENCABEZADOS[name] }])) }
}

/** Refusals that may say when to try again. */
export function ofRefusal(status: number): object {
  return status === 429 || status === 503 ? conEncabezados(['retry-after']) : {}
}
