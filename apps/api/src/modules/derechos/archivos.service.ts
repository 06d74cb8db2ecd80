import { createDataKey, unwrapDataKey, type IdentidadService } from '../cuestionarios/index.ts'
import { detectMedio, extensionOf } from '../consentimientos/index.ts'
import type { BitacoraService } from '../bitacora/index.ts'
import { act, type Quien } from '../../shared/act.ts'
import { sha256 } from '../../shared/canonical.ts'
import { decrypt, encrypt } from '../../shared/cifrado.ts'
import { toDate } from '../../shared/clock.ts'
import type { Deps } from '../../shared/deps.ts'
import { AppError } from '../../shared/errors.ts'
import type { SolicitudDerechoHechaDto } from './derechos.dto.ts'
import { readGuardado } from './derechos.queries.ts'
import { find, lock, type DerechosService } from './derechos.service.ts'
import { PruebaDerecho } from './prueba-derecho.entity.ts'
import { entregaDatos, isOpen } from './view.ts'

export interface ArchivoDerecho {
  nombre: string
  medio: string
  contenido: Buffer
}

/** The files of a request: by what the persona proved who she is, and what she is handed. Each reading is an entry. */
export class ArchivosDerechoService {
  constructor(
    private readonly deps: Deps,
    private readonly services: { bitacora: BitacoraService; derechos: DerechosService; identidad: IdentidadService },
  ) {}

  acreditar(quien: Quien, id: string, contenido: Buffer): Promise<SolicitudDerechoHechaDto> {
    const medio = detectMedio(contenido)
    if (!medio)
      throw new AppError('entrada.archivo_invalido', { errors: [{ field: 'archivo', reasons: ['Debe ser un PDF, un JPG o un PNG.'] }] })
    return act(this.deps.databases, quien, async (tx) => {
      const row = await lock(tx, id, null)
      if (row.acreditadaEn !== null) throw new AppError('derecho.acto_no_permitido', { detail: 'La identidad ya está acreditada.' })
      if (!isOpen(row)) throw new AppError('derecho.acto_no_permitido', { detail: 'La solicitud ya está concluida.' })
      const { key, kid, envuelta } = createDataKey(this.deps.secretos.llavero, placeOf(id))
      const cifrada = encrypt(key, contenido, placeOf(id))
      await tx.insert(PruebaDerecho, { solicitudId: id, medio, kid, envuelta, cifrada, recibidaEn: toDate(this.deps.clock.now()) })
      return this.services.derechos.acreditar(tx, quien, row)
    })
  }

  leerPrueba(quien: Quien, id: string): Promise<ArchivoDerecho> {
    return act(this.deps.databases, quien, async (tx) => {
      const row = await find(tx, id)
      const prueba = await tx.findOneBy(PruebaDerecho, { solicitudId: id })
      if (!prueba) throw new AppError('ruta.no_existe')
      const key = unwrapDataKey(this.deps.secretos.llavero, placeOf(id), prueba)
      await this.registrar(tx, quien, {
        acto: 'derecho.prueba_leida',
        objeto: { tipo: 'solicitud_derecho', id },
        detalle: { folio: row.folio },
      })
      const contenido = decrypt(key, prueba.cifrada, placeOf(id))
      return { nombre: `identidad-${row.folio.replaceAll('/', '-')}.${extensionOf(prueba.medio)}`, medio: prueba.medio, contenido }
    })
  }

  /** Everything that is kept about the persona, for her: JSON, which any program reads. */
  reunirDatos(quien: Quien, id: string): Promise<ArchivoDerecho> {
    return act(this.deps.databases, quien, async (tx) => {
      const row = await find(tx, id)
      if (!entregaDatos(row))
        throw new AppError('derecho.acto_no_permitido', {
          detail: 'Los datos se entregan cuando se acreditó la identidad y el acceso procedió.',
        })
      await tx.query(`select set_config('app.lectura', 'acceso', true)`)
      const { folio, candidaturaId } = row
      const datos = {
        solicitud: { folio, derecho: row.derecho, recibida: row.recibida },
        entregadoEl: this.deps.clock.now().toString({ fractionalSecondDigits: 0 }),
        ...(await readGuardado(tx, candidaturaId)),
        identidad: await this.services.identidad.read(tx, candidaturaId),
      }
      const contenido = Buffer.from(JSON.stringify(datos, null, 2))
      const detalle = { motivo: 'acceso', explicacion: folio, sha256: sha256(contenido) }
      await this.registrar(tx, quien, { acto: 'derechos.acceso_leido', objeto: { tipo: 'candidatura', id: candidaturaId }, detalle })
      return { nombre: `datos-${folio.replaceAll('/', '-')}.json`, medio: 'application/json', contenido }
    })
  }

  private registrar(
    tx: Parameters<BitacoraService['registrar']>[0],
    { cuentaId, rol, requestId }: Quien,
    entry: { acto: string; objeto: { tipo: string; id: string }; detalle: Record<string, unknown> },
  ): Promise<void> {
    return this.services.bitacora.registrar(tx, { ...entry, cuentaId, rol, requestId })
  }
}

/** Where the document lies: bound to its request. */
export function placeOf(solicitudId: string): string {
  return `identidad.prueba_derecho|${solicitudId}`
}
