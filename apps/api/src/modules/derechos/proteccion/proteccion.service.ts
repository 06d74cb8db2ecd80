import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { cleanLine, endOfDay, longDate, puede, revisionesProteccion, vigentesProteccion } from '@conoceles/domain'
import type { Acts } from '../../bitacora/index.ts'
import { findDocumentos, type DocumentosService, type PendienteDto } from '../../registro/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import type { Quien } from '../../../shared/act.ts'
import { toIso } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError, invalid } from '../../../shared/http/errors.ts'
import { VersionProteccion } from './documento-proteccion.entity.ts'
import type { ProteccionHechaDto, RegistrarProteccionDto, VersionProteccionDto } from './proteccion.dto.ts'

export interface ProteccionServices {
  acts: Acts
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
    this.assertDays(body)
    const { clase, documentoId, revisarEl } = body
    const id = randomUUID()
    return this.services.acts.perform(quien, {
      acto: 'proteccion.registrada',
      objeto: { tipo: 'documento_proteccion', id },
      envio: { clave, contenido: body },
      lock: (tx) => this.services.procesos.proceso(tx),
      change: async ({ tx, state: { id: procesoId }, ahora: registradoEn, folio }) => {
        if (!(await findDocumentos(tx, [documentoId])).has(documentoId)) throw invalid('documentoId', 'Agregue el archivo.')
        const version = (await tx.countBy(VersionProteccion, { procesoId, clase })) + 1
        const aprobo = cleanLine(body.aprobo)
        const row = { ...body, id, procesoId, version, aprobo, acuse: folio, registradoEn, registradoPor: quien.cuentaId }
        await tx.insert(VersionProteccion, row)
        return { recibido: { ...body, version }, detalle: { clase, version, documento: documentoId, revisarEl, folio } }
      },
      answer: async ({ tx, acuse }) => {
        const version = (await this.list(tx)).find((each) => each.id === id)
        if (!version) throw new AppError('ruta.no_existe')
        return { version, acuse }
      },
    })
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
