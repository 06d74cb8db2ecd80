import { groupBy, ordenJusto } from '@conoceles/domain'
import type { Publica } from '../index.ts'
import { EXPLICACION_INFORMACION, NOTA_SORTEO, NOTAS_PUBLICAS, TITULOS } from './celdas-en-palabras.ts'
import type { FilaTabla, Tabla } from './tabla.ts'

export const TABLA_INFORMACION = 'informacion'

interface Orden {
  actores: readonly { clave: string; nombre: string }[]
  /** Clave of the proceso. */
  proceso: string
  /** Day of the draw; null where nothing is drawn. */
  sorteo: string | null
}

/**
 * How complete the pages of each actor político are, in the order of a draw and never by their figures. It counts the public pages, and
 * nothing of identity: nobody may know which personas answered that.
 */
export function tablaInformacion(publicas: readonly Publica[], { actores, proceso, sorteo }: Orden): Tabla {
  const byActor = groupBy(publicas, ({ actor }) => actor)
  const postulan = actores.filter(({ clave }) => byActor.has(clave))
  const orden = ordenJusto(
    postulan.map(({ clave }) => ({ contienda: TABLA_INFORMACION, actor: clave })),
    { sorteo, proceso },
  )
  return {
    clave: TABLA_INFORMACION,
    titulo: TITULOS.informacion,
    tipo: 'publica',
    explicacion: EXPLICACION_INFORMACION,
    contadaEl: null,
    minimo: null,
    columnas: COLUMNAS.map(([clave, nombre]) => ({ clave, nombre, exacta: true })),
    filas: orden.flatMap((at) => {
      const actor = postulan[at]
      return actor ? [toFila(actor, byActor.get(actor.clave) ?? [])] : []
    }),
    total: toFila({ clave: 'total', nombre: 'Total' }, publicas),
    notas: [empezadasEnPalabras(publicas), ...(sorteo === null ? [] : [NOTA_SORTEO]), ...(NOTAS_PUBLICAS[TABLA_INFORMACION] ?? [])],
    fuente: null,
    confianza: null,
  }
}

/** The home counts those who began: both figures stand on one site. */
function empezadasEnPalabras(publicas: readonly Publica[]): Tabla['notas'][number] {
  const n = publicas.filter(({ captura }) => captura !== null && captura !== 'sin_captura').length
  const quienes = n === 1 ? '1 candidatura empezó' : `${n.toLocaleString('es-MX')} candidaturas empezaron`
  return {
    clave: 'empezadas',
    texto: `${quienes} a contestar. Aquí se cuentan las que ya muestran respuestas: se publican al revisarlas el Instituto.`,
  }
}

const COLUMNAS = [
  ['registradas', 'Candidaturas', () => true],
  [
    'conCuestionario',
    'Con respuestas del cuestionario',
    ({ respuestas, conPropuestas }) => conPropuestas || Object.keys(respuestas).length > 0,
  ],
  ['conPropuestas', 'Con propuestas', ({ conPropuestas }) => conPropuestas],
  ['conFotografia', 'Con fotografía', ({ conFotografia }) => conFotografia],
] as const satisfies readonly (readonly [string, string, (publica: Publica) => boolean])[]

function toFila({ clave, nombre }: { clave: string; nombre: string }, publicas: readonly Publica[]): FilaTabla {
  const counts = COLUMNAS.map(([, , counts]) => publicas.filter(counts).length)
  return { clave, nombre, celdas: counts.map((n) => ({ minimo: n, maximo: n })) }
}
