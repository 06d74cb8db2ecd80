import type { ClaveActo } from '../../shared/actos.ts'
import { readActos, type Line } from './actos.ts'
import { relacionar, tramo } from './faltantes.ts'
import { ContradictionError, DivergenceError } from './faults.ts'
import type { Source } from './source.ts'
import { readCabezas, readKept, type Head } from './verify-cabezas.ts'

export interface BitacoraReport {
  /** How many entries the extract has. */
  actos: number
  /** The newest that a signature vouches for; 0: none. */
  anclado: number
  /** Instant of its download, by its last entry; null in extracts of before that act existed, and in cut ones. */
  descargado: string | null
  /** The first head that was signed after its last entry: an extract of before ends there. */
  despues: Head | null
}

/**
 * Checks an extract of the bitácora, line by line. Each entry follows from the one before. Where a head was signed, in a corte or between
 * cortes, the entry is the one of that head. A head binds all entries before it: the extract and the present signatures are one up to the
 * last head that agrees.
 *
 * An older extract ends before the newest head. This accuses nobody, unless the extract says that it was downloaded after that head was
 * signed.
 * @param source where the cortes are read from, each checked by its own command; null: the chain alone.
 * @param kept file with heads that somebody kept.
 */
export async function verifyBitacora(
  file: string,
  { source, kept }: { source: Source | null; kept?: string | undefined },
): Promise<BitacoraReport> {
  const publicado = new Firmado(source ? await readHeads(source) : [])
  const guardado = new Firmado(source && kept ? await readCabezas(source, await readKept(kept)) : [])
  const { last, since } = await compare(file, { publicado, guardado })
  assertOneHistory({ publicado, guardado, since })
  const descargado = descargadoEn(last)
  assertWhole({ last: last.n, descargado }, publicado)
  const perdida = guardado.beyond(last.n).find((head) => !publicado.has(head))
  if (perdida) throw new DivergenceError(goneAt(perdida))
  return { actos: last.n, anclado: publicado.agreed, descargado, despues: publicado.beyond(last.n)[0] ?? null }
}

/** An extract ends with the act of its own download. */
function descargadoEn({ contenido }: Line): string | null {
  const { acto, sistema } = JSON.parse(contenido || '{}') as { acto?: unknown; sistema?: unknown }
  return acto === DESCARGA && typeof sistema === 'string' ? sistema : null
}

const DESCARGA: ClaveActo = 'bitacora.extraida'

/** The heads between cortes say by the machine's clock when they were signed, as the act of the download does. */
function assertWhole({ last, descargado }: { last: number; descargado: string | null }, publicado: Firmado): void {
  if (descargado === null) return
  const before = publicado.beyond(last).find(({ en }) => en !== null && en < descargado)
  if (before) throw new ContradictionError(cutAt({ last, descargado }, before))
}

async function compare(
  file: string,
  { publicado, guardado }: Omit<Histories, 'since'>,
): Promise<Pick<Histories, 'since'> & { last: Line }> {
  let last: Line = { n: 0, contenido: '', hash: '' }
  let since: Line[] = []
  for await (const line of readActos(file)) {
    guardado.compare(line)
    if (publicado.compare(line)) since = []
    else since.push(line)
    last = line
  }
  return { last, since }
}

/** Heads of one origin, and how far they agree with the extract. */
class Firmado {
  /** The newest entry at which they agree; 0: none. */
  agreed = 0
  /** The first head that signed another entry than the extract has. */
  other: Head | null = null
  private readonly byN: Map<number, Head>

  constructor(private readonly heads: readonly Head[]) {
    this.byN = new Map(heads.map((head) => [head.n, head]))
  }

  /** Whether a head agrees at this entry. */
  compare({ n, hash }: Line): boolean {
    const head = this.byN.get(n)
    if (!head) return false
    if (head.hash !== hash) {
      this.other ??= head
      return false
    }
    this.agreed = n
    return true
  }

  /** Those that were signed after an entry, the first of them first. */
  beyond(last: number): readonly Head[] {
    return this.heads.filter(({ n }) => n > last)
  }

  has({ n, hash }: Head): boolean {
    return this.byN.get(n)?.hash === hash
  }
}

interface Histories {
  publicado: Firmado
  guardado: Firmado
  /** Entries of the extract after the last one that agrees with the published heads. */
  since: readonly Line[]
}

/**
 * A restored system and a rewritten chain look alike from outside: both begin as the extract does and go on otherwise. Only the fact that
 * somebody restored a backup tells them apart.
 */
function assertOneHistory(histories: Histories): void {
  const { publicado, guardado, since } = histories
  const rewritten = rewrittenAt(histories)
  if (rewritten) throw new ContradictionError(`${differsAt(rewritten)}: la cadena se volvió a escribir.`)
  if (guardado.other) throw new DivergenceError(`${forkAt(guardado.other)}\n${OLDER}`)
  if (guardado.agreed > publicado.agreed) throw new DivergenceError(`${lostAt(publicado, guardado)}\n${missing(publicado, since)}`)
  if (publicado.other) throw new DivergenceError([forkAt(publicado.other), UNWITNESSED, missing(publicado, since)].join('\n'))
}

/** Head that no restore explains: it differs from the earlier and the present signatures, or those contradict each other. */
function rewrittenAt({ publicado, guardado }: Histories): Head | null {
  if (publicado.other && guardado.other) return publicado.other
  return [publicado, guardado].find(({ agreed, other }) => other && agreed > other.n)?.other ?? null
}

const UNWITNESSED =
  'Que el sistema haya tenido el resto de este extracto sólo lo dice una cabeza guardada que llegue más lejos (cabezas.json).'

const OLDER = 'Qué actos le faltan al sistema lo dice el extracto que se guardó con esas cabezas.'

function differsAt({ n, firmante }: Head): string {
  return `El acto ${n} de la bitácora no es el que firmó ${firmante}`
}

function forkAt(other: Head): string {
  return `${differsAt(other)}. Es lo que se ve si se restauró un respaldo y el sistema siguió; si nadie lo restauró, la cadena se volvió a escribir. Por fuera no se distingue.`
}

function missing({ agreed }: Firmado, since: readonly Line[]): string {
  return `${agreed === 0 ? 'Ninguna firma dice hasta dónde coinciden.' : `Coinciden hasta el acto ${agreed}.`} En ${tramo(agreed + 1, agreed + since.length)} de este extracto están los que el sistema no tiene; en su servidor, «npm run verificar -- bitacora.jsonl base» dice cuáles.\n${relacionar(since)}`
}

function lostAt(publicado: Firmado, guardado: Firmado): string {
  return `El sistema firmó este extracto hasta el acto ${guardado.agreed}, como muestra lo que se guardó; de lo que publica hoy, coincide hasta el ${publicado.agreed}: se restauró un respaldo, o la cadena se volvió a escribir. Por fuera no se distingue.`
}

function cutAt({ last, descargado }: { last: number; descargado: string }, { n, firmante }: Head): string {
  return `A la bitácora le falta el final: se descargó el ${descargado}, termina en el acto ${last}, y ${firmante} ya había firmado que había ${n}.`
}

function goneAt({ n, firmante }: Head): string {
  return `El sistema no publica ${firmante}, que firmó que ya había ${n} actos: se restauró un respaldo, o la cadena se volvió a escribir. Por fuera no se distingue.`
}

/** Signed heads of the bitácora, the shortest first. */
async function readHeads(source: Source): Promise<Head[]> {
  const heads = await readCabezas(source, await source.cabezas())
  for (const corte of await source.numeros()) {
    const { cabecera } = (await source.corte(corte)) as { cabecera?: { bitacora?: { n: number; hash: string } | null } }
    if (cabecera?.bitacora) heads.push({ ...cabecera.bitacora, firmante: `el corte ${corte}`, en: null })
  }
  return heads.sort((a, b) => a.n - b.n)
}
