import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { IsNull, type EntityManager } from 'typeorm'
import { cleanLine, razonesContraFotografia, razonesContraFotografiar, razonesContraTextoAlternativo } from '@conoceles/domain'
import type { Acts } from '../../bitacora/index.ts'
import { Candidatura } from '../../registro/index.ts'
import { act, type Quien } from '../../../shared/act.ts'
import { sha256 } from '../../../shared/criptografia/canonical.ts'
import { toDate } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { Fotografia } from './fotografia.entity.ts'
import type { ProcessedFotografia, Recorte, Tamano } from './fotografia.ts'
import type { FotografiaGuardadaDto } from './fotografias.dto.ts'
import { countRecent, findCapturable, lockCuenta, readImagen, saveImagen, type CapturableRow } from './fotografias.queries.ts'
import { createProcessFotografia, type ProcessFotografia } from './process-fotografia.ts'

export interface GuardarFotografia {
  candidaturaId: string
  contenido: Buffer
  textoAlternativo: string
  tomadaEn: string
  recorte: Recorte | undefined
}

/** Uploads that one hour takes. */
const CUOTA = { cuenta: 20, candidatura: 10 }
const HORA_MS = 3_600_000

/** The photograph of a candidatura: handed in, replaced, withdrawn. The uploaded file is thrown away; only re-encoded pixels stay. */
export class FotografiasService {
  private readonly process: ProcessFotografia

  constructor(
    private readonly deps: Deps,
    private readonly services: { acts: Acts },
  ) {
    this.process = createProcessFotografia({ workerPath: join(deps.config.trabajadores, 'fotografia.worker.js') })
  }

  /** Asked before the upload is read and again under the lock: a picture that will be refused is not worth decoding. */
  async assertAllowed(quien: Quien, candidaturaId: string): Promise<void> {
    await act(this.deps.databases, quien, async (tx) => this.check(tx, quien, await findCapturable(tx, candidaturaId, 'read')))
  }

  async guardar(quien: Quien, guardar: GuardarFotografia): Promise<FotografiaGuardadaDto> {
    const { tomadaEn } = guardar
    const textoAlternativo = cleanLine(guardar.textoAlternativo)
    this.assertDescribed(textoAlternativo, tomadaEn)
    const processed = await this.reencode(guardar)
    const { candidaturaId, contenido } = guardar
    const { sha256: hash } = processed
    return this.services.acts.perform(quien, {
      acto: 'fotografia.recibida',
      objeto: { tipo: 'candidatura', id: candidaturaId },
      lock: async (tx) => {
        await lockCuenta(tx, quien.cuentaId)
        return this.check(tx, quien, await findCapturable(tx, candidaturaId, 'lock'))
      },
      change: async ({ tx, state: captura, ahora: guardadaEn, folio }) => {
        await tx.update(Fotografia, { candidaturaId, retiradaEn: IsNull() }, { retiradaEn: guardadaEn })
        const row = { id: randomUUID(), candidaturaId, sha256: hash, textoAlternativo, tomadaEn, guardadaEn }
        await tx.insert(Fotografia, { ...row, guardadaPor: quien.cuentaId, validadaEn: null, verificadaEn: null, retiradaEn: null })
        await saveImagen(tx, hash, processed.tamanos)
        await tx.update(Candidatura, { id: candidaturaId }, { version: captura.version + 1 })
        const recibido = { candidatura: candidaturaId, archivo: sha256(contenido), sha256: hash, textoAlternativo, tomadaEn }
        return { recibido, detalle: { sha256: hash, folio } }
      },
      answer: ({ acuse }) => ({ sha256: hash, textoAlternativo, tomadaEn, guardadaEn: acuse.recibidoEn, acuse }),
    })
  }

  /** The persona may be seen without a photograph; the received ones stay in the history. */
  async retirar(quien: Quien, candidaturaId: string): Promise<void> {
    await this.services.acts.save(quien, {
      acto: 'fotografia.retirada',
      objeto: { tipo: 'candidatura', id: candidaturaId },
      lock: async (tx) => this.assertOpen(await findCapturable(tx, candidaturaId, 'lock')),
      change: async ({ tx, state: captura, ahora }) => {
        const { affected } = await tx.update(Fotografia, { candidaturaId, retiradaEn: IsNull() }, { retiradaEn: ahora })
        if (!affected) throw new AppError('ruta.no_existe')
        await tx.update(Candidatura, { id: candidaturaId }, { version: captura.version + 1 })
        return { detalle: {} }
      },
      answer: () => ({}),
    })
  }

  async read(tx: EntityManager, asked: { candidaturaId: string; tamano: Tamano; huella: string | null }): Promise<Buffer> {
    const bytes = await readImagen(tx, asked)
    if (!bytes) throw new AppError('ruta.no_existe')
    return bytes
  }

  private async reencode({ contenido, recorte }: GuardarFotografia): Promise<ProcessedFotografia> {
    const result = await this.process(contenido, { recorte })
    if (result.ok) return result.fotografia
    if (result.codigo === 'ocupado') throw new AppError('servicio.ocupado', { detail: result.razon, retryAfter: 5 })
    throw new AppError('captura.fotografia_invalida', { errors: [{ field: 'archivo', reasons: [result.razon] }] })
  }

  private assertDescribed(textoAlternativo: string, tomadaEn: string): void {
    const errors = [
      { field: 'textoAlternativo', reasons: razonesContraTextoAlternativo(textoAlternativo) },
      { field: 'tomadaEn', reasons: razonesContraFotografia({ tomadaEn, hoy: this.deps.clock.today() }) },
    ].filter(({ reasons }) => reasons.length > 0)
    if (errors.length > 0) throw new AppError('captura.fotografia_invalida', { errors })
  }

  private async check(tx: EntityManager, quien: Quien, row: CapturableRow | null): Promise<CapturableRow> {
    const captura = this.assertOpen(row)
    const desde = toDate(this.deps.clock.now().subtract({ milliseconds: HORA_MS }))
    const recent = await countRecent(tx, { cuentaId: quien.cuentaId, candidaturaId: captura.id, desde })
    if (recent.cuenta >= CUOTA.cuenta || recent.candidatura >= CUOTA.candidatura) {
      throw new AppError('captura.limite_de_fotografias', { retryAfter: HORA_MS / 1000 })
    }
    return captura
  }

  private assertOpen(captura: CapturableRow | null): CapturableRow {
    if (!captura) throw new AppError('ruta.no_existe')
    const reasons = razonesContraFotografiar({ ...captura, ahora: this.deps.clock.now() }, captura)
    if (reasons.length > 0) throw new AppError('captura.cerrada', { detail: reasons.join(' ') })
    return captura
  }
}
