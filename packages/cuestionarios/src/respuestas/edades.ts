import type { CompiledCuestionario, Edades } from '../document.ts'

/** Questions that are not asked at an age. Null, the age is not known: every question is asked. */
export function fueraDeEdad({ questions }: CompiledCuestionario, edad: number | null): string[] {
  if (edad === null) return []
  return [...questions].filter(([, question]) => !isWithin(question['x-edades'], edad)).map(([campo]) => campo)
}

/** The cuestionario as somebody of an age, in years on election day, answers it. */
export function paraEdad(c: CompiledCuestionario, edad: number | null): CompiledCuestionario {
  return sinPreguntas(c, fueraDeEdad(c, edad))
}

const bound = new WeakMap<CompiledCuestionario, Map<string, CompiledCuestionario>>()

/**
 * The same cuestionario without asking some questions of it. One for each set of questions, as long as the cuestionario lives: validators
 * are kept by it.
 */
export function sinPreguntas(c: CompiledCuestionario, campos: readonly string[]): CompiledCuestionario {
  if (campos.length === 0) return c
  const known = bound.get(c) ?? new Map<string, CompiledCuestionario>()
  bound.set(c, known)
  const key = campos.join(' ')
  const made = known.get(key) ?? { ...c, fueraDeEdad: new Set(campos) }
  known.set(key, made)
  return made
}

/** Whether every question of a section is out of the age of the persona. */
export function nadaPorEdad({ secciones, fueraDeEdad: fuera }: CompiledCuestionario, seccion: string): boolean {
  const campos = secciones.find(({ clave }) => clave === seccion)?.campos ?? []
  return campos.length > 0 && campos.every((campo) => fuera.has(campo))
}

/** Contradictions of an age range, for the author of the cuestionario. */
export function edadesFaults({ tipo, questions }: CompiledCuestionario): { campo: string; razon: string }[] {
  return [...questions].flatMap(([campo, { 'x-edades': edades }]) => {
    if (edades === undefined) return []
    const { desde = 0, hasta = Infinity } = edades
    return [
      ...(desde > hasta ? [{ campo, razon: `«${campo}» no se pregunta a ninguna edad` }] : []),
      // A public answer that is missing would tell the age of the persona.
      ...(tipo === 'identidad' ? [] : [{ campo, razon: `«${campo}» depende de la edad: sólo puede una pregunta de identidad` }]),
    ]
  })
}

function isWithin(edades: Edades | undefined, edad: number): boolean {
  return edad >= (edades?.desde ?? 0) && edad <= (edades?.hasta ?? Infinity)
}
