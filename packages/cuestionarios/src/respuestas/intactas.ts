import type { Traslados } from '../versiones/carry-over.ts'
import { aspectosDistintos, type Aspecto } from '../versiones/compare.ts'
import type { CompiledCuestionario, Question, Seccion } from '../document.ts'

/** Aspects whose change alters neither the answers nor what is missing. */
const HARMLESS: readonly Aspecto[] = ['titulo', 'ayuda', 'fuente', 'publica', 'grupo', 'columna', 'presentacion']

interface Salto {
  antes: CompiledCuestionario
  despues: CompiledCuestionario
  traslados: Traslados
}

/**
 * Sections whose every valid answer stays valid, and complete: only then may they keep their estatus unread. New optional questions,
 * removed questions and wider limits leave them so.
 */
export function seccionesIntactas(antes: CompiledCuestionario, despues: CompiledCuestionario, traslados: Traslados): Set<string> {
  const same = despues.secciones.filter((seccion) => {
    const before = antes.secciones.find(({ clave }) => clave === seccion.clave)
    return before !== undefined && isIntacta({ antes, despues, traslados }, before, seccion)
  })
  return new Set(same.map(({ clave }) => clave))
}

/** Sections that a blank page completes. */
export function seccionesOpcionales({ secciones, questions, alMenosUno }: CompiledCuestionario): Set<string> {
  const optional = secciones.filter(
    ({ clave, campos }) =>
      !alMenosUno.some(({ seccion }) => seccion === clave) && campos.every((campo) => !isObligatoria(questions.get(campo))),
  )
  return new Set(optional.map(({ clave }) => clave))
}

function isIntacta(salto: Salto, before: Seccion, seccion: Seccion): boolean {
  const asks = (c: CompiledCuestionario) =>
    c.alMenosUno.filter((rule) => rule.seccion === seccion.clave).map((rule) => JSON.stringify(rule))
  const asked = new Set(asks(salto.antes))
  return (
    asks(salto.despues).every((rule) => asked.has(rule)) &&
    seccion.campos.every((campo) => (before.campos.includes(campo) ? staysValid(salto, campo) : isNewAndOptional(salto, campo)))
  )
}

function isNewAndOptional({ antes, despues, traslados }: Salto, campo: string): boolean {
  return !antes.questions.has(campo) && traslados[campo]?.modo === 'preguntar' && !isObligatoria(despues.questions.get(campo))
}

function staysValid({ antes, despues, traslados }: Salto, campo: string): boolean {
  const [one, other] = [antes.questions.get(campo), despues.questions.get(campo)]
  if (traslados[campo]?.modo !== 'igual' || !one || !other) return false
  return aspectosDistintos(antes, despues, { antes: campo, despues: campo }).every(
    (aspecto) => HARMLESS.includes(aspecto) || (WIDER[aspecto]?.(one, other) ?? false),
  )
}

/** Aspects whose change may leave every answer valid. */
const WIDER: Partial<Record<Aspecto, (one: Question, other: Question) => boolean>> = {
  obligatoria: (_one, other) => !isObligatoria(other),
  condicion: (_one, other) => !isObligatoria(other),
  // An answer that nobody asks for any more neither counts nor is missing.
  edades: (one, other) => !isObligatoria(other) || isNarrower(edadesOf(one), edadesOf(other)),
  catalogo: (one, other) => optionsOf(one).every((option) => optionsOf(other).includes(option)) && optionsOf(one).length > 0,
  limites: (one, other) =>
    widened(maximums(one), maximums(other), (before, after) => before <= after) &&
    widened(minimums(one), minimums(other), (before, after) => before >= after),
}

function isObligatoria(question: Question | undefined): boolean {
  return question?.['x-obligatorio'] === true
}

function optionsOf({ enum: own, items }: Question): string[] {
  return own ?? items?.enum ?? []
}

interface Rango {
  desde: number
  hasta: number
}

function edadesOf({ 'x-edades': edades }: Question): Rango {
  return { desde: edades?.desde ?? 0, hasta: edades?.hasta ?? Infinity }
}

function isNarrower(before: Rango, after: Rango): boolean {
  return after.desde >= before.desde && after.hasta <= before.hasta
}

type Limit = number | undefined

function maximums({ maxLength, maxItems, maximum, sinBlancos, items }: Question): Limit[] {
  return [maxLength, maxItems, maximum, sinBlancos?.maximo, items?.maxLength, items?.sinBlancos?.maximo]
}

function minimums({ minimum, sinBlancos, items }: Question): Limit[] {
  return [minimum, sinBlancos?.minimo, items?.sinBlancos?.minimo]
}

/** A limit that is gone admits everything; a limit where there was none may not. */
function widened(before: Limit[], after: Limit[], admits: (before: number, after: number) => boolean): boolean {
  return after.every((limit, at) => {
    const old = before[at]
    return limit === undefined || (old !== undefined && admits(old, limit))
  })
}
