import type { Acts } from '../../bitacora/index.ts'
import { fileName, type Descarga } from '../../intercambio/exportaciones/index.ts'
import { act, type Quien } from '../../../shared/act.ts'
import { sha256 } from '../../../shared/criptografia/canonical.ts'
import type { Deps } from '../../../shared/deps.ts'
import type { Documentos } from '../../../shared/documentos/documentos.ts'
import { toOficio } from './oficio.ts'
import type { FormatoOficio } from './remisiones.dto.ts'
import type { RemisionesService } from './remisiones.service.ts'

interface Parts {
  acts: Acts
  remisiones: RemisionesService
  documentos: Documentos
}

/** The oficio as a file: to be signed (PDF), or to be edited first (DOCX). */
export class OficiosService {
  constructor(
    private readonly deps: Deps,
    private readonly parts: Parts,
  ) {}

  /** Read in one moment, written apart, and in the bitácora before anybody has it. */
  async exportar(quien: Quien, id: string, formato: FormatoOficio): Promise<Descarga> {
    const { remisiones, documentos, acts } = this.parts
    const { remision, papel } = await act(this.deps.databases, quien, async (tx) => ({
      remision: await remisiones.find(tx, id),
      papel: await remisiones.papel(tx),
    }))
    const contenido = await documentos[formato](toOficio(remision, papel))
    await acts.recordReading(quien, {
      acto: 'remision.impresa',
      objeto: { tipo: 'remision', id },
      detalle: { numero: remision.numero, formato, sha256: sha256(contenido) },
    })
    return { nombre: `${fileName(['oficio', remision.numero])}.${formato}`, medio: MEDIOS_ARCHIVO[formato], contenido }
  }
}

const MEDIOS_ARCHIVO: Record<FormatoOficio, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}
