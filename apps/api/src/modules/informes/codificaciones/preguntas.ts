import type { EntityManager } from 'typeorm'
import { textosDeOtra, type Respuestas, type TextoDeOtra } from '@conoceles/cuestionarios'
import { cleanLine } from '@conoceles/domain'
import type { CuestionariosVigentes } from '../../captura/index.ts'

/** The texts of «Otra» that the identity cuestionarios in force ask for, each once. */
export async function listPreguntas(tx: EntityManager, vigentes: CuestionariosVigentes): Promise<TextoDeOtra[]> {
  const all = (await vigentes.list(tx)).filter(({ row }) => row.tipo === 'identidad').flatMap(({ compiled }) => textosDeOtra(compiled))
  return [...new Map(all.map((pregunta) => [pregunta.campo, pregunta])).values()]
}

/** Answers to open: the text, and the question that it completes. */
export function camposDe({ campo, de }: TextoDeOtra): string[] {
  return [de, campo]
}

/** The text that she wrote, on one line; null where she chose something else or left it blank. */
export function textoDe({ campo, de, opcion }: TextoDeOtra, respuestas: Respuestas | undefined): string | null {
  const text = respuestas?.[campo]
  return respuestas?.[de] === opcion && typeof text === 'string' ? cleanLine(text) || null : null
}
