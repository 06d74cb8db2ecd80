import { keysOf } from '@conoceles/domain/typed'
import { openCsv } from './libro-csv.ts'
import { openDocx } from './libro-docx.ts'
import { openXls } from './libro-xls.ts'
import { openXlsx } from './libro-xlsx.ts'
import type { Libro } from './libro.ts'
import { detectFormato, type FormatoArchivo } from './tabla.ts'

/** Opens a file by its format. Untrusted content enters only through read-tabla.ts, which runs this in a process of its own. */
export async function abrirLibro(content: Buffer, nombreArchivo: string): Promise<Libro> {
  const formato = detectFormato(content, nombreArchivo, keysOf(OPENERS))
  if (typeof formato !== 'string') throw new Error('the file was not looked at before the worker was started')
  return OPENERS[formato](content)
}

const OPENERS: Record<FormatoArchivo, (content: Buffer) => Libro | Promise<Libro>> = {
  csv: openCsv,
  xlsx: openXlsx,
  xls: openXls,
  docx: openDocx,
}
