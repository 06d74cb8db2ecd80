import type { EntityManager } from 'typeorm'
import type { DocumentosService } from '../registro/index.ts'
import type { VersionesService } from '../programa/entregables/index.ts'
import { act } from '../../shared/act.ts'
import { sha256 } from '../../shared/criptografia/canonical.ts'
import type { Deps } from '../../shared/deps.ts'
import { AppError } from '../../shared/http/errors.ts'
import { readRows } from '../../database/rows.ts'
import type { EmisionesInformeService } from './emisiones.service.ts'
import type { InformeEmision } from './informe-emision.entity.ts'
import type { ActoInformeDto, EnviarInformeDto } from './informes.dto.ts'
import { listEmisiones } from './informes.queries.ts'
import type { Envio, InformesService } from './informes.service.ts'
import type { FuentesPapel } from './papel.ts'
import { esLimpia, readVotado, type TextoVotado } from './votado.ts'

interface Services extends Pick<FuentesPapel, 'procesos' | 'actividades'> {
  informes: InformesService
  emisiones: EmisionesInformeService
  versiones: VersionesService
  documentos: DocumentosService
}

/** Puts an emitted PDF among the versions of its entregable, so that the chain of work goes on with those very bytes. */
export class EnviosInformeService {
  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  async enviar(envio: Envio, numero: number, { clase, nota }: EnviarInformeDto): Promise<ActoInformeDto> {
    const { databases, clock } = this.deps
    const { informes, emisiones, versiones, documentos } = this.services
    const { quien, clave } = envio
    const { nombre, contenido } = await emisiones.descargar(quien, { clave, numero, formato: 'pdf' })
    const { known, textoDe } = await act(databases, quien, async (tx) => ({
      known: await findDocumento(tx, sha256(contenido)),
      textoDe: await this.textoDe(tx, clave, numero),
    }))
    const documentoId = known ?? (await documentos.recibir(quien, { nombre, contenido })).id
    const { acuse } = await versiones.agregar(envio, { documentoId, clase, fecha: clock.today().toString(), nota }, textoDe)
    return { informe: await act(databases, quien, (tx) => informes.find(tx, clave)), acuse }
  }

  /** The approved text as it goes out to be signed and sent: emitted where that was not done, and the final version of its entregable. */
  async enviarAprobado(envio: Envio): Promise<ActoInformeDto> {
    const { quien, clave } = envio
    const { votado, emision } = await act(this.deps.databases, quien, (tx) => this.limpia(tx, clave))
    if (!votado) throw new AppError('informe.acto_no_permitido', { detail: SIN_VOTAR })
    const numero = emision?.numero ?? (await this.services.emisiones.reemitir({ ...envio, llave: null }, votado.emision)).informe.emisiones
    return this.enviar(envio, numero, {
      clase: 'final',
      nota: `Texto que aprobó el Pleno en la versión ${votado.version}, sin la marca PROYECTO.`,
    })
  }

  private async limpia(tx: EntityManager, clave: string): Promise<{ votado: TextoVotado | null; emision: InformeEmision | undefined }> {
    const votado = await readVotado(tx, clave, this.services)
    const { lugar } = await this.services.informes.locate(tx, clave)
    return { votado, emision: votado ? (await listEmisiones(tx, lugar)).find((each) => esLimpia(each, votado)) : undefined }
  }

  /** Version whose text an emission has without the mark of a project; null: it is another text. */
  private async textoDe(tx: EntityManager, clave: string, numero: number): Promise<number | null> {
    const votado = await readVotado(tx, clave, this.services)
    const { lugar } = await this.services.informes.locate(tx, clave)
    const emision = (await listEmisiones(tx, lugar)).find((each) => each.numero === numero)
    return votado && emision && esLimpia(emision, votado) ? votado.version : null
  }
}

const SIN_VOTAR = 'El Pleno no ha aprobado una versión de este informe que se haya emitido aquí.'

/** The same bytes received before: a repeated sending keeps no second copy. */
async function findDocumento(tx: EntityManager, hash: string): Promise<string | null> {
  const [row] = await readRows<{
    id: string
  }>(tx, 'select id from captura.documento where sha256 = $1 order by recibido_en limit 1', [hash])
  return row?.id ?? null
}
