import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { cleanLine, endOfDay, longDate, puede, revisionesProteccion, vigentesProteccion } from '@conoceles/domain'
import { once, type AcusesService, type BitacoraService } from '../../bitacora/index.ts'
import { findDocumentos, type DocumentosService, type PendienteDto } from '../../registro/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { act, type Quien } from '../../../shared/act.ts'
import { toDate, toIso } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { VersionProteccion } from './documento-proteccion.entity.ts'
import type { ProteccionHechaDto, RegistrarProteccionDto, VersionProteccionDto } from './proteccion.dto.ts'

export interface ProteccionServices {
  bitacora: BitacoraService
  acuses: AcusesService
  procesos: ProcesosService
  recibidos: DocumentosService
}

const NOMBRE = { seguridad: 'el documento de seguridad', impacto: 'la evaluación de impacto' } as const

/** The documento de seguridad and the impact assessment, version after version, and when each is reviewed. */
export class ProteccionService {
  constructor(
    private readonly deps: Deps,
    private readonly services: ProteccionServices,
  ) {}

  async list(tx: EntityManager): Promise<VersionProteccionDto[]> {
    const rows = await listVersiones(tx)
    const documentos = await findDocumentos(
      tx,
      rows.map(({ documentoId }) => documentoId),
    )
    const vigentes = new Set(vigentesProteccion(rows))
    const toca = new Set(revisionesProteccion(rows, this.hoy()))
    return rows.flatMap((row) => {
      const { id, clase, version, aprobadoEl, aprobo, presentadoEl, revisarEl, registradoEn } = row
      const documento = documentos.get(row.documentoId)
      if (!documento) return []
      const dto = { id, clase, version, aprobadoEl, aprobo, presentadoEl, revisarEl, documento, registradoEn: toIso(registradoEn) }
      return [{ ...dto, vigente: vigentes.has(row), toca: toca.has(row) }]
    })
  }

  /** The file of a version, for an account that may see it. */
  async archivo(tx: EntityManager, id: string): Promise<Awaited<ReturnType<DocumentosService['read']>>> {
    const row = await tx.findOneBy(VersionProteccion, { id })
    if (!row) throw new AppError('ruta.no_existe')
    return this.services.recibidos.read(tx, row.documentoId)
  }

  registrar(quien: Quien, body: RegistrarProteccionDto, clave: string | null): Promise<ProteccionHechaDto> {
    const ahora = toDate(this.deps.clock.now())
    const submission = { quien, clave, contenido: body, ahora, llavero: this.deps.secretos.llavero }
    this.assertDays(body)
    return act(this.deps.databases, quien, (tx) =>
      once(tx, submission, async () => {
        if (!(await findDocumentos(tx, [body.documentoId])).has(body.documentoId)) throw invalid('documentoId', 'Agregue el archivo.')
        const { id: procesoId } = await this.services.procesos.proceso(tx)
        const version = (await tx.countBy(VersionProteccion, { procesoId, clase: body.clase })) + 1
        const acuse = await this.services.acuses.emitir(tx, 'proteccion.registrada', { ...body, version })
        const id = randomUUID()
        const aprobo = cleanLine(body.aprobo)
        const row = { id, procesoId, version, ...body, aprobo, acuse: acuse.folio, registradoEn: ahora, registradoPor: quien.cuentaId }
        await tx.insert(VersionProteccion, row)
        await this.services.bitacora.registrar(tx, {
          ...{ acto: 'proteccion.registrada', cuentaId: quien.cuentaId, rol: quien.rol, requestId: quien.requestId },
          objeto: { tipo: 'documento_proteccion', id },
          detalle: { clase: body.clase, version, documento: body.documentoId, revisarEl: body.revisarEl, folio: acuse.folio },
        })
        const made = (await this.list(tx)).find((each) => each.id === id)
        if (!made) throw new Error('a version that was not kept')
        return { version: made, acuse }
      }),
    )
  }

  /** Tells when the review of one in force is near, or late. */
  async pendientes(tx: EntityManager, quien: Quien): Promise<PendienteDto[]> {
    if (!puede(quien.rol, 'proteccion.registrar')) return []
    const rows = revisionesProteccion(await listVersiones(tx), this.hoy())
    if (rows.length === 0) return []
    const { zona } = await this.services.procesos.proceso(tx)
    return rows.map(({ clase, revisarEl }) => ({
      clave: `proteccion-${clase}`,
      texto: `Revisar ${NOMBRE[clase]}: a más tardar el ${longDate(revisarEl)}`,
      cuantas: 1,
      venceEn: endOfDay(revisarEl, zona).toString(),
      enlace: '/proteccion',
    }))
  }

  private assertDays({ clase, aprobadoEl, presentadoEl, revisarEl }: RegistrarProteccionDto): void {
    const hoy = this.hoy()
    if (aprobadoEl > hoy) throw invalid('aprobadoEl', 'Ese día no ha llegado.')
    if (revisarEl <= aprobadoEl) throw invalid('revisarEl', 'Es posterior a su aprobación.')
    if (presentadoEl !== null && clase !== 'impacto') throw invalid('presentadoEl', 'Sólo se presenta una evaluación de impacto.')
    if (presentadoEl !== null && presentadoEl > hoy) throw invalid('presentadoEl', 'Ese día no ha llegado.')
  }

  private hoy(): string {
    return this.deps.clock.today().toString()
  }
}

function listVersiones(tx: EntityManager): Promise<VersionProteccion[]> {
  return tx.find(VersionProteccion, { order: { clase: 'DESC', version: 'DESC' } })
}

function invalid(field: string, reason: string): AppError {
  return new AppError('entrada.invalida', { errors: [{ field, reasons: [reason] }] })
}
