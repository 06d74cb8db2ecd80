import { randomUUID } from 'node:crypto'
import { razonesContraFinPausa } from '@conoceles/domain'
import type { Acuse } from '../../bitacora/index.ts'
import type { Quien } from '../../../shared/act.ts'
import type { Clock } from '../../../shared/clock.ts'
import type { CapturaActs, Pedido } from './captura-acts.ts'
import type { Lugar } from '../identidad/expediente.ts'
import { againstSupuesto } from '../revision/observaciones.service.ts'
import { Pausa } from './pausa.entity.ts'

export interface Pausar extends Lugar {
  version: number
  supuesto: string
  motivo: string
  hasta: string | null
}

export interface Reanudar {
  version: number
  razon: string
}

/** A published section goes out of sight with a notice, until a day is over or the institute decides. */
export class PausasService {
  constructor(
    private readonly clock: Clock,
    private readonly acto: CapturaActs,
  ) {}

  pausar(quien: Quien, id: string, { version, ...pausar }: Pausar): Promise<Acuse> {
    const { cuestionario, seccion, supuesto, motivo, hasta } = pausar
    const againstEnd = razonesContraFinPausa(hasta, this.clock.today().toString())
    const pedido: Pedido = {
      id,
      version,
      lugar: { cuestionario, seccion },
      acto: 'pausar',
      registro: 'seccion.pausada',
      razones: (expediente) => [...againstSupuesto({ supuesto, objeto: 'seccion', cuestionario })(expediente), ...againstEnd],
      contenido: { supuesto, motivo, hasta },
      hasta,
    }
    return this.acto.perform(quien, pedido, async (tx, { now }) => {
      const ended = { terminadaEn: null, terminadaPor: null, termino: null }
      await tx.insert(Pausa, { id: randomUUID(), candidaturaId: id, ...pausar, creadaEn: now, creadaPor: quien.cuentaId, ...ended })
      return {}
    })
  }

  reanudar(quien: Quien, { id, pausa }: { id: string; pausa: string }, { version, razon }: Reanudar): Promise<Acuse> {
    const sobre = { clase: 'pausa', id: pausa } as const
    const pedido: Pedido = { id, version, sobre, acto: 'reanudar', registro: 'seccion.reanudada', contenido: { pausa, razon } }
    return this.acto.perform(quien, pedido, async (tx, { now }) => {
      await tx.update(Pausa, { id: pausa }, { terminadaEn: now, terminadaPor: quien.cuentaId, termino: razon })
      return {}
    })
  }
}
