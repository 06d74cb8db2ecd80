import { aspectosDistintos, type Aspecto } from './compare.ts'
import type { CompiledCuestionario, Question, Respuestas, Seccion } from './document.ts'
import type { Falla } from './falla.ts'

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

/** The choice for each question of the later version: what whoever drafts chose, else the same where the same was asked. */
export function completarTraslados(antes: CompiledCuestionario, despues: CompiledCuestionario, elegidos: Traslados): Traslados {
  return Object.fromEntries([...despues.questions].map(([campo, question]) => [campo, elegidos[campo] ?? proposed(antes, campo, question)]))
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

/** Undefined: asked again. Of a list only the lines that have no place. */
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

/** Nothing of these changes what was answered, nor what is missing. */
const HARMLESS: readonly Aspecto[] = ['titulo', 'ayuda', 'fuente', 'publica', 'grupo', 'columna', 'presentacion']

/** Sections in which nobody has to look again: the same questions with the same rules, whose answers pass as they are. */
export function seccionesIntactas(antes: CompiledCuestionario, despues: CompiledCuestionario, traslados: Traslados): Set<string> {
  const same = despues.secciones.filter((seccion) => {
    const before = antes.secciones.find(({ clave }) => clave === seccion.clave)
    return before !== undefined && isIntacta(antes, despues, { before, seccion, traslados })
  })
  return new Set(same.map(({ clave }) => clave))
}

function isIntacta(
  antes: CompiledCuestionario,
  despues: CompiledCuestionario,
  { before, seccion, traslados }: { before: Seccion; seccion: Seccion; traslados: Traslados },
): boolean {
  const asks = (c: CompiledCuestionario) => JSON.stringify(c.alMenosUno.filter((rule) => rule.seccion === seccion.clave))
  return (
    before.campos.length === seccion.campos.length &&
    asks(antes) === asks(despues) &&
    seccion.campos.every(
      (campo) =>
        before.campos.includes(campo) &&
        traslados[campo]?.modo === 'igual' &&
        aspectosDistintos(antes, despues, { antes: campo, despues: campo }).every((aspecto) => HARMLESS.includes(aspecto)),
    )
  )
}
