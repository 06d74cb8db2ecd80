import type { EntityManager } from 'typeorm'
import type { Respuestas } from '@conoceles/cuestionarios'
import type { Secretos } from '../../shared/secretos.ts'
import { createDataKey, decrypt, decryptAnswer, encrypt, encryptAnswer, unwrapDataKey } from './identidad.cifrado.ts'
import { Llave } from './llave.entity.ts'
import { RespuestaIdentidad } from './respuesta-identidad.entity.ts'

/** The only way in and out of schema `identidad`. */
export class IdentidadService {
  constructor(private readonly secretos: Pick<Secretos, 'llavero'>) {}

  async read(tx: EntityManager, candidaturaId: string): Promise<Respuestas> {
    return this.open(tx, candidaturaId, 'cifrada')
  }

  /** The answers as last verified; what the publisher decides badges from. */
  async readVerificadas(tx: EntityManager, candidaturaId: string): Promise<Respuestas> {
    return this.open(tx, candidaturaId, 'verificada')
  }

  /**
   * Writes the answers of some questions. A blank is encrypted like an answer: which questions of a section are blank would tell how
   * the ones that show them were answered.
   */
  async write(tx: EntityManager, candidaturaId: string, change: { preguntas: string[]; respuestas: Respuestas }): Promise<void> {
    const key = await this.dataKey(tx, candidaturaId)
    const rows = change.preguntas.map((pregunta) => ({
      candidaturaId,
      pregunta,
      cifrada: encryptAnswer(key, { candidaturaId, pregunta }, change.respuestas[pregunta] ?? null),
    }))
    await tx.upsert(RespuestaIdentidad, rows, ['candidaturaId', 'pregunta'])
  }

  async markVerificadas(tx: EntityManager, candidaturaId: string): Promise<void> {
    await tx.query('update identidad.respuesta set verificada = cifrada where candidatura_id = $1', [candidaturaId])
  }

  /** A document of the persona under the same data key. */
  async encryptDocument(tx: EntityManager, place: { candidaturaId: string; documentoId: string }, plain: Buffer): Promise<Buffer> {
    return encrypt(await this.dataKey(tx, place.candidaturaId), `identidad.formato|${place.documentoId}`, plain)
  }

  async decryptDocument(tx: EntityManager, place: { candidaturaId: string; documentoId: string }, sealed: Buffer): Promise<Buffer> {
    return decrypt(await this.dataKey(tx, place.candidaturaId), `identidad.formato|${place.documentoId}`, sealed)
  }

  private async open(tx: EntityManager, candidaturaId: string, column: 'cifrada' | 'verificada'): Promise<Respuestas> {
    const llave = await tx.findOneBy(Llave, { candidaturaId })
    if (!llave) return {}
    const key = unwrapDataKey(this.secretos.llavero, candidaturaId, llave.envuelta)
    const rows = await tx.findBy(RespuestaIdentidad, { candidaturaId })
    const answers = rows.map((row) => [row.pregunta, row[column] && decryptAnswer(key, row, row[column])])
    return Object.fromEntries(answers.filter(([, value]) => value !== null))
  }

  private async dataKey(tx: EntityManager, candidaturaId: string): Promise<Buffer> {
    const ring = this.secretos.llavero
    const existing = await tx.findOneBy(Llave, { candidaturaId })
    if (existing) return unwrapDataKey(ring, candidaturaId, existing.envuelta)
    const { key, envuelta } = createDataKey(ring, candidaturaId)
    await tx.insert(Llave, { candidaturaId, kid: ring.kid, envuelta })
    return key
  }
}
