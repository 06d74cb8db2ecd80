import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import type { TextoDeOtra } from '@conoceles/cuestionarios'
import {
  libroDe,
  razonesContraAbrir,
  razonesContraCerrar,
  razonesContraGuardarLibro,
  razonesContraLibro,
  razonesContraReiniciar,
  textosNecesarios,
  type Codificable,
  type EstatusCodificacion,
} from '@conoceles/domain'
import type { BitacoraService } from '../../bitacora/index.ts'
import type { CuestionariosVigentes } from '../../captura/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { act, type Quien } from '../../../shared/act.ts'
import type { ClaveActo } from '../../../shared/actos.ts'
import { toDate } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import type { CodificadorService } from './codificador.service.ts'
import { Codificacion } from './codificacion.entity.ts'
import type { CodificacionDetalleDto, GuardarLibroDto, ListCodificacionesDto } from './codificaciones.dto.ts'
import { findCodificacion, listCodificaciones, lockCodificacion, readPlazas } from './codificaciones.queries.ts'
import type { PlazaCodificacion } from './plaza.entity.ts'
import { listPreguntas } from './preguntas.ts'
import { toCodificacion, toDetalle, type Visto } from './vista.ts'

interface Parts {
  bitacora: BitacoraService
  procesos: ProcesosService
  vigentes: CuestionariosVigentes
  codificador: CodificadorService
}

/** A coding under the lock of an act, with its proceso and its state for the rules. */
export interface Turno extends Visto {
  procesoId: string
  codificable: Codificable
}

/** The codings of the identity cuestionario: their codebooks, their progress, and their counts. */
export class CodificacionesService {
  constructor(
    private readonly deps: Deps,
    private readonly parts: Parts,
  ) {}

  async list(tx: EntityManager, { cuentaId }: Quien): Promise<ListCodificacionesDto> {
    const { id: procesoId } = await this.parts.procesos.proceso(tx)
    const rows = await listCodificaciones(tx, procesoId)
    const plazas = await readPlazas(
      tx,
      rows.map(({ id }) => id),
    )
    const elementos = (await listPreguntas(tx, this.parts.vigentes)).map((pregunta) => {
      const codificacion = rows.find((row) => row.pregunta === pregunta.campo)
      const own = plazas.filter(({ codificacionId }) => codificacionId === codificacion?.id)
      return toCodificacion({ pregunta, codificacion, plazas: own, cuentaId })
    })
    return { elementos, necesarios: await this.necesarios(tx) }
  }

  async find(tx: EntityManager, { cuentaId }: Quien, campo: string): Promise<CodificacionDetalleDto> {
    return toDetalle(await this.locate(tx, campo, cuentaId), await this.necesarios(tx))
  }

  /** Every question with its counts, for an informe. */
  async contadas(tx: EntityManager): Promise<{ pregunta: TextoDeOtra; codificacion: Codificacion | undefined }[]> {
    const { id: procesoId } = await this.parts.procesos.proceso(tx)
    const rows = await listCodificaciones(tx, procesoId)
    return (await listPreguntas(tx, this.parts.vigentes)).map((pregunta) => ({
      pregunta,
      codificacion: rows.find((row) => row.pregunta === pregunta.campo),
    }))
  }

  /** Saves the next version of the codebook; an account that edited an older one is shown the later save. */
  guardar(quien: Quien, campo: string, { version, categorias }: GuardarLibroDto): Promise<CodificacionDetalleDto> {
    const errors = razonesContraLibro(categorias)
    if (errors.length > 0) throw new AppError('entrada.invalida', { errors })
    return this.perform(quien, campo, async (tx, turno) => {
      const { codificacion, procesoId, codificable } = turno
      assert(razonesContraGuardarLibro(codificable))
      if ((codificacion?.version ?? 0) !== version)
        throw new AppError('codificacion.version_distinta', { actual: toDetalle(turno, await this.necesarios(tx)) })
      const saved = {
        categorias: libroDe(categorias),
        version: version + 1,
        guardadaEn: toDate(this.deps.clock.now()),
        guardadaPor: quien.cuentaId,
      }
      if (codificacion) await tx.update(Codificacion, { id: codificacion.id }, saved)
      else
        await tx.insert(Codificacion, {
          ...{ id: randomUUID(), procesoId, pregunta: campo, estatus: 'borrador', intento: 0 },
          ...saved,
        })
      await this.registrar(tx, quien, { acto: 'codificacion.libro_guardado', campo, detalle: { version: version + 1 } })
    })
  }

  /** Fixes the codebook and has the texts gathered; where they are too few it stays a draft, and says so. */
  abrir(quien: Quien, campo: string): Promise<CodificacionDetalleDto> {
    return this.pedir(quien, campo, { acto: 'codificacion.apertura_pedida', estatus: 'reuniendo', razones: razonesContraAbrir })
  }

  /** Has it counted. Only the publisher may look at everybody's codes, so it is its turn that says whether all is settled. */
  async cerrar(quien: Quien, campo: string): Promise<CodificacionDetalleDto> {
    const found = await this.pedir(quien, campo, { acto: 'codificacion.cierre_pedido', estatus: 'contando', razones: razonesContraCerrar })
    if (found.estatus === 'abierta') {
      const detail = 'Quedan desacuerdos sin resolver, o un texto cambió y falta codificarlo de nuevo. Nada se contó.'
      throw new AppError('codificacion.acto_no_permitido', { detail })
    }
    return found
  }

  /** Gives up the codes so far, and the codebook may be written again. Nothing was told yet. */
  reiniciar(quien: Quien, campo: string, razon: string): Promise<CodificacionDetalleDto> {
    return this.perform(quien, campo, async (tx, { codificacion, codificable }) => {
      assert(razonesContraReiniciar(codificable))
      if (!codificacion) throw new AppError('ruta.no_existe')
      const { id, intento } = codificacion
      await tx.update(Codificacion, { id }, { estatus: 'borrador' })
      await tx.query('delete from identidad.codificacion_texto where codificacion_id = $1', [id])
      await tx.query('delete from captura.codificacion_plaza where codificacion_id = $1', [id])
      await this.registrar(tx, quien, { acto: 'codificacion.reiniciada', campo, detalle: { intento, razon } })
    })
  }

  /** Lock → check → change → bitácora, all in one transaction; answers how it is then. */
  perform(quien: Quien, campo: string, change: (tx: EntityManager, turno: Turno) => Promise<void>): Promise<CodificacionDetalleDto> {
    return this.ejecutar(quien, campo, async (tx, turno) => {
      await change(tx, turno)
      return this.find(tx, quien, campo)
    })
  }

  /** The same, of which something else is answered. */
  ejecutar<T>(quien: Quien, campo: string, work: (tx: EntityManager, turno: Turno) => Promise<T>): Promise<T> {
    return act(this.deps.databases, quien, async (tx) => {
      await lockCodificacion(tx, campo)
      return work(tx, await this.locate(tx, campo, quien.cuentaId))
    })
  }

  async locate(tx: EntityManager, campo: string, cuentaId: string): Promise<Turno> {
    const pregunta = (await listPreguntas(tx, this.parts.vigentes)).find((each) => each.campo === campo)
    if (!pregunta) throw new AppError('ruta.no_existe')
    const { id: procesoId } = await this.parts.procesos.proceso(tx)
    const codificacion = (await findCodificacion(tx, { procesoId, pregunta: campo })) ?? undefined
    const plazas = codificacion ? await readPlazas(tx, [codificacion.id]) : []
    return { pregunta, procesoId, codificacion, plazas, cuentaId, codificable: toCodificable(codificacion, plazas) }
  }

  registrar(
    tx: EntityManager,
    { cuentaId, rol, requestId }: Quien,
    { acto, campo, detalle }: { acto: ClaveActo; campo: string; detalle: Record<string, unknown> },
  ): Promise<void> {
    const objeto = { tipo: 'codificacion', id: campo }
    return this.parts.bitacora.registrar(tx, { acto, cuentaId, rol, objeto, detalle, requestId })
  }

  /**
   * Leaves work to the publisher: asked for in one transaction, done in its own. If anything breaks in between, the publisher's next turn
   * does it.
   */
  private async pedir(
    quien: Quien,
    campo: string,
    { acto, estatus, razones }: { acto: ClaveActo; estatus: EstatusCodificacion; razones: (of: Codificable) => string[] },
  ): Promise<CodificacionDetalleDto> {
    await this.perform(quien, campo, async (tx, { codificacion, codificable }) => {
      assert(razones(codificable))
      if (!codificacion) throw new AppError('ruta.no_existe')
      await tx.update(Codificacion, { id: codificacion.id }, { estatus })
      await this.registrar(tx, quien, { acto, campo, detalle: { intento: codificacion.intento, version: codificacion.version } })
    })
    await this.parts.codificador.turno()
    return act(this.deps.databases, quien, (tx) => this.find(tx, quien, campo))
  }

  private async necesarios(tx: EntityManager): Promise<number | null> {
    const minimo = (await this.parts.procesos.proceso(tx)).catalogos.estadistica?.minimo.valor
    return minimo === undefined ? null : textosNecesarios(minimo)
  }
}

function toCodificable(codificacion: Codificacion | undefined, plazas: readonly PlazaCodificacion[]): Codificable {
  return {
    estatus: codificacion?.estatus ?? 'borrador',
    categorias: codificacion?.categorias ?? [],
    plazas: plazas.map(({ cuentaId, terminadaEn }) => ({ cuentaId, terminada: terminadaEn !== null })),
  }
}

export function assert(reasons: readonly string[]): void {
  if (reasons.length > 0) throw new AppError('codificacion.acto_no_permitido', { detail: reasons.join(' ') })
}
