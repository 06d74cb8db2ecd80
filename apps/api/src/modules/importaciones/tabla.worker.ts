// Worker thread of read-tabla.ts: one file, one answer, the end. Built as a file of its own.
import { parentPort, workerData } from 'node:worker_threads'
import { parseTabla } from './parse-tabla.ts'

const { content, nombreArchivo } = workerData as { content: Uint8Array; nombreArchivo: string }
parentPort?.postMessage(parseTabla(Buffer.from(content), nombreArchivo))
