import type { EntityManager } from 'typeorm'
import { endOfDay, puede } from '@conoceles/domain'
import type { PendienteDto } from '../../registro/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import type { Quien } from '../../../shared/act.ts'
import { countPorAtender } from './requerimientos.queries.ts'

/** Duties about requerimientos, for «Lo que toca hoy»: to notify what was issued, and to acknowledge what was notified. */
export class PendientesRequerimientosService {
  constructor(private readonly procesos: ProcesosService) {}

  async pendientes(tx: EntityManager, { rol }: Quien): Promise<PendienteDto[]> {
    const [acusa, notifica] = [puede(rol, 'requerimientos.acusar'), puede(rol, 'requerimientos.emitir')]
    if (!acusa && !notifica) return []
    const { porNotificar, porAcusar, vencePrimero } = await countPorAtender(tx)
    if (notifica) return toPendiente(NOTIFICAR, porNotificar, null)
    const venceEn = vencePrimero && endOfDay(vencePrimero, (await this.procesos.proceso(tx)).zona).toString()
    return toPendiente(ACUSAR, porAcusar, venceEn)
  }
}

const NOTIFICAR = {
  clave: 'notificar_requerimientos',
  uno: 'Notificar un requerimiento de observaciones',
  varias: 'Notificar {n} requerimientos de observaciones',
}
const ACUSAR = {
  clave: 'acusar_requerimientos',
  uno: 'Acusar de recibo un requerimiento de observaciones',
  varias: 'Acusar de recibo {n} requerimientos de observaciones',
}

function toPendiente({ clave, uno, varias }: typeof ACUSAR, cuantas: number, venceEn: string | null): PendienteDto[] {
  if (cuantas === 0) return []
  return [{ clave, texto: cuantas === 1 ? uno : varias.replace('{n}', String(cuantas)), cuantas, venceEn, enlace: '/requerimientos' }]
}
