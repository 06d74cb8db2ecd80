import loadHighs from 'highs'
import type { Intervalo } from '@conoceles/domain'

/** Something that was told: of these groups together, so many gave that answer. */
export interface Afirmacion {
  grupos: readonly string[]
  respuesta: string
  cuantas: Intervalo
}

/** Persons whom the attacker cannot tell apart by anything but their answer. */
export interface GrupoAtacado {
  id: string
  personas: number
  /** Answer that the attacker knows already, from the badge on their page or from themselves. */
  conocida?: string
}

export interface Botin {
  /** Persons of whom exactly one answer is possible. */
  determinadas: number
  /** Persons of whom some answer is impossible, the former included. */
  excluidas: number
}

export type Atacante = (grupos: readonly GrupoAtacado[], dicho: readonly Afirmacion[], respuestas: readonly string[]) => Botin

/**
 * The curious neighbour: integer programming over everything that was told. She knows who was counted, when, and when each left; and looks
 * for persons whose answer is the same in every way in which all of it can be true.
 */
export async function openAtacante(): Promise<Atacante> {
  const highs = await loadHighs()
  return (grupos, dicho, respuestas) => {
    const name = nameOf(grupos, respuestas)
    const system = toSystem(grupos, { dicho, respuestas, name })
    const unknown = grupos.filter(({ conocida, personas }) => conocida === undefined && personas > 0)
    const open = new Set(unknown.flatMap(({ id }) => respuestas.map((respuesta) => name(id, respuesta))))
    // An answer of some solution is possible. The answers left once no solution has any of them are impossible.
    while (open.size > 0) {
      const found = highs.solve(`Maximize\n obj: ${[...open].join(' + ')}\n${system}`, { output_flag: false, threads: 1 })
      if (found.Status !== 'Optimal') throw new Error(`the published statements contradict each other: ${found.Status}`)
      const columns = found.Columns as Record<string, { Primal: number }>
      const seen = [...open].filter((variable) => (columns[variable]?.Primal ?? 0) > 0.5)
      if (seen.length === 0) break
      for (const variable of seen) open.delete(variable)
    }
    const impossible = ({ id }: GrupoAtacado) => respuestas.filter((respuesta) => open.has(name(id, respuesta))).length
    return {
      determinadas: count(unknown.filter((grupo) => impossible(grupo) === respuestas.length - 1)),
      excluidas: count(unknown.filter((grupo) => impossible(grupo) > 0)),
    }
  }
}

/** The least and the most that each statement leaves possible, when all of them are true at once. */
export type Acotador = (grupos: readonly GrupoAtacado[], dicho: readonly Afirmacion[], respuestas: readonly string[]) => Intervalo[]

/** The same neighbour measures how close she gets to each published figure. */
export async function openAcotador(): Promise<Acotador> {
  const highs = await loadHighs()
  return (grupos, dicho, respuestas) => {
    const name = nameOf(grupos, respuestas)
    const system = toSystem(grupos, { dicho, respuestas, name })
    const end = (sense: 'Minimize' | 'Maximize', sum: string) => {
      const found = highs.solve(`${sense}\n obj: ${sum}\n${system}`, { output_flag: false, threads: 1 })
      if (found.Status !== 'Optimal') throw new Error(`the published statements contradict each other: ${found.Status}`)
      return Math.round(found.ObjectiveValue)
    }
    return dicho.map(({ grupos: ids, respuesta }) => {
      const sum = ids.map((id) => name(id, respuesta)).join(' + ')
      return { minimo: end('Minimize', sum), maximo: end('Maximize', sum) }
    })
  }
}

/** Statements of which fewer values are left than the minimum, or than the persons of whom they are allow. */
export function estrechas(
  grupos: readonly GrupoAtacado[],
  { dicho, acotadas, minimo }: { dicho: readonly Afirmacion[]; acotadas: readonly Intervalo[]; minimo: number },
): { afirmacion: Afirmacion; queda: Intervalo }[] {
  const personas = new Map(grupos.map((grupo) => [grupo.id, grupo.personas]))
  return dicho.flatMap((afirmacion, at) => {
    const queda = acotadas[at]
    const of = afirmacion.grupos.reduce((sum, id) => sum + (personas.get(id) ?? 0), 0)
    return queda && queda.maximo - queda.minimo + 1 < Math.min(minimo, of + 1) ? [{ afirmacion, queda }] : []
  })
}

type Name = (grupo: string, respuesta: string) => string

function nameOf(grupos: readonly GrupoAtacado[], respuestas: readonly string[]): Name {
  const at = new Map(grupos.map(({ id }, index) => [id, index]))
  return (grupo, respuesta) => `x${at.get(grupo) ?? 'none'}_${respuestas.indexOf(respuesta)}`
}

function toSystem(
  grupos: readonly GrupoAtacado[],
  { dicho, respuestas, name }: { dicho: readonly Afirmacion[]; respuestas: readonly string[]; name: Name },
): string {
  const sizes = grupos.map(({ id, personas }) => `${respuestas.map((respuesta) => name(id, respuesta)).join(' + ')} = ${personas}`)
  const told = dicho
    .filter((each) => each.grupos.length > 0)
    .flatMap(({ grupos: ids, respuesta, cuantas }) => {
      const sum = ids.map((id) => name(id, respuesta)).join(' + ')
      return [`${sum} >= ${cuantas.minimo}`, `${sum} <= ${cuantas.maximo}`]
    })
  const known = grupos.flatMap(({ id, personas, conocida }) => (conocida === undefined ? [] : [`${name(id, conocida)} = ${personas}`]))
  const variables = grupos.flatMap(({ id }) => respuestas.map((respuesta) => name(id, respuesta)))
  return `Subject To\n ${[...sizes, ...told, ...known].join('\n ')}\nGeneral\n ${variables.join(' ')}\nEnd\n`
}

function count(grupos: readonly GrupoAtacado[]): number {
  return grupos.reduce((total, { personas }) => total + personas, 0)
}
