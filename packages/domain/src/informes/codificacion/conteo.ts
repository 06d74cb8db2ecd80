import { formarLotes, loteMenor, type Intervalo } from '../../publicacion/estadistica/index.ts'
import { acuerdoDe } from './acuerdo.ts'
import { OTRAS } from './libro.ts'

/** A coded text at the end: the category of each of the two, and the one that stands. */
export interface TextoCodificado {
  codigos: readonly [string, string]
  final: string
}

/** Result of a coding as it may be told, once and for all. */
export interface ResultadoCodificacion {
  /** Texts, one of each person, that were counted; null: too few to tell anything of them. */
  contados: number | null
  /** Categories that are told, in the order of the codebook and «Otras» last; none where nothing is counted. */
  categorias: { clave: string; cuantas: Intervalo }[]
  /** Claves of those that are told as part of «Otras», because few texts are of them. */
  reunidas: string[]
  /** Agreement before anything was settled, in the closeness that tells nobody's answer; null where nothing is counted. */
  acuerdo: { porcentaje: number; kappa: number | null } | null
}

/** Fewer texts than this and nothing can be told: they are not even read. */
export function textosNecesarios(minimo: number): number {
  return loteMenor(minimo)
}

/**
 * Counts a coding as the statistics count a question: one lote, each figure a true interval that depends on its own cell alone. A category of
 * which there may be none is told within «Otras»; and no more than fit below the minimum, as of more answers the size of the lote could
 * follow. The choice of categories follows from the told figures, so it reveals nothing else. `textos` come in an order that has nothing to do
 * with their content; `claves`: of the codebook, in its order.
 */
export function contarCodificacion(
  textos: readonly TextoCodificado[],
  { claves, minimo }: { claves: readonly string[]; minimo: number },
): ResultadoCodificacion {
  const personas = textos.map((texto) => ({ celda: 'todos', respuesta: texto.final, texto }))
  const [todas] = formarLotes(personas, { minimo, respuestas: claves })
  if (!todas) return { contados: null, categorias: [], reunidas: [], acuerdo: null }
  const { respuestas } = todas.lote
  const propias = claves.filter((clave) => clave !== OTRAS.clave)
  const dichas = propias.filter((clave) => (respuestas[clave]?.minimo ?? 0) > 0).slice(0, minimo - 2)
  const merged = todas.personas.map(({ celda, respuesta }) => ({ celda, respuesta: dichas.includes(respuesta) ? respuesta : OTRAS.clave }))
  const [lote] = formarLotes(merged, { minimo, respuestas: [...dichas, OTRAS.clave] })
  const categorias = [...dichas, OTRAS.clave].flatMap((clave) => {
    const cuantas = lote?.lote.respuestas[clave]
    return cuantas ? [{ clave, cuantas }] : []
  })
  const contados = todas.lote.tamano
  return {
    contados,
    categorias,
    reunidas: propias.filter((clave) => !dichas.includes(clave)),
    acuerdo: acuerdoDicho(
      todas.personas.map(({ texto }) => texto.codigos),
      { casiTodas: categorias.some(({ cuantas }) => cuantas.maximo === contados) },
    ),
  }
}

/**
 * Agreement to the nearest five in a hundred and kappa to the nearest tenth: closer, kappa would tell the marginals. No kappa is told where nearly
 * all is of one category: it may have no value then, and its absence would say that all are.
 */
function acuerdoDicho(
  pares: readonly (readonly [string, string])[],
  { casiTodas }: { casiTodas: boolean },
): ResultadoCodificacion['acuerdo'] {
  const { n, iguales, kappa } = acuerdoDe(pares)
  const rounded = kappa === null || casiTodas ? null : Math.round(kappa * 10) / 10
  // A rounded zero has no sign.
  return { porcentaje: Math.round((20 * iguales) / n) * 5, kappa: rounded === 0 ? 0 : rounded }
}
