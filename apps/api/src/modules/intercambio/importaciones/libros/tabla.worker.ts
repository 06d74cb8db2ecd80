// Process of read-tabla.ts: one file, its first rows, then the rows that are asked for, and the end. Built as a file of its own.
import { once } from 'node:events'
import { abrirLibro } from './abrir-libro.ts'
import type { Libro } from './libro.ts'
import { leerHoja, vistaDe } from '../revision/revisar-hoja.ts'
import { TablaError, type Fila, type Lectura, type Vista } from './tabla.ts'
import type { Answer, Question, Upload } from './tabla-mensajes.ts'

const BATCH = 500

try {
  const { content, nombreArchivo } = await heard<Upload>()
  const libro = await abrirLibro(Buffer.from(content.buffer, content.byteOffset, content.byteLength), nombreArchivo)
  const { lecturas } = await ask({ tipo: 'vistas', vistas: await vistasOf(libro) })
  for (const lectura of lecturas ?? []) await sendHoja(libro, lectura)
  tell({ tipo: 'fin' })
} catch (error) {
  if (!(error instanceof TablaError)) throw error
  tell({ tipo: 'rechazo', rechazo: error.refused })
}

async function vistasOf(libro: Libro): Promise<Vista[]> {
  const vistas: Vista[] = []
  for (const hoja of libro.hojas) {
    const vista = await vistaDe(hoja)
    if (vista) vistas.push(vista)
  }
  if (vistas.length === 0) throw new TablaError('vacio')
  return vistas
}

/** The next piece is read when the last one was taken: rows not stored yet wait in the file. */
async function sendHoja(libro: Libro, lectura: Lectura): Promise<void> {
  const { hoja: nombre } = lectura
  const hoja = libro.hojas.find((each) => each.nombre === nombre)
  if (!hoja) throw new Error('a sheet was asked for that the workbook does not have')
  let filas: Fila[] = []
  for await (const fila of leerHoja(hoja, lectura)) {
    if (filas.push(fila) === BATCH) {
      await ask({ tipo: 'filas', hoja: nombre, filas, total: hoja.total })
      filas = []
    }
  }
  await ask({ tipo: 'filas', hoja: nombre, filas, total: hoja.total })
}

async function ask(answer: Answer): Promise<Question> {
  const question = heard<Question>()
  tell(answer)
  return question
}

async function heard<Heard>(): Promise<Heard> {
  const [message] = (await once(process, 'message')) as [Heard]
  return message
}

function tell(answer: Answer): void {
  process.send?.(answer)
}
