import { localDay, longDate, membreteDe, type Cruce } from '@conoceles/domain'
import { stringify } from 'csv-stringify/sync'
import type { Tabla } from '../../publicacion/estadisticas/index.ts'
import type { Emisor } from '../../intercambio/exportaciones/index.ts'
import { CSV } from '../../../shared/archivos/csv.ts'
import { enPapel, lugarYFecha } from '../../../shared/documentos/institucional/papel.ts'
import { measureColumns } from '../../../shared/documentos/pdf/columns.ts'
import type { PdfDocument } from '../../../shared/documentos/pdf/model.ts'
import type { PapelInforme } from '../papel.ts'
import { filasEnPalabras, ROTULOS } from './cruce-en-palabras.ts'

export interface CruceArmado {
  emisor: Emisor
  papel: PapelInforme
  tabla: Tabla
  por: Cruce
  pedido: { solicitante: string; motivo: string; contadaEl: string; pedidoEn: string }
}

/** The crossing on the paper of the institute, with the date of its data and what it does not tell. */
export function toDocumento({ emisor, papel, tabla, por, pedido }: CruceArmado): PdfDocument {
  const { titulo, columnas, notas } = tabla
  const dia = localDay(pedido.pedidoEn, emisor.zona)
  const membrete = membreteDe(papel.membrete, { instituto: emisor.instituto.nombre, dia })
  const rows = filasEnPalabras(tabla).map(({ nombre, celdas }) => [nombre, ...celdas])
  const columns = measureColumns([ROTULOS[por], ...columnas.map(({ nombre }) => nombre)], rows, 'landscape')
  return {
    title: titulo,
    institute: emisor.instituto.nombre,
    proceso: emisor.proceso,
    foot: `Respuestas contadas el ${longDate(pedido.contadaEl)}`,
    notice: emisor.simulacro ? SIMULACRO : null,
    createdAt: pedido.pedidoEn,
    orientation: 'landscape',
    membrete: enPapel(membrete, { encabezado: titulo, marcas: emisor.simulacro ? ['SIMULACRO, sin valor legal'] : [] }),
    blocks: [
      { type: 'lines', align: 'end', strong: false, lines: [lugarYFecha(papel.lugar, dia)] },
      {
        type: 'facts',
        facts: [
          { label: 'Para', text: pedido.solicitante },
          { label: 'Lo pide para', text: pedido.motivo },
          { label: 'Respuestas contadas el', text: longDate(pedido.contadaEl) },
        ],
      },
      {
        type: 'table',
        caption: 'Candidaturas vigentes y respuestas del cuestionario de identidad de quienes autorizaron su uso en estadísticas.',
        columns: columns.map((column, at) => (at === 0 ? column : { ...column, align: 'end' })),
        rows,
        total: true,
      },
      { type: 'heading', level: 2, text: 'Cómo se lee' },
      { type: 'list', ordered: false, items: notas.map(({ texto }) => texto) },
    ],
  }
}

const SIMULACRO = 'Simulacro: todas las personas de este documento son ficticias y las cifras también.'

/** The same for a spreadsheet, with the date of its data above. */
export function toCsv({ tabla, por, pedido }: CruceArmado): Buffer {
  const head = [ROTULOS[por], ...tabla.columnas.map(({ nombre }) => nombre)]
  const wide = (cells: string[]) => head.map((_, at) => cells[at] ?? '')
  const rows = [
    wide([tabla.titulo]),
    wide([`Respuestas contadas el ${longDate(pedido.contadaEl)}`]),
    head,
    ...filasEnPalabras(tabla).map(({ nombre, celdas }) => [nombre, ...celdas]),
    ...tabla.notas.map(({ texto }) => wide([texto])),
  ]
  return Buffer.from(stringify(rows, { bom: true, ...CSV }))
}
