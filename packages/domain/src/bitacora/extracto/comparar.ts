import type { ClaveActo } from '../actos.ts'
import type { EstadoFirmado } from './cabezas.ts'
import { ContradictionError, DivergenceError } from './fallas.ts'
import { enServidor } from './instantes.ts'
import { tramo } from './tramo.ts'
import { contenidoDe, type RenglonExtracto } from './renglones.ts'

export interface InformeExtracto {
  /** How many entries the extract has. */
  actos: number
  /** The newest that a signature vouches for; 0: none. */
  anclado: number
  /** Instant of that entry, as it says itself. */
  ancladoEn: string | null
  /** Instant of its download, by its last entry; null in extracts of before that act existed, and in cut ones. */
  descargado: string | null
  /** The first head that was signed after its last entry: an extract of before ends there. */
  despues: EstadoFirmado | null
}

export interface Comparacion {
  /** Signed heads that the system publishes, the shortest first. */
  publicadas: readonly EstadoFirmado[]
  /** Signed heads that somebody kept, the shortest first. */
  guardadas?: readonly EstadoFirmado[]
  /** Tells in sentences the entries that the system may lack. */
  relacionar: (renglones: readonly RenglonExtracto[]) => string
}

/**
 * Checks an extract of the bitácora against signed heads. Where a head was signed, the entry is the one of that head. A head binds all
 * entries before it: the extract and the present signatures are one up to the last head that agrees.
 *
 * An older extract ends before the newest head. This accuses nobody, unless the extract says that it was downloaded after that head was
 * signed.
 * @param renglones entries, each of which follows from the one before.
 */
export async function compararExtracto(
  renglones: AsyncIterable<RenglonExtracto>,
  { publicadas, guardadas = [], relacionar }: Comparacion,
): Promise<InformeExtracto> {
  const publicado = new Firmado(publicadas)
  const guardado = new Firmado(guardadas)
  const { last, since, ancladoEn } = await compare(renglones, { publicado, guardado })
  assertOneHistory({ publicado, guardado, since, relacionar })
  const descargado = descargadoEn(last)
  assertWhole({ last: last.n, descargado }, publicado)
  const perdida = guardado.beyond(last.n).find((head) => !publicado.has(head))
  if (perdida) throw new DivergenceError(goneAt(perdida))
  return { actos: last.n, anclado: publicado.agreed, ancladoEn, descargado, despues: publicado.beyond(last.n)[0] ?? null }
}

const DESCARGA: ClaveActo = 'bitacora.extraida'

/** An extract ends with the act of its own download. */
function descargadoEn(last: RenglonExtracto): string | null {
  const { acto, sistema } = contenidoDe(last)
  return acto === DESCARGA && typeof sistema === 'string' ? sistema : null
}

/** The heads between cortes say by the machine's clock when they were signed, as the act of the download does. */
function assertWhole({ last, descargado }: { last: number; descargado: string | null }, publicado: Firmado): void {
  if (descargado === null) return
  const before = publicado.beyond(last).find(({ en }) => en !== null && en < descargado)
  if (before) throw new ContradictionError(cutAt({ last, descargado }, before), last)
}

interface Comparado {
  last: RenglonExtracto
  /** Entries of the extract after the last one that agrees with the published heads. */
  since: readonly RenglonExtracto[]
  ancladoEn: string | null
}

async function compare(renglones: AsyncIterable<RenglonExtracto>, { publicado, guardado }: Origenes): Promise<Comparado> {
  let last: RenglonExtracto = { n: 0, contenido: '', hash: '' }
  let since: RenglonExtracto[] = []
  let anclado: RenglonExtracto | null = null
  for await (const renglon of renglones) {
    guardado.compare(renglon)
    if (publicado.compare(renglon)) {
      anclado = renglon
      since = []
    } else since.push(renglon)
    last = renglon
  }
  const { en } = contenidoDe(anclado ?? { contenido: '' })
  return { last, since, ancladoEn: typeof en === 'string' ? en : null }
}

/** Heads of one origin, and how far they agree with the extract. */
class Firmado {
  /** The newest entry at which they agree; 0: none. */
  agreed = 0
  /** The first head that signed another entry than the extract has. */
  other: EstadoFirmado | null = null
  private readonly byN: Map<number, EstadoFirmado>

  constructor(private readonly heads: readonly EstadoFirmado[]) {
    this.byN = new Map(heads.map((head) => [head.n, head]))
  }

  /** Whether a head agrees at this entry. */
  compare({ n, hash }: RenglonExtracto): boolean {
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
  beyond(last: number): readonly EstadoFirmado[] {
    return this.heads.filter(({ n }) => n > last)
  }

  has({ n, hash }: EstadoFirmado): boolean {
    return this.byN.get(n)?.hash === hash
  }
}

interface Origenes {
  publicado: Firmado
  guardado: Firmado
}

type Historias = Origenes & Pick<Comparado, 'since'> & Pick<Comparacion, 'relacionar'>

/**
 * A restored system and a rewritten chain look alike from outside: both begin as the extract does and go on otherwise. Only the fact that
 * somebody restored a backup tells them apart.
 */
function assertOneHistory(historias: Historias): void {
  const { publicado, guardado } = historias
  const rewritten = rewrittenAt(historias)
  if (rewritten) throw new ContradictionError(`${differsAt(rewritten)}: la cadena se volvió a escribir.`, rewritten.n)
  if (guardado.other) throw new DivergenceError(`${forkAt(guardado.other)}\n${OLDER}`)
  if (guardado.agreed > publicado.agreed) throw new DivergenceError(`${lostAt(publicado, guardado)}\n${missing(historias)}`)
  if (publicado.other) throw new DivergenceError([forkAt(publicado.other), UNWITNESSED, missing(historias)].join('\n'))
}

/** Head that no restore explains: it differs from the earlier and the present signatures, or those contradict each other. */
function rewrittenAt({ publicado, guardado }: Origenes): EstadoFirmado | null {
  if (publicado.other && guardado.other) return publicado.other
  return [publicado, guardado].find(({ agreed, other }) => other && agreed > other.n)?.other ?? null
}

const UNWITNESSED =
  'Que el sistema haya tenido el resto de este extracto sólo lo dice una cabeza guardada que llegue más lejos (cabezas.json).'

const OLDER = 'Qué actos le faltan al sistema lo dice el extracto que se guardó con esas cabezas.'

function differsAt({ n, firmante }: EstadoFirmado): string {
  return `El acto ${n} de la bitácora no es el que firmó ${firmante}`
}

function forkAt(other: EstadoFirmado): string {
  return `${differsAt(other)}. Es lo que se ve si se restauró un respaldo y el sistema siguió; si nadie lo restauró, la cadena se volvió a escribir. Por fuera no se distingue.`
}

function missing({ publicado: { agreed }, since, relacionar }: Historias): string {
  return `${agreed === 0 ? 'Ninguna firma dice hasta dónde coinciden.' : `Coinciden hasta el acto ${agreed}.`} En ${tramo(agreed + 1, agreed + since.length)} de este extracto están los que el sistema no tiene; en su servidor, «npm run verificar -- bitacora.jsonl base» dice cuáles.\n${relacionar(since)}`
}

function lostAt(publicado: Firmado, guardado: Firmado): string {
  return `El sistema firmó este extracto hasta el acto ${guardado.agreed}, como muestra lo que se guardó; de lo que publica hoy, coincide hasta el ${publicado.agreed}: se restauró un respaldo, o la cadena se volvió a escribir. Por fuera no se distingue.`
}

function cutAt({ last, descargado }: { last: number; descargado: string }, { n, firmante }: EstadoFirmado): string {
  return `A la bitácora le falta el final: se descargó el ${enServidor(descargado)}, termina en el acto ${last}, y ${firmante} ya había firmado que había ${n}.`
}

function goneAt({ n, firmante }: EstadoFirmado): string {
  return `El sistema no publica ${firmante}, que firmó que ya había ${n} actos: se restauró un respaldo, o la cadena se volvió a escribir. Por fuera no se distingue.`
}
