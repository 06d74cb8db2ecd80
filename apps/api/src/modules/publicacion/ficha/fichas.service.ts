import type { EntityManager } from 'typeorm'
import type { AvisosPrivacidadService } from '../../captura/avisos/index.ts'
import type { CuestionariosVigentes, IdentidadService } from '../../captura/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import type { Clock } from '../../../shared/clock.ts'
import { readBloqueos } from './bloqueos.queries.ts'
import { autorizadosDe, buildDocument, type CandidaturaDocument } from './candidatura-document.ts'
import type { FinDifusion } from '../sitio/conclusion.queries.ts'
import { consienteIdentidad } from './consentimiento-publico.ts'
import type { DocumentContext } from './document-context.ts'
import { escolaridadOf } from '../corte/indice.queries.ts'
import type { Politica } from '../politica/politica.ts'
import type { CandidaturaSource } from './source.queries.ts'

export interface FichasServices {
  procesos: ProcesosService
  vigentes: CuestionariosVigentes
  identidad: IdentidadService
  avisos: AvisosPrivacidadService
}

export interface Ficha {
  document: CandidaturaDocument
  /** Groups whose badge the persona authorises, as claves: a bloqueo hides them and takes no authorisation back. */
  autorizados: readonly string[]
}

/** The public record of each candidatura, as a policy would let it out today. */
export class FichasService {
  constructor(
    private readonly clock: Clock,
    private readonly services: FichasServices,
  ) {}

  /** `contadas`: questions whose public answers the statistics count; `escolaridad`: the one that the list is filtered by. */
  async context(
    tx: EntityManager,
    politica: Politica,
    fin: FinDifusion | null = null,
  ): Promise<DocumentContext & { contadas: string[]; escolaridad: string | null }> {
    const proceso = await this.services.procesos.proceso(tx)
    const curriculares = (await this.services.vigentes.todas(tx)).filter(({ tipo }) => tipo === 'curricular')
    return {
      politica,
      fin,
      bloqueos: await readBloqueos(tx, this.clock.today().toString()),
      versiones: new Map(curriculares.map((row) => [row.id, this.services.vigentes.compile(row)])),
      rige: (cargo) => this.services.vigentes.rigenDe(curriculares, cargo)[0]?.id ?? null,
      activada: (version) => curriculares.find(({ id }) => id === version)?.activadoEn ?? null,
      grupos: proceso.catalogos.grupos,
      causas: proceso.catalogos.causas,
      supuestos: proceso.catalogos.supuestos,
      porRenovar: await this.services.avisos.porRenovarDeTodos(tx),
      orden: proceso.catalogos.revision.orden.clave,
      hoy: this.clock.today(),
      simulacro: proceso.simulacro,
      responsabilidad: proceso.responsabilidad,
      escolaridad: escolaridadOf(proceso.catalogos)?.pregunta ?? null,
      contadas: (proceso.catalogos.estadistica?.publicas ?? []).map(({ pregunta }) => pregunta),
    }
  }

  /**
   * Builds the records in the order of `sources`, beside them. It opens only the identity answers on which a badge rests, of everybody at
   * once. Where they lie under a key that is not here (`cerrada`) the record has no badge. It is written all the same: something else of
   * her, or of others, may have to leave.
   */
  async build(
    tx: EntityManager,
    sources: readonly CandidaturaSource[],
    context: DocumentContext,
  ): Promise<(Ficha & { source: CandidaturaSource; cerrada: boolean })[]> {
    const consienten = sources.filter((source) => consienteIdentidad(source, context)).map(({ id }) => id)
    const cerradas = await this.services.identidad.cerradas(tx, consienten)
    const abren = consienten.filter((id) => !cerradas.has(id))
    const identidades = await this.services.identidad.readMany(tx, abren, {
      como: context.orden === 'verificar_y_publicar' ? 'verificada' : 'validada',
      preguntas: context.grupos.flatMap(({ pregunta }) => pregunta ?? []),
      pasosDe: () => [],
    })
    return sources.map((source) => {
      const cerrada = cerradas.has(source.id)
      const identidad = cerrada ? null : (identidades.get(source.id) ?? {})
      const document = buildDocument(source, identidad ?? {}, context)
      return { source, cerrada, document, autorizados: autorizadosDe(document, { source, identidad, context }) }
    })
  }
}
