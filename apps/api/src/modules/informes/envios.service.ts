import type { EntityManager } from 'typeorm'
import type { DocumentosService } from '../registro/index.ts'
import type { VersionesService } from '../programa/entregables/index.ts'
import { act } from '../../shared/act.ts'
import { sha256 } from '../../shared/criptografia/canonical.ts'
import type { Deps } from '../../shared/deps.ts'
import { readRows } from '../../database/rows.ts'
import type { EmisionesInformeService } from './emisiones.service.ts'
import type { ActoInformeDto, EnviarInformeDto } from './informes.dto.ts'
import type { Envio, InformesService } from './informes.service.ts'

interface Services {
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
    const known = await act(databases, quien, (tx) => findDocumento(tx, sha256(contenido)))
    const documentoId = known ?? (await documentos.recibir(quien, { nombre, contenido })).id
    const { acuse } = await versiones.agregar(envio, { documentoId, clase, fecha: clock.today().toString(), nota })
    return { informe: await act(databases, quien, (tx) => informes.find(tx, clave)), acuse }
  }
}

/** The same bytes received before: a repeated sending keeps no second copy. */
async function findDocumento(tx: EntityManager, hash: string): Promise<string | null> {
  const [row] = await readRows<{
    id: string
  }>(tx, 'select id from captura.documento where sha256 = $1 order by recibido_en limit 1', [hash])
  return row?.id ?? null
}
