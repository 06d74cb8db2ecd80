import { longDate } from '../../base/fecha.ts'
import type { ReglaPlazo, Traslado } from '../actividad.ts'
import { MILESTONE_VERBS } from '../plazos/calendario.ts'

/** Phrase of a rule: "5 días naturales después de aprobar en el Pleno". */
export function reglaEnPalabras(regla: ReglaPlazo): string {
  switch (regla.tipo) {
    case 'fecha':
      return longDate(regla.fecha)
    case 'ventana':
      return `del ${longDate(regla.inicio)} al ${longDate(regla.fin)}`
    case 'ultimo_dia_del_mes':
      return 'el último día de cada mes'
    case 'dia_del_mes_siguiente':
      return `el día ${regla.dia} del mes siguiente`
    default:
      return despuesEnPalabras(regla)
  }
}

function despuesEnPalabras({ de, dias, tipoDias, inhabil }: Extract<ReglaPlazo, { tipo: 'despues' }>): string {
  const [verb = '', ...rest] = MILESTONE_VERBS[de.milestone].split(' ')
  const what = [verb.toLowerCase(), ...rest].join(' ') + (de.actividad === null ? '' : ` (${de.actividad})`)
  return `${dias} ${dayWord(dias, tipoDias)} después de ${what}${inhabil === 'siguiente_habil' ? '; si no se trabaja, el siguiente hábil' : ''}`
}

function dayWord(dias: number, tipoDias: 'naturales' | 'habiles'): string {
  if (tipoDias === 'habiles') return dias === 1 ? 'día hábil' : 'días hábiles'
  return dias === 1 ? 'día natural' : 'días naturales'
}

/** How a statement of a draft came to its date, as a sentence. */
export function trasladoEnPalabras({ manera, distancia, razon }: Traslado, regla: ReglaPlazo): string {
  if (manera === 'edicion') return `Editada: ${razon ?? ''}`
  if (manera === 'regla') return `Sigue su regla: ${reglaEnPalabras(regla)}`
  if (manera === 'mes') return 'El mismo día de su mes'
  return `A la misma distancia: ${distanciaEnPalabras(distancia ?? 0)}`
}

function distanciaEnPalabras(distancia: number): string {
  if (distancia === 0) return 'el día de la jornada'
  const days = Math.abs(distancia)
  return `${days} ${days === 1 ? 'día' : 'días'} ${distancia < 0 ? 'antes' : 'después'} de la jornada`
}
