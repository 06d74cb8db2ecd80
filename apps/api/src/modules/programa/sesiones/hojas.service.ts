import type { ProcesosService } from '../../proceso/index.ts'
import { act, type Quien } from '../../../shared/act.ts'
import type { Deps } from '../../../shared/deps.ts'
import type { Documentos } from '../../../shared/documentos/documentos.ts'
import type { PdfDocument } from '../../../shared/documentos/pdf/model.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { listVersionesVotadas, type VersionDePunto } from './aprobados.queries.ts'
import { toConvocatoria, toVotacion, type Membrete } from './hojas.ts'
import type { SesionDetailDto } from './sesiones.dto.ts'
import type { SesionesService } from './sesiones.service.ts'

interface Services {
  procesos: ProcesosService
  sesiones: SesionesService
  documentos: Documentos
}

/** Prints of a sesión: its convocatoria, and its attendance and votes. */
export class HojasSesionService {
  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  async hacer(quien: Quien, id: string, hoja: string): Promise<{ nombre: string; contenido: Buffer }> {
    const { procesos, sesiones, documentos } = this.services
    const { sesion, versiones, membrete } = await act(this.deps.databases, quien, async (tx) => {
      const { id: procesoId, institutoNombre: instituto, nombre: proceso, zona, simulacro } = await procesos.proceso(tx)
      const sesion = await sesiones.detail(tx, id)
      const versiones = await listVersionesVotadas(tx, { procesoId, entregables: sesion.entregables })
      return { sesion, versiones, membrete: { instituto, proceso, zona, simulacro } }
    })
    const document = toDocument({ sesion, versiones, membrete }, hoja)
    if (!document) throw new AppError('ruta.no_existe')
    const { organo, tipo, numero, anio } = sesion
    const nombre = `${[hoja, organo.clave, tipo, numero, anio].join('-').replaceAll('_', '-')}.pdf`
    return { nombre, contenido: await documentos.pdf(document) }
  }
}

interface Leida {
  sesion: SesionDetailDto
  versiones: VersionDePunto[]
  membrete: Membrete
}

/** Null while there is nothing to print. */
function toDocument({ sesion, versiones, membrete }: Leida, hoja: string): PdfDocument | null {
  const { convocatoria, celebraciones } = sesion
  if (hoja === 'convocatoria') return convocatoria && toConvocatoria(sesion, convocatoria, { membrete, versiones })
  const [current] = celebraciones
  return current ? toVotacion(sesion, current, membrete) : null
}
