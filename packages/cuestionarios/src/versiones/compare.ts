import type { CompiledCuestionario, Question, Seccion } from '../document.ts'

/** Aspects of a question that may differ between two versions. */
export const ASPECTOS = [
  'titulo',
  'ayuda',
  'fuente',
  'tipo',
  'obligatoria',
  'limites',
  'catalogo',
  'formato',
  'condicion',
  'edades',
  'publica',
  'grupo',
  'columna',
  'presentacion',
] as const
export type Aspecto = (typeof ASPECTOS)[number]

/** One difference between a version and the next; `antes` and `despues` are the values of the aspect, null where it held nothing. */
export interface Diferencia {
  clase: 'agregada' | 'retirada' | 'cambiada' | 'movida'
  /** Null for a whole section. */
  campo: string | null
  seccion: string
  titulo: string
  aspecto: Aspecto | null
  antes: unknown
  despues: unknown
}

type Parts = Record<Aspecto, (question: Question, c: CompiledCuestionario, campo: string) => unknown>

const PARTS: Parts = {
  titulo: ({ title }) => title,
  ayuda: ({ description }) => description,
  fuente: (question) => definedOf({ fuente: question['x-fuente'], confianza: question['x-confianza'] }),
  tipo: ({ type }) => type,
  obligatoria: (question) => question['x-obligatorio'] ?? false,
  limites: ({ sinBlancos, maxLength, maxItems, minimum, maximum, items }) =>
    definedOf({ sinBlancos, maxLength, maxItems, minimum, maximum, renglon: items?.maxLength, renglonSinBlancos: items?.sinBlancos }),
  catalogo: (question) => question.enum ?? question.items?.enum,
  formato: ({ format, hosts, pattern, 'x-mensaje': mensaje, items }) =>
    definedOf({ format, hosts, pattern, mensaje, renglon: items && definedOf({ ...items, enum: undefined, maxLength: undefined, sinBlancos: undefined }) }), // prettier-ignore
  condicion: (_question, c, campo) => c.rules.get(campo),
  edades: (question) => question['x-edades'],
  publica: (question) => question['x-publico'] ?? false,
  grupo: (question) => question['x-grupo'],
  columna: (question) => question['x-columnaIne'],
  presentacion: (question) => question['x-presentacion'],
}

/** Every difference from one version to another, in the order of the later one; removed questions come last. */
export function compare(antes: CompiledCuestionario, despues: CompiledCuestionario): Diferencia[] {
  const moved = movedOf(antes, despues)
  return [
    ...despues.secciones.flatMap((seccion) => sectionDiferencias(antes, seccion)),
    ...despues.secciones.flatMap(({ clave, campos }) =>
      campos.flatMap((campo) => questionDiferencias({ antes, despues, campo, seccion: clave, moved })),
    ),
    ...antes.secciones.flatMap(({ clave, campos }) =>
      campos
        .filter((campo) => !despues.questions.has(campo))
        .map((campo) => whole('retirada', { campo, seccion: clave, titulo: titleOf(antes, campo) })),
    ),
    ...antes.secciones
      .filter(({ clave }) => !despues.secciones.some((each) => each.clave === clave))
      .map(({ clave, titulo }) => whole('retirada', { campo: null, seccion: clave, titulo })),
  ]
}

/** The aspects in which a question is another than it was. */
export function aspectosDistintos(
  antes: CompiledCuestionario,
  despues: CompiledCuestionario,
  campo: { antes: string; despues: string },
): Aspecto[] {
  const [one, other] = [antes.questions.get(campo.antes), despues.questions.get(campo.despues)]
  if (!one || !other) return [...ASPECTOS]
  return ASPECTOS.filter((aspecto) => !isSame(PARTS[aspecto](one, antes, campo.antes), PARTS[aspecto](other, despues, campo.despues)))
}

function sectionDiferencias(antes: CompiledCuestionario, { clave, titulo, descripcion }: Seccion): Diferencia[] {
  const before = antes.secciones.find((each) => each.clave === clave)
  const place = { campo: null, seccion: clave, titulo }
  if (!before) return [whole('agregada', place)]
  const changed = (aspecto: Aspecto, one: unknown, other: unknown): Diferencia[] =>
    isSame(one, other) ? [] : [{ ...whole('cambiada', place), aspecto, antes: one ?? null, despues: other ?? null }]
  return [...changed('titulo', before.titulo, titulo), ...changed('ayuda', before.descripcion, descripcion)]
}

function questionDiferencias(at: {
  antes: CompiledCuestionario
  despues: CompiledCuestionario
  campo: string
  seccion: string
  moved: ReadonlySet<string>
}): Diferencia[] {
  const { antes, despues, campo, seccion, moved } = at
  const place = { campo, seccion, titulo: titleOf(despues, campo) }
  const [one, other] = [antes.questions.get(campo), despues.questions.get(campo)]
  if (!one || !other) return [whole('agregada', place)]
  const aspectos = aspectosDistintos(antes, despues, { antes: campo, despues: campo }).map((aspecto) => ({
    ...whole('cambiada', place),
    aspecto,
    antes: PARTS[aspecto](one, antes, campo) ?? null,
    despues: PARTS[aspecto](other, despues, campo) ?? null,
  }))
  return [...aspectos, ...(moved.has(campo) ? [whole('movida', place)] : [])]
}

/** The fewest questions that one would have to take and put elsewhere, or that changed their section. */
function movedOf(antes: CompiledCuestionario, despues: CompiledCuestionario): ReadonlySet<string> {
  const places = (c: CompiledCuestionario) =>
    new Map(c.secciones.flatMap(({ clave, campos }) => campos.map((campo) => [campo, clave] as const)))
  const [before, after] = [places(antes), places(despues)]
  const common = [...after.keys()].filter((campo) => before.get(campo) === after.get(campo))
  const rank = [...before.keys()]
  const kept = new Set(longestRising(common, (campo) => rank.indexOf(campo)))
  return new Set([...after.keys()].filter((campo) => before.has(campo) && !kept.has(campo)))
}

function longestRising<T>(items: readonly T[], rankOf: (item: T) => number): T[] {
  const best: T[][] = []
  for (const item of items) {
    const before = best.filter((chain) => rankOf(chain.at(-1) as T) < rankOf(item)).reduce<T[]>((a, b) => (b.length > a.length ? b : a), [])
    best.push([...before, item])
  }
  return best.reduce<T[]>((a, b) => (b.length > a.length ? b : a), [])
}

function whole(clase: Diferencia['clase'], place: Pick<Diferencia, 'campo' | 'seccion' | 'titulo'>): Diferencia {
  return { clase, ...place, aspecto: null, antes: null, despues: null }
}

function titleOf(c: CompiledCuestionario, campo: string): string {
  return c.questions.get(campo)?.title ?? campo
}

function definedOf(value: Record<string, unknown>): Record<string, unknown> | undefined {
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

/** Equal as JSON, in any order of the keys. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  )
}
