import type { EntityManager } from 'typeorm'
import { endOfDay, puede } from '@conoceles/domain'
import type { PendienteDto } from '../../registro/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { datosBloqueados, demandAbiertos, type Quien } from '../../../shared/act.ts'
import { toIso, type Clock } from '../../../shared/clock.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { countCola, countDeudas, listCola } from './cola.queries.ts'
import type { ColaDto } from './revision.dto.ts'

const LIMITE = 20
const POSITION = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z~[0-9a-f-]{36}$/

/** Waiting work: the queue of the institute, and the duties of each account about observaciones. */
export class ColaService {
  constructor(
    private readonly clock: Clock,
    private readonly procesos: ProcesosService,
  ) {}

  /** By the longest wait; rows that this account may not close itself say so. */
  async list(tx: EntityManager, { cuentaId: cuenta }: Quien, despues: string | null): Promise<ColaDto> {
    if (despues !== null && !POSITION.test(despues)) throw new AppError('entrada.invalida')
    await demandAbiertos(tx)
    const { id: procesoId, zona } = await this.procesos.proceso(tx)
    const ambito = { procesoId, zona, hoy: this.clock.today().toString() }
    const rows = await listCola(tx, ambito, { cuenta, despues, limite: LIMITE + 1 })
    const page = rows.slice(0, LIMITE)
    return {
      elementos: page.map(({ posicion: _posicion, desde, ...row }) => ({ ...row, desde: toIso(desde) })),
      total: await countCola(tx, ambito),
      siguiente: rows.length > LIMITE ? (page.at(-1)?.posicion ?? null) : null,
    }
  }

  async pendientes(tx: EntityManager, { rol }: Quien): Promise<PendienteDto[]> {
    const captura = puede(rol, 'captura.capturar')
    if (!captura && !puede(rol, 'captura.verificar')) return []
    if (await datosBloqueados(tx)) return []
    const deudas = await countDeudas(tx, this.clock.today().toString())
    const { zona } = await this.procesos.proceso(tx)
    const due = (day: string | null) => day && endOfDay(day, zona).toString()
    const all: [typeof RESPONDER, number, string | null][] = captura
      ? [
          [RESPONDER, deudas.porResponder, due(deudas.vencePrimera)],
          [CORREGIR, deudas.porCorregir, null],
        ]
      : [
          [RESOLVER, deudas.porResolver, null],
          [SEGUIR, deudas.vencidas, due(deudas.vencioPrimera)],
        ]
    return all.filter(([, cuantas]) => cuantas > 0).map(([deuda, cuantas, venceEn]) => toPendiente(deuda, { cuantas, venceEn }))
  }
}

const RESPONDER = {
  clave: 'responder',
  uno: 'Responder una observación',
  varias: 'Responder {n} observaciones',
  enlace: '/candidaturas?estatusCaptura=observada&estatus=aprobada',
}
const CORREGIR = {
  clave: 'corregir_seccion',
  uno: 'Corregir una sección: el instituto aceptó su solicitud',
  varias: 'Corregir {n} secciones: el instituto aceptó sus solicitudes',
  enlace: '/candidaturas?estatusCaptura=en_correccion&estatus=aprobada',
}
const RESOLVER = {
  clave: 'resolver_correcciones',
  uno: 'Resolver una solicitud de corrección',
  varias: 'Resolver {n} solicitudes de corrección',
  enlace: '/revision',
}
const SEGUIR = {
  clave: 'observaciones_vencidas',
  uno: 'Dar seguimiento a una observación vencida',
  varias: 'Dar seguimiento a {n} observaciones vencidas',
  enlace: '/revision',
}

function toPendiente(
  { clave, uno, varias, enlace }: typeof RESPONDER,
  { cuantas, venceEn }: { cuantas: number; venceEn: string | null },
): PendienteDto {
  return { clave, texto: cuantas === 1 ? uno : varias.replace('{n}', cuantas.toLocaleString('es-MX')), cuantas, venceEn, enlace }
}
