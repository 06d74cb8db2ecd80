import { cleanRespuestas } from './clean.ts'
import type { AlMenosUno, CompiledCuestionario, Question, Respuestas } from '../document.ts'
import { contarSinBlancos } from '../text.ts'
import { sectionOf, sinOcultas, visibleCampos, withSection } from './visibility.ts'

export interface Faltante {
  campo: string
  /** Spanish sentences for the person who captures. */
  razones: string[]
}

/**
 * Lists what a section needs to be complete, in the order of its questions: visible obligatory ones left blank, texts begun and still under their
 * minimum (counted without blanks), and rules "at least one of". An empty list means complete.
 * `todas`: respuestas of all sections; those of this one are replaced by `respuestas`. Throws on an unknown section.
 * Source of the lengths and obligations: the document itself.
 */
// eslint-disable-next-line max-params -- the answers of a section, and the rest that its rules read
export function faltantesDe(c: CompiledCuestionario, seccion: string, respuestas: Respuestas, todas: Respuestas): Faltante[] {
  const cleaned = cleanRespuestas(c, seccion, respuestas, todas)
  const all = withSection(c, seccion, { respuestas: cleaned, todas })
  const visible = visibleCampos(c, all)
  const perQuestion = sectionOf(c, seccion)
    .campos.filter((campo) => visible.has(campo))
    .map((campo) => ({ campo, razones: reasonsOf(c.questions.get(campo), cleaned[campo]) }))
  return mergeByCampo([...perQuestion, ...alMenosUnoOf(c, seccion, { todas: all, visible })]).filter(
    (faltante) => faltante.razones.length > 0,
  )
}

function reasonsOf(question: Question | undefined, value: unknown): string[] {
  if (value === undefined) return question?.['x-obligatorio'] ? ['Falta responder esta pregunta'] : []
  const left = typeof value === 'string' ? minimumOf(question) - contarSinBlancos(value) : 0
  return left > 0 ? [leftSentence(left)] : []
}

function minimumOf(question: Question | undefined): number {
  return question?.sinBlancos?.minimo ?? 0
}

function leftSentence(left: number): string {
  return left === 1 ? 'Falta 1 carácter, sin contar espacios' : `Faltan ${left.toLocaleString('es-MX')} caracteres, sin contar espacios`
}

function alMenosUnoOf(
  c: CompiledCuestionario,
  seccion: string,
  { todas, visible }: { todas: Respuestas; visible: ReadonlySet<string> },
): Faltante[] {
  const rules = c.alMenosUno.filter((rule) => rule.seccion === seccion && rule.campos.some((campo) => visible.has(campo)))
  if (rules.length === 0) return []
  const answered = sinOcultas(c, todas)
  return rules
    .filter((rule) => !rule.campos.some((campo) => Object.hasOwn(answered, campo)))
    .map((rule: AlMenosUno) => ({ campo: rule.campos[0] ?? '', razones: [rule.mensaje] }))
}

function mergeByCampo(faltantes: Faltante[]): Faltante[] {
  const merged = new Map<string, string[]>()
  for (const { campo, razones } of faltantes) merged.set(campo, [...(merged.get(campo) ?? []), ...razones])
  return [...merged].map(([campo, razones]) => ({ campo, razones }))
}
