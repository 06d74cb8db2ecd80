import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import type { AvisosPrivacidadService } from '../avisos/index.ts'
import type { Acts, Turno, HechoConAcuse, Acuse } from '../../bitacora/index.ts'
import { Candidatura } from '../../registro/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { type Quien, lockRow } from '../../../shared/act.ts'
import type { Actos } from '@conoceles/domain'
import { sha256 } from '../../../shared/criptografia/canonical.ts'
import { toDate } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { Consentimiento } from './consentimiento.entity.ts'
import type { ConsentimientoDto } from './consentimientos.dto.ts'
import { demandConsentimientos } from './consentimientos.queries.ts'
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
  acts: Acts
  avisos: AvisosPrivacidadService
  procesos: ProcesosService
  documents: PersonaDocuments
}

type Decidido = Omit<
  Consentimiento,
  'id' | 'candidaturaId' | 'otorgadoEn' | 'otorgadoPor' | 'revisionRazon' | 'revisionSupuesto' | 'revisadaEn' | 'formatoId' | 'folio'
>

export interface Decisiones {
  candidatura: Candidatura
  anteriores: readonly Consentimiento[]
}

/** Acts by which a persona decides. */
export type Decision = 'consentimiento.otorgado' | 'consentimiento.revocado'

export interface Alta {
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

  /** The parts that each decision shares: its rule and its lock are the caller's. */
  acta(acto: Decision, candidaturaId: string) {
    return {
      acto,
      objeto: { tipo: 'candidatura', id: candidaturaId },
      answer: ({ hecho, acuse }: { hecho: HechoConAcuse<Decision> & { dto: ConsentimientoDto }; acuse: Acuse }) => ({
        ...hecho.dto,
        acuse,
      }),
    }
  }

  async add({ tx, quien, folio, state: { candidatura, anteriores } }: Turno<Decisiones>, { decidido, documento }: Alta) {
    const { tratamiento, publicacion, estadistica, mecanismo, avisoSha256: aviso } = decidido
    const received = { candidatura: candidatura.id, aviso, tratamiento, publicacion, estadistica, mecanismo }
    const row: Consentimiento = {
      ...decidido,
      id: randomUUID(),
      candidaturaId: candidatura.id,
      otorgadoEn: this.after(anteriores),
      otorgadoPor: quien.cuentaId,
      revisionRazon: null,
      revisionSupuesto: null,
      revisadaEn: null,
      formatoId: documento && (await this.keep(tx, candidatura.id, documento)),
      folio,
    }
    await tx.insert(Consentimiento, row)
    await tx.update(Candidatura, { id: candidatura.id }, { version: candidatura.version + 1 })
    const version = await readVersionAviso(tx, row.avisoId)
    return {
      recibido: { ...received, formato: documento ? sha256(documento.contenido) : null },
      detalle: { ...dichoDe(row), aviso: version, folio },
      dto: toDto(row, { version, supuestos: [] }),
    }
  }

  async open(tx: EntityManager, candidaturaId: string, formatoId: string): Promise<{ medio: string; contenido: Buffer }> {
    const formato = await tx.findOneBy(Formato, { id: formatoId, candidaturaId })
    if (!formato) throw new AppError('ruta.no_existe')
    const contenido = await this.services.documents.decryptDocument(tx, { candidaturaId, documentoId: formato.id }, formato.cifrado)
    return { medio: formato.medio, contenido }
  }

  /** Opening a paper leaves a trace in the transaction that reads it: without the trace there is no reading. */
  recordLectura(
    tx: EntityManager,
    quien: Quien,
    { acto, row }: { acto: 'consentimiento.formato_leido' | 'consentimiento.solicitud_leida'; row: Consentimiento },
  ): Promise<void> {
    return this.services.acts.record(tx, quien, { acto, objeto: { tipo: 'candidatura', id: row.candidaturaId }, detalle: dichoDe(row) })
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

export function dichoDe({ id, mecanismo, revision }: Consentimiento): Actos['consentimiento.formato_leido'] {
  return { consentimiento: id, mecanismo, revision }
}

/** A candidatura under the lock of a decision, with those before it. */
export async function lockDecisiones(tx: EntityManager, id: string): Promise<Decisiones> {
  const candidatura = await lockRow(tx, Candidatura, { id })
  return { candidatura, anteriores: await demandConsentimientos(tx, id) }
}
