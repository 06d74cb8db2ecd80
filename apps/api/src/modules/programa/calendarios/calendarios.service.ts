import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import type { Rol } from '@conoceles/domain'
import type { ActividadesService } from '../actividades/index.ts'
import type { Proceso, ProcesosService } from '../../proceso/index.ts'
import { emitirCambios } from '../../../shared/calendario/emision.ts'
import { writeIcal } from '../../../shared/calendario/ical.ts'
import { act } from '../../../shared/act.ts'
import { sha256 } from '../../../shared/criptografia/canonical.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { findTitular, listEmitidos, lockEmision, saveEmitidos, type EmitidoConAreas, type Titular } from './calendarios.queries.ts'
import { areasDe } from './alcances.ts'
import { toEventos, type EventoConAreas } from './eventos.ts'

interface Parts {
  procesos: ProcesosService
  actividades: ActividadesService
}

/** A calendar as it is handed out. */
export interface Suscripcion {
  contenido: Buffer
  sha256: string
  /** Null while there is nothing in it. */
  cambiadoEn: string | null
}

/** Calendar of the duties to the INE, for holders of a link. */
export class CalendariosService {
  constructor(
    private readonly deps: Deps,
    private readonly parts: Parts,
  ) {}

  /** A secret that opens nothing always costs and says the same. */
  async leer(secreto: string): Promise<Suscripcion> {
    const titular = await findTitular(this.deps.databases.acceso.manager, sha256(secreto))
    if (!titular) throw new AppError('ruta.no_existe')
    const { cuentaId, rol } = titular
    const quien = { cuentaId, rol, actorPoliticoId: null, candidaturaId: null, requestId: randomUUID() }
    return act(this.deps.databases, quien, (tx) => this.build(tx, titular))
  }

  private async build(tx: EntityManager, titular: Titular): Promise<Suscripcion> {
    const proceso = await this.parts.procesos.proceso(tx)
    const { programa, entregables } = await this.parts.actividades.panorama(tx)
    const { distancias: dias, hora } = programa.recordatorios
    const eventos = toEventos(entregables, { proceso, origen: this.deps.config.origenConsola, avisos: { dias, hora } })
    const emitidos = await this.emitir(tx, proceso.id, eventos)
    const claves = areasDe(titular, programa.areas).map(({ clave }) => clave)
    const own = emitidos.filter(({ areas }) => titular.alcance === 'todo' || areas.some((area) => claves.includes(area)))
    return toSuscripcion(own, proceso, titular)
  }

  /** Writes down the changes since the last look, and answers every event that was ever sent. */
  private async emitir(tx: EntityManager, procesoId: string, eventos: readonly EventoConAreas[]): Promise<EmitidoConAreas[]> {
    const emitidos = await listEmitidos(tx, procesoId)
    if (this.changes(emitidos, eventos).length === 0) return emitidos
    await lockEmision(tx, procesoId)
    await saveEmitidos(tx, procesoId, this.changes(await listEmitidos(tx, procesoId), eventos))
    return listEmitidos(tx, procesoId)
  }

  /** Uses the machine's time: it goes forward also when the clock of a simulacro is set back. */
  private changes(emitidos: readonly EmitidoConAreas[], eventos: readonly EventoConAreas[]): EmitidoConAreas[] {
    const areas = new Map(emitidos.map((each) => [each.uid, each.areas]))
    for (const { evento, areas: own } of eventos) areas.set(evento.uid, own)
    const all = eventos.map(({ evento }) => evento)
    const changed = emitirCambios(emitidos, all, this.deps.clock.system().toString({ fractionalSecondDigits: 3 }))
    return changed.map((each) => ({ ...each, areas: areas.get(each.uid) ?? [] }))
  }
}

function toSuscripcion(
  emitidos: EmitidoConAreas[],
  { institutoSiglas: emisor, simulacro }: Proceso,
  { alcance, rol }: Titular,
): Suscripcion {
  const whose = alcance === 'todo' ? 'todas las áreas' : ROLES[rol]
  const nombre = `Plazos con el INE, ${whose}${simulacro ? ' (simulacro)' : ''}`
  const contenido = writeIcal({ nombre, emisor, emitidos })
  const cambiadoEn =
    emitidos
      .map((each) => each.cambiadoEn)
      .sort()
      .at(-1) ?? null
  return { contenido, sha256: sha256(contenido), cambiadoEn }
}

const ROLES: Partial<Record<Rol, string>> = {
  secretaria: 'Secretaría',
  comision: 'Comisión',
  transparencia: 'Transparencia',
  verificacion: 'Verificación',
  auditoria: 'Auditoría',
}
