import { teselasOf, type Tesela } from '../../shared/lugar/mosaico.ts'
import { useMosaicos } from '../../shared/lugar/useMosaicos.ts'
import { cifrasOf, type Resumen } from './estadistica.ts'

export interface Mapa {
  columnas: number
  credito: string
  teselas: Tesela[]
}

const DE_LUGARES: ReadonlySet<string> = new Set(['municipio', 'distrito'])

export function isDeLugares({ clave }: Pick<Resumen, 'clave'>): boolean {
  return DE_LUGARES.has(clave)
}

/** The map of a table by place; null where the pack draws none, or while it is not there. `asked`: whether one is needed. */
export function useMapas(asked: () => boolean): (tabla: Resumen) => Mapa | null {
  const mosaicos = useMosaicos(asked)
  return (tabla) => {
    const mosaico = mosaicos.value.find(({ tipo }) => tipo === tabla.clave)
    if (!mosaico) return null
    const { columnas, credito } = mosaico
    return { columnas, credito, teselas: teselasOf(mosaico, cifrasOf(tabla), 100) }
  }
}
