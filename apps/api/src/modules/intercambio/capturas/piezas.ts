import { plainKey } from '@conoceles/domain'
import type { Dato, Reconocida } from './etiquetas.ts'

export interface Lector {
  reconocer: (etiqueta: string) => Reconocida | null
  /** Whether a text is the whole name of a persona of the party. */
  esNombre: (texto: string) => boolean
  /** Questions that take a text of many lines. */
  largas: ReadonlySet<string>
}

/** The answers that a file has of one persona. */
export interface Pieza {
  /** Its place in the file. */
  sitio: string
  datos: Partial<Record<Dato, string>>
  respuestas: { campo: string; etiqueta: string; texto: string }[]
  /** Texts under labels that name no question. */
  sobrantes: { etiqueta: string; texto: string }[]
  /** Labels of personal data, whose texts are not taken. */
  personales: string[]
}

export const blank = (sitio: string): Pieza => ({ sitio, datos: {}, respuestas: [], sobrantes: [], personales: [] })

export const hasAnswers = ({ respuestas, sobrantes }: Pieza) => respuestas.length + sobrantes.length > 0

export function put(pieza: Pieza, { etiqueta, found, texto }: { etiqueta: string; found: Reconocida | null; texto: string }): void {
  if (found === 'fuera' || NADA.has(plainKey(texto))) return
  if (found === 'personal') pieza.personales.push(etiqueta)
  else if (found === null || found === 'dudosa') pieza.sobrantes.push({ etiqueta, texto })
  else putFound(pieza, { etiqueta, found, texto })
}

/** How people write that there is nothing to write. */
const NADA = new Set(['', 'n a', 'na', 'ninguna', 'ninguno', 'no aplica', 'no tiene', 'no tengo', 'pendiente', 's d', 'sin dato'])

function putFound(pieza: Pieza, { etiqueta, found, texto }: { etiqueta: string; found: object & Reconocida; texto: string }): void {
  if ('dato' in found) pieza.datos[found.dato] ??= texto
  else if ('campo' in found) pieza.respuestas.push({ campo: found.campo, etiqueta, texto })
  else putNumbered(pieza, { etiqueta, campos: found.campos, texto })
}

/** «1. …» and «2. …» under one label are the answers to the questions that it numbers. */
function putNumbered(
  { respuestas, sobrantes }: Pieza,
  { etiqueta, campos, texto }: { etiqueta: string; campos: readonly string[]; texto: string },
): void {
  const parts = numberedOf(texto)
  const written = campos.flatMap((campo, at) =>
    parts[at] === undefined ? [] : [{ campo, etiqueta: `${etiqueta} ${at + 1}`, texto: parts[at] }],
  )
  if (written.length === parts.length && written.length > 0) respuestas.push(...written)
  else sobrantes.push({ etiqueta, texto })
}

/** Texts behind «1.», «2.» and so on; none where something stands before the first. */
function numberedOf(texto: string): string[] {
  const parts: string[] = []
  for (const line of texto.split('\n')) {
    const bare = line.replace(NUMBERED, '')
    const last = parts.at(-1)
    if (bare !== line) parts.push(bare.trim())
    else if (last === undefined) return []
    else parts[parts.length - 1] = `${last}\n${line}`
  }
  return parts
}

const NUMBERED = /^\s{0,4}\d{1,2}\s?[.)°-]{1,3}/
