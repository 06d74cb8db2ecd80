import { longDate } from '../base/fecha.ts'
import { previstoDerecho, type ActoDerecho, type SolicitudDerecho } from './derechos.ts'
import { notificadaEl } from './notificacion.ts'

type Solicitud = Pick<SolicitudDerecho, 'derecho' | 'hechos'>

/** Whether an act tells something that happened, maybe on another day; what the system does itself happens now. */
export function tieneDia(acto: string, solicitud: Solicitud): boolean {
  return acto === 'desahogar' || (acto === 'hacer_efectivo' && seHaceFuera(solicitud))
}

/** Whether a right is made effective by somebody's deed, and not by a change of the system. */
function seHaceFuera(solicitud: Solicitud): boolean {
  const { derecho } = solicitud
  return derecho === 'acceso' || derecho === 'rectificacion' || (derecho === 'oposicion' && previstoDerecho(solicitud)?.surte === 'fuera')
}

/** First day on which an act can have happened: that of the letter that it follows. */
export function desdeDiaDelActo(acto: ActoDerecho, { hechos }: Solicitud): string {
  if (acto === 'desahogar') return notificadaEl(hechos, 'prevencion') ?? dayOf(hechos, 'prevenir')
  return dayOf(hechos, 'responder')
}

function dayOf(hechos: Solicitud['hechos'], acto: ActoDerecho): string {
  return hechos.findLast((each) => each.acto === acto)?.fecha ?? ''
}

/** Why an act cannot have happened on a day; null: it can. */
export function faltaDeDia(dia: string, { desde, hoy }: { desde: string; hoy: string }): string | null {
  if (dia > hoy) return 'No puede ser posterior a hoy.'
  return dia < desde ? `No puede ser anterior al ${longDate(desde)}, día de lo que le precede.` : null
}
