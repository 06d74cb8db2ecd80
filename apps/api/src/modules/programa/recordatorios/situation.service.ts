import type { Temporal } from 'temporal-polyfill'
import { MoreThan, Not, type EntityManager } from 'typeorm'
import {
  enteradaKey,
  esPeriodo,
  rolesDe,
  type ConflictoDicho,
  type Duty,
  type ProgramaPack,
  type RecordatoriosPack,
  type RecordatoriosState,
} from '@conoceles/domain'
import type { CuentaDestino } from '../../acceso/index.ts'
import type { ActividadesService, EntregableDto, HitoDto } from '../actividades/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { toDate } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { Enterada } from './enterada.entity.ts'
import { nombreOf } from './recordatorio-en-palabras.ts'
import { PreferenciaRecordatorio } from './preferencia.entity.ts'
import { Recordatorio } from './recordatorio.entity.ts'

/** Everything from which reminders follow, as it stands now. */
export interface Situation {
  state: RecordatoriosState
  ahora: Temporal.Instant
  entregables: Map<string, EntregableDto>
  conflictos: ConflictoDicho[]
  /** Active accounts that may be reminded. */
  cuentas: Map<string, CuentaDestino>
  instituto: string
  origen: string
}

/** Facts that every message needs. */
export interface Reglas {
  reglas: RecordatoriosPack
  zona: string
  instituto: string
  origen: string
  ahora: Temporal.Instant
}

interface Services {
  actividades: ActividadesService
  procesos: ProcesosService
  cuentas: { listDestinos(): Promise<CuentaDestino[]> }
}

/** Reads the board, the accounts and their choices, for the job and for the console alike. */
export class SituationService {
  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  /** Rules by which anything leaves, without reading the duties. */
  async reglas(tx: EntityManager): Promise<Reglas> {
    const { zona, institutoNombre: instituto } = await this.services.procesos.proceso(tx)
    const { recordatorios: reglas } = await this.services.actividades.leerPrograma(tx)
    return { zona, instituto, reglas, ahora: this.deps.clock.now(), origen: this.deps.config.origenConsola }
  }

  async read(tx: EntityManager): Promise<Situation> {
    const ahora = this.deps.clock.now()
    const { zona, institutoNombre } = await this.services.procesos.proceso(tx)
    const { programa, entregables, conflictos } = await this.services.actividades.panorama(tx)
    const activas = (await this.services.cuentas.listDestinos()).filter(({ activa }) => activa)
    const preferencias = new Map((await tx.find(PreferenciaRecordatorio)).map(({ cuentaId, apagados }) => [cuentaId, apagados]))
    const known = await tx.find(Recordatorio, {
      select: { clave: true },
      where: { estatus: Not('innecesario'), caducaEn: MoreThan(toDate(ahora)) },
    })
    const enteradas = (await tx.find(Enterada)).map((each) => enteradaKey(each, each.cuentaId))
    return {
      state: {
        duties: dutiesOf(entregables, programa),
        cuentas: activas.map(({ id, rol }) => ({ id, rol, apagados: preferencias.get(id) ?? [] })),
        reglas: programa.recordatorios,
        zona,
        enviados: new Set(known.map(({ clave }) => clave)),
        enteradas: new Set(enteradas),
      },
      ahora,
      entregables: new Map(entregables.map((each) => [each.clave, each])),
      conflictos,
      cuentas: new Map(activas.map((cuenta) => [cuenta.id, cuenta])),
      instituto: institutoNombre,
      origen: this.deps.config.origenConsola,
    }
  }
}

/** A milestone of the board with the name of its entregable; null when the board does not have it any more. */
export function findHito(
  { entregables }: Pick<Situation, 'entregables'>,
  { entregable, milestone }: { entregable: string; milestone: string },
): { numero: string; nombre: string; hito: HitoDto } | null {
  const found = entregables.get(entregable)
  const hito = found?.hitos.find((each) => each.milestone === milestone)
  return found && hito ? { numero: found.numero, nombre: nombreOf(found), hito } : null
}

const OPEN = ['pendiente', 'en_curso', 'por_vencer', 'vencida']

function dutiesOf(entregables: readonly EntregableDto[], { areas, recordatorios }: ProgramaPack): Duty[] {
  const rolOf = new Map(areas.map(({ clave, rol }) => [clave, rol]))
  return entregables.flatMap(({ clave, hitos }) =>
    hitos.flatMap(({ milestone, vence, estatus, responsables }) => {
      if (vence === null || esPeriodo(milestone) || !OPEN.includes(estatus)) return []
      const roles = rolesDe(
        responsables.map((area) => ({ rol: rolOf.get(area.clave) ?? null })),
        recordatorios,
      )
      return [{ entregable: clave, milestone, vence, roles }]
    }),
  )
}
