import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { cleanLine } from '@conoceles/domain'
import type { Acts } from '../../bitacora/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import type { Quien } from '../../../shared/act.ts'
import { sha256 } from '../../../shared/criptografia/canonical.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { Documento } from './documento.entity.ts'
import type { DocumentoDto } from './documentos.dto.ts'
import { FORMATOS, formatoDe, judgeDocumento, type Formato } from './formato-documento.ts'

export const MAX_DOCUMENTO = 10 * 1024 * 1024
const MAX_NOMBRE = 120

/** The paper behind acuerdos and acts: received once, never altered. */
export class DocumentosService {
  constructor(
    private readonly deps: Deps,
    private readonly services: { acts: Acts; procesos: ProcesosService },
  ) {}

  async recibir(quien: Quien, { nombre, contenido }: { nombre: string; contenido: Buffer }): Promise<DocumentoDto> {
    const judged = await judgeDocumento(nombre, contenido)
    if ('razon' in judged) throw new AppError('entrada.archivo_invalido', { detail: judged.razon })
    const { formato } = judged
    const id = randomUUID()
    const hash = sha256(contenido)
    return this.services.acts.save(quien, {
      acto: 'documento.recibido',
      objeto: { tipo: 'documento', id },
      lock: (tx) => this.services.procesos.proceso(tx),
      change: async ({ tx, state: proceso, ahora }) => {
        const row: Documento = {
          id,
          procesoId: proceso.id,
          nombre: toNombre(nombre, formato),
          medio: FORMATOS[formato],
          bytes: contenido.length,
          sha256: hash,
          contenido,
          recibidoEn: ahora,
          recibidoPor: quien.cuentaId,
        }
        await tx.insert(Documento, row)
        return { detalle: { bytes: row.bytes, sha256: hash }, dto: toDocumentoDto(row) }
      },
      answer: ({ hecho }) => hecho.dto,
    })
  }

  /** `archivo`: a name that no header can misread. */
  async read(tx: EntityManager, id: string): Promise<{ contenido: Buffer; medio: string; archivo: string }> {
    const row = await tx.findOneBy(Documento, { id })
    if (!row) throw new AppError('ruta.no_existe')
    const { contenido, medio, sha256: hash } = row
    return { contenido, medio, archivo: `documento-${hash.slice(0, 12)}.${formatoDe(medio)}` }
  }
}

/** One line that tells its content: a name without the ending of its format gets it. */
function toNombre(nombre: string, formato: Formato): string {
  const clean = cleanLine(nombre).slice(0, MAX_NOMBRE) || 'documento'
  return clean.toLowerCase().endsWith(`.${formato}`) ? clean : `${clean}.${formato}`
}

export function toDocumentoDto({ id, nombre, bytes, sha256: hash }: Omit<Documento, 'contenido'> | DocumentoDto): DocumentoDto {
  return { id, nombre, bytes, sha256: hash }
}
