import type { EntityManager } from 'typeorm'
import { Temporal } from 'temporal-polyfill'
import type { Acts } from '../bitacora/index.ts'
import { act, lockRow, type Quien } from '../../shared/act.ts'
import type { Deps } from '../../shared/deps.ts'
import { AppError } from '../../shared/http/errors.ts'
import { ActorPolitico } from './actor-politico.entity.ts'
import { Cargo } from './cargo.entity.ts'
import { Demarcacion } from './demarcacion.entity.ts'
import { readConfirmaciones, readEscritos } from './confirmaciones/confirmaciones.queries.ts'
import { conConfirmaciones } from './confirmaciones/confirmados.ts'
import { Proceso } from './proceso.entity.ts'
import type { ProcesoDto } from './procesos.dto.ts'

/** The proceso that this installation serves, its catalogues and its clock. */
export class ProcesosService {
  private current: Proceso | null = null

  constructor(
    private readonly deps: Deps,
    private readonly acts: Acts,
  ) {}

  /** Whether a proceso was loaded at all. */
  async exists(tx: EntityManager): Promise<boolean> {
    return this.current !== null || (await tx.existsBy(Proceso, {}))
  }

  /** The one proceso, read once: its row changes only by the clock, where `cargar --catalogos` adds to it (`actual`), and by a pack (`forget`). */
  async proceso(tx: EntityManager): Promise<Proceso> {
    return this.current ?? (await this.actual(tx))
  }

  /** The same with all that was added since this process began. */
  async actual(tx: EntityManager): Promise<Proceso> {
    this.current = await tx.findOneByOrFail(Proceso, {})
    return this.current
  }

  /** The row changed: it is read again when somebody asks. */
  forget(): void {
    this.current = null
  }

  /** The same for callers that tell how sure a fact is: confirmed facts of its catalogues say so. */
  async confirmado(tx: EntityManager, known?: Proceso): Promise<Proceso> {
    const proceso = known ?? (await this.proceso(tx))
    const confirmaciones = await readConfirmaciones(tx)
    if (confirmaciones.size === 0) return proceso
    const dicho = { confirmaciones, escritos: await readEscritos(tx) }
    return { ...proceso, catalogos: conConfirmaciones(proceso.catalogos, await this.cargos(tx), dicho) }
  }

  /** Whether a reviewer may verify in one step several that she opened. */
  async verificaVarias(tx: EntityManager): Promise<boolean> {
    return (await this.proceso(tx)).catalogos.revision.varias?.permitido === true
  }

  cargos(tx: EntityManager): Promise<Cargo[]> {
    return tx.find(Cargo, { order: { orden: 'ASC' } })
  }

  actores(tx: EntityManager): Promise<ActorPolitico[]> {
    return tx.find(ActorPolitico, { order: { orden: 'ASC' } })
  }

  demarcaciones(tx: EntityManager): Promise<Demarcacion[]> {
    return tx.find(Demarcacion, { order: { clave: 'ASC' } })
  }

  /** The proceso, its catalogues and its clock, for signed-in accounts. */
  async describe(tx: EntityManager): Promise<ProcesoDto> {
    const proceso = await this.proceso(tx)
    const demarcaciones = await this.demarcaciones(tx)
    return {
      clave: proceso.clave,
      nombre: proceso.nombre,
      entidad: proceso.entidadNombre,
      instituto: {
        siglas: proceso.institutoSiglas,
        nombre: proceso.institutoNombre,
        telefono: proceso.catalogos.instituto?.telefono ?? null,
        whatsapp: proceso.catalogos.instituto?.whatsapp ?? null,
      },
      jornada: proceso.jornada,
      simulacro: proceso.simulacro,
      reloj: this.reloj(),
      verificaVarias: await this.verificaVarias(tx),
      cargos: await this.cargos(tx),
      actoresPoliticos: await this.actores(tx),
      distritos: demarcaciones.filter(({ tipo }) => tipo === 'distrito'),
      municipios: demarcaciones.filter(({ tipo }) => tipo === 'municipio'),
      comunidades: demarcaciones.filter(({ tipo }) => tipo === 'comunidad'),
      causas: proceso.catalogos.causas,
      organos: proceso.catalogos.organos,
      grupos: proceso.catalogos.grupos,
      reglas: proceso.catalogos.reglas,
    }
  }

  reloj(): { ahora: string; movible: boolean } {
    return { ahora: this.deps.clock.now().toString({ fractionalSecondDigits: 0 }), movible: this.deps.config.relojMovible }
  }

  /** Only a simulacro has a clock that moves. */
  async moverReloj(quien: Quien, ahora: string): Promise<{ ahora: string; movible: boolean }> {
    if (!this.deps.config.relojMovible) throw new AppError('reloj.fijo')
    const desfase = Temporal.Instant.from(ahora).epochMilliseconds - this.deps.clock.system().epochMilliseconds
    await act(this.deps.databases, quien, async (tx) => {
      const { id, simulacro } = await lockRow(tx, Proceso, {})
      if (!simulacro) throw new AppError('reloj.fijo')
      await tx.update(Proceso, { id }, { desfaseReloj: String(desfase) })
      await this.acts.record(tx, quien, { acto: 'reloj.movido', objeto: { tipo: 'proceso', id }, detalle: { ahora } })
    })
    this.deps.clock.setOffset(desfase)
    return this.reloj()
  }
}
