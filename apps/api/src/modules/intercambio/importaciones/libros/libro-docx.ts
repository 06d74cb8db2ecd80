import { readZip, type Allowance } from '../../../../shared/archivos/unzip.ts'
import { SIN_FORMA, type Libro } from './libro.ts'
import { LIMITES, TablaError, type Fila } from './tabla.ts'
import { readXml } from './xml.ts'
import { blameArchive, piecesOf } from './xlsx-partes.ts'

/** Its one sheet. */
export const DOCUMENTO = 'Documento'

/**
 * A document of Word as rows: a paragraph is a row of one cell, a row of a table one with its cells. Text only; what somebody deleted with the changes
 * in sight is no text of it. A library for this would bring another reader of XML and of archives, without our limits.
 */
export async function openDocx(content: Buffer): Promise<Libro> {
  const left: Allowance = { bytes: LIMITES.inflatedBytes }
  const entry = open(content).get('word/document.xml')
  if (!entry) throw new TablaError('formato')
  const filas: Fila[] = []
  await readXml(piecesOf({ archive: content, entry, left }), createReader(filas))
  const shape = { oculta: false, corrida: false, total: filas.length, epoca: 1900 } as const
  return {
    hojas: [{ nombre: DOCUMENTO, ...shape, forma: () => Promise.resolve(SIN_FORMA), filas: () => each(filas) }],
  }
}

function open(content: Buffer): ReturnType<typeof readZip> {
  try {
    return readZip(content, LIMITES.inflatedBytes)
  } catch (error) {
    return blameArchive(error)
  }
}

async function* each(filas: readonly Fila[]): AsyncGenerator<Fila> {
  yield* filas
}

function createReader(filas: Fila[]) {
  let text = ''
  let inside = false
  let fallback = 0
  let tables = 0
  let cells: string[] = []
  let cell: string[] = []
  const add = (celdas: string[]): void => void filas.push({ numero: filas.length + 1, celdas })
  const opened: Record<string, (() => void) | undefined> = {
    // A text box is there twice: for programs that know it, and for those that do not.
    Fallback: () => void (fallback += 1),
    tbl: () => void (tables += 1),
    t: () => void (inside = true),
    tab: () => void (text += ' '),
    br: () => void (text += '\n'),
    cr: () => void (text += '\n'),
  }
  const closed: Record<string, (() => void) | undefined> = {
    Fallback: () => void (fallback -= 1),
    t: () => void (inside = false),
    p() {
      if (tables > 0) cell.push(text)
      else if (text.trim() !== '') add([text])
      text = ''
    },
    tc() {
      if (tables > 1) return
      cells.push(cell.join('\n').trim())
      cell = []
    },
    tr() {
      if (tables > 1) return
      if (cells.some((each) => each !== '')) add(cells)
      cells = []
    },
    tbl: () => void (tables -= 1),
  }
  return {
    open(name: string) {
      if (fallback === 0 || name === 'Fallback') opened[name]?.()
    },
    text(piece: string) {
      if (inside && fallback === 0) text += piece
    },
    close(name: string) {
      if (fallback === 0 || name === 'Fallback') closed[name]?.()
    },
  }
}
