import type { EntityManager } from 'typeorm'
import type { AvisosPrivacidadService } from '../avisos-privacidad/index.ts'
import type { CuestionariosVigentes, IdentidadService } from '../cuestionarios/index.ts'
import type { ProcesosService } from '../procesos/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { buildDocument, type CandidaturaDocument, type DocumentContext } from './candidatura-document.ts'
import { consienteIdentidad } from './consentimiento-publico.ts'
import type { Politica } from './politica.ts'
import type { CandidaturaSource } from './source.queries.ts'

export interface FichasServices {
  procesos: ProcesosService
  vigentes: CuestionariosVigentes
  identidad: IdentidadService
  avisos: AvisosPrivacidadService
}

/** The public record of each candidatura, as a policy would let it out today. */
export class FichasService {
  constructor(
    private readonly clock: Clock,
    private readonly services: FichasServices,
  ) {}

  /** `contadas`: questions whose public answers the statistics count. */
  async context(tx: EntityManager, politica: Politica): Promise<DocumentContext & { contadas: string[] }> {
    const proceso = await this.services.procesos.proceso(tx)
    const curriculares = (await this.services.vigentes.todas(tx)).filter(({ tipo }) => tipo === 'curricular')
    return {
      politica,
      versiones: new Map(curriculares.map((row) => [row.id, this.services.vigentes.compile(row)])),
      rige: (cargo) => this.services.vigentes.rigenDe(curriculares, cargo)[0]?.id ?? null,
      grupos: proceso.catalogos.grupos,
      causas: proceso.catalogos.causas,
      supuestos: proceso.catalogos.supuestos,
      porRenovar: await this.services.avisos.porRenovarDeTodos(tx),
      orden: proceso.catalogos.revision.orden.clave,
      hoy: this.clock.today(),
      simulacro: proceso.simulacro,
      responsabilidad: proceso.responsabilidad,
      contadas: (proceso.catalogos.estadistica?.publicas ?? []).map(({ pregunta }) => pregunta),
    }
  }

  async build(tx: EntityManager, source: CandidaturaSource, context: DocumentContext): Promise<CandidaturaDocument> {
    const como = context.orden === 'verificar_y_publicar' ? 'verificada' : 'validada'
    const identidad = consienteIdentidad(source, context) ? await this.services.identidad.read(tx, source.id, { como }) : {}
    return buildDocument(source, identidad, context)
  }
}
