import { randomUUID } from 'node:crypto'
import { IsNull, type EntityManager } from 'typeorm'
import { cleanLine } from '@conoceles/domain'
import { findDocumentos, type DocumentosService } from '../../registro/index.ts'
import type { Quien } from '../../../shared/act.ts'
import { AppError } from '../../../shared/http/errors.ts'
import type { ActoEntregableDto, AgregarVersionDto, TrabajoDto, VersionEntregableDto } from './entregables.dto.ts'
import { assert, assertFields, FUTURO, wrongIf, type EntregablesService, type Envio } from './entregables.service.ts'
import { VersionEntregable } from './version-entregable.entity.ts'

/** The documents of an entregable, one after the other: none takes the place of another. */
export class VersionesService {
  constructor(
    private readonly entregables: EntregablesService,
    private readonly documentos: DocumentosService,
  ) {}

  /** `textoDe`: the version that was approved as a project, when this is its text without that mark. */
  agregar(envio: Envio, body: AgregarVersionDto, textoDe: number | null = null): Promise<ActoEntregableDto> {
    const { documentoId, fecha } = body
    const clase = body.clase
    const nota = body.nota.trim()
    return this.entregables.perform(envio, { acto: 'entregable.version_agregada', contenido: { ...body } }, async (tx, turno) => {
      const { quien, procesoId, trabajo, folio, ahora, hoy } = turno
      const documento = (await findDocumentos(tx, [documentoId])).get(documentoId)
      assertFields([
        ...wrongIf(!documento, 'documentoId', 'No existe ese documento.'),
        ...wrongIf(fecha > hoy, 'fecha', FUTURO),
        ...wrongIf(nota.length < 3, 'nota', 'Es demasiado corto.'),
      ])
      const same = trabajo.versiones.find((each) => isSame(each, { clase, sha256: documento?.sha256 }))
      assert(same ? [`Ese mismo archivo ya es la versión ${same.numero}.`] : [])
      const numero = (trabajo.versiones[0]?.numero ?? 0) + 1
      await tx.insert(VersionEntregable, {
        ...{ id: randomUUID(), procesoId, entregable: trabajo.clave, numero, clase, fecha, nota, documentoId, textoDe, folio },
        ...{
          registradaEn: ahora,
          registradaPor: quien.cuentaId,
          rol: quien.rol,
          retiradaEn: null,
          retiradaPor: null,
          retiradaMotivo: null,
        },
      })
      return { numero, clase, fecha, documento: documentoId, sha256: documento?.sha256, folio }
    })
  }

  /** It stays listed, with its reason. */
  retirar(envio: Envio, numero: number, motivo: string): Promise<ActoEntregableDto> {
    const call = { acto: 'entregable.version_retirada' as const, contenido: { numero, motivo } }
    return this.entregables.perform(envio, call, async (tx, { quien, procesoId, trabajo, ahora, folio }) => {
      const version = findVersion(trabajo, numero)
      assert(version.retiro ? ['Esa versión ya se retiró.'] : [])
      await tx.update(
        VersionEntregable,
        { procesoId, entregable: trabajo.clave, numero },
        { retiradaEn: ahora, retiradaPor: quien.cuentaId, retiradaMotivo: cleanLine(motivo) },
      )
      return { numero, folio }
    })
  }

  /** The file of a version, withdrawn or not. */
  async read(tx: EntityManager, quien: Quien, { clave, numero }: { clave: string; numero: number }): ReturnType<DocumentosService['read']> {
    const { documento } = findVersion(await this.entregables.find(tx, quien, clave), numero)
    return this.documentos.read(tx, documento.id)
  }
}

function findVersion({ versiones }: TrabajoDto, numero: number): VersionEntregableDto {
  const found = versiones.find((each) => each.numero === numero)
  if (!found) throw new AppError('ruta.no_existe')
  return found
}

function isSame({ retiro, clase, documento }: VersionEntregableDto, wanted: { clase: string; sha256: string | undefined }): boolean {
  return retiro === null && clase === wanted.clase && documento.sha256 === wanted.sha256
}

/** Id of a version that stands, by its number; a refusal of the field when there is none. */
export async function resolveVersion(
  tx: EntityManager,
  { procesoId, trabajo }: { procesoId: string; trabajo: TrabajoDto },
  numero: number,
): Promise<string> {
  const row = await tx.findOneBy(VersionEntregable, { procesoId, entregable: trabajo.clave, numero, retiradaEn: IsNull() })
  if (!row)
    throw new AppError('entrada.invalida', { errors: [{ field: 'version', reasons: ['No hay una versión con ese número que valga.'] }] })
  return row.id
}
