const PAGINA = /^\/(?!\/)[\w./%-]{0,199}$/

/** The page that an address names, or null: nothing else is shown or sent. */
export function paginaDe(value: unknown): string | null {
  return typeof value === 'string' && PAGINA.test(value) ? value : null
}

/** Address where an error of a page is reported. */
export function direccionReporte(pagina: string): string {
  return paginaDe(pagina) === null ? '/reportar-error' : `/reportar-error?pagina=${encodeURIComponent(pagina)}`
}

const FOLIO = /^E-[2-9A-Z]{8}$/

export function folioDe(value: unknown): string | null {
  return typeof value === 'string' && FOLIO.test(value) ? value : null
}

/** Name under which the page of the form finds its typed text, when the server gives it back. */
export const ESCRITO_PATH = '/reportar-error#escrito'

export interface Escrito {
  texto: string
  respuesta: boolean
}

/** Why a report was not received. */
export const MOTIVOS = ['texto', 'acentos', 'cupo', 'falla', 'red'] as const
export type MotivoReporte = (typeof MOTIVOS)[number]

/** Sends the fields of the form. */
export async function enviarReporte(action: string, campos: FormData): Promise<{ folio: string } | { motivo: MotivoReporte }> {
  const body = JSON.stringify(Object.fromEntries(campos))
  try {
    const answer = await fetch(action, { method: 'POST', headers: { 'content-type': 'application/json' }, credentials: 'omit', body })
    const { folio, code } = (await answer.json()) as { folio?: string; code?: string }
    return answer.ok && folio ? { folio } : { motivo: motivoDe(answer.status, code) }
  } catch {
    return { motivo: 'red' }
  }
}

export function motivoDe(status: number, code = ''): MotivoReporte {
  if (status === 429 || code === 'reporte.cupo') return 'cupo'
  if (code === 'entrada.acentos_rotos') return 'acentos'
  return code === 'entrada.invalida' || code === 'entrada.caracter_prohibido' ? 'texto' : 'falla'
}
