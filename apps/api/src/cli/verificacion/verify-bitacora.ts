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
}

/**
 * Checks an extract of the bitácora, line by line: each entry follows from the one before, and at each head that was signed, in a corte or
 * between cortes, it is the entry that was there then. The heads are what a cut tail is found by, and what the system has lost: a head binds
 * everything before it, so that the extract and what the system signs now are one up to the last head that agrees.
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
  const beyond = publicado.beyond(last) ?? guardado.beyond(last)
  if (beyond) throw new ContradictionError(cutAt(last, beyond))
  return { actos: last, anclado: publicado.agreed }
}

async function compare(
  file: string,
  { publicado, guardado }: Omit<Histories, 'since'>,
): Promise<Pick<Histories, 'since'> & { last: number }> {
  let last = 0
  let since: Line[] = []
  for await (const line of readActos(file)) {
    guardado.compare(line)
    if (publicado.compare(line)) since = []
    else since.push(line)
    last = line.n
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

  beyond(last: number): Head | undefined {
    return this.heads.find(({ n }) => n > last)
  }
}

interface Histories {
  publicado: Firmado
  guardado: Firmado
  /** Entries of the extract after the last at which what is published agrees. */
  since: readonly Line[]
}

/**
 * A restored system and a chain that was written again look alike from outside: both begin as the extract does and go on otherwise. What tells
 * them apart is whether somebody restored a backup.
 */
function assertOneHistory(histories: Histories): void {
  const { publicado, guardado, since } = histories
  const rewritten = rewrittenAt(histories)
  if (rewritten) throw new ContradictionError(`${differsAt(rewritten)}: la cadena se volvió a escribir.`)
  if (guardado.other) throw new DivergenceError(`${forkAt(guardado.other)}\n${OLDER}`)
  if (guardado.agreed > publicado.agreed) throw new DivergenceError(`${lostAt(publicado, guardado)}\n${missing(publicado, since)}`)
  if (publicado.other) throw new DivergenceError([forkAt(publicado.other), UNWITNESSED, missing(publicado, since)].join('\n'))
}

/** What no restore explains: neither what was signed before nor what is signed now, or signatures that contradict each other. */
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

function cutAt(last: number, { n, firmante }: Head): string {
  return `A la bitácora le falta el final: termina en el acto ${last} y ${firmante} firmó que ya había ${n}.`
}

/** What is signed of the bitácora, the shortest first. */
async function readHeads(source: Source): Promise<Head[]> {
  const heads = await readCabezas(source, await source.cabezas())
  for (const corte of await source.numeros()) {
    const { cabecera } = (await source.corte(corte)) as { cabecera?: { bitacora?: { n: number; hash: string } | null } }
    if (cabecera?.bitacora) heads.push({ ...cabecera.bitacora, firmante: `el corte ${corte}` })
  }
  return heads.sort((a, b) => a.n - b.n)
}
