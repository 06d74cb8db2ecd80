import { randomBytes, sign, verify } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import type { EntityManager } from 'typeorm'
import type { ClaveActo } from '@conoceles/domain'
import { prepared } from '../../database/statements.ts'
import { canonical, sha256 } from '../../shared/criptografia/canonical.ts'
import type { Deps } from '../../shared/deps.ts'
import { letras } from '../../shared/archivos/letras.ts'
import type { Firma } from '../../shared/criptografia/secretos.ts'

/** Signed receipt of an act: proves that a content was received, and when, without showing it. */
export interface Acuse {
  folio: string
  acto: string
  sha256: string
  /** Known to the holder only: without it the hash of a short answer could be guessed. */
  sal: string
  recibidoEn: string
  firma: string
  enlace: string
}

/** Marks of an act that its rows, its acuse and its entry share. */
export interface Sello {
  folio: string
  recibidaEn: Temporal.Instant
}

const INSERT = prepared(
  'acuse',
  'insert into publico.acuse (folio, acto, sha256, recibido_en, firma, llave) values ($1, $2, $3, $4, $5, $6)',
)

export class AcusesService {
  constructor(private readonly deps: Deps) {}

  /** Folio and instant of an act, before it is done. */
  sellar(): Sello {
    return { folio: newFolio(), recibidaEn: this.deps.clock.now() }
  }

  /**
   * Signs without storing; call `guardar`. `contenido`: the received content. Its salted hash becomes public, never the content.
   */
  firmar(acto: ClaveActo, contenido: object, { folio, recibidaEn }: Sello = this.sellar()): Acuse {
    const { secretos, config } = this.deps
    const sal = randomBytes(16).toString('hex')
    const recibidoEn = recibidaEn.toString({ fractionalSecondDigits: 3 })
    const hash = sha256(sal + canonical(contenido))
    const cuerpo = { folio, acto, sha256: hash, recibidoEn }
    const firma = sign(null, Buffer.from(canonical(cuerpo)), secretos.firma.privateKey).toString('base64')
    return { ...cuerpo, sal, firma, enlace: `${config.origen}/acuses/${folio}` }
  }

  async guardar(tx: EntityManager, acuse: Acuse): Promise<void> {
    const { folio, acto, sha256: hash, recibidoEn, firma } = acuse
    await tx.query(INSERT, [folio, acto, hash, recibidoEn, firma, this.firmanteOf(acuse).id])
  }

  /** Another key may have come into force since it was signed. */
  private firmanteOf({ folio, acto, sha256: hash, recibidoEn, firma }: Acuse): Firma {
    const { firmas } = this.deps.secretos
    const vivas = firmas.vivas().map(({ llave }) => llave)
    if (vivas.length === 1) return firmas.vigente
    const signed = Buffer.from(canonical({ folio, acto, sha256: hash, recibidoEn }))
    return vivas.find(({ publicKey }) => verify(null, signed, publicKey, Buffer.from(firma, 'base64'))) ?? firmas.vigente
  }
}

/** Three groups of five, as they are read aloud. */
function newFolio(): string {
  return [letras(5), letras(5), letras(5)].join('-')
}
