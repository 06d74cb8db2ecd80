import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { COMPRIMIDOS } from '../verificacion/archivos.ts'
import { UnreadableError } from '../verificacion/faults.ts'
import type { Carpeta, Formas } from './carpeta.ts'
import { A_LA_VEZ, type Recibido, type Sitio } from './sitio.ts'

/** An address of the site and the file that it becomes. `sha256`: its hash in a manifest. */
export interface Pieza {
  direccion: string
  archivo: string
  sha256?: string
}

/** Least bytes worth compressing; shorter files travel as they are, and so do those that are no text. */
const WORTH_PACKING = 1_024
const TEXT = /\.(html|js|css|svg|txt|json|jsonl|jsonld|csv|atom|ics)$/
const toGzip = promisify(gzip)
const toBrotli = promisify(brotliCompress)
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
const EVERY = 1_000

/** Brings answers of the site into the folder, only those that the copy before has not. */
export class Copiador {
  constructor(
    private readonly sitio: Sitio,
    private readonly carpeta: Carpeta,
    private readonly tell: (sentence: string) => void,
  ) {}

  /** By hand: the first failure stops the others, which p-limit would let run. */
  async traer(title: string, piezas: readonly Pieza[]): Promise<void> {
    const pending = piezas.values()
    let done = 0
    let failed = false
    const worker = async () => {
      for (const pieza of pending) {
        if (failed) return
        await this.pieza(pieza)
        if ((done += 1) % EVERY === 0) this.tell(`${title}: ${done} de ${piezas.length}`)
      }
    }
    const stopping = () => worker().catch((error: unknown) => ((failed = true), Promise.reject(error as Error)))
    const ended = await Promise.allSettled(Array.from({ length: A_LA_VEZ }, stopping))
    for (const each of ended) if (each.status === 'rejected') throw each.reason
    this.tell(`${title}: ${piezas.length}`)
  }

  private async pieza({ direccion, archivo, sha256 }: Pieza): Promise<void> {
    const before = await this.carpeta.anterior(archivo)
    const formas = before && before.sha256 === sha256 ? null : await this.news(direccion, before)
    if (before && !formas) return this.carpeta.conservar(archivo, before)
    if (!formas) throw new UnreadableError(`${direccion} cambió mientras se copiaba.`)
    const worth = formas[''].length >= WORTH_PACKING && TEXT.test(archivo)
    await this.carpeta.escribir(archivo, worth ? { ...formas, ...(await this.packed(direccion, formas)) } : formas)
  }

  /** Bytes of the site at an address; null when they equal those of the copy before. */
  private async news(direccion: string, before: { bytes: Buffer; sha256: string } | null): Promise<Formas | null> {
    const received = await this.sitio.pedir(direccion, { codificacion: 'br', conocido: before?.sha256 })
    const formas = received && (await unpack(received))
    return formas && before?.bytes.equals(formas['']) ? null : formas
  }

  /** As the site compressed it, if it did. */
  private async packed(direccion: string, { '': plain, ...formas }: Formas): Promise<Omit<Formas, ''>> {
    const received = await this.sitio.pedir(direccion, { codificacion: 'gzip' })
    if (received?.codificacion !== 'gzip')
      return { '.gz': await toGzip(plain, { level: 9 }), '.br': formas['.br'] ?? (await toBrotli(plain, BROTLI)) }
    if (!(await COMPRIMIDOS['.gz'](received.bytes)).equals(plain)) {
      throw new UnreadableError(`${direccion} cambió mientras se copiaba.`)
    }
    return { '.gz': received.bytes }
  }
}

async function unpack({ bytes, codificacion }: Recibido): Promise<Formas> {
  return codificacion === 'br' ? { '': await COMPRIMIDOS['.br'](bytes), '.br': bytes } : { '': bytes }
}
