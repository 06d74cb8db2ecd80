import type { EntityManager } from 'typeorm'
import { endOfDay, estatusDerecho, type Rol } from '@conoceles/domain'
import type { PendienteDto } from '../candidaturas/index.ts'
import type { ProcesosService } from '../procesos/index.ts'
import type { Quien } from '../../shared/act.ts'
import type { Clock } from '../../shared/clock.ts'
import { listSolicitudes } from './derechos.queries.ts'
import { readReglas } from './reglas.ts'
import type { SolicitudDerecho } from './solicitud-derecho.entity.ts'
import { isOpen, toSolicitud } from './view.ts'

interface Pendiente {
  cuenta: (row: SolicitudDerecho) => boolean
  /** Working days before its end at which a term is said to be near. */
  cerca: number
  texto: (cuantas: number) => string
}

/** Who has something to do about requests. */
const PENDIENTES: Partial<Record<Rol, Pendiente>> = {
  transparencia: {
    cuenta: () => true,
    cerca: 5,
    texto: (n) => (n === 1 ? 'Atender una solicitud de derechos ARCO por vencer' : `Atender ${n} solicitudes de derechos ARCO por vencer`),
  },
  candidata: {
    cuenta: (row) => estatusDerecho(row) === 'prevenida',
    cerca: Number.POSITIVE_INFINITY,
    texto: (n) => (n === 1 ? 'Completar su solicitud sobre sus datos' : `Completar ${n} solicitudes sobre sus datos`),
  },
}

/** What somebody has to do today about requests. */
export class PendientesDerechoService {
  constructor(private readonly parts: { clock: Clock; procesos: ProcesosService }) {}

  /** Those whose term is near or over. */
  async pendientes(tx: EntityManager, { rol }: Quien): Promise<PendienteDto[]> {
    const owed = PENDIENTES[rol]
    if (!owed) return []
    const rows = (await listSolicitudes(tx)).filter((row) => isOpen(row) && owed.cuenta(row))
    if (rows.length === 0) return []
    const reglas = await readReglas(tx, this.parts)
    const { zona } = await this.parts.procesos.proceso(tx)
    const plazos = rows.flatMap((row) => toSolicitud({ row, persona: '', reglas }).plazo ?? [])
    const near = plazos.filter(({ quedan }) => quedan <= owed.cerca)
    const [first] = near.map(({ vence }) => vence).sort()
    if (first === undefined) return []
    const n = near.length
    return [{ clave: 'derechos', texto: owed.texto(n), cuantas: n, venceEn: endOfDay(first, zona).toString(), enlace: '/derechos' }]
  }
}
