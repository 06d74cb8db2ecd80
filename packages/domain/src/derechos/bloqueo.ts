import { longDate } from '../base/fecha.ts'
import {
  bloqueadaHasta,
  plazoParaRecurrir,
  propuestaDerecho,
  recurribleHasta,
  type ReglasDerecho,
  type SolicitudDerecho,
} from './derechos.ts'
import { recursoAbierto, recursoDe } from './recurso-revision.ts'

type Solicitud = Pick<SolicitudDerecho, 'hechos'>

/** Why the data of a cancelación cannot be kept blocked until a day; null: they can. An appeal needs them whole. */
export function faltaDeBloqueo(hasta: string, solicitud: Solicitud, reglas: ReglasDerecho): string | null {
  if (hasta <= reglas.hoy) return `termina el ${longDate(hasta)}, y ese día ya llegó.`
  const recurrible = recurribleHasta(solicitud, reglas)
  if (recurrible === null || recurrible <= hasta) return null
  return `termina el ${longDate(hasta)}, y la persona puede recurrir hasta el ${longDate(recurrible)}.`
}

/** Why a second person cannot confirm the block that was proposed; none: she can. Days that the pack counts are counted again. */
export function razonesContraBloqueo(solicitud: Solicitud, reglas: ReglasDerecho): string[] {
  const hasta = propuestaDerecho(solicitud)?.efecto?.bloqueoPropuesto
  if (hasta === undefined || reglas.plazos.bloquear?.dias !== null) return []
  const falta = faltaDeBloqueo(hasta, solicitud, reglas)
  return falta === null ? [] : [`El bloqueo que se propuso ${falta} No la confirme, y que se proponga otra vez.`]
}

/** Why what is blocked cannot be suppressed; none: it can. */
export function razonesContraSuprimir(solicitud: Solicitud, reglas: ReglasDerecho): string[] {
  const hasta = bloqueadaHasta(solicitud)
  if (hasta !== null && reglas.hoy <= hasta) return [`Los datos siguen bloqueados hasta el ${longDate(hasta)}.`]
  if (recursoAbierto(recursoDe(solicitud.hechos))) return ['Hay un recurso de revisión que sigue abierto.']
  if (reglas.plazos.recurrir === undefined) return []
  const plazo = plazoParaRecurrir(solicitud, reglas)
  if (plazo === null) return ['Falta notificar la respuesta: desde entonces corre el plazo para recurrirla.']
  return reglas.hoy <= plazo.vence ? [`La persona puede recurrir la respuesta hasta el ${longDate(plazo.vence)}.`] : []
}
