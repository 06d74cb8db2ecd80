import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { ACTOS_DE_LA_PERSONA, cleanLine, type Identificacion } from '@conoceles/domain'
import type { Acts } from '../../../bitacora/index.ts'
import { detectMedio, extensionOf } from '../../../captura/consentimientos/index.ts'
import { createDataKey, unwrapDataKey } from '../../../captura/index.ts'
import { act, type Quien, lockRow } from '../../../../shared/act.ts'
import { sha256 } from '../../../../shared/criptografia/canonical.ts'
import { decrypt, encrypt } from '../../../../shared/criptografia/cifrado.ts'
import { toDate } from '../../../../shared/clock.ts'
import type { Deps } from '../../../../shared/deps.ts'
import { AppError } from '../../../../shared/http/errors.ts'
import type { SolicitudDerechoHechaDto } from '../derechos.dto.ts'
import { entregarPrueba } from '../derechos.queries.ts'
import { dichoDe, find, objetoDe, type DerechosService } from '../derechos.service.ts'
import { placeOf } from './documentos.queries.ts'
import { PruebaDerecho } from '../prueba-derecho.entity.ts'
import { SolicitudDerecho } from '../solicitud-derecho.entity.ts'
import { isOpen } from '../view.ts'

export interface ArchivoDerecho {
  nombre: string
  contenido: Buffer
}

export interface Adjuntar {
  /** Folio of the act that it goes with; null: the request. */
  hecho: string | null
  nombre: string
  /** The paper in words; null: the name of its file says it. */
  titulo: string | null
  contenido: Buffer
  /** Idempotency-Key. */
  envio: string | null
}

const MAX_DOCUMENTOS = 10
const MAX_NOMBRE = 120

/** The documents of a request: the proof of the persona's identity, and the papers of the request, the answer and the acts. */
export class DocumentosDerechoService {
  constructor(
    private readonly deps: Deps,
    private readonly services: { acts: Acts; derechos: DerechosService },
  ) {}

  /** Handed in by the persona it waits to be looked at; received by the institute it was looked at. */
  async entregarIdentidad(
    quien: Quien,
    id: string,
    { contenido, exhibido }: { contenido: Buffer; exhibido: Identificacion | null },
  ): Promise<SolicitudDerechoHechaDto> {
    const medio = medioOf(contenido)
    return act(this.deps.databases, quien, async (tx) => {
      const propia = quien.rol === 'candidata'
      if (propia && !(await entregarPrueba(tx, id))) assertUnproved(await find(tx, id))
      const row = propia ? await find(tx, id) : await lockRow(tx, SolicitudDerecho, { id })
      assertUnproved(row)
      await this.keep(tx, { ...PROOF, solicitudId: id, exhibido, medio, deLaPersona: propia }, contenido)
      const { derechos } = this.services
      return propia ? derechos.recibido(tx, quien, { row, acto: 'identidad_entregada' }) : derechos.acreditar(tx, quien, row)
    })
  }

  /** The institute looked at the papers of the persona. */
  aceptarIdentidad(quien: Quien, id: string, version: number): Promise<SolicitudDerechoHechaDto> {
    return act(this.deps.databases, quien, async (tx) => {
      const row = await this.services.derechos.lock(tx, quien, { id, version })
      assertUnproved(row)
      if (!(await tx.existsBy(PruebaDerecho, { solicitudId: id, clase: 'identidad' })))
        throw new AppError('derecho.acto_no_permitido', { detail: 'La persona todavía no entrega con qué acredita su identidad.' })
      return this.services.derechos.acreditar(tx, quien, row)
    })
  }

  leerIdentidad(quien: Quien, id: string): Promise<ArchivoDerecho> {
    return this.leer(quien, { solicitudId: id, clase: 'identidad' }, 'derecho.prueba_leida')
  }

  async adjuntar(quien: Quien, id: string, { envio: clave, ...adjunto }: Adjuntar): Promise<SolicitudDerechoHechaDto> {
    const { hecho, contenido: bytes } = adjunto
    const medio = medioOf(bytes)
    const titulo = cleanLine(adjunto.titulo ?? '')
    const given = titulo === '' ? cleanLine(adjunto.nombre).slice(0, MAX_NOMBRE) : `${titulo}.${extensionOf(medio)}`
    const nombre = given || `documento.${extensionOf(medio)}`
    const hash = sha256(bytes)
    const deLaPersona = quien.rol === 'candidata'
    return this.services.acts.perform(quien, {
      acto: 'derecho.documento_recibido',
      objeto: objetoDe(id),
      envio: { clave, contenido: { id, hecho, nombre, hash } },
      lock: (tx) => find(tx, id),
      change: async ({ tx, state: row, folio: acuse }) => {
        assertItsOwn(quien, row, hecho)
        const before = await tx.countBy(PruebaDerecho, { solicitudId: id, clase: 'documento', deLaPersona })
        if (before >= MAX_DOCUMENTOS)
          throw new AppError('derecho.acto_no_permitido', { detail: `Se admiten hasta ${MAX_DOCUMENTOS} documentos.` })
        await this.keep(tx, { solicitudId: id, clase: 'documento', exhibido: null, hecho, nombre, medio, deLaPersona }, bytes)
        return dichoDe(row, { acuse, contenido: { sha256: hash } })
      },
      answer: (done) => this.services.derechos.answer(quien, done),
    })
  }

  leerDocumento(quien: Quien, id: string, documentoId: string): Promise<ArchivoDerecho> {
    return this.leer(quien, { id: documentoId, solicitudId: id, clase: 'documento' }, 'derecho.documento_leido')
  }

  private async keep(
    tx: EntityManager,
    handed: Pick<PruebaDerecho, 'solicitudId' | 'clase' | 'hecho' | 'nombre' | 'exhibido' | 'medio' | 'deLaPersona'>,
    contenido: Buffer,
  ): Promise<void> {
    const id = randomUUID()
    const place = placeOf({ id, ...handed })
    const { key, kid, envuelta } = createDataKey(this.deps.secretos.llavero, place)
    const cifrada = encrypt(key, contenido, place)
    const row = { id, ...handed, bytes: contenido.length, kid, envuelta, cifrada, recibidaEn: toDate(this.deps.clock.now()) }
    const insert = tx.createQueryBuilder().insert().into(PruebaDerecho).values(row)
    // A proof that nobody accepted yet gives way to the next.
    await (handed.clase === 'documento' ? insert : insert.orUpdate(REPLACED, ['solicitud_id'], WHERE_PROOF)).execute()
  }

  private leer(
    quien: Quien,
    where: { id?: string; solicitudId: string; clase: PruebaDerecho['clase'] },
    acto: 'derecho.prueba_leida' | 'derecho.documento_leido',
  ): Promise<ArchivoDerecho> {
    return act(this.deps.databases, quien, async (tx) => {
      const { folio } = await find(tx, where.solicitudId)
      const row = await tx.findOneBy(PruebaDerecho, where)
      if (!row) throw new AppError('ruta.no_existe')
      const key = unwrapDataKey(this.deps.secretos.llavero, placeOf(row), row)
      await this.services.acts.record(tx, quien, { acto, objeto: objetoDe(row.solicitudId), detalle: { folio } })
      const nombre = `${row.clase}-${folio.replaceAll('/', '-')}.${extensionOf(row.medio)}`
      return { nombre, contenido: decrypt(key, row.cifrada, placeOf(row)) }
    })
  }
}

const PROOF = { clase: 'identidad', hecho: null, nombre: null } as const
const REPLACED = ['exhibido', 'medio', 'kid', 'envuelta', 'cifrada', 'recibida_en', 'de_la_persona']
const WHERE_PROOF = { indexPredicate: `clase = 'identidad'` }

function medioOf(contenido: Buffer): string {
  const medio = detectMedio(contenido)
  if (medio) return medio
  throw new AppError('entrada.archivo_invalido', { errors: [{ field: 'archivo', reasons: ['Debe ser un PDF, un JPG o un PNG.'] }] })
}

function assertUnproved(row: SolicitudDerecho): void {
  if (row.acreditadaEn !== null) throw new AppError('derecho.acto_no_permitido', { detail: 'La identidad ya está acreditada.' })
  if (!isOpen(row)) throw new AppError('derecho.acto_no_permitido', { detail: 'La solicitud ya está concluida.' })
}

/** The persona adds papers to her own acts, while her request is open; the institute, to any act. */
function assertItsOwn({ rol }: Quien, row: SolicitudDerecho, hecho: string | null): void {
  const acto = row.hechos.find(({ folio }) => folio === hecho)?.acto
  if (hecho !== null && acto === undefined)
    throw new AppError('entrada.invalida', { errors: [{ field: 'hecho', reasons: ['No es de esta solicitud.'] }] })
  if (rol !== 'candidata') return
  if (!isOpen(row)) throw new AppError('derecho.acto_no_permitido', { detail: 'La solicitud ya está concluida.' })
  if (acto && !ACTOS_DE_LA_PERSONA.includes(acto))
    throw new AppError('derecho.acto_no_permitido', { detail: 'Puede agregar documentos a lo que usted escribió.' })
}
