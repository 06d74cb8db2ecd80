import { celdaEnTexto, enCifras, JUNTAS, type Cruce } from '@conoceles/domain'
import type { Tabla } from '../../publicacion/estadisticas/index.ts'

export const ROTULOS: Record<Cruce, string> = { cargo: 'Cargo', actor: 'Actor político', municipio: 'Municipio' }

const SIN_CANDIDATURAS = 'Sin candidaturas'
const NO_SE_DICE = 'No se dice'
/** Public facts of those who were counted with others stand in their own rows. */
const EN_SU_RENGLON = 'En su renglón'

export interface FilaEnPalabras {
  nombre: string
  celdas: string[]
}

/** Every row with its cells as they are read; the total is the last. Nothing is left blank: a cell without a figure says why. */
export function filasEnPalabras({ columnas, filas, total }: Pick<Tabla, 'columnas' | 'filas' | 'total'>): FilaEnPalabras[] {
  const registradas = columnas.findIndex(({ clave }) => clave === 'registradas')
  return [...filas, total].map(({ clave, nombre, celdas }) => {
    const vacia = clave === JUNTAS ? EN_SU_RENGLON : celdas[registradas]?.minimo === 0 ? SIN_CANDIDATURAS : NO_SE_DICE
    return { nombre, celdas: celdas.map((celda, at) => inWords(celda, { exacta: columnas[at]?.exacta === true, vacia })) }
  })
}

function inWords(celda: Tabla['total']['celdas'][number], { exacta, vacia }: { exacta: boolean; vacia: string }): string {
  const { minimo } = celda
  if (minimo === null) return vacia
  return exacta ? enCifras(minimo) : celdaEnTexto(celda, 'intervalo')
}

/** Rows with candidaturas of which no answer is told. */
export function sinDecir({ columnas, filas }: Pick<Tabla, 'columnas' | 'filas'>): number {
  const answers = columnas.flatMap(({ exacta }, at) => (exacta ? [] : [at]))
  const registradas = columnas.findIndex(({ clave }) => clave === 'registradas')
  return filas.filter(({ celdas }) => celdas[registradas]?.minimo !== 0 && answers.every((at) => celdas[at]?.minimo === null)).length
}
