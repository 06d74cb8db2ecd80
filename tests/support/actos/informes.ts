import type { TestApp } from '../app.ts'
import { must, sql } from '../registro/candidaturas.ts'

export interface FilaInforme {
  clave: string
  nombre: string
  celdas: string[]
}

export interface TablaInforme {
  clave: string
  denominador: string
  columnas: { clave: string; tipo: string }[]
  filas: FilaInforme[]
  total: FilaInforme | null
}

export interface Informe {
  clave: string
  vence: string | null
  advertencias: string[]
  secciones: { clave: string; version: number; texto: string }[]
  listaCortes: { numero: number; sha256: string; cortePublico: number | null }[]
  listaEmisiones: { numero: number; huellas: { pdf: string; docx: string; xlsx: string } }[]
  tablas: TablaInforme[]
  metodo: string[]
}

export interface Refrescado {
  contenido: string
  deCorte: number
  actualizadas: number
  iguales: number
  aMano: string[]
  yaNoEstan: string[]
  noEstaban: string[]
  detail?: string
}

export interface Cambios {
  cifras: { fila: string; columna: string; antes: string | null; ahora: string | null }[]
  textos: { clave: string }[]
}

/** Cells as numbers. */
export const cifras = ({ celdas }: FilaInforme) =>
  celdas.map((text) => (text === '—' ? null : Number(text.replaceAll(/[,+ %]/g, '').replace('−', '-'))))

/** Ends of an interval as it is read: «8 a 12», «A lo más 2», «5», «—». */
export function ends(text: string): (number | null)[] {
  if (text === '—') return [null, null]
  const numbers = [...text.matchAll(/\d[\d,]*/g)].map(([digits]) => Number(digits.replaceAll(',', '')))
  if (text.startsWith('A lo más')) return [0, must(numbers[0])]
  return [must(numbers[0]), numbers[1] ?? must(numbers[0])]
}

/** The same figures, counted one by one with SQL of its own. */
export async function contadas(test: TestApp, where: string): Promise<number> {
  const [row] = await sql<{ n: number }>(
    test,
    `select count(*)::int as n from captura.candidatura c join captura.cargo g on g.id = c.cargo_id join captura.actor_politico a on a.id = c.actor_id where ${where}`,
  )
  return must(row).n
}

export const VIGENTE = `c.estatus = 'aprobada'`
const CUMPLE = `${VIGENTE} and c.estatus_captura in ('completa', 'validada', 'verificada')`
const OBSERVADA = `${VIGENTE} and c.estatus_captura in ('observada', 'en_correccion')`
const COLUMNAS: [string, string][] = [
  ['universo', VIGENTE],
  ['capturadas', `${VIGENTE} and c.estatus_captura not in ('sin_captura', 'en_captura')`],
  ['validadas', `${VIGENTE} and c.estatus_captura in ('validada', 'observada', 'en_correccion', 'verificada')`],
  ['verificadas', `${VIGENTE} and c.estatus_captura = 'verificada'`],
  ['cumplen', CUMPLE],
  ['sinCaptura', `${VIGENTE} and c.estatus_captura = 'sin_captura'`],
  ['enCaptura', `${VIGENTE} and c.estatus_captura = 'en_captura'`],
  ['conObservaciones', OBSERVADA],
  ['pendientes', `${VIGENTE} and not (${CUMPLE})`],
  ['vencidas', `${VIGENTE} and c.estatus_captura in ('sin_captura', 'en_captura') and c.captura_vence < DIA`],
  ['sustituidas', `c.estatus = 'sustituida'`],
  ['canceladas', `c.estatus = 'cancelada'`],
]
const POR: Record<string, string> = { cargo: 'g.clave', principio: 'g.principio', clase: 'a.tipo', actor: 'a.clave' }

/** Every figure of every table of captura, against SQL. */
export async function revisar(test: TestApp, tablas: readonly TablaInforme[], dia: string): Promise<number> {
  let reviewed = 0
  for (const tabla of tablas) {
    const by = POR[tabla.clave.replace(/^(avance|pendientes|plazos)-/, '')]
    if (!by) continue
    const asked = COLUMNAS.filter(([columna]) => tabla.columnas.some(({ clave }) => clave === columna))
    const counts = asked.map(([columna, where]) => `count(*) filter (where ${where.replace('DIA', `'${dia}'::date`)})::int as "${columna}"`)
    const rows = await sql<Record<string, number | string>>(
      test,
      `select coalesce(${by}, 'total') as fila, ${counts.join(', ')} from captura.candidatura c join captura.cargo g on g.id = c.cargo_id
       join captura.actor_politico a on a.id = c.actor_id group by rollup (${by})`,
    )
    for (const fila of [...tabla.filas, must(tabla.total)]) {
      const counted = rows.find((row) => row['fila'] === fila.clave)
      for (const [columna] of asked) {
        const at = tabla.columnas.findIndex(({ clave }) => clave === columna)
        expect([tabla.clave, fila.clave, columna, cifras(fila)[at]]).toEqual([tabla.clave, fila.clave, columna, counted?.[columna] ?? 0])
        reviewed += 1
      }
    }
  }
  return reviewed
}
