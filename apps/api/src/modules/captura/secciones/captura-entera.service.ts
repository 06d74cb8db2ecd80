import type { EntityManager } from 'typeorm'
import { seccionesDe } from '@conoceles/cuestionarios'
import { actoCaptura, puede, razonesContra, type NombreActo } from '@conoceles/domain'
import type { Acuse } from '../../bitacora/index.ts'
import type { AccionDto, Secciones } from '../../registro/index.ts'
import { datosBloqueados, type Quien } from '../../../shared/act.ts'
import { AppError } from '../../../shared/http/errors.ts'
import type { CapturaActs, CapturaActsServices } from './captura-acts.ts'
import { closeObservaciones, findLeida, markValidadas, markVerificadas } from './captura.queries.ts'
import { situacionDe, type Expediente } from '../identidad/expediente.ts'
import { TIPOS, type Vigente } from '../vigentes/vigentes.ts'

/** Acts on the whole of a captura: validar (actor político) and verificar (institute); and the list of acts that are open now. */
export class CapturaEnteraService {
  constructor(
    private readonly acto: CapturaActs,
    private readonly services: CapturaActsServices,
  ) {}

  /** The actor político answers for the whole: both cuestionarios go to the institute. */
  validar(quien: Quien, id: string, version: number): Promise<Acuse> {
    return this.acto.perform(quien, { id, version, acto: 'validar', registro: 'candidatura.validada' }, async (tx, { expediente, now }) => {
      await this.assertAnswered(tx, quien, expediente)
      await markValidadas(tx, id, now)
      await this.services.identidad.markValidadas(tx, id)
      return { columns: { validadaEn: now } }
    })
  }

  /** Refuses while a complete section lacks an answer that another section has asked for since. */
  private async assertAnswered(tx: EntityManager, quien: Quien, expediente: Expediente): Promise<void> {
    const seccionesIncompletas = await this.services.expedientes.abiertasDespues(tx, expediente)
    if (seccionesIncompletas.length === 0) return
    const completeness = { ...expediente.completeness, seccionesIncompletas }
    const razones = razonesContra('validar', situacionDe({ ...expediente, completeness }, { cuenta: quien.cuentaId }))
    throw new AppError('candidatura.acto_no_permitido', { detail: razones.join(' ') })
  }

  /** The institute confirms the validated captura, and closes with it the attended observaciones of other reviewers. */
  verificar(quien: Quien, id: string, version: number): Promise<Acuse> {
    return this.acto.perform(quien, { id, version, acto: 'verificar', registro: 'candidatura.verificada' }, async (tx, { now }) => {
      await markVerificadas(tx, id, now)
      await this.services.identidad.markVerificadas(tx, id)
      await closeObservaciones(tx, id, { por: quien.cuentaId, now })
      return { columns: { verificadaEn: now } }
    })
  }

  /** Acts that the acting account may do now, and reasons against the others: the same rules that the acts obey. */
  async acciones(tx: EntityManager, quien: Quien, id: string): Promise<AccionDto[]> {
    const leida = await findLeida(tx, id, 'read')
    if (!leida || (await datosBloqueados(tx))) return []
    const situacion = situacionDe(await this.services.expedientes.open(tx, leida), { cuenta: quien.cuentaId })
    return OFFERED.filter((acto) => puede(quien.rol, actoCaptura(acto).permiso)).map((acto) => {
      const razones = razonesContra(acto, situacion)
      return { acto, permitido: razones.length === 0, razones }
    })
  }

  /** Sections of the newest version of each kind. */
  async countSecciones(tx: EntityManager): Promise<Secciones> {
    const vigentes = await this.services.vigentes.list(tx)
    const newest = TIPOS.flatMap((tipo) => vigentes.find(({ row }) => row.tipo === tipo) ?? [])
    const count = (which: readonly Vigente[]) => which.reduce((sum, { compiled }) => sum + seccionesDe(compiled).length, 0)
    return { todas: count(newest), siempre: count(newest.filter(({ row }) => row.tipo !== 'identidad')) }
  }
}

/** Acts that begin on the page of a candidatura; the rest begin at a section. */
const OFFERED: readonly NombreActo[] = ['capturar', 'validar', 'solicitar_correccion', 'observar', 'verificar']
