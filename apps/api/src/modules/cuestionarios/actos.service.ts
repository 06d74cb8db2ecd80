import { randomUUID } from 'node:crypto'
import { In, type EntityManager } from 'typeorm'
import { seccionesDe } from '@conoceles/cuestionarios'
import {
  puede,
  razonesContraCapturar,
  razonesContraObservar,
  razonesContraValidar,
  razonesContraVerificar,
  type CapturaState,
  type Completeness,
} from '@conoceles/domain'
import type { Acuse } from '../bitacora/index.ts'
import { Candidatura, type AccionDto } from '../candidaturas/index.ts'
import { findConsentimiento } from '../consentimientos/index.ts'
import type { ProcesosService } from '../procesos/index.ts'
import { act, type Quien } from '../../shared/act.ts'
import { toDate } from '../../shared/clock.ts'
import type { Deps } from '../../shared/deps.ts'
import { AppError } from '../../shared/errors.ts'
import { findCaptura, type CapturaRow } from './captura.queries.ts'
import type { CapturaService, CapturaServices } from './captura.service.ts'
import { Observacion } from './observacion.entity.ts'
import { Seccion } from './seccion.entity.ts'

export interface Observar {
  version: number
  cuestionario: 'curricular' | 'identidad'
  seccion: string
  supuesto: string
  texto: string
}

/** The legal acts on a captura: validar (actor político), verificar and observar (institute). */
export class ActosService {
  constructor(
    private readonly deps: Deps,
    private readonly services: CapturaServices & { captura: CapturaService; procesos: ProcesosService },
  ) {}

  /** The actor político answers for the whole: both cuestionarios go to the institute. */
  validar(quien: Quien, id: string, version: number): Promise<Acuse> {
    return this.perform(quien, { id, version, acto: 'candidatura.validada' }, async (tx, captura, now) => {
      this.assert(razonesContraValidar(this.state(captura), await this.completeness(tx, captura)))
      await tx.update(Seccion, { candidaturaId: captura.id, estatus: In(['completa', 'en_captura', 'vacia']) }, { estatus: 'validada' })
      return { estatusCaptura: 'validada', validadaEn: now }
    })
  }

  /** The institute confirms what the actor político validated; from here the publisher may take it. */
  verificar(quien: Quien, id: string, version: number): Promise<Acuse> {
    return this.perform(quien, { id, version, acto: 'candidatura.verificada' }, async (tx, captura, now) => {
      this.assert(razonesContraVerificar(this.state(captura), await this.completeness(tx, captura)))
      await tx.query(
        `update captura.seccion set estatus = 'verificada', verificadas = respuestas, verificada_en = $2
         where candidatura_id = $1 and estatus <> 'verificada'`,
        [captura.id, now],
      )
      await this.services.identidad.markVerificadas(tx, captura.id)
      await tx.query('update captura.fotografia set verificada_en = $2 where candidatura_id = $1 and retirada_en is null', [
        captura.id,
        now,
      ])
      await tx.query('update captura.observacion set cerrada_en = $2 where candidatura_id = $1 and cerrada_en is null', [captura.id, now])
      return { estatusCaptura: 'verificada', verificadaEn: now }
    })
  }

  /** One section returns with its ground; the others stay as they are. */
  observar(quien: Quien, id: string, observar: Observar): Promise<Acuse> {
    return this.perform(quien, { id, version: observar.version, acto: 'candidatura.observada' }, async (tx, captura, now) => {
      const { catalogos } = await this.services.procesos.proceso(tx)
      const known = catalogos.supuestos.some(({ clave }) => clave === observar.supuesto)
      this.assert([...razonesContraObservar(this.state(captura)), ...(known ? [] : ['El supuesto no está en la lista.'])])
      const vigente = (await this.services.vigentes.list(tx)).find(({ row }) => row.tipo === observar.cuestionario)
      const place = { candidaturaId: captura.id, cuestionarioId: vigente?.row.id, clave: observar.seccion }
      const { affected } = await tx.update(Seccion, place, { estatus: 'observada' })
      if (!affected) throw new AppError('ruta.no_existe')
      const { cuestionario, seccion, supuesto, texto } = observar
      await tx.insert(Observacion, {
        id: randomUUID(),
        candidaturaId: captura.id,
        cuestionario,
        seccion,
        supuesto,
        texto,
        creadaEn: now,
        creadaPor: quien.cuentaId,
        cerradaEn: null,
      })
      return { estatusCaptura: 'observada' }
    })
  }

  /** What whoever asks may do now, and why not: the same rules that the acts obey. */
  async acciones(tx: EntityManager, quien: Quien, id: string): Promise<AccionDto[]> {
    const captura = await findCaptura(tx, id, 'read')
    if (!captura) return []
    const state = this.state(captura)
    const completeness = await this.completeness(tx, captura)
    const all = [
      ['capturar', 'captura.capturar', razonesContraCapturar(state)],
      ['validar', 'captura.validar', razonesContraValidar(state, completeness)],
      ['observar', 'captura.verificar', razonesContraObservar(state)],
      ['verificar', 'captura.verificar', razonesContraVerificar(state, completeness)],
    ] as const
    return all
      .filter(([, permiso]) => puede(quien.rol, permiso))
      .map(([acto, , razones]) => ({ acto, permitido: razones.length === 0, razones }))
  }

  async countSecciones(tx: EntityManager): Promise<number> {
    return (await this.services.vigentes.list(tx)).reduce((sum, { compiled }) => sum + seccionesDe(compiled).length, 0)
  }

  private async perform(
    quien: Quien,
    call: { id: string; version: number; acto: string },
    change: (tx: EntityManager, captura: CapturaRow, now: Date) => Promise<Partial<Candidatura>>,
  ): Promise<Acuse> {
    return act(this.deps.databases, quien, async (tx) => {
      const captura = await findCaptura(tx, call.id, 'lock')
      if (!captura) throw new AppError('ruta.no_existe')
      if (captura.version !== call.version) throw new AppError('candidatura.version_distinta', { actual: { version: captura.version } })
      const columns = await change(tx, captura, toDate(this.deps.clock.now()))
      const version = captura.version + 1
      await tx.update(Candidatura, { id: captura.id }, { ...columns, version })
      const acuse = await this.services.acuses.emitir(tx, call.acto, { candidatura: captura.id, version })
      await this.services.bitacora.registrar(tx, {
        acto: call.acto,
        cuentaId: quien.cuentaId,
        rol: quien.rol,
        actorPoliticoId: quien.actorPoliticoId,
        objeto: { tipo: 'candidatura', id: captura.id },
        detalle: { version, folio: acuse.folio },
        requestId: quien.requestId,
      })
      return acuse
    })
  }

  private assert(reasons: string[]): void {
    if (reasons.length > 0) throw new AppError('candidatura.acto_no_permitido', { detail: reasons.join(' ') })
  }

  private state(captura: CapturaRow): CapturaState {
    return this.services.captura.stateOf(captura)
  }

  private async completeness(tx: EntityManager, captura: CapturaRow): Promise<Completeness> {
    return this.services.captura.completenessOf({
      vigentes: await this.services.vigentes.list(tx),
      secciones: await tx.findBy(Seccion, { candidaturaId: captura.id }),
      consentimiento: await findConsentimiento(tx, captura.id),
    })
  }
}
