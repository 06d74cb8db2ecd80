import type { Cell, Workbook } from '../../../../shared/documentos/xlsx/model.ts'
import { AVISO_SIMULACRO, contenidoDe, fichaDe, resumenDe, tituloDe, type Listado } from './contenido.ts'

/** The listado to be worked with: rows alone under their headings, and their explanation on a sheet of its own. */
export function toWorkbook(listado: Listado): Workbook {
  const { emisor, corte } = listado
  const { columns, rows } = contenidoDe(listado)
  return {
    title: tituloDe(listado),
    author: emisor.instituto.nombre,
    createdAt: corte,
    sheets: [
      {
        name: 'Listado',
        widths: columns.map(({ width, titulo }) => Math.max(width, titulo.length + 3)),
        headerRows: 1,
        rows: [columns.map(({ titulo }) => titulo), ...rows],
      },
      { name: 'Acerca del listado', widths: [24, 120], headerRows: 0, rows: about(listado) },
    ],
  }
}

function about(listado: Listado): Cell[][] {
  const { emisor, rows } = listado
  return [
    ...(emisor.simulacro ? [['Aviso', AVISO_SIMULACRO]] : []),
    ['Listado', tituloDe(listado)],
    ['Instituto', emisor.instituto.nombre],
    ['Proceso', emisor.proceso],
    ['Candidaturas', rows.length],
    ['Universo', resumenDe(listado)],
    ...fichaDe(listado).map(({ label, text }) => [label, text]),
  ]
}
