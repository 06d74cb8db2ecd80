import type { EntityManager } from 'typeorm'
import {
  cleanLine,
  endOfDay,
  etapasQueFaltan,
  puede,
  razonesContraEtapa,
  razonesContraFecha,
  type ActoEtapa,
  type ClaveEtapa,
  type EtapaPlan,
  type ClaveActo,
} from '@conoceles/domain'
import type { ActividadesService } from '../../programa/actividades/index.ts'
import type { Acts, Acuse } from '../../bitacora/index.ts'
import type { PendienteDto } from '../../registro/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { readConclusion } from '../../publicacion/index.ts'
import type { Quien } from '../../../shared/act.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { listAbiertos } from './abiertos.queries.ts'
import { efectoDe } from './efectos.ts'
import { EtapaConclusion } from './etapa-conclusion.entity.ts'
import { lockEtapa, readConstancia, readCuentas } from './conclusion.queries.ts'
import type { ActoConclusionDto, FijarEtapaDto, PlanConclusionDto, RealizarEtapaDto } from './conclusion.dto.ts'
import { progresoOf, toEtapas, type Leida } from './conclusion-leida.ts'

export interface ConclusionServices {
  acts: Acts
  procesos: ProcesosService
  actividades: ActividadesService
}

interface Pedido<T> {
  clave: ClaveEtapa
  body: T
  key: string | null
}

/** Stages after election day, in their order: read beforehand as a plan, and carried out by people, each on or after its day. */
export class ConclusionService {
  constructor(
    private readonly deps: Deps,
    private readonly services: ConclusionServices,
  ) {}

  async read(tx: EntityManager, quien: Quien): Promise<PlanConclusionDto> {
    const { jornada } = await this.services.procesos.proceso(tx)
    const leida = await this.leer(tx)
    if (leida === null) return { jornada, etapas: [], abierto: [], progreso: null, constancia: null }
    const etapas = toEtapas(leida, { quien, cuentas: await readCuentas(tx) })
    const abierto = await listAbiertos(tx, this.services.actividades)
    return { jornada, etapas, abierto, progreso: progresoOf(leida.rows), constancia: await readConstancia(tx) }
  }

  /** The day of a stage, as an acuerdo or a resolution says it. */
  fijar(quien: Quien, { clave, body, key }: Pedido<FijarEtapaDto>): Promise<ActoConclusionDto> {
    const { fecha, version } = body
    const sustento = cleanLine(body.sustento)
    return this.services.acts.perform(quien, {
      ...this.about(quien, { clave, version, acto: 'fijar' }),
      acto: 'conclusion.fecha_fijada',
      envio: { clave: key, contenido: { clave, ...body } },
      change: async ({ tx, state: { row, etapa, leida }, ahora: fijadaEn, folio }) => {
        const { plan, jornada } = leida
        const razones = razonesContraFecha(fecha, { clave, plan, jornada })
        if (razones.length > 0) throw new AppError('entrada.invalida', { errors: [{ field: 'fecha', reasons: razones }] })
        const changes = { fecha, sustento, fijadaPor: quien.cuentaId, fijadaEn, version: version + 1 }
        await tx.update(EtapaConclusion, { procesoId: row.procesoId, clave }, changes)
        const dicho = { fecha, sustento, antes: etapa.fecha }
        return { recibido: { etapa: clave, ...dicho }, detalle: { ...dicho, folio } }
      },
    })
  }

  /** Carries a stage out; for a stage of two people it proposes, confirms or takes back. */
  actuar(quien: Quien, { clave, body, key }: Pedido<RealizarEtapaDto>): Promise<ActoConclusionDto> {
    const { acto, version } = body
    return this.services.acts.perform(quien, {
      ...this.about(quien, { clave, version, acto }),
      acto: REGISTRO[acto],
      envio: { clave: key, contenido: { clave, ...body } },
      change: async ({ tx, state: { row, etapa, leida }, ahora, folio }) => {
        const { procesoId, sustento } = row
        const base = leida.pack.etapas.find((each) => each.clave === clave)?.base ?? ''
        const at = { quien, ahora, hoy: leida.hoy, base: sustento === null ? base : `${base}. ${sustento}` }
        await tx.update(EtapaConclusion, { procesoId, clave }, { ...efectoDe(clave, acto, at), version: version + 1 })
        // Signed with the act: nobody can say later that they did not know.
        const abierto = AVISAN.has(clave) && acto !== 'retirar' ? { abierto: await listAbiertos(tx, this.services.actividades) } : null
        const dicho = { fecha: etapa.fecha, origen: etapa.origen, ...abierto }
        return { recibido: { etapa: clave, ...dicho }, detalle: { ...dicho, folio } }
      },
    })
  }

  private about(quien: Quien, { clave, version: leida, acto }: { clave: ClaveEtapa; version: number; acto: ActoEtapa }) {
    return {
      objeto: { tipo: 'etapa_conclusion', id: clave },
      lock: (tx: EntityManager) => this.lock(tx, clave),
      familia: 'conclusion' as const,
      version: {
        leida,
        actual: ({ row }: Abierta) => row.version,
        texto: async (tx: EntityManager, { row: { version } }: Abierta) => ({ version, plan: await this.read(tx, quien) }),
      },
      reasons: ({ etapa }: Abierta) => razonesContraEtapa(acto, etapa, quien),
      answer: async ({ tx, acuse }: { tx: EntityManager; acuse: Acuse }) => ({ plan: await this.read(tx, quien), acuse }),
    }
  }

  /** Stages that the acting account has to carry out: those whose day came, and those whose day is over. */
  async pendientes(tx: EntityManager, { rol }: Quien): Promise<PendienteDto[]> {
    const leida = puede(rol, 'conclusion.ver') ? await this.leer(tx) : null
    if (leida === null) return []
    const { zona } = await this.services.procesos.proceso(tx)
    return etapasQueFaltan(leida.plan, { rol, hoy: leida.hoy }).map((etapa) => ({
      clave: `conclusion-${etapa.clave}`,
      texto: pendienteOf(etapa, leida),
      cuantas: 1,
      venceEn: etapa.fecha === null ? null : endOfDay(etapa.fecha, zona).toString(),
      enlace: '/conclusion',
    }))
  }

  /** The plan of this proceso; null where its pack brings none. */
  async leer(tx: EntityManager): Promise<Leida | null> {
    const proceso = await this.services.procesos.confirmado(tx)
    const hoy = this.deps.clock.today().toString()
    const read = await readConclusion(tx, proceso, hoy)
    const { id: procesoId, jornada } = proceso
    return read && { pack: read.pack, plan: read.plan, jornada, hoy, rows: await tx.findBy(EtapaConclusion, { procesoId }) }
  }

  private async lock(tx: EntityManager, clave: ClaveEtapa): Promise<Abierta> {
    const { id } = await this.services.procesos.proceso(tx)
    const row = await lockEtapa(tx, id, clave)
    const leida = await this.leer(tx)
    const etapa = leida?.plan.find((each) => each.clave === clave)
    if (!leida || !etapa) throw new AppError('ruta.no_existe')
    return { row, etapa, leida }
  }
}

/** A stage under the lock of an act. */
interface Abierta {
  row: EtapaConclusion
  etapa: EtapaPlan
  leida: Leida
}

/** Stages that take from somebody what she may still be asking for. */
const AVISAN: ReadonlySet<ClaveEtapa> = new Set(['bloqueo', 'supresion'])

const REGISTRO = {
  realizar: 'conclusion.realizada',
  proponer: 'conclusion.propuesta',
  confirmar: 'conclusion.confirmada',
  retirar: 'conclusion.propuesta_retirada',
} as const satisfies Record<Exclude<ActoEtapa, 'fijar'>, ClaveActo>

function pendienteOf({ clave, estatus, fecha }: EtapaPlan, { pack, hoy }: Leida): string {
  const nombre = pack.etapas.find((each) => each.clave === clave)?.nombre ?? clave
  if (estatus === 'propuesta') return `Confirmar o retirar la propuesta: ${nombre}`
  return fecha !== null && fecha < hoy ? `Se pasó el día y falta realizarla: ${nombre}` : `Hoy se puede realizar: ${nombre}`
}
