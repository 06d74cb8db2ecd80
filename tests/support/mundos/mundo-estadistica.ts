import fc from 'fast-check'
import {
  celdaFina,
  formarLotes,
  groupBy,
  JUNTAS,
  renglonDeCelda,
  tablaCruzada,
  tablaIdentidad,
  valorDeCelda,
  type FilaCruzada,
  type FilaIdentidad,
  type Intervalo,
  type LoteFormado,
} from '@conoceles/domain'
import type { Afirmacion, GrupoAtacado } from './ataque.ts'

/** A persona of a small process, and her fate in its cortes. */
export interface Vecina {
  id: number
  celda: string
  /** Her actor político, by which the table may be crossed. */
  actor: string
  respuesta: string
  /** Corte from which she may be counted. */
  desde: number
  /** Corte at which she is counted no longer: she withdrew, or left the candidatura; null: she stays. */
  hasta: number | null
  /** She makes her answer public herself when she leaves the count (a badge). */
  declara: boolean
}

export const CORTES = [1, 2, 3] as const
export const ACTORES = ['sol', 'mar', 'paz'] as const
export const RESPUESTAS = ['si', 'no', 'pnc'] as const

/** Known answers of one lote in one process from which no other follows yet: one more could be all that "few" hides. */
export const CONOCIDAS = 6

/** Small processes made to be solved: everybody of a kind answers alike, sizes lie on the edges, many leave at once. */
export function procesos(respuestas: readonly string[], options: { declaran: boolean }): fc.Arbitrary<Vecina[]> {
  const block = fc.record({
    cuantas: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constantFrom(15, 21, 22, 23, 28, 29, 30, 43)),
    celda: fc.constantFrom('mujer', 'mujer', 'hombre'),
    actor: fc.constantFrom(...ACTORES),
    respuesta: fc.constantFrom(...respuestas),
    desde: fc.constantFrom(...CORTES),
    dura: fc.constantFrom(null, null, 1, 2),
    declara: options.declaran ? fc.boolean() : fc.constant(false),
  })
  return fc.array(block, { minLength: 1, maxLength: 8 }).map((blocks) => {
    const all = blocks.flatMap(({ cuantas, dura, ...each }) =>
      Array.from({ length: cuantas }, () => ({ ...each, hasta: dura === null ? null : each.desde + dura })),
    )
    const some = new Set(all.filter(({ declara, hasta }) => declara && hasta !== null).slice(0, CONOCIDAS))
    return all.map((each, id) => ({ ...each, id, declara: some.has(each) }))
  })
}

export interface Publicado {
  corte: number
  filas: FilaIdentidad[]
  total: FilaIdentidad
  /** The same lotes by actor político, where the pack crosses the table. */
  cruce: FilaCruzada[]
}

type Formado = LoteFormado<Vecina> & { corte: number }

export interface Historia {
  publicado: Publicado[]
  formados: Formado[]
}

/** The same as one that a pack crosses by actor político. */
export function publicarCruzada(vecinas: readonly Vecina[], minimo: number, respuestas: readonly string[]): Historia {
  const finas = vecinas.map((each) => ({ ...each, fina: celdaFina(each.celda, [['actor', each.actor]]) }))
  return publicarTodo(finas, minimo, respuestas)
}

/** Every corte of a process, by the rules of the domain. */
export function publicarTodo(vecinas: readonly (Vecina & { fina?: string })[], minimo: number, respuestas: readonly string[]): Historia {
  const formados: Formado[] = []
  const publicado = CORTES.map((corte) => {
    const counted = new Set(formados.flatMap(({ personas }) => personas.map(({ id }) => id)))
    const fresh = vecinas.filter((each) => isThere(each, corte) && !counted.has(each.id))
    formados.push(...formarLotes(fresh, { minimo, respuestas }).map((each) => ({ ...each, corte })))
    const vivos = formados.map(({ lote, personas }) => ({ ...lote, quedan: personas.filter((each) => isThere(each, corte)).length }))
    const celdas = ['mujer', 'hombre'].map((clave) => ({ clave, nombre: clave, universo: universoOf(vecinas, clave, corte) }))
    const actores = ACTORES.map((clave) => ({ clave, nombre: clave, universo: NADIE }))
    return { corte, ...tablaIdentidad(celdas, vivos), cruce: tablaCruzada(actores, vivos, ({ celda }) => valorDeCelda(celda, 'actor')) }
  })
  return { publicado, formados }
}

export function isThere({ desde, hasta }: Vecina, corte: number): boolean {
  return desde <= corte && (hasta === null || corte < hasta)
}

const NADIE = { registradas: 0, verificadas: 0, conDistintivo: 0, sinVerificar: 0 }

function universoOf(vecinas: readonly Vecina[], celda: string, corte: number) {
  const registradas = vecinas.filter((each) => each.celda === celda && isThere(each, corte)).length
  return { registradas, verificadas: registradas, conDistintivo: 0, sinVerificar: 0 }
}

/**
 * Knowledge of the neighbour: every row of every corte and, though nobody publishes it, each lote by itself, its members and
 * until when. `complices`: so many of each lote who tell her their answers.
 */
export function loSabido({ publicado, formados }: Historia, complices = 0): { grupos: GrupoAtacado[]; dicho: Afirmacion[] } {
  const parts = formados.flatMap(({ personas, corte, lote }, at) => {
    const friends = new Set(personas.slice(0, complices).map(({ id }) => id))
    return [...groupBy(personas, (each) => keyOf(each, friends))].map(([key, all]) => ({ id: `${at}|${key}`, at, corte, lote, all, key }))
  })
  const grupos = parts.map(({ id, all, key }) => ({
    id,
    personas: all.length,
    ...(key.startsWith('!') ? { conocida: all[0]?.respuesta ?? '' } : {}),
  }))
  const ofRow = (corte: number, isOf: (celda: string) => boolean) =>
    parts.filter(({ corte: since, lote, all }) => since <= corte && isOf(lote.celda) && all.some((each) => isThere(each, corte)))
  const rows = publicado.flatMap(({ corte, filas, total, cruce }) => [
    ...filas.flatMap((fila) =>
      told(
        fila.respuestas,
        ofRow(corte, (celda) => renglonDeCelda(celda) === fila.clave),
      ),
    ),
    ...told(
      total.respuestas,
      ofRow(corte, () => true),
    ),
    ...cruce.flatMap(({ clave, respuestas }) => {
      const actor = clave === JUNTAS ? null : clave
      return told(respuestas, ofRow(corte, (celda) => valorDeCelda(celda, 'actor') === actor)) // prettier-ignore
    }),
  ])
  const lotes = formados.flatMap(({ lote }, at) =>
    told(
      lote.respuestas,
      parts.filter((part) => part.at === at),
    ),
  )
  return { grupos, dicho: [...rows, ...lotes] }
}

function keyOf({ id, respuesta, hasta, declara }: Vecina, friends: ReadonlySet<number>): string {
  // A declaration is for good: in the end the neighbour knows it also of the cortes before.
  return friends.has(id) || declara ? `!${respuesta}|${hasta}` : `?|${hasta}`
}

function told(respuestas: Record<string, Intervalo> | null, parts: readonly { id: string }[]): Afirmacion[] {
  return Object.entries(respuestas ?? {}).map(([respuesta, cuantas]) => ({ grupos: parts.map(({ id }) => id), respuesta, cuantas }))
}

/** The same rows with the true counts: a table that protects nobody, or only small numbers. */
export function sinProteger(historia: Historia, { desde = 0 }: { desde?: number } = {}): Historia {
  const exact = (personas: readonly Vecina[], respuestas: Record<string, Intervalo>) =>
    Object.fromEntries(
      Object.keys(respuestas).map((clave) => {
        const n = personas.filter(({ respuesta }) => respuesta === clave).length
        return [clave, n < desde ? { minimo: 0, maximo: desde - 1 } : { minimo: n, maximo: n }]
      }),
    )
  const formados = historia.formados.map((each) => ({
    ...each,
    lote: { ...each.lote, respuestas: { ...each.lote.respuestas, ...exact(each.personas, each.lote.respuestas) } },
  }))
  const publicado = historia.publicado.map(({ corte, filas, total, cruce }) => {
    const there = formados
      .filter((each) => each.corte <= corte)
      .flatMap(({ personas, lote }) => personas.filter((each) => isThere(each, corte)).map((each) => ({ ...each, celda: lote.celda })))
    const row = (fila: FilaIdentidad) => ({
      ...fila,
      respuestas:
        fila.respuestas &&
        exact(
          there.filter(({ celda }) => fila.clave === 'total' || celda === fila.clave),
          fila.respuestas,
        ),
    })
    return { corte, filas: filas.map(row), total: row(total), cruce }
  })
  return { publicado, formados }
}
