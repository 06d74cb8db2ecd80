import { join } from 'node:path'
import type { EntityManager } from 'typeorm'
import { TIPOS_AVISO, type ProcesoPack } from '@conoceles/domain'
import { AvisoDocumento, AvisoPrivacidad, toDocumentoAviso } from '../modules/captura/avisos/index.ts'
import { sha256 } from '../shared/criptografia/canonical.ts'
import { createDocumentos } from '../shared/documentos/documentos.ts'
import type { SimulacroDeps } from './rows.ts'

interface Loading {
  pack: ProcesoPack
  procesoId: string
  simulacro: boolean
}

/** The printed forms of the avisos that came with the pack: those of the console are made when they are published. */
export async function loadAvisoDocumentos(
  tx: EntityManager,
  { config }: Pick<SimulacroDeps, 'config'>,
  { pack, procesoId, simulacro }: Loading,
): Promise<void> {
  const documentos = createDocumentos({ workerPath: join(config.trabajadores, 'documento.worker.js') })
  for (const aviso of await tx.find(AvisoPrivacidad, { where: { procesoId }, order: { version: 'ASC' } })) {
    const membrete = { instituto: pack.instituto.nombre, proceso: pack.nombre, simulacro, en: `${aviso.vigenteDesde}T12:00:00Z` }
    for (const tipo of TIPOS_AVISO) {
      const contenido = await documentos.pdf(toDocumentoAviso(aviso, tipo, membrete))
      await tx.insert(AvisoDocumento, { avisoId: aviso.id, tipo, contenido, sha256: sha256(contenido) })
    }
  }
}
