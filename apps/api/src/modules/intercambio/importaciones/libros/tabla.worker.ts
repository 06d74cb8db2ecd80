// Process of read-tabla.ts: one file, its headings, then the rows that are asked for, and the end. Built as a file of its own.
import { once } from 'node:events'
import { abrirLibro } from './abrir-libro.ts'
import type { Libro } from './libro.ts'
import { leerHoja, muestraDe } from '../revision/revisar-hoja.ts'
import { refuse, TablaError, type Fila, type Muestra } from './tabla.ts'
import type { Answer, Question, Upload } from './tabla-mensajes.ts'

const BATCH = 500

try {
  const { content, nombreArchivo } = await heard<Upload>()
  const libro = await abrirLibro(Buffer.from(content.buffer, content.byteOffset, content.byteLength), nombreArchivo)
  const { hojas } = await ask({ tipo: 'muestras', muestras: await muestrasOf(libro) })
  for (const nombre of hojas ?? []) await sendHoja(libro, nombre)
  tell({ tipo: 'fin' })
} catch (error) {
  if (!(error instanceof TablaError)) throw error
  tell({ tipo: 'rechazo', rechazo: error.refused })
}

async function muestrasOf(libro: Libro): Promise<Muestra[]> {
  const muestras: Muestra[] = []
  for (const hoja of libro.hojas) {
    const muestra = await muestraDe(hoja)
    if (muestra) muestras.push(muestra)
  }
  if (muestras.length === 0) throw new TablaError(refuse('vacio').codigo)
  return muestras
}

/** The next piece is read when the last one was taken: rows not stored yet wait in the file. */
async function sendHoja(libro: Libro, nombre: string): Promise<void> {
  const hoja = libro.hojas.find((each) => each.nombre === nombre)
  if (!hoja) throw new Error('a sheet was asked for that the workbook does not have')
  let filas: Fila[] = []
  let header = true
  for await (const fila of leerHoja(hoja)) {
    if (header) header = false
    else if (filas.push(fila) === BATCH) {
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
