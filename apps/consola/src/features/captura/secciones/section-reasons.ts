import type { Faltante } from '@conoceles/cuestionarios'

interface Sources {
  /** Answers that the server refused to keep. */
  refused: readonly { field: string; reasons: readonly string[] }[]
  faltantes: readonly Faltante[]
}

/** Sentences by question; refusals go before missing answers. */
export function reasonsByCampo({ refused, faltantes }: Sources): Record<string, string> {
  const missing = faltantes.map(({ campo, razones }) => [campo, razones.join(' ')])
  const wrong = refused.map(({ field, reasons }) => [field.replace(/^respuestas\./, ''), reasons.join(' ')])
  return Object.fromEntries([...missing, ...wrong]) as Record<string, string>
}
