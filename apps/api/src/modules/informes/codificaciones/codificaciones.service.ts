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
  type Actos,
} from '@conoceles/domain'
import type { Acts, Hecho, Save, Turno as TurnoDeActo } from '../../bitacora/index.ts'
import type { CuestionariosVigentes } from '../../captura/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { act, type Quien } from '../../../shared/act.ts'
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
  acts: Acts
  procesos: ProcesosService
  vigentes: CuestionariosVigentes
  codificador: CodificadorService
}

/** A coding under the lock of an act, with its proceso and its state for the rules. */
export interface Turno extends Visto {
  procesoId: string
  codificable: Codificable
}

type Pedida = `codificacion.${'apertura_pedida' | 'cierre_pedido'}`

/** Acts of people on a coding, as the bitácora names them. */
type DeCodificacion = Pedida | `codificacion.${'libro_guardado' | 'reiniciada' | 'plaza_tomada' | 'terminada' | 'desacuerdo_decidido'}`

interface Codificar<K extends DeCodificacion> extends Pick<Save<K, Turno, Hecho<K>, object>, 'acto' | 'version'> {
  reasons: (turno: Turno) => readonly string[]
  change: (turno: TurnoDeActo<Turno>) => Promise<Actos[K]>
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
    return this.perform(quien, campo, {
      acto: 'codificacion.libro_guardado',
      version: {
        leida: version,
        actual: ({ codificacion }) => codificacion?.version ?? 0,
        texto: async (tx, turno) => toDetalle(turno, await this.necesarios(tx)),
      },
      reasons: ({ codificable }) => razonesContraGuardarLibro(codificable),
      change: async ({ tx, state: { codificacion, procesoId }, ahora: guardadaEn }) => {
        const saved = { categorias: libroDe(categorias), version: version + 1, guardadaEn, guardadaPor: quien.cuentaId }
        if (codificacion) await tx.update(Codificacion, { id: codificacion.id }, saved)
        else await tx.insert(Codificacion, { id: randomUUID(), procesoId, pregunta: campo, estatus: 'borrador', intento: 0, ...saved })
        return { version: version + 1 }
      },
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
    return this.perform(quien, campo, {
      acto: 'codificacion.reiniciada',
      reasons: ({ codificable }) => razonesContraReiniciar(codificable),
      change: async ({ tx, state }) => {
        const { id, intento } = enCurso(state).codificacion
        await tx.update(Codificacion, { id }, { estatus: 'borrador' })
        await tx.query('delete from identidad.codificacion_texto where codificacion_id = $1', [id])
        await tx.query('delete from captura.codificacion_plaza where codificacion_id = $1', [id])
        return { intento, razon }
      },
    })
  }

  /** One act on the coding of a question; answers how it is then. */
  perform<K extends DeCodificacion>(
    quien: Quien,
    campo: string,
    { acto, version, reasons, change }: Codificar<K>,
  ): Promise<CodificacionDetalleDto> {
    return this.parts.acts.save(quien, {
      acto,
      objeto: { tipo: 'codificacion', id: campo },
      lock: (tx) => this.lock(tx, quien, campo),
      familia: 'codificacion',
      version,
      reasons,
      change: async (turno) => ({ detalle: await change(turno) }),
      answer: ({ tx }) => this.find(tx, quien, campo),
    })
  }

  /** A step of a coder that no entry names: a code of hers is neither public nor anybody else's. */
  ejecutar<T>(quien: Quien, campo: string, work: (tx: EntityManager, turno: Turno) => Promise<T>): Promise<T> {
    return act(this.deps.databases, quien, async (tx) => work(tx, await this.lock(tx, quien, campo)))
  }

  private async lock(tx: EntityManager, { cuentaId }: Quien, campo: string): Promise<Turno> {
    await lockCodificacion(tx, campo)
    return this.locate(tx, campo, cuentaId)
  }

  async locate(tx: EntityManager, campo: string, cuentaId: string): Promise<Turno> {
    const pregunta = (await listPreguntas(tx, this.parts.vigentes)).find((each) => each.campo === campo)
    if (!pregunta) throw new AppError('ruta.no_existe')
    const { id: procesoId } = await this.parts.procesos.proceso(tx)
    const codificacion = (await findCodificacion(tx, { procesoId, pregunta: campo })) ?? undefined
    const plazas = codificacion ? await readPlazas(tx, [codificacion.id]) : []
    return { pregunta, procesoId, codificacion, plazas, cuentaId, codificable: toCodificable(codificacion, plazas) }
  }

  /**
   * Leaves work to the publisher: asked for in one transaction, done in its own. If anything breaks in between, the publisher's next turn
   * does it.
   */
  private async pedir(
    quien: Quien,
    campo: string,
    { acto, estatus, razones }: { acto: Pedida; estatus: EstatusCodificacion; razones: (of: Codificable) => string[] },
  ): Promise<CodificacionDetalleDto> {
    await this.perform(quien, campo, {
      acto,
      reasons: ({ codificable }) => razones(codificable),
      change: async ({ tx, state }) => {
        const { id, intento, version } = enCurso(state).codificacion
        await tx.update(Codificacion, { id }, { estatus })
        return { intento, version }
      },
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

/** A coding that exists. */
export function enCurso(turno: Turno): Turno & { codificacion: Codificacion } {
  const { codificacion } = turno
  if (!codificacion) throw new AppError('ruta.no_existe')
  return { ...turno, codificacion }
}
