import { fieldsOf } from '@conoceles/domain/typed'
import { setTimeout } from 'node:timers/promises'
import { readLlaves, type LlavePublicada } from '@conoceles/domain'
import { hojaDe, listaDe, type RecursoListado } from '../../shared/archivos/lista-corte.ts'
import { criptografia } from './criptografia.ts'
import { ContradictionError } from './faults.ts'
import { PAGES, type Source } from './source.ts'

export interface Report {
  cortes: number
  recursos: number
  bytes: number
  /** Pages that are served without content: another build is in place, and the next corte publishes them again. */
  sinContenido: number
}

interface Corte {
  cabecera: { numero: number; anterior: string | null; recursos: { sha256: string; raiz?: string } }
  firma: string
  llave: string
  recursos: RecursoListado[]
}

const AT_ONCE = 16
const { canonical, sha256, firmo } = criptografia

/**
 * Checks every corte (signature, chain, list of recursos) and every byte of the newest one, and stops at the first contradiction.
 * @param tell receives a Spanish sentence for each thing that was found right.
 */
export async function verifyCortes(source: Source, tell: (sentence: string) => void): Promise<Report> {
  const llaves = await readLlaves(await source.llaves(), criptografia)
  for (const [id, { llave }] of llaves) tell(`Llave ${id}: Ed25519, huella ${fingerprintOf(llave)}`)
  const numeros = await source.numeros()
  let anterior: string | null = null
  let newest: Corte | null = null
  for (const [index, numero] of numeros.entries()) {
    if (numero !== index + 1) throw new ContradictionError(`Falta el corte ${index + 1}: después del ${index} sigue el ${numero}.`)
    const before: Corte | null = newest
    newest = readCorte(await source.corte(numero), numero)
    checkCorte({ corte: newest, anterior, llaves })
    if (before && before.llave !== newest.llave) checkRelevo({ numero, llaves, from: before.llave, to: newest.llave })
    anterior = sha256(canonical(newest.cabecera))
    tell(`Corte ${numero}: firma, cadena y lista de ${newest.recursos.length} recursos correctas`)
  }
  if (!newest) throw new ContradictionError('No hay ningún corte publicado.')
  return { cortes: numeros.length, recursos: newest.recursos.length, ...(await checkRecursos(source, newest)) }
}

interface Check {
  corte: Corte
  anterior: string | null
  llaves: Map<string, LlavePublicada>
}

function checkCorte({ corte, anterior, llaves }: Check): void {
  const { cabecera, firma, recursos } = corte
  const where = `Corte ${cabecera.numero}`
  const llave = llaves.get(corte.llave)?.llave
  if (!llave) throw new ContradictionError(`${where}: la llave ${corte.llave} no está entre las publicadas.`)
  if (!firmo({ llave, texto: canonical(cabecera), firma })) {
    throw new ContradictionError(`${where}: la firma no corresponde a la cabecera.`)
  }
  if ((cabecera.anterior ?? null) !== anterior) {
    throw new ContradictionError(`${where}: la cabecera nombra otro corte anterior; la cadena está rota.`)
  }
  const { sha256: huella, raiz } = listaDe(recursos.map(hojaDe))
  // The first cortes signed no tree.
  if (huella !== cabecera.recursos.sha256 || ![undefined, raiz].includes(cabecera.recursos.raiz)) {
    throw new ContradictionError(`${where}: la lista de recursos no es la que se firmó.`)
  }
}

/** Downloads a few at a time; answers how many bytes were checked. */
async function checkRecursos(source: Source, { cabecera, recursos }: Corte): Promise<Pick<Report, 'bytes' | 'sinContenido'>> {
  const pending = recursos.values()
  const found = { bytes: 0, sinContenido: 0 }
  const worker = async () => {
    for (const recurso of pending) {
      const bytes = await checkRecurso(source, recurso, `Corte ${cabecera.numero}`)
      if (bytes === null) found.sinContenido += 1
      else found.bytes += bytes
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return found
}

/** Answers its length; null where it is a page that is served without content. */
async function checkRecurso(source: Source, recurso: RecursoListado, where: string): Promise<number | null> {
  const ruta = recurso.ruta.replace(/^\/+/, '')
  if (ruta.split('/').includes('..')) throw new ContradictionError(`${where}: la ruta ${recurso.ruta} sale de lo publicado.`)
  let bytes = await source.recurso(ruta)
  if (isSigned(bytes)) return bytes.length
  if (ruta.startsWith(PAGES) && (await isSinContenido(source, bytes))) return null
  // A server may answer from memory for a moment after another process published.
  for (const wait of source.esperas) {
    await setTimeout(wait)
    bytes = await source.recurso(ruta)
    if (isSigned(bytes)) return bytes.length
  }
  throw new ContradictionError(`${where}: ${recurso.ruta} no es lo que se firmó (${bytes.length} bytes, se esperaban ${recurso.bytes}).`)

  function isSigned(found: Uint8Array): boolean {
    return found.length === recurso.bytes && sha256(Buffer.from(found.buffer, found.byteOffset, found.byteLength)) === recurso.sha256
  }
}

/** Whether it is, byte for byte, the page that the site answers with where nothing was rendered: it says nothing about anybody. */
async function isSinContenido(source: Source, bytes: Uint8Array): Promise<boolean> {
  const armazon = await source.armazon()
  return armazon !== null && Buffer.from(armazon).equals(bytes)
}

/** Each key that signs after another was recognised by it, and none comes back. */
function checkRelevo({
  numero,
  llaves,
  from,
  to,
}: {
  numero: number
  llaves: Map<string, LlavePublicada>
  from: string
  to: string
}): void {
  for (let id: string | null = to; id !== null; id = llaves.get(id)?.anterior ?? null) if (id === from) return
  throw new ContradictionError(`Corte ${numero}: lo firma la llave ${to}, que la llave ${from} del corte anterior no reconoce.`)
}

function readCorte(document: unknown, numero: number): Corte {
  if (!isCorte(document)) throw new ContradictionError(`Corte ${numero}: el documento no tiene la forma de un corte.`)
  const found = document.cabecera.numero
  if (found !== numero) throw new ContradictionError(`Corte ${numero}: la cabecera dice ser el corte ${found}.`)
  return document
}

function isCorte(document: unknown): document is Corte {
  const { cabecera, firma, recursos } = fieldsOf(document)
  return typeof firma === 'string' && typeof fieldsOf(fieldsOf(cabecera).recursos).sha256 === 'string' && Array.isArray(recursos)
}

function fingerprintOf(llave: string): string {
  return sha256(Buffer.from(llave, 'base64')).slice(0, 32)
}
