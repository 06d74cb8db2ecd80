import { stringify } from 'csv-stringify/sync'
import { COLUMNAS_IMPORTACION } from '@conoceles/domain'

/** The headings alone: UTF-8 with BOM and every cell quoted, so that spreadsheets open it with its accents and as text. */
export function createPlantilla(): Buffer {
  return Buffer.from(stringify([[...COLUMNAS_IMPORTACION]], { bom: true, quoted: true, record_delimiter: 'windows' }))
}
