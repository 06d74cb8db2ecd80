import type { Hoja, Libro } from './libro.ts'
import { readZip, type Allowance } from '../../../../shared/archivos/unzip.ts'
import { LIMITES, TablaError } from './tabla.ts'
import { readForma, readHoja } from './xlsx-hoja.ts'
import { blameArchive, readEstilos, readPartes, readTextos, type Parte } from './xlsx-partes.ts'

/** A workbook of Excel as a stream of rows: stored values only, no formula is evaluated. */
export async function openXlsx(content: Buffer): Promise<Libro> {
  const entries = open(content)
  const left: Allowance = { bytes: LIMITES.inflatedBytes }
  const parte = (name: string): Parte | null => {
    const entry = entries.get(name)
    return entry ? { archive: content, entry, left } : null
  }
  const workbook = parte('xl/workbook.xml')
  if (!workbook) throw new TablaError('formato')
  const { hojas, date1904 } = await readPartes(workbook, parte('xl/_rels/workbook.xml.rels'))
  if (hojas.length > LIMITES.hojas) throw new TablaError('demasiadas_hojas')
  const textos = await readTextos(parte('xl/sharedStrings.xml'))
  const fechas = await readEstilos(parte('xl/styles.xml'))
  return {
    hojas: hojas.flatMap(({ ruta, ...sheet }) => {
      const found = parte(ruta)
      // Each reading of a sheet has an allowance of its own: its first rows are looked at before the others.
      if (!found) return []
      const again = (): Parte => ({ ...found, left: { ...left } })
      const context = { textos, fechas, date1904, onTotal: (filas: number) => void (hoja.total = Math.min(filas, LIMITES.filas)) }
      const shape = { total: 0, corrida: false, epoca: date1904 ? 1904 : 1900 } as const
      const hoja: Hoja = { ...sheet, ...shape, forma: () => readForma(again), filas: () => readHoja(again(), context) }
      return [hoja]
    }),
  }
}

function open(content: Buffer): ReturnType<typeof readZip> {
  try {
    return readZip(content, LIMITES.inflatedBytes)
  } catch (error) {
    return blameArchive(error)
  }
}
