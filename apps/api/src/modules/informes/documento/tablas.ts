import { celdaEnTexto, enCifras, parteDe, enPorcentaje, type FilaInforme, type GraficaInforme, type TablaInforme } from '@conoceles/domain'
import { measureColumns } from '../../../shared/documentos/pdf/columns.ts'
import type { PdfBlock, PdfChart, PdfDocument } from '../../../shared/documentos/pdf/model.ts'

/** A table with its title, its universe and its notes; and its chart after it. */
export function bloquesDeTabla(tabla: TablaInforme, orientation: PdfDocument['orientation']): PdfBlock[] {
  const { titulo, rotulo, denominador, columnas, notas, total, grafica } = tabla
  const filas = filasDe(tabla)
  const rows = filas.map(({ nombre, celdas }) => [nombre, ...celdas.map((celda, at) => celdaEnTexto(celda, columnas[at]?.tipo ?? 'texto'))])
  const measured = measureColumns([rotulo, ...columnas.map(({ nombre }) => nombre)], rows, orientation)
  return [
    { type: 'heading', level: 3, text: titulo },
    {
      type: 'table',
      caption: denominador,
      columns: measured.map((column, at) => (at === 0 || columnas[at - 1]?.tipo === 'texto' ? column : { ...column, align: 'end' })),
      rows,
      notes: notas,
      total: total !== null,
      fields: filas.map((fila) => [null, ...columnas.map((columna) => (columna.tipo === 'texto' ? null : `${tabla.clave}.${fila.clave}.${columna.clave}`))]),
    },
    ...(grafica ? [toChart(tabla, grafica)] : []),
  ] // prettier-ignore
}

export function filasDe({ filas, total }: TablaInforme): FilaInforme[] {
  return total === null ? filas : [...filas, total]
}

function toChart({ filas, columnas }: TablaInforme, { titulo, partes, de }: GraficaInforme): PdfChart {
  const at = (clave: string) => columnas.findIndex((columna) => columna.clave === clave)
  const legend = partes.map((clave) => columnas[at(clave)]?.nombre ?? clave)
  const valueOf = ({ celdas }: FilaInforme, clave: string) => Number(celdas[at(clave)] ?? 0)
  const bars = filas.map((fila) => {
    const [first = ''] = partes
    const share = parteDe(valueOf(fila, first), valueOf(fila, de))
    return {
      label: fila.nombre,
      parts: partes.map((clave) => valueOf(fila, clave)),
      text: share === null ? 'nadie' : `${enPorcentaje(share)} de ${enCifras(valueOf(fila, de))}`,
    }
  })
  const [main = ''] = legend
  const alt = `Barras horizontales, una por renglón de la tabla; la primera parte de cada una es «${main}». ${bars.map(({ label, text }) => `${label}: ${text}`).join('; ')}.`
  return { type: 'chart', caption: `${titulo}: «${main}» sobre el universo de cada renglón`, alt, legend, bars }
}
