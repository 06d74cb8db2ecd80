import type { EntityManager } from 'typeorm'
import { endOfDay, type EstatusCaptura, type Rol } from '@conoceles/domain'
import type { ProcesosService } from '../../proceso/index.ts'
import { datosBloqueados, together, type Quien } from '../../../shared/act.ts'
import type { Clock } from '../../../shared/clock.ts'
import type { AdvertenciasService } from '../advertencias/advertencias.service.ts'
import { countByEstatusCaptura } from './candidaturas.queries.ts'
import { listWaiting } from '../entregas/entregas.queries.ts'
import type { PendienteDto } from './pendientes.dto.ts'

interface Duty {
  roles: readonly Rol[]
  estatus: EstatusCaptura
  clave: string
  /** Sentence with its verb; the number goes first. */
  uno: string
  varias: string
  /** Whether the term of captura is the term of this duty. */
  vence: boolean
}

/** States whose duties end when captura closes. */
const UNTIL_CLOSED: readonly EstatusCaptura[] = ['sin_captura', 'en_captura']

const CAPTURE: readonly Rol[] = ['captura', 'validacion', 'candidata']
const DUTIES: readonly Duty[] = [
  {
    roles: CAPTURE,
    estatus: 'sin_captura',
    clave: 'iniciar',
    uno: 'Iniciar la captura de una candidatura',
    varias: 'Iniciar la captura de {n} candidaturas',
    vence: true,
  },
  {
    roles: CAPTURE,
    estatus: 'en_captura',
    clave: 'completar',
    uno: 'Completar la captura de una candidatura',
    varias: 'Completar la captura de {n} candidaturas',
    vence: true,
  },
  {
    roles: ['validacion'],
    estatus: 'completa',
    clave: 'validar',
    uno: 'Validar una candidatura completa',
    varias: 'Validar {n} candidaturas completas',
    vence: true,
  },
  {
    roles: ['verificacion'],
    estatus: 'validada',
    clave: 'verificar',
    uno: 'Verificar una candidatura validada',
    varias: 'Verificar {n} candidaturas validadas',
    vence: false,
  },
  {
    roles: ['secretaria', 'comision'],
    estatus: 'sin_captura',
    clave: 'seguimiento',
    uno: 'Dar seguimiento a una candidatura sin captura',
    varias: 'Dar seguimiento a {n} candidaturas sin captura',
    vence: true,
  },
]

/** Duties that higher modules add; handed over in app.ts. */
export type OtherDuties = (tx: EntityManager, quien: Quien) => Promise<PendienteDto[]>

/** Joins the duties of all sources, one after the other: they share a transaction. */
export function dutiesOf(sources: readonly { pendientes: OtherDuties }[]): OtherDuties {
  return async (tx, quien) => {
    const all: PendienteDto[] = []
    for (const source of sources) all.push(...(await source.pendientes(tx, quien)))
    return all
  }
}

/** "Lo que toca hoy": duties of this account, by what falls due first. */
export class PendientesService {
  constructor(
    private readonly parts: { clock: Clock; procesos: ProcesosService; advertencias: AdvertenciasService },
    private readonly others: OtherDuties,
  ) {}

  async list(tx: EntityManager, quien: Quien): Promise<PendienteDto[]> {
    // From the legal block on nothing is captured, and no account is for anything.
    const abiertos = !(await datosBloqueados(tx))
    const duties = DUTIES.filter(({ roles }) => abiertos && roles.includes(quien.rol))
    const rest = [...(abiertos && quien.rol === 'secretaria' ? await this.ofRegister(tx) : []), ...(await this.others(tx, quien))]
    if (duties.length === 0) return rest
    const { id, zona } = await this.parts.procesos.proceso(tx)
    const hoy = this.parts.clock.today().toString()
    const [counts, abiertas] = await together([countByEstatusCaptura(tx, id), countByEstatusCaptura(tx, id, hoy)])
    const pending = duties.flatMap((duty) => {
      const count = (UNTIL_CLOSED.includes(duty.estatus) ? abiertas : counts).find(({ estatusCaptura }) => estatusCaptura === duty.estatus)
      return count ? [toDto(duty, { ...count, zona })] : []
    })
    return [...pending, ...rest].sort((a, b) => (a.venceEn ?? '9').localeCompare(b.venceEn ?? '9'))
  }

  /** Duties that registration leaves; none has a term of its own. */
  private async ofRegister(tx: EntityManager): Promise<PendienteDto[]> {
    const waiting = await listWaiting(tx, (await this.parts.procesos.proceso(tx)).id)
    const actores = new Set(waiting.map(({ actorPolitico }) => actorPolitico.id)).size
    const advertencias = await this.parts.advertencias.count(tx)
    return [toPendiente(ENTREGAR, actores), toPendiente(REVISAR, advertencias)].filter(({ cuantas }) => cuantas > 0)
  }
}

const ENTREGAR = {
  clave: 'entregar',
  uno: 'Entregar cuentas a un actor político',
  varias: 'Entregar cuentas a {n} actores políticos',
  enlace: '/entregas?pendientes=true',
}
const REVISAR = {
  clave: 'revisar_advertencias',
  uno: 'Revisar una advertencia del registro',
  varias: 'Revisar {n} advertencias del registro',
  enlace: '/advertencias',
}

function toPendiente({ clave, enlace, ...frase }: typeof ENTREGAR, cuantas: number): PendienteDto {
  return { clave, texto: toTexto(frase, cuantas), cuantas, venceEn: null, enlace }
}

function toDto(duty: Duty, count: { cuantas: number; venceEn: string | null; zona: string }): PendienteDto {
  const { cuantas, venceEn, zona } = count
  const term = duty.vence && venceEn ? endOfDay(venceEn, zona).toString() : null
  return {
    clave: duty.clave,
    texto: toTexto(duty, cuantas),
    cuantas,
    venceEn: term,
    enlace: duty.clave === 'verificar' ? '/revision' : `/candidaturas?estatusCaptura=${duty.estatus}&estatus=aprobada`,
  }
}

function toTexto({ uno, varias }: { uno: string; varias: string }, cuantas: number): string {
  return cuantas === 1 ? uno : varias.replace('{n}', cuantas.toLocaleString('es-MX'))
}
