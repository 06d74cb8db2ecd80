import { bien, falla, type Hallazgo } from './hallazgo.ts'

/** Seconds after which work that waits is late; the alarms of `deploy/alertas.yml` have the same. */
const LATE_S = { publicar: 60, correo: 900 }

/** Looks at the figures of the chapters: what waits for the background work, and for how long. */
export function reviewFigures(read: Readonly<Record<string, number>>): Hallazgo {
  const { cambios_por_publicar_segundos: publicar = 0, correos_por_enviar_segundos: correo = 0 } = read
  const late = [
    publicar > LATE_S.publicar && `Un cambio espera ser público desde hace ${lasting(publicar)}.`,
    correo > LATE_S.correo && `Un correo lleva ${lasting(correo)} de retraso.`,
  ].filter((sentence) => sentence !== false)
  if (late.length === 0) return bien('Trabajo de fondo', 'Nada espera más de lo debido.')
  return falla('Trabajo de fondo', late.join(' '), 'Compruebe que esté en marcha (SERVICIO=trabajos), y lea su registro.')
}

function lasting(seconds: number): string {
  return seconds < 120 ? `${Math.round(seconds)} segundos` : `${Math.round(seconds / 60)} minutos`
}
