import type { PreguntaIne } from './preguntas.ts'

export interface Reparto {
  pregunta: PreguntaIne
  valores: string[]
}

/**
 * Splits a cell among the questions of its column, in their order: addresses go to the question of their site and what belongs to none
 * goes to a list. Never out of order: written again, the same cell comes out.
 */
export function repartir(text: string, preguntas: readonly PreguntaIne[]): Reparto[] {
  const [only] = preguntas
  if (only && preguntas.length === 1 && only.tipo !== 'array') return [{ pregunta: only, valores: [text] }]
  const repartos = preguntas.map((pregunta): Reparto => ({ pregunta, valores: [] }))
  let at = 0
  for (const token of text.split(/,\s+/u).filter((part) => part !== '')) {
    const next = repartos.findIndex((reparto, index) => index >= at && accepts(reparto, token))
    at = next < 0 ? repartos.length - 1 : next
    repartos[at]?.valores.push(token)
  }
  return repartos.filter(({ valores }) => valores.length > 0).map(joinSingles)
}

/** A list takes the values left for it; a question with sites, one address of theirs; another one, anything, once. */
function accepts({ pregunta, valores }: Reparto, token: string): boolean {
  if (pregunta.tipo === 'array') return true
  return valores.length === 0 && (pregunta.hosts === null || isOf(pregunta.hosts, token))
}

function isOf(hosts: readonly string[], token: string): boolean {
  const host = /^https?:\/\/([^\s/?#]+)/i.exec(token)?.[1]?.toLowerCase()
  return host !== undefined && hosts.some((known) => host === known || host.endsWith(`.${known}`))
}

/** Joins the values of a question that is no list: without a list, those that no question takes stay in the last one. */
function joinSingles({ pregunta, valores }: Reparto): Reparto {
  return pregunta.tipo === 'array' ? { pregunta, valores } : { pregunta, valores: [valores.join(', ')] }
}
