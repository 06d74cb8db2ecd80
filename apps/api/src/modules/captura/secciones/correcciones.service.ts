import { randomUUID } from 'node:crypto'
import type { Acuse } from '../../bitacora/index.ts'
import type { Quien } from '../../../shared/act.ts'
import type { CapturaActs, Pedido } from './captura-acts.ts'
import type { Lugar } from '../identidad/expediente.ts'
import { SolicitudCorreccion } from './solicitud-correccion.entity.ts'

export interface Solicitar extends Lugar {
  version: number
  razon: string
}

export interface Resolver {
  version: number
  aceptada: boolean
  razon: string
  /** That it is accepted although the captura closed. */
  trasCierre: boolean
}

/** A correction asked for after publication opens its section and no other; the published text stays until the new one takes its place. */
export class CorreccionesService {
  constructor(private readonly acto: CapturaActs) {}

  solicitar(quien: Quien, id: string, { version, razon, ...lugar }: Solicitar): Promise<Acuse> {
    const pedido: Pedido = { id, version, lugar, acto: 'solicitar_correccion', registro: 'correccion.solicitada', contenido: { razon } }
    return this.acto.perform(quien, pedido, async (tx, { now }) => {
      const { cuentaId: creadaPor, rol } = quien
      const row = { id: randomUUID(), candidaturaId: id, ...lugar, razon, creadaEn: now, creadaPor, rol, trasCierre: false }
      // Only these columns: how it is resolved is not for the actor político to write.
      await tx.createQueryBuilder().insert().into(SolicitudCorreccion, Object.keys(row)).values(row).updateEntity(false).execute()
      return {}
    })
  }

  resolver(quien: Quien, { id, solicitud }: { id: string; solicitud: string }, { version, ...resolucion }: Resolver): Promise<Acuse> {
    const { aceptada, razon, trasCierre } = resolucion
    const pedido: Pedido = {
      id,
      version,
      acto: aceptada ? 'aceptar_correccion' : 'rechazar_correccion',
      sobre: { clase: 'correccion', id: solicitud },
      trasCierre,
      registro: 'correccion.resuelta',
      contenido: { solicitud, ...resolucion },
    }
    return this.acto.perform(quien, pedido, async (tx, { now }) => {
      const { cuentaId: resueltaPor } = quien
      await tx.update(SolicitudCorreccion, { id: solicitud }, { aceptada, resolucion: razon, trasCierre, resueltaEn: now, resueltaPor })
      return {}
    })
  }
}
