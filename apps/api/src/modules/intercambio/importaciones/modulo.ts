import type { Acts } from '../../bitacora/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import type { Deps } from '../../../shared/deps.ts'
import type { Documentos } from '../../../shared/documentos/documentos.ts'
import { ArchivosService } from './archivos.service.ts'
import type { Contexto } from './revision/contexto.ts'
import type { Formato } from './formato.ts'
import { ImportacionesService } from './importaciones.service.ts'
import { LecturasService } from './lecturas.service.ts'
import { ImportadorService } from './importador.service.ts'
import type { ReadTabla } from './libros/read-tabla.ts'

interface Services {
  acts: Acts
  procesos: ProcesosService
  documentos: Documentos
  /** Kinds of file besides the list. */
  formatos: readonly Formato[]
  readTabla: ReadTabla
}

/** Acts on imports, and the job that does the rest. */
export function importacionesModule(
  deps: Deps,
  services: Services,
): { importaciones: ImportacionesService; lecturas: LecturasService; importador: ImportadorService } {
  const contexto: Contexto = {
    ...services,
    deps,
    fin: { llego: false },
    archivos: new ArchivosService(deps.secretos),
  }
  return {
    importaciones: new ImportacionesService(contexto),
    lecturas: new LecturasService(contexto),
    importador: new ImportadorService(contexto),
  }
}
