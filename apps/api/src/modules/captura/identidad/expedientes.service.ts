import type { EntityManager } from 'typeorm'
import { faltantesDe, seccionesDe, type Respuestas } from '@conoceles/cuestionarios'
import { razonesContra } from '@conoceles/domain'
import { merged } from '@conoceles/domain/typed'
import type { AvisosPrivacidadService } from '../avisos/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import type { Clock } from '../../../shared/clock.ts'
import { onlyOf } from '../secciones/avance.ts'
import type { Leida } from '../secciones/captura.queries.ts'
import { completenessOf, requiredOf } from '../secciones/completeness.ts'
import { readEncima } from '../secciones/encima.queries.ts'
import { pick, situacionDe, type Expediente } from './expediente.ts'
import type { IdentidadService } from './identidad.service.ts'
import type { CuestionariosVigentes, Vigente } from '../vigentes/vigentes.ts'

interface Services {
  vigentes: CuestionariosVigentes
  identidad: IdentidadService
  procesos: ProcesosService
  avisos: AvisosPrivacidadService
}

/** Gathers the facts that the rules judge. */
export class ExpedientesService {
  constructor(
    private readonly clock: Clock,
    private readonly services: Services,
  ) {}

  /** The whole expediente, from the rows of one captura. */
  async open(tx: EntityManager, { captura, secciones, consentimiento }: Leida): Promise<Expediente> {
    const vigentes = await this.services.vigentes.deCaptura(tx, captura)
    const place = { captura, vigentes, consentimiento, secciones: onlyOf(vigentes, secciones) }
    return {
      ...place,
      state: { ...captura, ahora: this.clock.now() },
      catalogos: (await this.services.procesos.proceso(tx)).catalogos,
      encima: captura.conHistoria ? await readEncima(tx, captura.id, this.clock.today().toString()) : [],
      completeness: completenessOf(place),
      porRenovar: await this.services.avisos.porRenovar(tx, place.consentimiento),
    }
  }

  /** All the answers of one cuestionario: rules may look at another section. */
  async respuestas(
    tx: EntityManager,
    vigente: Vigente,
    { captura, secciones }: Pick<Expediente, 'captura' | 'secciones'>,
  ): Promise<Respuestas> {
    if (vigente.row.tipo === 'identidad') {
      return this.services.identidad.read(tx, captura.id, { pasos: await this.services.vigentes.pasosHasta(tx, vigente) })
    }
    const own = secciones.filter(({ cuestionarioId }) => cuestionarioId === vigente.row.id)
    return merged(own.map(({ respuestas }) => respuestas ?? {}))
  }

  /** Reasons against validating it, told to the account that validates. */
  async razonesContraValidar(tx: EntityManager, expediente: Expediente, cuenta: string): Promise<string[]> {
    const razones = razonesContra('validar', situacionDe(expediente, { cuenta }))
    if (razones.length > 0) return razones
    const seccionesIncompletas = await this.abiertasDespues(tx, expediente)
    const completeness = { ...expediente.completeness, seccionesIncompletas }
    return razonesContra('validar', situacionDe({ ...expediente, completeness }, { cuenta }))
  }

  /**
   * Titles of sections that were complete when saved, and for which an answer elsewhere has asked for more since. Kept nowhere: a section
   * of identity that asks again would tell an answer of another section.
   */
  private async abiertasDespues(tx: EntityManager, expediente: Expediente): Promise<string[]> {
    const titles = []
    for (const vigente of requiredOf(expediente)) {
      const complete = expediente.secciones.filter(
        ({ cuestionarioId, estatus }) => cuestionarioId === vigente.row.id && estatus === 'completa',
      )
      const todas = complete.length > 0 ? await this.respuestas(tx, vigente, expediente) : {}
      const open = seccionesDe(vigente.compiled).filter(
        ({ clave, campos }) =>
          complete.some((row) => row.clave === clave) && faltantesDe(vigente.compiled, clave, pick(todas, campos), todas).length > 0,
      )
      titles.push(...open.map(({ titulo }) => titulo))
    }
    return titles
  }
}
