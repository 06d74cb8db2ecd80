import type { Sourced } from '../../base/sourced.ts'

/** Splits of a table of identity. Actor político and place are not among them: their groups are small. The pack may add a cruce. */
export const DESGLOSES = ['sexo', 'cargo', 'ninguno'] as const
export type Desglose = (typeof DESGLOSES)[number]

/** Public facts by which a councillor may ask to cross a table. */
export const CRUCES = ['cargo', 'actor', 'municipio'] as const
export type Cruce = (typeof CRUCES)[number]

/** Fact by which the groups of a table are formed too: its answers can then be told by it, and its other rows less closely. */
export interface CrucePack extends Sourced {
  por: Cruce
  /** Told to everybody; otherwise within the institute alone. */
  publica: boolean
}

/** An answer as it is counted: one option of the question, or several that are told as one. */
export interface RespuestaContada {
  clave: string
  nombre: string
  valores: string[]
}

/** A table of answers to one question of the identity cuestionario. There are no others, and nobody can ask for one. */
export interface TablaIdentidadPack extends Sourced {
  clave: string
  titulo: string
  pregunta: string
  /** Group whose badge makes the answer public; null when none does. */
  grupo: string | null
  desglose: Desglose
  cruces?: CrucePack[]
  /** All the answers that a persona may have given. */
  respuestas: RespuestaContada[]
}

/** A question of the curricular cuestionario whose answer is on each page: counted as it is. */
export interface TablaPublicaPack extends Sourced {
  clave: string
  titulo: string
  pregunta: string
  /** Its options, in the order in which they are told. */
  valores: string[]
}

/** Years of age, both included; null: and older. */
export interface RangoEdad {
  clave: string
  nombre: string
  desde: number
  hasta: number | null
}

export interface EstadisticaPack {
  /** Minimum cell, in persons: of each figure at least so many values stay possible. */
  minimo: { valor: number } & Sourced
  /** Days on which identity answers are counted. In between their figures stay as they are. */
  cortes: ({ fecha: string } & Sourced)[]
  tablas: TablaIdentidadPack[]
  publicas: TablaPublicaPack[]
  edades: { rangos: RangoEdad[] } & Sourced
}

/** Why these rules would not protect. A table has fewer answers than the minimum: `intervaloDe` says what rests on it. */
export function razonesContraEstadistica({ minimo, cortes, tablas, publicas }: EstadisticaPack): string[] {
  const { valor } = minimo
  const days = cortes.map(({ fecha }) => fecha)
  return [
    ...(Number.isInteger(valor) && valor >= 4 ? [] : ['El mínimo de una celda debe ser un número entero de al menos 4.']),
    ...(isSorted(days) ? [] : ['Los cortes de la estadística deben ir en orden, sin repetirse.']),
    ...tablas.flatMap((tabla) => razonesContraTabla(tabla, valor)),
    ...repeated([...tablas, ...publicas].map(({ clave }) => clave)).map((clave) => `La tabla ${clave} está dos veces.`),
    // A second table of the same question would count each persona twice, and both could be compared.
    ...repeated(tablas.map(({ pregunta }) => pregunta)).map((pregunta) => `La pregunta ${pregunta} tiene dos tablas.`),
  ]
}

function razonesContraTabla({ clave, respuestas, desglose, cruces = [] }: TablaIdentidadPack, minimo: number): string[] {
  const valores = respuestas.flatMap((each) => each.valores)
  return [
    ...(DESGLOSES.includes(desglose) ? [] : [`La tabla ${clave} no puede desglosarse por ${String(desglose)}.`]),
    ...(respuestas.length >= 3 && respuestas.length < minimo ? [] : [`La tabla ${clave} debe tener de 3 a ${minimo - 1} respuestas.`]),
    ...cruces.filter(({ por }) => !CRUCES.includes(por)).map(({ por }) => `La tabla ${clave} no puede cruzarse por ${String(por)}.`),
    ...repeated([desglose, ...cruces.map(({ por }) => por)]).map((por) => `La tabla ${clave} ya se cuenta por ${por}.`),
    ...repeated(valores).map((valor) => `La tabla ${clave} cuenta dos veces «${valor}».`),
  ]
}

function isSorted(days: readonly string[]): boolean {
  return days.every((day, at) => at === 0 || (days[at - 1] ?? '') < day)
}

function repeated(all: readonly string[]): string[] {
  return [...new Set(all.filter((each, at) => all.indexOf(each) !== at))]
}
