import type { EntityManager } from 'typeorm'
import { vencimientoCaptura, type EstatusCaptura, type Rol } from '@conoceles/domain'
import type { ProcesosService } from '../procesos/index.ts'
import type { Quien } from '../../shared/act.ts'
import type { PendienteDto } from './pendientes.dto.ts'
import { countByEstatusCaptura } from './candidaturas.queries.ts'

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

const CAPTURE: readonly Rol[] = ['captura', 'validacion', 'candidata']
const DUTIES: readonly Duty[] = [
  {
    roles: CAPTURE,
    estatus: 'observada',
    clave: 'atender',
    uno: 'Atender las observaciones de una candidatura',
    varias: 'Atender las observaciones de {n} candidaturas',
    vence: false,
  },
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

/** "Lo que toca hoy": what this account has to do, by what falls due first. */
export class PendientesService {
  constructor(private readonly procesos: ProcesosService) {}

  async list(tx: EntityManager, quien: Quien): Promise<PendienteDto[]> {
    const duties = DUTIES.filter(({ roles }) => roles.includes(quien.rol))
    if (duties.length === 0) return []
    const counts = await countByEstatusCaptura(tx)
    const { zona } = await this.procesos.proceso(tx)
    const pending = duties.flatMap((duty) => {
      const count = counts.find(({ estatusCaptura }) => estatusCaptura === duty.estatus)
      return count ? [toDto(duty, { ...count, zona })] : []
    })
    return pending.sort((a, b) => (a.venceEn ?? '9').localeCompare(b.venceEn ?? '9'))
  }
}

function toDto(duty: Duty, count: { cuantas: number; venceEn: string | null; zona: string }): PendienteDto {
  const { cuantas, venceEn, zona } = count
  const term = duty.vence && venceEn ? vencimientoCaptura({ cuentaEntregada: venceEn, diasCaptura: 0, zona }).toString() : null
  return {
    clave: duty.clave,
    texto: cuantas === 1 ? duty.uno : duty.varias.replace('{n}', cuantas.toLocaleString('es-MX')),
    cuantas,
    venceEn: term,
    enlace: duty.clave === 'verificar' ? '/revision' : `/candidaturas?estatusCaptura=${duty.estatus}`,
  }
}
