import type { CompiledCuestionario, Question, Respuestas } from '../document.ts'
import type { Falla } from '../falla.ts'

/** How one question of a version gets its answer from the version before. */
export const MODOS_TRASLADO = ['igual', 'mapeada', 'preguntar'] as const
export type ModoTraslado = (typeof MODOS_TRASLADO)[number]

export interface Traslado {
  modo: ModoTraslado
  /** With `mapeada`: question of the version before whose answer it takes. */
  de?: string
  /** With `mapeada`: what each old option becomes; null: it is asked again. An option that is not named stays as it is. */
  opciones?: Record<string, string | null>
}

/** By key of the question of the later version. */
export type Traslados = Record<string, Traslado>

/** The choice for each question of the later version; one whose source is not there or is of another type gives way to the proposed one. */
export function completarTraslados(antes: CompiledCuestionario, despues: CompiledCuestionario, elegidos: Traslados): Traslados {
  return Object.fromEntries(
    [...despues.questions].map(([campo, question]) => {
      const chosen = elegidos[campo]
      const from = chosen ? sourceOf(campo, chosen) : null
      const isPossible = chosen && (from === null || antes.questions.get(from)?.type === question.type)
      return [campo, isPossible ? chosen : proposed(antes, campo, question)]
    }),
  )
}

/** How answers may come to a question: only answers of the same type become answers to it. */
export function modosPosibles(antes: CompiledCuestionario, despues: CompiledCuestionario, campo: string): ModoTraslado[] {
  const type = despues.questions.get(campo)?.type
  const isSame = (question: Question | undefined) => question !== undefined && question.type === type
  return MODOS_TRASLADO.filter(
    (modo) =>
      modo === 'preguntar' ||
      (modo === 'igual' ? isSame(antes.questions.get(campo)) : [...antes.questions.values()].some((question) => isSame(question))),
  )
}

function proposed(antes: CompiledCuestionario, campo: string, question: Question): Traslado {
  return antes.questions.get(campo)?.type === question.type ? { modo: 'igual' } : { modo: 'preguntar' }
}

/** Choices that cannot be carried out, each with its place. */
export function trasladoFaults(antes: CompiledCuestionario, despues: CompiledCuestionario, traslados: Traslados): Falla[] {
  return Object.entries(traslados).flatMap(([campo, traslado]) => {
    const seccion = despues.secciones.find(({ campos }) => campos.includes(campo))?.clave ?? null
    return reasonsAgainst(antes, despues, { campo, traslado }).map((razon) => ({ seccion, campo, razon }))
  })
}

function reasonsAgainst(
  antes: CompiledCuestionario,
  despues: CompiledCuestionario,
  { campo, traslado }: { campo: string; traslado: Traslado },
): string[] {
  const question = despues.questions.get(campo)
  if (!question) return [`se eligió cómo pasan las respuestas de «${campo}», que no es una pregunta`]
  const from = sourceOf(campo, traslado)
  if (from === null) return []
  const source = antes.questions.get(from)
  if (!source) return [`«${campo}» toma sus respuestas de «${from}», que no está en la versión que rige`]
  const options = question.enum ?? question.items?.enum
  const targets = Object.values(traslado.opciones ?? {}).filter((option) => option !== null)
  return [
    ...(source.type === question.type ? [] : [`«${campo}» no puede tomar las respuestas de «${from}»: son de otro tipo`]),
    ...targets
      .filter((option) => options !== undefined && !options.includes(option))
      .map((option) => `«${campo}» recibe la opción «${option}», que no está en su catálogo`),
  ]
}

/**
 * The answers of a version as answers to the next. Pure; null is a blank that somebody saved, and stays one. Whether the next version takes
 * them is not judged here: what its rules refuse is asked again.
 */
export function carryOver(traslados: Traslados, respuestas: Respuestas): Respuestas {
  return Object.fromEntries(
    Object.entries(traslados).flatMap(([campo, traslado]) => {
      const from = sourceOf(campo, traslado)
      if (from === null || !Object.hasOwn(respuestas, from)) return []
      const value = translated(respuestas[from], traslado.opciones ?? {})
      return value === undefined ? [] : [[campo, value] as const]
    }),
  )
}

/** Undefined: asked again. In a list, only the lines that have no place. */
function translated(value: unknown, options: Record<string, string | null>): unknown {
  if (typeof value === 'string') return Object.hasOwn(options, value) ? (options[value] ?? undefined) : value
  if (!Array.isArray(value) || Object.keys(options).length === 0) return value
  const lines = value.map((line: unknown) => translated(line, options)).filter((line) => line !== undefined)
  return lines.length === 0 ? undefined : [...new Set(lines)]
}

function sourceOf(campo: string, { modo, de }: Traslado): string | null {
  if (modo === 'preguntar') return null
  return modo === 'mapeada' ? (de ?? campo) : campo
}

/** Questions whose answer does not pass whole: it is asked again, or some of its options have no place. */
export function camposPerdidos(traslados: Traslados, respuestas: Respuestas): Set<string> {
  const lost = Object.entries(traslados).filter(([campo, { modo, de, opciones = {} }]) => {
    const value = respuestas[modo === 'mapeada' ? (de ?? campo) : campo]
    if (modo === 'preguntar') return value !== undefined && value !== null
    const lines = Array.isArray(value) ? value : [value]
    return lines.some((line) => typeof line === 'string' && translated(line, opciones) === undefined)
  })
  return new Set(lost.map(([campo]) => campo))
}
