import { In, type EntityManager } from 'typeorm'
import type { Respuestas } from '@conoceles/cuestionarios'
import { niegaTratamiento } from '@conoceles/domain'
import { prepared, preparedAs } from '../../../database/statements.ts'
import { findConsentimiento } from '../consentimientos/index.ts'
import { decrypt, encrypt } from '../../../shared/criptografia/cifrado.ts'
import type { Secretos } from '../../../shared/criptografia/secretos.ts'
import { withoutNegadas } from './consentimiento.queries.ts'
import { createDataKey, decryptAnswer, encryptAnswer, opens, unwrapDataKey } from './identidad.cifrado.ts'
import { Llave } from './llave.entity.ts'
import { alDia, type Dada } from './identidad.traslado.ts'
import { RespuestaIdentidad } from './respuesta-identidad.entity.ts'
import type { Paso } from '../vigentes/vigentes.ts'
import { readRows } from '../../../database/rows.ts'
import { together } from '../../../shared/act.ts'

/** Answers of somebody who has none yet. */
export interface AltaIdentidad {
  candidaturaId: string
  cuestionarioId: string
  preguntas: readonly string[]
  respuestas: Respuestas
}

/** In which state they are read, and the way to the version that asks for them. */
interface Lectura {
  como?: keyof typeof BAJO
  pasos?: readonly Paso[]
}

/** Answers that were read from the database; each state is decrypted when it is asked for. */
export type Boveda = (lectura: Lectura) => Respuestas

export const EMPTY: Boveda = () => ({})

const VALIDAR = prepared(
  'validar_identidad',
  'update identidad.respuesta set validada = cifrada, validada_cuestionario_id = cuestionario_id where candidatura_id = $1',
)

/** The only way in and out of schema `identidad`. It gives no answers of a persona who refuses their treatment. */
export class IdentidadService {
  constructor(private readonly secretos: Pick<Secretos, 'llavero'>) {}

  /**
   * As they are now, as the persona had them before others changed them, or as they were when they were last validated or verified. `pasos`: the
   * way to the version that asks for them; without it each under the question that it was given to.
   */
  async read(tx: EntityManager, candidaturaId: string, lectura: Lectura = {}): Promise<Respuestas> {
    return (await this.open(tx, candidaturaId))(lectura)
  }

  /** The answers of one candidatura, to be read in more than one state. */
  async open(tx: EntityManager, candidaturaId: string): Promise<Boveda> {
    const [llave, consentimiento, rows] = await together([
      tx.findOne(Llave, { where: { candidaturaId }, comment: preparedAs('llave') }),
      findConsentimiento(tx, candidaturaId),
      tx.find(RespuestaIdentidad, { where: { candidaturaId }, comment: preparedAs('respuestas_identidad') }),
    ])
    if (!llave || niegaTratamiento(consentimiento)) return EMPTY
    const key = unwrapDataKey(this.secretos.llavero, candidaturaId, llave)
    return ({ como = 'cifrada', pasos = [] }) => {
      const dadas = rows.flatMap((row): Dada[] => {
        const sealed = row[como]
        const { pregunta } = row
        return sealed ? [{ pregunta, valor: decryptAnswer(key, row, sealed), cuestionarioId: row[BAJO[como]] }] : []
      })
      return alDia(dadas, pasos)
    }
  }

  /** Those of these candidaturas with answers under a key that this server does not have. */
  async cerradas(tx: EntityManager, candidaturaIds: readonly string[]): Promise<Set<string>> {
    const llaves = await tx.findBy(Llave, { candidaturaId: In([...candidaturaIds]) })
    return new Set(llaves.filter((row) => !opens(this.secretos.llavero, row.candidaturaId, row)).map(({ candidaturaId }) => candidaturaId))
  }

  /**
   * Answers of many candidaturas at once; those without any are absent. `pasosDe`: the way to the version that each answers. `preguntas`:
   * the only questions whose answers are opened, as they were given; null: all.
   */
  async readMany(
    tx: EntityManager,
    candidaturaIds: readonly string[],
    {
      pasosDe,
      como = 'cifrada',
      preguntas = null,
    }: { pasosDe: (candidaturaId: string) => readonly Paso[]; como?: keyof typeof BAJO; preguntas?: readonly string[] | null },
  ): Promise<Map<string, Respuestas>> {
    const llaves = await tx.findBy(Llave, { candidaturaId: In(await withoutNegadas(tx, candidaturaIds)) })
    const keys = new Map(llaves.map((row) => [row.candidaturaId, unwrapDataKey(this.secretos.llavero, row.candidaturaId, row)]))
    const rows = await readRows<{ candidaturaId: string; pregunta: string; cifrada: Buffer; cuestionarioId: string | null }>(
      tx,
      `select candidatura_id as "candidaturaId", pregunta, ${como} as cifrada, ${COLUMNA[como]} as "cuestionarioId" from identidad.respuesta
       where candidatura_id = any($1) and ${como} is not null and ($2::text[] is null or pregunta = any($2))`,
      [candidaturaIds, preguntas],
    )
    const given = new Map<string, Dada[]>()
    for (const row of rows) {
      const key = keys.get(row.candidaturaId)
      if (!key) continue
      const dada = { pregunta: row.pregunta, valor: decryptAnswer(key, row, row.cifrada), cuestionarioId: row.cuestionarioId }
      given.set(row.candidaturaId, [...(given.get(row.candidaturaId) ?? []), dada])
    }
    const read = [...given].map(([id, dadas]) => [id, alDia(dadas, pasosDe(id))] as const)
    return new Map(read.filter(([, respuestas]) => Object.keys(respuestas).length > 0))
  }

  /** The first answers of many at once, blanks encrypted as in `write`. */
  async createMany(tx: EntityManager, altas: readonly AltaIdentidad[]): Promise<void> {
    const keys = await this.dataKeys(
      tx,
      altas.map(({ candidaturaId }) => candidaturaId),
    )
    const rows = altas.flatMap(({ candidaturaId, cuestionarioId, preguntas, respuestas }) => {
      const key = keys.get(candidaturaId)
      if (!key) throw new Error('a data key that was made is not there')
      return preguntas.map((pregunta) => {
        const cifrada = encryptAnswer(key, { candidaturaId, pregunta }, respuestas[pregunta] ?? null)
        return { candidaturaId, cuestionarioId, pregunta, cifrada }
      })
    })
    await tx.query(
      `insert into identidad.respuesta (candidatura_id, cuestionario_id, pregunta, cifrada)
       select c, q, p, v from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bytea[]) as u(c, q, p, v)`,
      [
        rows.map(({ candidaturaId }) => candidaturaId),
        rows.map(({ cuestionarioId }) => cuestionarioId),
        rows.map(({ pregunta }) => pregunta),
        rows.map(({ cifrada }) => cifrada),
      ],
    )
  }

  /** Destroys the data keys, and all that they open. */
  async destroyMany(tx: EntityManager, candidaturaIds: readonly string[]): Promise<void> {
    await this.deleteMany(tx, candidaturaIds)
    await tx.query('delete from identidad.llave where candidatura_id = any($1)', [candidaturaIds])
  }

  /** Destroys answers alone: documents under the key stay readable. */
  async deleteMany(tx: EntityManager, candidaturaIds: readonly string[]): Promise<void> {
    await tx.query('delete from identidad.respuesta where candidatura_id = any($1)', [candidaturaIds])
  }

  /**
   * Writes the answers of some questions. A blank is encrypted like an answer: the blank questions of a section would tell the answers on
   * which they depend. `propias`: keeps the persona's own answers from somebody else's change, or forgets them when she answers again.
   */
  async write(
    tx: EntityManager,
    candidaturaId: string,
    change: { cuestionarioId: string; preguntas: string[]; respuestas: Respuestas; propias?: 'guardar' | 'olvidar' | null },
  ): Promise<void> {
    if (change.propias) {
      const values = change.propias === 'guardar' ? 'cifrada, cuestionario_id' : 'null, null'
      await tx.query(
        `update identidad.respuesta set (propia, propia_cuestionario_id) = row(${values}) where candidatura_id = $1 and pregunta = any($2)`,
        [candidaturaId, change.preguntas],
      )
    }
    const key = await this.dataKey(tx, candidaturaId)
    const rows = change.preguntas.map((pregunta) => ({
      candidaturaId,
      cuestionarioId: change.cuestionarioId,
      pregunta,
      cifrada: encryptAnswer(key, { candidaturaId, pregunta }, change.respuestas[pregunta] ?? null),
    }))
    await tx.upsert(RespuestaIdentidad, rows, ['candidaturaId', 'pregunta'])
  }

  async markValidadas(tx: EntityManager, candidaturaId: string): Promise<void> {
    await tx.query(VALIDAR, [candidaturaId])
  }

  async unmarkValidadas(tx: EntityManager, candidaturaId: string): Promise<void> {
    await tx.query('update identidad.respuesta set validada = null, validada_cuestionario_id = null where candidatura_id = $1', [
      candidaturaId,
    ])
  }

  async markVerificadas(tx: EntityManager, candidaturaId: string): Promise<void> {
    await tx.query(
      'update identidad.respuesta set verificada = validada, verificada_cuestionario_id = validada_cuestionario_id where candidatura_id = $1',
      [candidaturaId],
    )
  }

  /** A document of the persona under the same data key. */
  async encryptDocument(tx: EntityManager, place: { candidaturaId: string; documentoId: string }, plain: Buffer): Promise<Buffer> {
    return encrypt(await this.dataKey(tx, place.candidaturaId), plain, `identidad.formato|${place.documentoId}`)
  }

  /** Call it in the transaction that records the reading. */
  async decryptDocument(tx: EntityManager, place: { candidaturaId: string; documentoId: string }, sealed: Buffer): Promise<Buffer> {
    await tx.query(`select set_config('app.lectura', 'identidad', true)`)
    return decrypt(await this.dataKey(tx, place.candidaturaId), sealed, `identidad.formato|${place.documentoId}`)
  }

  private async dataKeys(tx: EntityManager, candidaturaIds: readonly string[]): Promise<Map<string, Buffer>> {
    const ring = this.secretos.llavero
    const existing = await tx.findBy(Llave, { candidaturaId: In([...candidaturaIds]) })
    const keys = new Map(existing.map((row) => [row.candidaturaId, unwrapDataKey(ring, row.candidaturaId, row)]))
    const made = candidaturaIds.filter((id) => !keys.has(id)).map((id) => ({ id, ...createDataKey(ring, id) }))
    await tx.query(
      'insert into identidad.llave (candidatura_id, kid, envuelta) select c, k, e from unnest($1::uuid[], $2::text[], $3::bytea[]) as u(c, k, e)',
      [made.map(({ id }) => id), made.map(({ kid }) => kid), made.map(({ envuelta }) => envuelta)],
    )
    for (const { id, key } of made) keys.set(id, key)
    return keys
  }

  private async dataKey(tx: EntityManager, candidaturaId: string): Promise<Buffer> {
    const ring = this.secretos.llavero
    const existing = await tx.findOneBy(Llave, { candidaturaId })
    if (existing) return unwrapDataKey(ring, candidaturaId, existing)
    const { key, kid, envuelta } = createDataKey(ring, candidaturaId)
    await tx.insert(Llave, { candidaturaId, kid, envuelta })
    return key
  }
}

/** Column that keeps the version under which each was given. */
const BAJO = {
  cifrada: 'cuestionarioId',
  propia: 'propiaCuestionarioId',
  validada: 'validadaCuestionarioId',
  verificada: 'verificadaCuestionarioId',
} as const

const COLUMNA = {
  cifrada: 'cuestionario_id',
  propia: 'propia_cuestionario_id',
  validada: 'validada_cuestionario_id',
  verificada: 'verificada_cuestionario_id',
} as const satisfies Record<keyof typeof BAJO, string>
