import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { cleanLine, consentimientoQueRige, razonesContraConsentir, razonesContraRevisar } from '@conoceles/domain'
import type { AvisosPrivacidadService } from '../avisos-privacidad/index.ts'
import type { Acto, Acuse, AcusesService, BitacoraService } from '../bitacora/index.ts'
import { Candidatura } from '../candidaturas/index.ts'
import { act, type Quien } from '../../shared/act.ts'
import { sha256 } from '../../shared/canonical.ts'
import { toDate, toIso } from '../../shared/clock.ts'
import type { Deps } from '../../shared/deps.ts'
import { AppError } from '../../shared/errors.ts'
import { Consentimiento } from './consentimiento.entity.ts'
import type { ConsentimientoDto, ConsentimientoOtorgadoDto, ConsentimientosDto } from './consentimientos.dto.ts'
import { listConsentimientos } from './consentimientos.queries.ts'
import { Formato } from './formato.entity.ts'
import { detectMedio } from './formato.ts'

export interface Otorgar {
  candidaturaId: string
  avisoId: string
  tratamiento: boolean
  publicacion: boolean
  estadistica: boolean
  /** Signed form, when it is not the persona herself who decides. */
  formato: Buffer | null
}

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

/** What a persona authorised, under which version of the aviso, and how we know. */
export class ConsentimientosService {
  constructor(
    private readonly deps: Deps,
    private readonly services: ConsentimientosServices,
  ) {}

  async read(tx: EntityManager, candidaturaId: string): Promise<ConsentimientosDto> {
    if (!(await tx.existsBy(Candidatura, { id: candidaturaId }))) throw new AppError('ruta.no_existe')
    const rows = await listConsentimientos(tx, candidaturaId)
    const actual = consentimientoQueRige(rows)
    const porRenovar = await this.services.avisos.porRenovar(tx, actual)
    return { actual: actual && toDto(actual), porRenovar, historial: rows.map(toDto) }
  }

  /** A new choice, or its withdrawal: each is a new row, the ones before stay. */
  otorgar(quien: Quien, otorgar: Otorgar): Promise<ConsentimientoOtorgadoDto> {
    return act(this.deps.databases, quien, async (tx) => {
      const candidatura = await lock(tx, otorgar.candidaturaId)
      const anteriores = await listConsentimientos(tx, candidatura.id)
      const mecanismo = mecanismoOf(quien, { conFormato: otorgar.formato !== null })
      const reasons = razonesContraConsentir(mecanismo, anteriores)
      if (reasons.length > 0) throw new AppError('consentimiento.mecanismo', { detail: reasons.join(' ') })
      const aviso = await this.services.avisos.vigente(tx)
      if (aviso.id !== otorgar.avisoId)
        throw new AppError('consentimiento.aviso_no_vigente', { actual: { avisoId: aviso.id, version: aviso.version } })

      const { tratamiento, publicacion, estadistica } = otorgar
      const row: Consentimiento = {
        id: randomUUID(),
        candidaturaId: candidatura.id,
        avisoId: aviso.id,
        avisoSha256: aviso.sha256,
        tratamiento,
        publicacion,
        estadistica,
        mecanismo,
        otorgadoEn: this.after(anteriores),
        otorgadoPor: quien.cuentaId,
        revision: mecanismo === 'cuenta_propia' ? 'no_requiere' : 'pendiente',
        revisionRazon: null,
        formatoId: otorgar.formato ? await this.keep(tx, candidatura.id, otorgar.formato) : null,
      }
      await tx.insert(Consentimiento, row)
      await tx.update(Candidatura, { id: candidatura.id }, { version: candidatura.version + 1 })
      const formato = otorgar.formato ? sha256(otorgar.formato) : null
      const received = { candidatura: candidatura.id, aviso: aviso.sha256, tratamiento, publicacion, estadistica, mecanismo, formato }
      const acuse = await this.services.acuses.emitir(tx, 'consentimiento.otorgado', received)
      await this.record(tx, quien, { acto: 'consentimiento.otorgado', row, detalle: { aviso: aviso.version, folio: acuse.folio } })
      return { ...toDto(row), acuse }
    })
  }

  /** The institute looks at the signature; from here a form counts, or another one is needed. */
  revisar(quien: Quien, revisar: { candidaturaId: string; aceptado: boolean; razon: string | null }): Promise<Acuse> {
    const { aceptado } = revisar
    const razon = cleanLine(revisar.razon ?? '')
    if (!aceptado && !razon) throw new AppError('entrada.invalida', { errors: [{ field: 'razon', reasons: ['Diga por qué se rechaza.'] }] })
    return act(this.deps.databases, quien, async (tx) => {
      const candidatura = await lock(tx, revisar.candidaturaId)
      const row = consentimientoQueRige(await listConsentimientos(tx, candidatura.id))
      if (!row) throw new AppError('ruta.no_existe')
      const reasons = razonesContraRevisar(row)
      if (reasons.length > 0) throw new AppError('candidatura.acto_no_permitido', { detail: reasons.join(' ') })
      const revision = aceptado ? 'aceptada' : 'rechazada'
      await tx.update(Consentimiento, { id: row.id }, { revision, revisionRazon: aceptado ? null : razon })
      const acuse = await this.services.acuses.emitir(tx, 'consentimiento.revisado', {
        candidatura: candidatura.id,
        consentimiento: row.id,
        revision,
      })
      await this.record(tx, quien, { acto: 'consentimiento.revisado', row: { ...row, revision }, detalle: { folio: acuse.folio } })
      return acuse
    })
  }

  /** The last signed form. Whoever opens it leaves a trace in the same transaction: without the trace there is no reading. */
  leerFormato(quien: Quien, candidaturaId: string): Promise<{ medio: string; contenido: Buffer }> {
    return act(this.deps.databases, quien, async (tx) => {
      const row = (await listConsentimientos(tx, candidaturaId)).find(({ formatoId }) => formatoId !== null)
      const formato = row?.formatoId ? await tx.findOneBy(Formato, { id: row.formatoId }) : null
      if (!row || !formato) throw new AppError('ruta.no_existe')
      const contenido = await this.services.documents.decryptDocument(tx, { candidaturaId, documentoId: formato.id }, formato.cifrado)
      await this.record(tx, quien, { acto: 'consentimiento.formato_leido', row, detalle: {} })
      return { medio: formato.medio, contenido }
    })
  }

  private async keep(tx: EntityManager, candidaturaId: string, contenido: Buffer): Promise<string> {
    const medio = detectMedio(contenido)
    if (!medio)
      throw new AppError('entrada.archivo_invalido', { errors: [{ field: 'formato', reasons: ['Debe ser un PDF, un JPG o un PNG.'] }] })
    const id = randomUUID()
    const cifrado = await this.services.documents.encryptDocument(tx, { candidaturaId, documentoId: id }, contenido)
    await tx.insert(Formato, { id, candidaturaId, medio, cifrado, creadoEn: toDate(this.deps.clock.now()) })
    return id
  }

  /** The last choice governs, so it must come after the others even when the clock of a simulacro went back. */
  private after([ultimo]: Consentimiento[]): Date {
    const now = this.deps.clock.now()
    return toDate(
      ultimo && ultimo.otorgadoEn >= toDate(now) ? now.add({ milliseconds: ultimo.otorgadoEn.getTime() - now.epochMilliseconds + 1 }) : now,
    )
  }

  private record(
    tx: EntityManager,
    quien: Quien,
    entry: { acto: string; row: Consentimiento; detalle: Record<string, unknown> },
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
}

/** The persona decides with her account; whoever captures for her hands in what she signed. There is no third way. */
export function mecanismoOf({ rol }: Pick<Quien, 'rol'>, { conFormato }: { conFormato: boolean }): Consentimiento['mecanismo'] {
  if ((rol === 'candidata') === conFormato) throw new AppError('consentimiento.mecanismo')
  return rol === 'candidata' ? 'cuenta_propia' : 'formato_firmado'
}

async function lock(tx: EntityManager, id: string): Promise<Candidatura> {
  const candidatura = await tx.findOne(Candidatura, { where: { id }, lock: { mode: 'pessimistic_write' } })
  if (!candidatura) throw new AppError('ruta.no_existe')
  return candidatura
}

function toDto(row: Consentimiento): ConsentimientoDto {
  return { ...row, otorgadoEn: toIso(row.otorgadoEn) }
}
