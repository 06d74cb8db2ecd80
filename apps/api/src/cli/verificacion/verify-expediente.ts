import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto'
import { fieldsOf, messageOf } from '@conoceles/domain/typed'
import { canonical } from '../../shared/criptografia/canonical.ts'
import { FIRMA, INDICE, readTexto, type ExpedienteSource } from './expediente-source.ts'
import { ContradictionError } from './faults.ts'

export interface ExpedienteReport {
  archivos: number
  bytes: number
  actos: number
  acuses: number
  /** Public key that signed, in base64. Only the system's published keys tell its owner. */
  spki: string
}

interface Acto {
  n: number
  contenido: string
  anterior: string
  hash: string
}

interface Acuse {
  folio: string
  acto: string
  sha256: string
  recibidoEn: string
  firma: string
  llave: string
}

interface Indice {
  firmadoEn: string
  archivos: { ruta: string; bytes: number; sha256: string }[]
  bitacora: Acto[]
  acuses: Acuse[]
}

interface Signer {
  id: string
  llave: KeyObject
}

/**
 * Checks the signature of the index, and every file against it: none is missing, none was added. Checks each act of the bitácora against
 * its hash and its neighbours. Tells every fault with its place.
 * @param tell receives a Spanish sentence for each check that passed.
 */
export async function verifyExpediente(source: ExpedienteSource, tell: (sentence: string) => void): Promise<ExpedienteReport> {
  const text = await readTexto(source, INDICE)
  const signer = checkFirma(text, await readTexto(source, FIRMA))
  const indice = readIndice(text)
  tell(`Llave ${signer.id}: Ed25519, huella ${fingerprintOf(signer.llave)}`)
  tell(`Índice firmado el ${indice.firmadoEn}: la firma corresponde`)
  const wrong = [...(await checkNames(source, indice)), ...checkBitacora(indice.bitacora), ...checkAcuses(indice.acuses, signer)]
  let bytes = 0
  const there = new Set(await source.rutas())
  for (const archivo of indice.archivos.filter(({ ruta }) => there.has(ruta))) {
    const found = await digest(source, archivo.ruta)
    bytes += found.bytes
    if (found.sha256 !== archivo.sha256) wrong.push(`${archivo.ruta} no es lo que se firmó${found.fault}.`)
  }
  if (wrong.length > 0) throw new ContradictionError(wrong.join('\n'))
  tell(`${indice.archivos.length} archivos: todos están, ninguno sobra y cada huella coincide`)
  tell(`${indice.bitacora.length} actos de la bitácora: cada huella sigue de la anterior`)
  tell(`${indice.acuses.length} acuses: cada firma corresponde`)
  return {
    archivos: indice.archivos.length,
    bytes,
    actos: indice.bitacora.length,
    acuses: indice.acuses.length,
    spki: spkiOf(signer.llave),
  }
}

/** Over the bytes of the index as they stand: one blank more is another index. */
function checkFirma(indice: string, text: string): Signer {
  const { llave: id, spki, firma } = fieldsOf(parse(text, FIRMA))
  const llave = typeof spki === 'string' ? toKey(spki) : null
  if (typeof id !== 'string' || typeof firma !== 'string' || llave === null)
    throw new ContradictionError(`${FIRMA} no tiene la forma de una firma.`)
  if (!verify(null, Buffer.from(indice), llave, Buffer.from(firma, 'base64'))) {
    throw new ContradictionError(`La firma no corresponde a ${INDICE}: alguno de los dos se alteró.`)
  }
  return { id, llave }
}

function toKey(spki: string): KeyObject | null {
  try {
    return createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' })
  } catch {
    return null
  }
}

function readIndice(text: string): Indice {
  const indice = parse(text, INDICE)
  if (!isIndice(indice)) throw new ContradictionError(`${INDICE} no tiene la forma de un índice.`)
  return indice
}

function isIndice(value: unknown): value is Indice {
  const { archivos, bitacora, acuses } = fieldsOf(value)
  return [archivos, bitacora, acuses].every(Array.isArray)
}

async function checkNames(source: ExpedienteSource, { archivos }: Indice): Promise<string[]> {
  const there = await source.rutas()
  const listed = new Set([...archivos.map(({ ruta }) => ruta), INDICE, FIRMA])
  const seen = new Set<string>()
  return [
    ...[...listed].filter((ruta) => !there.includes(ruta)).map((ruta) => `Falta ${ruta}.`),
    ...there.filter((ruta) => !listed.has(ruta)).map((ruta) => `Sobra ${ruta}: el índice no lo nombra.`),
    ...there.filter((ruta) => seen.has(ruta) || !seen.add(ruta)).map((ruta) => `${ruta} está dos veces.`),
  ]
}

/** Each act by itself, and with the one before where it is in the extract too. */
function checkBitacora(actos: readonly Acto[]): string[] {
  return actos.flatMap((acto, at) => {
    const before = actos[at - 1]
    const own = sha256(acto.anterior + acto.contenido) === acto.hash
    const linked = before?.n !== acto.n - 1 || before.hash === acto.anterior
    const ordered = before === undefined || before.n < acto.n
    return [
      ...(own ? [] : [`Bitácora, acto ${acto.n}: su huella no corresponde a su contenido.`]),
      ...(linked && ordered ? [] : [`Bitácora, acto ${acto.n}: no sigue del acto ${before?.n}.`]),
    ]
  })
}

/** Those that the same key signed. */
function checkAcuses(acuses: readonly Acuse[], { id, llave }: Signer): string[] {
  return acuses
    .filter(({ llave: own }) => own === id)
    .filter(({ folio, acto, sha256: hash, recibidoEn, firma }) => {
      const cuerpo = canonical({ folio, acto, sha256: hash, recibidoEn })
      return !verify(null, Buffer.from(cuerpo), llave, Buffer.from(firma, 'base64'))
    })
    .map(({ folio }) => `Acuse ${folio}: la firma no corresponde.`)
}

/** Hashes piece by piece: a file may be larger than the memory. A file that cannot be unpacked was altered. */
async function digest(source: ExpedienteSource, ruta: string): Promise<{ bytes: number; sha256: string; fault: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  try {
    for await (const chunk of await source.open(ruta)) {
      const piece = Buffer.from(chunk)
      bytes += piece.length
      hash.update(piece)
    }
  } catch (error) {
    return { bytes, sha256: '', fault: ` (${messageOf(error)})` }
  }
  return { bytes, sha256: hash.digest('hex'), fault: '' }
}

function parse(text: string, ruta: string): unknown {
  try {
    return JSON.parse(text) ?? {}
  } catch {
    throw new ContradictionError(`${ruta} no es JSON.`)
  }
}

/** Whether a key is among those that the system, or an exported corte, publishes. */
export function isPublished(llaves: unknown, spki: string): boolean {
  const { elementos } = fieldsOf(llaves)
  return Array.isArray(elementos) && elementos.some((each) => fieldsOf(each).llave === spki)
}

function fingerprintOf(llave: KeyObject): string {
  return sha256(Buffer.from(spkiOf(llave), 'base64')).slice(0, 32)
}

function spkiOf(llave: KeyObject): string {
  return llave.export({ type: 'spki', format: 'der' }).toString('base64')
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}
