import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import {
  cleanLine,
  cleanParagraphs,
  DOCUMENTOS_PLANTILLA,
  faltasDePlantilla,
  plantillaDelPaquete,
  type DocumentoPlantilla,
  type Plantilla,
  type TextosPlantilla,
} from '@conoceles/domain'
import type { Acts } from '../../bitacora/index.ts'
import type { Quien } from '../../../shared/act.ts'
import { AppError } from '../../../shared/http/errors.ts'
import type { ProcesosService } from '../procesos.service.ts'
import { PlantillaVersion } from './plantilla.entity.ts'
import type { GuardarPlantillaDto, PartePlantillaDto, PlantillaDto, VersionPlantillaDto } from './plantillas.dto.ts'

interface Services {
  acts: Acts
  procesos: ProcesosService
  /** Names the account that saves. */
  cuentas: { service: { findOwn(quien: Quien): Promise<{ nombre: string }> } }
}

/** Sentences of the institute's documents: those of the pack, and the versions that the secretaría saved after them. */
export class PlantillasService {
  constructor(private readonly services: Services) {}

  /** The one with which a document is made now; with `version`, the one with which it was made. */
  async leer<D extends DocumentoPlantilla>(tx: EntityManager, documento: D, version?: number): Promise<Plantilla<D>> {
    const { id: procesoId, catalogos } = await this.services.procesos.proceso(tx)
    const pack = plantillaDelPaquete(documento, catalogos)
    const where = { procesoId, documento, ...(version !== undefined && { version }) }
    const row = version === 0 ? null : await tx.findOne(PlantillaVersion, { where, order: { version: 'DESC' } })
    // A part that came into the pack after the version was saved is worded by the pack.
    return row ? { documento, version: row.version, textos: { ...pack.textos, ...row.partes } } : pack
  }

  async list(tx: EntityManager): Promise<PlantillaDto[]> {
    const { id: procesoId, catalogos } = await this.services.procesos.proceso(tx)
    const rows = await tx.find(PlantillaVersion, { where: { procesoId }, order: { version: 'DESC' } })
    return DOCUMENTOS_PLANTILLA.map((documento) => ({
      documento,
      versiones: [
        ...rows.filter((row) => row.documento === documento).map(toVersionDto),
        { version: 0, partes: toPartes(plantillaDelPaquete(documento, catalogos).textos), en: null, autor: null, motivo: null },
      ],
    }))
  }

  async guardar(quien: Quien, documento: DocumentoPlantilla, { body, clave }: Sent): Promise<PlantillaDto> {
    const textos = textosDe(documento, body.partes)
    const { nombre: autor } = await this.services.cuentas.service.findOwn(quien)
    const id = randomUUID()
    return this.services.acts.save(quien, {
      acto: 'plantilla.guardada',
      objeto: { tipo: 'plantilla', id },
      envio: { clave, contenido: { documento, ...body } },
      lock: (tx) => this.lock(tx, documento),
      familia: 'plantilla',
      version: { leida: body.version, actual: ({ version }) => version, texto: (tx) => this.find(tx, documento) },
      reasons: (before) => (changedIn(before.textos, textos).length > 0 ? [] : ['El texto es igual al vigente: no hay nada que guardar.']),
      change: async ({ tx, state: before, ahora: guardadaEn }) => {
        const { id: procesoId } = await this.services.procesos.proceso(tx)
        const version = before.version + 1
        const said = { motivo: cleanLine(body.motivo), autor, guardadaPor: quien.cuentaId, guardadaEn }
        await tx.insert(PlantillaVersion, { id, procesoId, documento, version, partes: textos, ...said })
        return { detalle: { documento, version, partes: changedIn(before.textos, textos) } }
      },
      answer: ({ tx }) => this.find(tx, documento),
    })
  }

  private async lock(tx: EntityManager, documento: DocumentoPlantilla): Promise<Plantilla> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`plantilla|${documento}`])
    return this.leer(tx, documento)
  }

  private async find(tx: EntityManager, documento: DocumentoPlantilla): Promise<PlantillaDto> {
    const found = (await this.list(tx)).find((each) => each.documento === documento)
    if (!found) throw new AppError('ruta.no_existe')
    return found
  }
}

interface Sent {
  body: GuardarPlantillaDto
  /** Idempotency-Key. */
  clave: string | null
}

/** Texts as they are kept; each fault leads to its part. */
export function textosDe(documento: DocumentoPlantilla, partes: readonly PartePlantillaDto[]): Record<string, string> {
  const textos = Object.fromEntries(partes.map(({ clave, texto }) => [clave, cleanParagraphs(texto)]))
  const errors = faltasDePlantilla(documento, textos).map(({ parte, texto }) => ({ field: `partes.${parte}`, reasons: [texto] }))
  if (errors.length > 0) throw new AppError('entrada.invalida', { errors })
  return textos
}

function changedIn(before: TextosPlantilla, after: TextosPlantilla): string[] {
  return Object.keys(after).filter((parte) => after[parte] !== before[parte])
}

function toVersionDto({ version, partes, guardadaEn, autor, motivo }: PlantillaVersion): VersionPlantillaDto {
  return { version, partes: toPartes(partes), en: guardadaEn.toISOString(), autor, motivo }
}

function toPartes(textos: TextosPlantilla): PartePlantillaDto[] {
  return Object.entries(textos).map(([clave, texto]) => ({ clave, texto }))
}
