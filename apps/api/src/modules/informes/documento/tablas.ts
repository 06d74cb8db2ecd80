import { celdaEnTexto, enCifras, parteDe, enPorcentaje, type FilaInforme, type GraficaInforme, type TablaInforme } from '@conoceles/domain'
import { measureColumns } from '../../../shared/documentos/pdf/columns.ts'
import { enLista } from '../../../shared/documentos/palabras.ts'
import type { PdfBlock, PdfChart, PdfDocument } from '../../../shared/documentos/pdf/model.ts'

interface Bloques {
  /** One list for each table, in their order. */
  bloques: PdfBlock[][]
  /** Notes of more than one table: they are read once, by their number. */
  notas: string[]
}

/** Tables and charts, each with its number; and the notes that several of them share. */
export function bloquesDeTablas(tablas: readonly TablaInforme[], orientation: PdfDocument['orientation']): Bloques {
  const all = tablas.flatMap((tabla) => [...new Set(tabla.notas)])
  const notas = [...new Set(all.filter((nota, at) => all.indexOf(nota) !== at))]
  let graficas = 0
  const bloques = tablas.map((tabla, at) => [
    ...bloquesDeTabla(tabla, { orientation, numero: at + 1, compartidas: notas }),
    ...(tabla.grafica ? [toChart(tabla, tabla.grafica, (graficas += 1))] : []),
  ])
  return { bloques, notas }
}

/** A table with its title, its universe and its own notes. */
function bloquesDeTabla(
  { clave, titulo, rotulo, denominador, columnas, notas, total, ...tabla }: TablaInforme,
  { orientation, numero, compartidas }: { orientation: PdfDocument['orientation']; numero: number; compartidas: readonly string[] },
): PdfBlock[] {
  const heading: PdfBlock = { type: 'heading', level: 3, text: `Tabla ${numero}. ${titulo}` }
  const filas = filasDe({ ...tabla, total })
  // Nothing to tell is a sentence, and not a table with its heads alone.
  if (filas.length === 0) return [heading, { type: 'paragraph', text: denominador, field: `${clave}.denominador` }]
  const rows = filas.map(({ nombre, celdas }) => [nombre, ...celdas.map((celda, at) => celdaEnTexto(celda, columnas[at]?.tipo ?? 'texto'))])
  const measured = measureColumns([rotulo, ...columnas.map(({ nombre }) => nombre)], rows, orientation)
  return [
    heading,
    {
      type: 'table',
      caption: denominador,
      columns: measured.map((column, at) => (at === 0 || columnas[at - 1]?.tipo === 'texto' ? column : { ...column, align: 'end' })),
      rows,
      notes: [...notas.filter((nota) => !compartidas.includes(nota)), ...llamadaA(notas, compartidas)],
      total: total !== null,
      fields: filas.map((fila) => [null, ...columnas.map((columna) => (columna.tipo === 'texto' ? null : `${clave}.${fila.clave}.${columna.clave}`))]),
    },
  ] // prettier-ignore
}

/** "Véanse las notas 1, 2 y 5, al final." */
function llamadaA(notas: readonly string[], compartidas: readonly string[]): string[] {
  const own = compartidas.flatMap((nota, at) => (notas.includes(nota) ? [String(at + 1)] : []))
  if (own.length === 0) return []
  return [own.length === 1 ? `Véase la nota ${own.join('')}, al final.` : `Véanse las notas ${enLista(own)}, al final.`]
}

export function filasDe({ filas, total }: Pick<TablaInforme, 'filas' | 'total'>): FilaInforme[] {
  return total === null ? filas : [...filas, total]
}

function toChart({ filas, columnas }: TablaInforme, { titulo, partes, cuentan = 1, de }: GraficaInforme, numero: number): PdfChart {
  const at = (clave: string) => columnas.findIndex((columna) => columna.clave === clave)
  const legend = partes.map((clave) => columnas[at(clave)]?.nombre ?? clave)
  const valueOf = ({ celdas }: FilaInforme, clave: string) => Number(celdas[at(clave)] ?? 0)
  const bars = filas.map((fila) => {
    const counted = partes.slice(0, cuentan).reduce((sum, clave) => sum + valueOf(fila, clave), 0)
    const share = parteDe(counted, valueOf(fila, de))
    return {
      label: fila.nombre,
      parts: partes.map((clave) => valueOf(fila, clave)),
      text: share === null ? 'nadie' : `${enPorcentaje(share)} de ${enCifras(valueOf(fila, de))}`,
    }
  })
  const main = enLista(legend.slice(0, cuentan).map((each) => `«${each}»`))
  const first = cuentan === 1 ? `la primera parte de cada una es ${main}` : `las primeras partes de cada una son ${main}`
  const alt = `Barras horizontales, una por renglón de la tabla; ${first}. ${bars.map(({ label, text }) => `${label}: ${text}`).join('; ')}.`
  return {
    type: 'chart',
    caption: `Gráfica ${numero}. ${titulo}: ${main} sobre el universo de cada renglón. Fuente: elaboración propia con datos del Sistema`,
    alt,
    legend,
    bars,
  }
}
