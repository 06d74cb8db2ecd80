import { parseJson } from '@conoceles/domain/typed'
import type { Asked } from '../../../database/reader.ts'
import { readRows } from '../../../database/rows.ts'

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

export interface Publicado {
  /** The newest public corte; null before the first. */
  corte: CorteVisto | null
  /** The tables of its statistics, by clave: the very bytes that anybody is handed. */
  publicas: Map<string, TablaPublica>
}

/** In one question: of an earlier corte nobody is handed the tables any more. */
export async function readPublicado(lector: Asked): Promise<Publicado> {
  const rows = await readRows<{ numero: number; en: Date; sha256: string; contenido: Buffer | null }>(
    lector,
    `select c.numero, c.en, c.sha256, r.contenido from (select numero, en, sha256 from publico.corte order by numero desc limit 1) c
     left join publico.recurso r on r.hasta_corte is null and r.ruta like 'estadisticas/%' and r.ruta not like '%/csv'
     order by r.ruta collate "C"`,
  )
  const [first] = rows
  const tablas = rows.flatMap(({ contenido }) => (contenido ? [parseJson<TablaPublica>(contenido.toString('utf8'))] : []))
  return {
    corte: first ? { numero: first.numero, en: first.en.toISOString(), sha256: first.sha256 } : null,
    publicas: new Map(tablas.map((tabla) => [tabla.clave, tabla])),
  }
}
