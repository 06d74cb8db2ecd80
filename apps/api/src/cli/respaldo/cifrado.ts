import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { Decrypter, Encrypter } from 'age-encryption'
import { RespaldoError } from './respaldo-error.ts'

/** An encrypted file as it lies on the disk. */
export interface Archivo {
  nombre: string
  bytes: number
  sha256: string
}

/** @param destinatarios public keys of age; any one of their identities opens the files. */
export function cifradorPara(destinatarios: readonly string[]): Encrypter {
  if (destinatarios.length === 0)
    throw new RespaldoError('Falta el destinatario: hágalo con «age-keygen -o llave.txt», y dé en RESPALDO_DESTINATARIO su línea age1….')
  const encrypter = new Encrypter()
  for (const destinatario of destinatarios) {
    if (destinatario.startsWith('AGE-SECRET-KEY'))
      throw new RespaldoError(
        'El destinatario que dio es la llave privada: guárdela en otro lugar, y dé la pública, que empieza con age1….',
      )
    try {
      encrypter.addRecipient(destinatario)
    } catch {
      throw new RespaldoError(`«${destinatario}» no es un destinatario de age: copie entera la línea age1… que escribió age-keygen.`)
    }
  }
  return encrypter
}

/** @param file as age-keygen writes it; other lines are comments. */
export async function descifradorDe(file: string): Promise<Decrypter> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new RespaldoError(`No se puede leer la llave «${file}»: dé en --identidad el archivo que hizo age-keygen.`)
  })
  const keys = text.split(/\s+/).filter((word) => word.startsWith('AGE-SECRET-KEY-'))
  const decrypter = new Decrypter()
  try {
    for (const key of keys) decrypter.addIdentity(key)
  } catch {
    keys.length = 0
  }
  if (keys.length === 0) throw new RespaldoError(`«${file}» no tiene una llave de age: dé el archivo que hizo age-keygen.`)
  return decrypter
}

/** Encrypts a stream into a new file; no plain byte touches the disk. */
export async function cifrarEn(file: string, source: Readable, encrypter: Encrypter): Promise<Archivo> {
  const hash = createHash('sha256')
  let bytes = 0
  const encrypted = await encrypter.encrypt(Readable.toWeb(source) as ReadableStream<Uint8Array>)
  const count = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk)
      bytes += chunk.length
      yield chunk
    }
  }
  const target = createWriteStream(file, { mode: 0o600, flags: 'wx', flush: true })
  await pipeline(toNode(encrypted), count, target)
  return { nombre: basename(file), bytes, sha256: hash.digest('hex') }
}

/** @throws RespaldoError where none of the identities opens the file. */
export async function descifrar(file: string, decrypter: Decrypter): Promise<Readable> {
  const source = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>
  const plain = await decrypter.decrypt(source).catch(() => {
    throw new RespaldoError('Esa llave no abre este respaldo: dé la que corresponde al destinatario con que se hizo.')
  })
  return toNode(plain)
}

/** The types of Node and of the web describe one class apart. */
function toNode(stream: ReadableStream<Uint8Array>): Readable {
  return Readable.fromWeb(stream as unknown as NodeStream)
}

export async function huellaDe(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
