import type { CeldaInforme, ColumnaInforme, TablaInforme } from '@conoceles/domain'
import type { Cell, Sheet, Workbook } from '../../../shared/documentos/xlsx/model.ts'
import { comprobar, hechos, huellas, subtitulo, tituloDe, type InformeArmado } from './documento.ts'
import { filasDe } from './tablas.ts'

/** The figures of the informe to work with: a sheet for each table, and one of notes. No text that people wrote is in it. */
export function toLibro({ datos, sha256, papel }: InformeArmado): Workbook {
  return {
    title: `${tituloDe(datos)}. ${subtitulo(datos)}`,
    author: datos.emisor.instituto.nombre,
    createdAt: datos.tomadoEn,
    stored: true,
    sheets: [notas({ datos, sha256, papel }), ...datos.tablas.map(toSheet)],
  }
}

function notas({ datos, sha256, papel }: Pick<InformeArmado, 'datos' | 'sha256' | 'papel'>): Sheet {
  const rows: Cell[][] = [
    ...(datos.emisor.simulacro ? [['Aviso', 'Simulacro: todas las personas de este proceso son ficticias y las cifras también.']] : []),
    ['Informe', `${tituloDe(datos)}. ${subtitulo(datos)}`],
    ...[...hechos(datos, { proyecto: false, antes: papel.antes }), ...huellas(datos, sha256)].map(({ label, text }) => [label, text]),
    ...comprobar(datos).map((text) => ['Comprobación', text]),
    ...datos.metodo.map((text) => ['Método', text]),
    ...datos.tablas.flatMap(({ titulo, denominador, notas: own }, at) => [
      [`Hoja ${at + 1}`, `${titulo}. ${denominador}`],
      ...own.map((text) => [`Nota de la hoja ${at + 1}`, text]),
    ]),
  ]
  return { name: 'Notas', widths: [32, 120], headerRows: 0, rows }
}

const MAX_NAME = 31

function toSheet(tabla: TablaInforme, at: number): Sheet {
  const { rotulo, columnas } = tabla
  const heads = columnas.flatMap(({ nombre, tipo }) => (tipo === 'intervalo' ? [`${nombre}, al menos`, `${nombre}, a lo más`] : [nombre]))
  const rows = filasDe(tabla).map(({ nombre, celdas }) => [
    nombre,
    ...columnas.flatMap((columna, n) => toCells(celdas[n] ?? null, columna)),
  ])
  return {
    name: `${at + 1} ${tabla.titulo.replaceAll(/[:\\/?*[\]]/g, ' ')}`.slice(0, MAX_NAME).trim(),
    widths: [44, ...heads.map((head) => Math.max(12, head.length + 3))],
    headerRows: 1,
    rows: [[rotulo, ...heads], ...rows],
  }
}

function toCells(celda: CeldaInforme, { tipo }: ColumnaInforme): Cell[] {
  if (tipo === 'intervalo') {
    const { minimo, maximo } = typeof celda === 'object' && celda !== null ? celda : { minimo: null, maximo: null }
    return [minimo, maximo]
  }
  if (typeof celda === 'object') return [null]
  return [typeof celda === 'number' && tipo === 'porcentaje' ? { share: celda } : celda]
}
