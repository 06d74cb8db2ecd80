import type { EntityManager } from 'typeorm'
import type { PendienteDto } from '../../registro/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import type { Quien } from '../../../shared/act.ts'
import type { Clock } from '../../../shared/clock.ts'
import { countVencidas } from './preguntas/derechos.ts'

/** Duties of the institute that are overdue, for the auditoría, besides the terms of the INE. */
export class VencidosService {
  constructor(private readonly parts: { clock: Clock; procesos: ProcesosService }) {}

  async pendientes(tx: EntityManager, { rol }: Quien): Promise<PendienteDto[]> {
    if (rol !== 'auditoria') return []
    const { clock, procesos } = this.parts
    const { id } = await procesos.proceso(tx)
    const n = await countVencidas({ tx, proceso: { id }, hoy: clock.today() }, procesos)
    if (n === 0) return []
    const texto = n === 1 ? 'Revisar una solicitud ARCO con su plazo vencido' : `Revisar ${n} solicitudes ARCO con su plazo vencido`
    return [{ clave: 'derechos_vencidos', texto, cuantas: n, venceEn: null, enlace: '/auditoria?pregunta=derechos' }]
  }
}
