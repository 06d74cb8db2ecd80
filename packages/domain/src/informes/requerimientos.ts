/** Ways by which a requerimiento is notified: by mail to who validates for the actor político, or on paper. */
export const MEDIOS_REQUERIMIENTO = ['correo', 'mano'] as const
export type MedioRequerimiento = (typeof MEDIOS_REQUERIMIENTO)[number]

/** An open observación, as far as a requerimiento looks at it. */
export interface PorRequerir {
  id: string
  subsanable: boolean
}

/** Why these may not go in a requerimiento of one actor político, whose open observaciones are given; empty when they may. */
export function razonesContraRequerir(elegidas: readonly string[], abiertas: readonly PorRequerir[]): string[] {
  const own = new Map(abiertas.map((each) => [each.id, each]))
  const foreign = elegidas.some((id) => !own.has(id))
  const irrecoverable = elegidas.some((id) => own.get(id)?.subsanable === false)
  return [
    ...(elegidas.length === 0 ? ['Elija al menos una observación.'] : []),
    ...(foreign ? ['Hay observaciones que no son de este actor político o que ya no están abiertas. Vuelva a cargar la lista.'] : []),
    ...(irrecoverable ? ['Hay observaciones que no pueden subsanarse: ésas no van en un requerimiento.'] : []),
  ]
}

export interface Notificacion {
  medio: MedioRequerimiento
  notificadoEl: string
  /** Legal days of the issue and of now. */
  emitidoEl: string
  hoy: string
  yaNotificado: boolean
  /** Accounts that would get the mail. */
  cuentas: number
}

/** Why a requerimiento may not be recorded as notified so; empty when it may. */
export function razonesContraNotificar({ medio, notificadoEl, emitidoEl, hoy, yaNotificado, cuentas }: Notificacion): string[] {
  if (yaNotificado) return ['Ya se notificó.']
  return [
    ...(notificadoEl > hoy ? ['El día de la entrega todavía no llega.'] : []),
    ...(notificadoEl < emitidoEl ? ['No puede haberse entregado antes de emitirse.'] : []),
    ...(medio === 'correo' && cuentas === 0 ? ['El actor político no tiene cuentas que validen: entréguelo por escrito.'] : []),
  ]
}
