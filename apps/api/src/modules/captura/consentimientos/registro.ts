import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import type { AvisosPrivacidadService } from '../avisos/index.ts'
import type { Acto, AcusesService, BitacoraService } from '../../bitacora/index.ts'
import { Candidatura } from '../../registro/index.ts'
import type { Quien } from '../../../shared/act.ts'
import type { ClaveActo } from '../../../shared/actos.ts'
import { sha256 } from '../../../shared/criptografia/canonical.ts'
import { toDate } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { Consentimiento } from './consentimiento.entity.ts'
import type { ConsentimientoOtorgadoDto } from './consentimientos.dto.ts'
import { Formato } from './formato.entity.ts'
import { detectMedio } from './formato.ts'
import { readVersionAviso, toDto } from './vista.ts'

/** Encrypts the documents of a persona under her own data key; handed over in app.ts by the module that keeps the keys. */
export interface PersonaDocuments {
  encryptDocument(tx: EntityManager, place: DocumentPlace, plain: Buffer): Promise<Buffer>
  decryptDocument(tx: EntityManager, place: DocumentPlace, sealed: Buffer): Promise<Buffer>
}

interface DocumentPlace {
  candidaturaId: string
  documentoId: string
}

export interface ConsentimientosServices {
  bitacora: BitacoraService
  acuses: AcusesService
  avisos: AvisosPrivacidadService
  documents: PersonaDocuments
}

type Decidido = Omit<Consentimiento, 'id' | 'candidaturaId' | 'otorgadoEn' | 'otorgadoPor' | 'revisionRazon' | 'formatoId' | 'folio'>

export interface Alta {
  acto: 'consentimiento.otorgado' | 'consentimiento.revocado'
  candidatura: Candidatura
  anteriores: readonly Consentimiento[]
  decidido: Decidido
  /** The paper behind it, and the field in which it came. */
  documento: { campo: string; contenido: Buffer } | null
}

/** The history of a persona's decisions: each entry is a row that nobody changes, with its acuse and its entry in the bitácora. */
export class RegistroConsentimientos {
  constructor(
    private readonly deps: Deps,
    private readonly services: ConsentimientosServices,
  ) {}

  async add(
    tx: EntityManager,
    quien: Quien,
    { acto, candidatura, anteriores, decidido, documento }: Alta,
  ): Promise<ConsentimientoOtorgadoDto> {
    const { tratamiento, publicacion, estadistica, mecanismo, avisoSha256: aviso } = decidido
    const received = { candidatura: candidatura.id, aviso, tratamiento, publicacion, estadistica, mecanismo }
    const formato = documento ? sha256(documento.contenido) : null
    const acuse = await this.services.acuses.emitir(tx, acto, { ...received, formato })
    const row: Consentimiento = {
      ...decidido,
      id: randomUUID(),
      candidaturaId: candidatura.id,
      otorgadoEn: this.after(anteriores),
      otorgadoPor: quien.cuentaId,
      revisionRazon: null,
      formatoId: documento && (await this.keep(tx, candidatura.id, documento)),
      folio: acuse.folio,
    }
    await tx.insert(Consentimiento, row)
    await tx.update(Candidatura, { id: candidatura.id }, { version: candidatura.version + 1 })
    const avisoVersion = await readVersionAviso(tx, row.avisoId)
    await this.record(tx, quien, { acto, row, detalle: { aviso: avisoVersion, folio: acuse.folio } })
    return { ...toDto(row, avisoVersion), acuse }
  }

  async open(tx: EntityManager, candidaturaId: string, formatoId: string): Promise<{ medio: string; contenido: Buffer }> {
    const formato = await tx.findOneBy(Formato, { id: formatoId, candidaturaId })
    if (!formato) throw new AppError('ruta.no_existe')
    const contenido = await this.services.documents.decryptDocument(tx, { candidaturaId, documentoId: formato.id }, formato.cifrado)
    return { medio: formato.medio, contenido }
  }

  record(
    tx: EntityManager,
    quien: Quien,
    entry: { acto: ClaveActo; row: Consentimiento; detalle: Record<string, unknown> },
  ): Promise<void> {
    const { acto, row, detalle } = entry
    const full: Acto = {
      acto,
      cuentaId: quien.cuentaId,
      rol: quien.rol,
      actorPoliticoId: quien.actorPoliticoId,
      objeto: { tipo: 'candidatura', id: row.candidaturaId },
      detalle: { consentimiento: row.id, mecanismo: row.mecanismo, revision: row.revision, ...detalle },
      requestId: quien.requestId,
    }
    return this.services.bitacora.registrar(tx, full)
  }

  private async keep(tx: EntityManager, candidaturaId: string, { campo, contenido }: NonNullable<Alta['documento']>): Promise<string> {
    const medio = detectMedio(contenido)
    if (!medio)
      throw new AppError('entrada.archivo_invalido', { errors: [{ field: campo, reasons: ['Debe ser un PDF, un JPG o un PNG.'] }] })
    const id = randomUUID()
    const cifrado = await this.services.documents.encryptDocument(tx, { candidaturaId, documentoId: id }, contenido)
    await tx.insert(Formato, { id, candidaturaId, medio, cifrado, creadoEn: toDate(this.deps.clock.now()) })
    return id
  }

  /** The last choice governs, so it must come after the others even when the clock of a simulacro went back. */
  private after([ultimo]: readonly Consentimiento[]): Date {
    const now = this.deps.clock.now()
    return toDate(
      ultimo && ultimo.otorgadoEn >= toDate(now) ? now.add({ milliseconds: ultimo.otorgadoEn.getTime() - now.epochMilliseconds + 1 }) : now,
    )
  }
}

export async function lockCandidatura(tx: EntityManager, id: string): Promise<Candidatura> {
  const candidatura = await tx.findOne(Candidatura, { where: { id }, lock: { mode: 'pessimistic_write' } })
  if (!candidatura) throw new AppError('ruta.no_existe')
  return candidatura
}
