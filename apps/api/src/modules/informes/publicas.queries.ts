import type { EntityManager } from 'typeorm'
import type { Asked } from '../../database/reader.ts'

/** A table of the public statistics, as its page has it. */
export interface TablaPublica {
  clave: string
  titulo: string
  tipo: 'publica' | 'identidad'
  explicacion: string
  contadaEl: string | null
  minimo: number | null
  columnas: { clave: string; nombre: string; exacta: boolean }[]
  filas: FilaPublicada[]
  total: FilaPublicada
  notas: { clave: string; texto: string }[]
}

export interface FilaPublicada {
  clave: string
  nombre: string
  celdas: { minimo: number | null; maximo: number | null }[]
}

export interface CorteVisto {
  numero: number
  en: string
  sha256: string
}

/** The newest public corte; null before the first. */
export async function findCortePublico(tx: EntityManager): Promise<CorteVisto | null> {
  const [row] = (await tx.query('select numero, en, sha256 from publico.corte order by numero desc limit 1')) as {
    numero: number
    en: Date
    sha256: string
  }[]
  return row ? { ...row, en: row.en.toISOString() } : null
}

/** Tables of the statistics as they were public at a corte, by clave: the very bytes that anybody was handed. */
export async function readTablasPublicas(lector: Asked, corte: number): Promise<Map<string, TablaPublica>> {
  const rows = (await lector.query(
    `select contenido from publico.recurso where ruta like 'estadisticas/%' and ruta not like '%/csv' and contenido is not null
       and desde_corte <= $1 and (hasta_corte is null or hasta_corte > $1) order by ruta collate "C"`,
    [corte],
  )) as { contenido: Buffer }[]
  const tablas = rows.map(({ contenido }) => JSON.parse(contenido.toString('utf8')) as TablaPublica)
  return new Map(tablas.map((tabla) => [tabla.clave, tabla]))
}
